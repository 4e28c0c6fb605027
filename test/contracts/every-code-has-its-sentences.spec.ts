import { errorSamples } from '../../libs/bank-formats/testing/error-samples.js';
import { companySamples } from '../../libs/company-files/testing/error-samples.js';
import { faultCodes, readerSentences, warningCodes } from '@lettrage/bank-formats';
import { companyFaults, companySentences } from '@lettrage/company-files';
import { importProblems, refusalStatus, sentences } from '@lettrage/contracts';
import { describe, expect, it } from '@jest/globals';
import { loadFaultWords } from '../../apps/web/src/i18n/fault-words.js';
import { companyFault, type SaidOfFile, saidOf } from './error-docs.js';

const pages = { fr: await loadFaultWords.fr(), en: await loadFaultWords.en() };
const languages = ['fr', 'en'] as const;

/** The page can say it in both languages, and has every value that it then names. */
function expectSayable({ id, values }: SaidOfFile): void {
  for (const language of languages) {
    const template = pages[language].sentences[id];
    expect([id, language, template]).toEqual([id, language, expect.any(String)]);
    for (const [, name] of template!.matchAll(/\{(\w+)[|}]/g)) expect([id, language, Object.keys(values)]).toEqual([id, language, expect.arrayContaining([name])]);
  }
}

describe('every code of the catalogue of errors', () => {
  it.each([...faultCodes, ...warningCodes])('%s says each of its cases in French and in English, with what the file’s refusal or warning carries', async (code) => {
    for (const sample of errorSamples[code]) {
      const said = (await saidOf(sample)).sentences;
      expect(said).not.toEqual([]);
      said.forEach(expectSayable);
    }
  });

  it.each(Object.entries(companySamples))('%s says its case in French and in English, with what the refusal carries', async (_, sample) => {
    expectSayable((await companyFault(sample)).sentence);
  });

  it('has its words in French and in English on the page', () => {
    const ofFiles = [...faultCodes, ...warningCodes, ...Object.keys(importProblems), ...Object.keys(companyFaults)];
    for (const language of languages) {
      expect(ofFiles.filter((code) => !pages[language].faults[code]?.explanation || !pages[language].faults[code].remedy)).toEqual([]);
      expect(Object.keys(refusalStatus).filter((code) => !pages[language].refusals[code]?.explanation || !pages[language].refusals[code].remedy)).toEqual([]);
    }
  });
});

describe('the sentences of the libraries', () => {
  it('are one catalogue: an id means the same wherever it is said', () => {
    const catalogues: readonly Readonly<Record<string, { readonly en: string; readonly fr: string }>>[] = [sentences, readerSentences, companySentences];
    for (const one of catalogues) for (const other of catalogues) for (const [id, templates] of Object.entries(one)) expect([id, other[id] ?? templates]).toEqual([id, templates]);
  });
});
