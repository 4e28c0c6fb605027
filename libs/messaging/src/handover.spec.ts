import { describe, expect, it } from '@jest/globals';
import { Handover, type Kept } from './handover.js';

const message = (topic: string, length = 10_000): Kept => ({ topic, text: 'x'.repeat(length), checked: { topic } });
const lying = (handover: Handover, ...topics: string[]) => [...handover.of(topics).keys()];

describe('the handover within a process', () => {
  it('keeps what is read here, until each reader has it', () => {
    const handover = new Handover();
    handover.keep('1', message('a'));
    handover.join(['a', 'b']);
    const leave = handover.join(['a']);
    for (const [id, topic] of [['2', 'a'], ['3', 'b'], ['4', 'c']] as const) handover.keep(id, message(topic));
    expect([lying(handover, 'a'), lying(handover, 'a', 'b', 'c')]).toEqual([['2'], ['2', '3']]);
    expect(handover.of(['b']).get('3')).toMatchObject(message('b'));
    handover.taken('2');
    expect(lying(handover, 'a')).toEqual(['2']);
    handover.taken('2');
    handover.taken('2');
    leave();
    handover.keep('5', message('a'));
    handover.taken('5');
    expect(lying(handover, 'a', 'b')).toEqual(['3']);
  });

  it('leaves small messages to the log, and lets the oldest go where it would hold more than 8 MB of text', () => {
    const handover = new Handover();
    handover.join(['a']);
    handover.keep('small', message('a', 4095));
    handover.keep('1', message('a', 4096));
    for (const id of ['2', '3', '4']) handover.keep(id, message('a', 2 ** 21));
    expect(lying(handover, 'a')).toEqual(['1', '2', '3', '4']);
    handover.keep('5', message('a', 2 ** 21));
    expect(lying(handover, 'a')).toEqual(['2', '3', '4', '5']);
    handover.keep('6', message('a', 2 ** 23 + 1));
    expect(lying(handover, 'a')).toEqual([]);
  });
});
