import { Connection } from './connection.js';
import { withBinaryLists } from './binary-arrays.js';

/** A connection of a service: lists go as bytes, and a transaction begins with what it may see. */
export class ServiceClient extends Connection {
  /** The statement that goes with the beginning of the next transaction, in one trip. */
  scope = '';

  // oxlint-disable-next-line typescript/no-explicit-any -- pg's own signature has a dozen forms; only texts are looked at
  override query(first: any, values?: any, ...rest: any[]): any {
    const statement = first === 'START TRANSACTION' ? this.beginning() : first;
    // oxlint-disable-next-line typescript/no-unsafe-argument
    return super.query(statement, typeof first === 'string' && Array.isArray(values) ? withBinaryLists(first, values) : values, ...(rest as []));
  }

  /** Of one transaction: the next begins with its own scope or with none. */
  private beginning(): string {
    const { scope } = this;
    this.scope = '';
    return `start transaction; ${scope}`;
  }
}
