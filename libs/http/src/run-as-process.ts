import { exitOnConfigurationFault } from '@lettrage/configuration';
import { NewerSchema } from '@lettrage/persistence';

const graceMs = 20_000;

/** A service's `main`: starts it or refuses to, and closes it in order on SIGTERM and SIGINT, within the grace that supervisors give. */
export async function runAsProcess(start: () => Promise<{ close(): Promise<void> }>): Promise<void> {
  const running = await exitOnConfigurationFault(() => exitOnNewerSchema(start));
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

/** Ends with EX_CONFIG (78), as for any environment in which this build cannot run, so that nobody restarts it in vain. */
async function exitOnNewerSchema<T>(start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    if (!(error instanceof NewerSchema)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(78);
  }
}
