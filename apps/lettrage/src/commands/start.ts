import { ConfigurationFault } from '@lettrage/configuration';
import { announceFirstSignIn } from '@lettrage/gateway';
import { NewerSchema } from '@lettrage/persistence';
import { WrongUsage } from '../cli/exit.js';
import { startOneProcess } from '../system/one-process.js';
import { untilStopped } from '../system/until-stopped.js';

export const usage = 'lettrage start   (settings come from LETTRAGE_* variables)';

/** `lettrage start`: the whole system in one process, until it is stopped. */
export async function run(args: string[]): Promise<void> {
  if (args.length > 0) throw new WrongUsage(`lettrage start takes no arguments (it was given "${args.join(' ')}"); settings come from LETTRAGE_* variables`);
  const stopping = untilStopped();
  try {
    const system = await startOneProcess(process.env, stopping.fail);
    process.stdout.write(`Lettrage runs at ${system.url}\nAPI: ${system.url}/api/docs   stop: Ctrl+C\n`);
    await announceFirstSignIn(system.gateway);
    await stopping.asked;
    await system.close();
  } catch (error) {
    if (!(error instanceof ConfigurationFault || error instanceof NewerSchema)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 78;
  }
}
