import { bankImportHttp, fieldError, saidOfIssue } from '@lettrage/contracts';
import { Refused } from '@lettrage/http';
import { type Request } from 'express';

/** The answers that came with an upload, after its form has been read; null where there are none. */
export function answersOf(request: Request): bankImportHttp.CsvAnswers | null {
  const text = (request.body as Record<string, unknown> | undefined)?.[bankImportHttp.answersField];
  if (text === undefined || text === '') return null;
  const read = bankImportHttp.csvAnswers.safeParse(jsonOf(text));
  if (read.success) return read.data;
  const errors = read.error.issues.map((issue) => fieldError(issue.path.join('.'), saidOfIssue(issue)));
  throw new Refused('invalid_body', `The field "${bankImportHttp.answersField}" is no answer to the questions of a CSV`, { remedy: 'Send the answers as JSON, as the preview gave the questions', errors });
}

function jsonOf(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null; // no object either, and that is said of it
  }
}
