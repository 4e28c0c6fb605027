export default async function globalTeardown() {
  const { stopTestRun } = await import('./test-run.ts');
  await stopTestRun();
}
