import { describe, expect, it } from '@jest/globals';
import { eventFrame, heartbeatFrame, openingFrame, resumeAfter } from './event-frame.js';

describe('frames of the live stream', () => {
  it('carry id, name and payload, and end with an empty line', () => {
    expect(eventFrame({ id: 42n, name: 'cash.forecast-changed.v1', payload: '{"asOf":"2026-11-21"}' })).toBe('id: 42\nevent: cash.forecast-changed.v1\ndata: {"asOf":"2026-11-21"}\n\n');
  });

  it('keep a payload of several lines in one event', () => {
    expect(eventFrame({ id: 1n, name: 'x', payload: '{\r\n"a":1\n}' })).toBe('id: 1\nevent: x\ndata: {\ndata: "a":1\ndata: }\n\n');
  });

  it('begin with a place to resume from, and keep the line awake with a comment', () => {
    expect(openingFrame(7n)).toBe('retry: 2000\nid: 7\n\n');
    expect(heartbeatFrame.startsWith(':')).toBe(true);
  });

  it('resume only after an id of ours', () => {
    expect(resumeAfter('41')).toBe(41n);
    expect([undefined, '', '-1', '4.5', 'abc', '9'.repeat(19)].map(resumeAfter)).toEqual([null, null, null, null, null, null]);
  });
});
