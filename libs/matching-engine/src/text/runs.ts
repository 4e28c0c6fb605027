/** A run of letters or of digits in a text, with what stands before it. */
export interface Run {
  readonly digits: boolean;
  readonly text: string;
  /** The characters between the run before and this one ('' when they touch). */
  readonly gap: string;
  readonly start: number;
  readonly end: number;
}

const maxRuns = 120;

/** Splits a folded text into its runs of letters and digits; at most 120 runs, which a remittance text never needs. */
export function splitRuns(text: string): Run[] {
  const runs: Run[] = [];
  let position = 0;
  let gapStart = 0;
  while (position < text.length && runs.length < maxRuns) {
    const kind = kindOf(text.charCodeAt(position));
    if (kind === 0) {
      position++;
      continue;
    }
    const start = position;
    while (position < text.length && kindOf(text.charCodeAt(position)) === kind) position++;
    runs.push({ digits: kind === 2, text: text.slice(start, position), gap: text.slice(gapStart, start), start, end: position });
    gapStart = position;
  }
  return closeConfusedLetters(runs);
}

function kindOf(code: number): 0 | 1 | 2 {
  if (code >= 48 && code <= 57) return 2;
  return code >= 65 && code <= 90 ? 1 : 0;
}

/** A lone O, I or L that touches digits on both sides is a digit typed wrongly: "0O6503" is one run. */
function closeConfusedLetters(runs: Run[]): Run[] {
  for (let i = 1; i + 1 < runs.length; i++) {
    const run = runs[i]!;
    if (run.digits || run.text.length !== 1 || !'OIL'.includes(run.text)) continue;
    const before = runs[i - 1]!;
    const after = runs[i + 1]!;
    if (!before.digits || !after.digits || run.gap !== '' || after.gap !== '') continue;
    const text = before.text + (run.text === 'O' ? '0' : '1') + after.text;
    runs.splice(i - 1, 3, { digits: true, text, gap: before.gap, start: before.start, end: after.end });
    i--;
  }
  return runs;
}
