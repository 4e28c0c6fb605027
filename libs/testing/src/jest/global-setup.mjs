// Jest loads this file natively, without its transforms: Node strips the types by itself, and this hook finds the .ts behind a .js.
import { registerHooks } from 'node:module';

registerHooks({
  resolve: (name, context, next) => {
    const ours = context.parentURL?.endsWith('.ts') && name.startsWith('.') && name.endsWith('.js');
    return next(ours ? name.replace(/js$/, 'ts') : name, context);
  },
});

export default async function globalSetup() {
  const { startTestRun } = await import('./test-run.ts');
  // By path: the package's entry brings decorated classes, which type stripping does not know.
  const { startEmbeddedPostgres, TEST_SETTINGS } = await import('../../../persistence/src/embedded/embedded-postgres.ts');
  await startTestRun((dataDir) => startEmbeddedPostgres({ dataDir, settings: TEST_SETTINGS }));
}
