import { describe, expect, it } from '@jest/globals';
import { companySamples, type CompanySample } from '../testing/error-samples.js';
import { filledIn } from '@lettrage/sentences';
import { type CompanyFile, CompanyFileFault, companyFaults, companySentences, readCustomers, readHistory, readInvoices } from './index.js';

async function fileOf({ bytes }: CompanySample): Promise<CompanyFile> {
  if (bytes === null) return '/nowhere/customers.csv';
  return {
    name: 'file',
    bytes: (async function* () {
      yield bytes;
    })(),
  };
}

async function read(sample: CompanySample): Promise<void> {
  const file = await fileOf(sample);
  if (sample.reader === 'customers') await readCustomers(file);
  else if (sample.reader === 'invoices') await readInvoices(file, [{ id: 'C1' }]);
  else for await (const _ of readHistory(file));
}

describe('a company’s file is refused by name', () => {
  it.each(Object.entries(companySamples))('%s', async (code, sample) => {
    const fault = await read(sample).then(
      () => null,
      (error: unknown) => error,
    );
    expect(fault).toBeInstanceOf(CompanyFileFault);
    const { code: given, place, message, said, problem, sentence, remedy, excerpt } = fault as CompanyFileFault;
    expect({ code: given, place }).toEqual({ code, place: sample.place });
    expect(message).toBe(`${said}; ${remedy}`);
    expect(excerpt.length).toBeLessThanOrEqual(60);
    expect(message).not.toMatch(/\p{C}/u);
    const { en, fr } = companySentences[sentence.id as keyof typeof companySentences];
    expect(filledIn(en, sentence.values)).toBe(problem);
    expect(Object.keys(sentence.values)).toEqual(expect.arrayContaining(namedIn(fr)));
  });

  it.each(Object.entries(companySentences))('%s names in French only what goes along, without no-break spaces of its own', (_, { en, fr }) => {
    expect(namedIn(en)).toEqual(expect.arrayContaining(namedIn(fr)));
    expect(fr).not.toMatch(/[\u00a0\u202f'"]/);
    expect(fr).not.toBe(en);
  });

  it('with words in both languages', () => {
    for (const [code, words] of Object.entries(companyFaults)) {
      for (const { title, explanation, remedy } of Object.values(words)) {
        expect([code, title, explanation, remedy]).toEqual([code, expect.stringMatching(/^\p{Lu}.{3,60}[^.]$/u), expect.stringMatching(/^\p{Lu}.{10,230}\.$/u), expect.stringMatching(/^\p{Lu}.{8,230}\.$/u)]);
      }
    }
  });
});

function namedIn(template: string): string[] {
  return [...template.matchAll(/\{(\w+)[|}]/g)].map(([, name]) => name!);
}
