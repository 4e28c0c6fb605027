import { expect, it } from '@jest/globals';
import { rowTable } from './report.js';

it('shows the first call of a process first, and what a million take at the pace of each', () => {
  const first = { openItems: 100_000, customers: 20_000, history: 300_000, credits: 50_000, indexMs: 1, learnMs: 1, indexBytes: 1, decideMs: 4_000 };
  const row = { openItems: 100_000, history: 300_000, credits: 1_000_000, decideMs: 58_800 };
  expect(rowTable(first, row)).toBe(`With 100,000 open items and a history of 300,000. Asked for: at least 16,700 a second on one core, 60 s for a million.

| decided | transactions | processor time | a second | a million take |
|---|---|---|---|---|
| first call of a process | 50,000 | 4.0 s | 12,500 | 80.0 s |
| a million in a row | 1,000,000 | 58.8 s | 17,007 | 58.8 s |
`);
});
