import { exitOnConfigurationFault } from '@lettrage/configuration';

const graceMs = 20_000;

/** A service's `main`: starts it, and closes it in order on SIGTERM and SIGINT, within the grace that supervisors give. */
export async function runAsProcess(start: () => Promise<{ close(): Promise<void> }>): Promise<void> {
  const running = await exitOnConfigurationFault(start);
  let closing = false;
  const close = () => {
    if (closing) return;
    closing = true;
    setTimeout(() => process.exit(1), graceMs).unref();
    running.close().then(
      () => process.exit(0),
      (error: Error) => {
        process.stderr.write(`${error.stack ?? error.message}\n`);
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
}
