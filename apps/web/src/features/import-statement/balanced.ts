/** Whether a file balances: no if one of its statements does not, yes if all do, else it gives no balances to tell by. */
export function balancedOf(statements: readonly { balanced: boolean | null }[]): boolean | null {
  if (statements.some(({ balanced }) => balanced === false)) return false;
  return statements.length > 0 && statements.every(({ balanced }) => balanced) ? true : null;
}
