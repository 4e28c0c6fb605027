import { fieldError, onTheWire, type Problem, type RefusalCode, refusalStatus, refusalWords, type Sentence, sentence } from '@lettrage/contracts';
import { type Log } from '@lettrage/observability';
import { isOutage, sqlState, UnreadableCursor } from '@lettrage/persistence';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { type Request, type Response } from 'express';
import { randomUUID } from 'node:crypto';
import { Refused } from './refused.js';

/** SQLSTATE character_not_in_repertoire and untranslatable_character: the NUL of a request's text or JSON. */
const unstorableText = new Set(['22021', '22P05']);

/** Every error leaves as RFC 9457 problem details. What nobody foresaw is logged with an id and shown without its insides. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const request = host.switchToHttp().getRequest<Request>();
    const problem = this.problemOf(error, pathOf(request));
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (error instanceof Refused) for (const [name, value] of Object.entries(error.more.headers ?? {})) response.setHeader(name, value);
    if (problem.status === 503) response.setHeader('Retry-After', '5');
    sendProblem(response, problem);
  }

  private problemOf(error: unknown, instance: string): Problem {
    if (error instanceof Refused) {
      const { headers: _sentBeside, ...members } = error.more;
      const problem = problemWith(refusalStatus[error.code], error.code, error.message);
      const type = members.fault?.page ?? problem.type;
      return { ...problem, ...(error.sentence && { sentence: error.sentence }), type, instance, ...members, remedy: members.remedy || problem.remedy };
    }
    if ((error instanceof HttpException && error.getStatus() === 413) || (error as { code?: string } | null)?.code === 'LIMIT_FILE_SIZE') {
      return { ...problemWith(413, 'file_too_large', 'The body is larger than the limit'), instance, remedy: 'Send a smaller file, or several; the limit stands in the documentation' };
    }
    if (error instanceof HttpException) return { ...fromHttpException(error), instance };
    if (error instanceof UnreadableCursor) {
      const said = sentence('field_cursor');
      return { ...problemWith(400, 'invalid_query', `cursor: ${said.text}`), instance, errors: [fieldError('cursor', said)] };
    }
    if (unstorableText.has(sqlState(error) ?? '')) return { ...problemWith(400, 'invalid_body', 'A text holds a character that cannot be stored (NUL)'), instance, remedy: 'Take it out and send the request again' };
    if (isOutage(error)) {
      this.log.warn({ error: (error as Error).message, path: instance }, 'the database does not answer');
      return { ...problemSaying(503, 'service_unavailable', sentence('database_silent')), instance, remedy: 'Try again in a few seconds' };
    }
    const id = randomUUID();
    this.log.error({ id, path: instance, error: error instanceof Error ? (error.stack ?? error.message) : String(error) }, 'a request failed');
    return { ...problemSaying(500, 'internal', sentence('fault_of_ours', { id })), instance };
  }
}

/** As the caller wrote it: the gateway has taken its prefix off and names it. */
function pathOf(request: Request): string {
  return `${request.get('x-forwarded-prefix') ?? ''}${request.path}`;
}

export function problemWith(status: number, code: string, detail: string): Problem {
  const words = code in refusalWords ? refusalWords[code as RefusalCode].en : undefined;
  return { type: `/docs/errors/api.md#${code}`, title: words?.title ?? code.replaceAll('_', ' '), status, code, detail, ...(words && { remedy: words.remedy }) };
}

function problemSaying(status: number, code: string, said: Sentence): Problem {
  return { ...problemWith(status, code, said.text), sentence: onTheWire(said) };
}

export function sendProblem(response: Response, problem: Problem): void {
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** Nest's own: unknown routes, wrong content types, bodies that are no JSON. */
function fromHttpException(error: HttpException): Problem {
  const status = error.getStatus();
  const body = error.getResponse() as { message?: string } | string;
  const message = typeof body === 'string' ? body : (body.message ?? error.message);
  return problemWith(status, status === 404 ? 'not_found' : status === 400 ? 'invalid_body' : `http_${status}`, message);
}
