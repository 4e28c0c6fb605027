import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { zip } from '../../testing/built-files.js';
import { type ErrorSample, errorSamples, sampleBytes } from '../../testing/error-samples.js';
import { filledIn } from '@lettrage/sentences';
import { describePlace, type ErrorCode, entryOf, faultCodes, readerSentences, readWholeStatementFile, severityOf, StatementFault, type StatementWarning, warningCodes } from '../index.js';

const codes = [...faultCodes, ...warningCodes];
const samplesOf = (wanted: readonly ErrorCode[]) => wanted.flatMap((code) => errorSamples[code].map((sample): [ErrorCode, string, ErrorSample] => [code, sample.why, sample]));

async function read(sample: ErrorSample) {
  return readWholeStatementFile(sampleBytes(sample), { file: sample.file, ...sample.options });
}

describe('a file that cannot be read whole is refused by name', () => {
  it.each(samplesOf(faultCodes))('%s: %s', async (code, _, sample) => {
    const fault = await read(sample).then(
      () => null,
      (error: unknown) => error,
    );
    expect(fault).toBeInstanceOf(StatementFault);
    const { code: given, place, message, file, problem, remedy, excerpt } = fault as StatementFault;
    expect({ code: given, place: file.startsWith(`${sample.file}/`) ? { member: file.slice(sample.file.length + 1), ...place } : place }).toEqual({ code, place: sample.place });
    expect(message.startsWith(`${file}${describePlace(place)}: ${problem}`)).toBe(true);
    expect(message.endsWith(`${remedy} [${code}]`)).toBe(true);
    expectVisible(excerpt);
    expectSaid((fault as StatementFault).sentence, problem);
  });
});

describe('what is read in spite of a doubt is warned of by name', () => {
  it.each(samplesOf(warningCodes))('%s: %s', async (code, _, sample) => {
    const { summary } = await read(sample);
    expect(summary.warnings.map((warning) => ({ code: warning.code, place: warning.place }))).toEqual([{ code, place: sample.place }]);
    const [{ message, sentence, excerpt, remedy }] = summary.warnings as [(typeof summary.warnings)[number]];
    expect(message).not.toBe('');
    expect(remedy).toBe(entryOf(code).en.remedy);
    expectVisible(excerpt);
    expectSaid(sentence, message);
  });
});

describe('in an archive', () => {
  const inside = (sample: ErrorSample) => readWholeStatementFile(zip([{ name: sample.file, content: sampleBytes(sample) }]), { file: 'june.zip' });

  it('a warning names the member', async () => {
    const [sample] = errorSamples.unknown_status;
    expect((await inside(sample)).summary.warnings).toEqual([expect.objectContaining({ code: 'unknown_status', place: { member: sample.file, ...sample.place } })]);
  });

  it('a refusal names the member', async () => {
    const [sample] = errorSamples.bad_value;
    await expect(inside(sample)).rejects.toMatchObject({ code: 'bad_value', file: `june.zip/${sample.file}`, place: sample.place });
  });
});

/** In one line of a terminal, and short. */
function expectVisible(excerpt: string): void {
  expect(excerpt.length).toBeLessThanOrEqual(80);
  expect(excerpt).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
}

/** In both languages, with what goes along and nothing else; what is said in English is the message. */
function expectSaid({ id, values }: StatementWarning['sentence'], message: string): void {
  const { en, fr } = readerSentences[id as keyof typeof readerSentences];
  expect(filledIn(en, values)).toBe(message);
  for (const name of namedIn(fr)) expect(Object.keys(values)).toContain(name);
  expect(filledIn(fr, values)).not.toBe(message);
}

function namedIn(template: string): string[] {
  return [...template.matchAll(/\{(\w+)[|}]/g)].map(([, name]) => name!);
}

describe('the sentences', () => {
  it.each(Object.entries(readerSentences))('%s names in French only what goes along, without no-break spaces of its own', (_, { en, fr }) => {
    expect(namedIn(en)).toEqual(expect.arrayContaining(namedIn(fr)));
    expect(fr).not.toMatch(/[\u00a0\u202f'"]/);
    expect(fr).not.toBe(en);
  });

  it('name every format that is looked for', () => {
    for (const text of Object.values(readerSentences.file_of_no_format)) expect(['OFX', 'camt.053', 'CFONB 120', 'MT940', 'CSV'].filter((name) => !text.includes(name))).toEqual([]);
  });
});

describe('the catalogue', () => {
  it('knows a refusal from a warning, and no code is both', () => {
    expect(codes.map((code) => [code, severityOf(code)])).toEqual([...faultCodes.map((code) => [code, 'refusal']), ...warningCodes.map((code) => [code, 'warning'])]);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('says of every code what it means and what to do, in whole sentences of both languages', () => {
    for (const code of codes) {
      for (const { title, explanation, remedy } of Object.values(entryOf(code))) {
        expect([code, title]).toEqual([code, expect.stringMatching(/^\p{Lu}.{3,60}[^.]$/u)]);
        for (const text of [explanation, remedy]) expect([code, text]).toEqual([code, expect.stringMatching(/^\p{Lu}.{10,230}\.$/u)]);
      }
    }
  });

  it('has a place for every file', () => {
    for (const [code, why, { place }] of samplesOf(codes)) expect([code, why, describePlace(place)]).toEqual([code, why, expect.stringMatching(/^, ./)]);
  });

  it('uses every file in testing/error-files', () => {
    const used = samplesOf(codes).flatMap(([, , sample]) => (sample.build ? [] : [sample.file]));
    expect(readdirSync(join(import.meta.dirname, '../../testing/error-files')).sort()).toEqual(used.sort());
  });
});
