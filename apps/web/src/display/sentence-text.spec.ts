import { describe, expect, it } from '@jest/globals';
import { formatsOf } from '../money/format.js';
import { loadFaultWords } from '../i18n/fault-words.js';
import { writtenBy } from './reason-text.js';
import { sentenceText, valuesWrittenBy } from './sentence-text.js';

const formats = formatsOf('fr', 'Europe/Paris');
const write = valuesWrittenBy({ instant: formats.instant, person: (id) => (id === 'u1' ? 'Ana' : 'un collègue'), others: writtenBy(formats) });
const french = (await loadFaultWords.fr()).sentences;
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const say = (id: string, values: Record<string, string>, detail = 'in English') => plain(sentenceText({ detail, sentence: { id, values } }, french, write));

describe('what a service says of a case, in French', () => {
  it('has the values as the reader writes them', () => {
    expect(say('item_open', { number: 'FA2026-00103', open: '0.00 EUR', asked: '1234.50 EUR' })).toBe('FA2026-00103 : il reste 0,00 € dus, 1 234,50 € ont été demandés');
    expect(say('case_decided_by', { person: 'u1', at: '2026-11-22T07:00:00.000Z', state: 'set_aside' })).toBe('Cet encaissement a été traité par Ana le 22 nov. 2026, 08:00 et il est mis de côté');
    expect(say('ledger_sign', { kind: 'discount', amount: '-5.00 EUR' })).toBe('Un escompte ne peut pas être de -5,00 €');
  });

  it('is the service’s own text where the page does not know the sentence, or a value is missing', () => {
    expect(say('said_tomorrow', {}, 'Something new')).toBe('Something new');
    expect(say('item_open', { number: 'FA1' }, 'FA1: …')).toBe('FA1: …');
    expect(say('constructor', {}, 'x')).toBe('x');
    expect(sentenceText({ detail: 'x' }, french, write)).toBe('x');
  });

  it('puts a value in as it is', () => expect(say('account_there', { account: '$& {account}' })).toBe('Le compte $& {account} existe déjà'));
});
