import { describe, expect, it } from '@jest/globals';
import { byFile } from './by-file.js';

describe('byFile', () => {
  it('keeps the order of files by their first entry, and of entries', () => {
    const entry = (statementFileId: string, at: number) => ({ statementFileId, at });
    expect(byFile([entry('b', 1), entry('a', 2), entry('b', 3)])).toEqual([
      { statementFileId: 'b', entries: [entry('b', 1), entry('b', 3)] },
      { statementFileId: 'a', entries: [entry('a', 2)] },
    ]);
    expect(byFile([])).toEqual([]);
  });
});
