import { onTheWire, type Sentence } from '@lettrage/sentences';
import { type z } from 'zod';
import { fieldSentences } from './field-sentences.js';
import { sentence } from './sentences.js';

type Issue = z.core.$ZodIssue;

/** The sentences that a schema gives as its message, by that message. */
const ofSchemas = new Map(Object.entries(fieldSentences).flatMap(([id, { en }]): [string, Sentence][] => (en.includes('{') ? [] : [[en, { id, values: {}, text: en }]])));

const formats: Readonly<Record<string, Sentence | undefined>> = { uuid: sentence('field_id'), email: sentence('field_email'), datetime: sentence('field_instant') };

/** What is wrong with a field, as a sentence of the catalogue: what its schema says of it, else what holds for every field of its kind. */
export function saidOfIssue(issue: Issue): Sentence {
  const own = ofSchemas.get(issue.message);
  if (own) return own;
  switch (issue.code) {
    case 'invalid_type':
      return isMissing(issue) ? sentence('field_required') : sentence('field_type', { expected: issue.expected });
    case 'too_big':
      return tooBig(issue.origin, String(issue.maximum));
    case 'too_small':
      return tooSmall(issue.origin, String(issue.minimum));
    case 'invalid_format':
      return formats[issue.format] ?? sentence('field_invalid');
    case 'invalid_value':
      return choice(issue.values);
    case 'invalid_union':
      return 'options' in issue && issue.options ? choice(issue.options) : sentence('field_invalid');
    case 'unrecognized_keys':
      return sentence('field_unknown', { fields: issue.keys.slice(0, 10).join(', ') });
    default:
      return sentence('field_invalid');
  }
}

function choice(values: readonly unknown[]): Sentence {
  return sentence('field_choice', { choices: values.map(String).join(', ') });
}

/** Whether there was no value at all. The value itself is not told, so that a password is in no answer; only the message knows that there was none. */
export function isMissing({ code, message }: Issue): boolean {
  return code === 'invalid_type' && message.endsWith('received undefined');
}

function tooBig(origin: string, most: string): Sentence {
  return origin === 'string' ? sentence('field_long', { most }) : hasEntries(origin) ? sentence('field_many', { most }) : sentence('field_high', { most });
}

function tooSmall(origin: string, least: string): Sentence {
  if (origin === 'string') return least === '1' ? sentence('field_empty') : sentence('field_short', { least });
  return hasEntries(origin) ? sentence('field_few', { least }) : sentence('field_low', { least });
}

function hasEntries(origin: string): boolean {
  return origin === 'array' || origin === 'set' || origin === 'map';
}

/** One field that is wrong, as a problem document says it. */
export function fieldError(where: string, said: Sentence): { where: string; message: string; sentence: Pick<Sentence, 'id' | 'values'> } {
  return { where, message: said.text, sentence: onTheWire(said) };
}
