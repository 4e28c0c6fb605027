import { pino } from 'pino';

/** Structured log: an object of facts, then the sentence. Names, IBANs, amounts and remittance texts are never logged. */
export interface Log {
  debug(facts: object, sentence: string): void;
  info(facts: object, sentence: string): void;
  warn(facts: object, sentence: string): void;
  error(facts: object, sentence: string): void;
}

/** JSON lines on standard error, so that standard output stays the command's own. `level` is one of pino's. */
export function createLogger(service: string, level: string): Log {
  return pino({ level, base: { service }, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } }, pino.destination(2));
}

/** What Nest logs, in the same form; structurally Nest's `LoggerService`. Start-up chatter is debug. */
export class NestLog {
  constructor(private readonly out: Log) {}
  log(message: unknown, ...details: unknown[]): void {
    this.out.debug({ details }, String(message));
  }
  debug(message: unknown, ...details: unknown[]): void {
    this.out.debug({ details }, String(message));
  }
  verbose(message: unknown, ...details: unknown[]): void {
    this.out.debug({ details }, String(message));
  }
  warn(message: unknown, ...details: unknown[]): void {
    this.out.warn({ details }, String(message));
  }
  error(message: unknown, ...details: unknown[]): void {
    this.out.error({ details }, String(message));
  }
}
