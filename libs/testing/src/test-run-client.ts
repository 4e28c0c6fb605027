/** Asks the process that runs Jest, which holds what all test files share. It listens where LETTRAGE_TEST_RUN_URL says. */
export async function askTestRun(what: 'kafka'): Promise<unknown> {
  const response = await fetch(new URL(what, variable('LETTRAGE_TEST_RUN_URL')), { method: 'POST' });
  const answer = (await response.json()) as { error?: string };
  if (answer.error !== undefined) throw new Error(answer.error);
  return answer;
}

/** A variable that the run's global set-up has set. */
export function variable(name: 'LETTRAGE_TEST_RUN_URL' | 'LETTRAGE_TEST_RUN' | 'LETTRAGE_TEST_POSTGRES_URL'): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: this Jest project lacks globalSetup <rootDir>/libs/testing/src/jest/global-setup.mjs.`);
  return value;
}
