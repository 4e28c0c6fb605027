/**
 * The secret of every system under test. Roles belong to the whole PostgreSQL cluster, which test files share: their passwords follow from
 * this secret (`rolePassword` of libs/persistence), so that no test changes another's.
 */
export const testSecret = 'a secret of tests, never of an installation';
