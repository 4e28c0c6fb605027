import { type CompanyFile, CompanyFileFault, companyFaults } from '@lettrage/company-files';
import { type FileProblem, sentence } from '@lettrage/contracts';
import { type Request } from 'express';
import { Refused } from './refused.js';

const largestBytes = 200_000_000;

/** Hands a request's raw body to a reader of company files; a fault of the file leaves as a problem that names line and column. */
export async function companyFileOf<T>(request: Request, name: string, read: (file: CompanyFile) => Promise<T>): Promise<T> {
  const type = request.headers['content-type'] ?? '';
  if (/^(application\/json(;|$)|multipart\/)/.test(type)) throw new Refused('invalid_body', `The body must be the file itself, not ${type}`, { remedy: 'Send the file as the body, with Content-Type: text/csv (or application/jsonl)' });
  try {
    return await read({ name, bytes: bounded(request) });
  } catch (error) {
    if (!(error instanceof CompanyFileFault)) throw error;
    throw new Refused('invalid_file', error.said, { remedy: error.remedy, fault: faultOf(error) });
  }
}

function faultOf({ code, problem, sentence: said, place, excerpt, remedy }: CompanyFileFault): FileProblem {
  const { line, column, field, record, byte } = place;
  const where = [line && `line ${line}`, record && `record ${record}`, byte !== undefined && `byte ${byte}`, column && `column "${column}"`, field && `field "${field}"`].filter(Boolean).join(', ');
  const numbers = { ...(line && { line }), ...(record && { record }), ...(byte !== undefined && { byte }), ...((column ?? field) !== undefined && { field: column ?? field }) };
  return { code, message: problem, sentence: said, where: where || null, place: numbers, excerpt: excerpt || null, explanation: companyFaults[code].en.explanation, remedy, page: `/docs/errors/company-files.md#${code}` };
}

async function* bounded(request: Request): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    bytes += chunk.length;
    if (bytes > largestBytes) throw new Refused('file_too_large', sentence('company_file_limit', { bytes: String(largestBytes) }), { remedy: 'Send it in several parts' });
    yield chunk;
  }
}
