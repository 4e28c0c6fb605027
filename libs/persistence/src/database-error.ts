/** SQLSTATE of an error that came from PostgreSQL, however deep TypeORM wrapped it. */
export function sqlState(error: unknown): string | undefined {
  const direct = (error as { code?: unknown } | null)?.code ?? (error as { driverError?: { code?: unknown } } | null)?.driverError?.code;
  return typeof direct === 'string' ? direct : undefined;
}

/** The transaction lost against another one and may be run again: serialization_failure, deadlock_detected. */
export function isTransient(error: unknown): boolean {
  return ['40001', '40P01'].includes(sqlState(error) ?? '');
}

/**
 * The database cannot be reached, is starting, stopping or full: nothing is wrong with the work, and it must neither be
 * counted as a failed attempt nor parked.
 */
export function isOutage(error: unknown): boolean {
  const state = sqlState(error) ?? '';
  // 08P01, protocol_violation, is what a statement with a wrong number of parameters gets: a bug, which waiting does not mend.
  if (state === '08P01') return false;
  if (/^(08|53|57P)/.test(state) || /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/.test(state)) return true;
  const message = error instanceof Error ? error.message : '';
  // TypeORM gives a runner back when its connection breaks under it: the next statement of the transaction finds it released.
  return /Connection terminated|query runner (was )?already released|timeout exceeded when trying to connect|timeout expired|Client has encountered a connection error|not queryable|Driver not Connected|Cannot use a pool after calling end/i.test(message);
}

/** The name of the unique constraint that a row broke, or undefined for any other error. */
export function brokenUniqueConstraint(error: unknown): string | undefined {
  if (sqlState(error) !== '23505') return undefined;
  return (error as { constraint?: string }).constraint ?? (error as { driverError?: { constraint?: string } }).driverError?.constraint;
}
