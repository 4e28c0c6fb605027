import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { describePlace, type Place, readWholeStatementFile, StatementFault } from './index.js';
import { within } from '../testing/processor-time.js';

const fixtures = join(import.meta.dirname, '../fixtures');
const files = readdirSync(fixtures).flatMap((format) => readdirSync(join(fixtures, format)).filter((name) => !name.endsWith('.golden.json')).map((name) => join(fixtures, format, name)));

interface Damage {
  readonly kind: 'cut' | 'flip' | 'insert' | 'repeat';
  readonly at: number;
  readonly byte: number;
  readonly length: number;
}

function damaged(bytes: Uint8Array, damages: readonly Damage[]): Uint8Array {
  let result = Buffer.from(bytes);
  for (const { kind, at, byte, length } of damages) {
    const start = at % (result.length + 1);
    if (kind === 'cut') result = Buffer.concat([result.subarray(0, start), result.subarray(start + length)]);
    else if (kind === 'insert') result = Buffer.concat([result.subarray(0, start), Buffer.alloc(length, byte), result.subarray(start)]);
    else if (kind === 'repeat') result = Buffer.concat([result.subarray(0, start + length), result.subarray(start)]);
    else if (start < result.length) result[start] = byte;
  }
  return result;
}

const damage: fc.Arbitrary<Damage> = fc.record({ kind: fc.constantFrom('cut', 'flip', 'insert', 'repeat'), at: fc.nat(), byte: fc.constantFrom(0, 0x22, 0x26, 0x3b, 0x3c, 0x3e, 0x2c, 0x0a, 0x41, 0x39, 0xc3, 0xff), length: fc.integer({ min: 1, max: 60 }) });

it('a damaged file is read or refused by name, with a place and in one line that can be shown, within two seconds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), fc.array(damage, { minLength: 1, maxLength: 4 }), async (file, damages) => {
      const bytes = damaged(readFileSync(file), damages);
      const outcome = await within(2000, () =>
        readWholeStatementFile(bytes, { file }).then(
          ({ summary }) => summary.warnings.map(({ place, message, excerpt }) => ({ place, text: message, excerpt })),
          (error: unknown) => (error instanceof StatementFault ? [{ place: error.place, text: error.message, excerpt: error.excerpt }] : [error]),
        ),
      );
      for (const said of outcome) expect(said).toEqual({ place: expect.anything(), text: expect.stringMatching(/^[^\p{C}\p{Zl}\p{Zp}]+$/u), excerpt: expect.stringMatching(/^[^\p{C}\p{Zl}\p{Zp}]{0,80}$/u) });
      for (const { place } of outcome as { place: Place }[]) expect(describePlace(place)).toMatch(/^, ./);
    }),
    { numRuns: Number(process.env['LETTRAGE_DAMAGED_COPIES'] ?? 500) },
  );
});
