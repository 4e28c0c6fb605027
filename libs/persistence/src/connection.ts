import pg from 'pg';

/**
 * A connection to PostgreSQL whose loss ends no process. pg emits `error` when the server ends a connection on which no statement runs, and Node ends a process in which nobody
 * listens for that. Between the moment a connection stands (or leaves its pool) and the moment its user listens lies a gap: a server that is shut down in it would
 * take the service with it. Who uses the connection hears of the loss by the next statement, which fails as an outage.
 */
export class Connection extends pg.Client {
  constructor(settings: pg.ClientConfig) {
    super(settings);
    this.on('error', () => undefined);
  }
}
