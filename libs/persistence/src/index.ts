export { Database, connectionOf, type DatabaseSettings, type Transaction } from './database.js';
export { brokenUniqueConstraint, isOutage, isTransient, sqlState } from './database-error.js';
export { tableRights, type TableRights } from './table-rights.js';
export { migrate, NewerSchema, type ServiceSchema } from './migrate.js';
export { Listener } from './listener.js';
export { newId } from './ids.js';
export { encodeCursor, decodeCursor, pageOf } from './cursor.js';
export { likePattern } from './like-pattern.js';
export { startEmbeddedPostgres, TEST_SETTINGS, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded/embedded-postgres.js';
