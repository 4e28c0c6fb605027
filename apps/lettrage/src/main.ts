import * as module from 'node:module';
import { Refusal, WrongUsage } from './cli/exit.js';

// What Node has compiled once it need not compile again; Node 20 cannot keep it.
if ('enableCompileCache' in module) module.enableCompileCache();

/** Each command is loaded only when it is called, so that reading a file needs neither database nor framework. */
const commands: Record<string, () => Promise<{ run(args: string[]): Promise<void> }>> = {
  parse: () => import('./commands/parse.js'),
  match: () => import('./commands/match.js'),
  'aged-balance': () => import('./commands/aged-balance.js'),
  forecast: () => import('./commands/forecast.js'),
  start: () => import('./commands/start.js'),
  demo: () => import('./commands/demo.js'),
  check: () => import('./commands/check.js'),
  migrate: () => import('./commands/migrate.js'),
  parked: () => import('./commands/parked.js'),
  rebuild: () => import('./commands/rebuild.js'),
  init: () => import('./commands/init.js'),
};

// Whoever reads our output may leave early (`| head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const [name = '', ...args] = process.argv.slice(2);
try {
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!load) throw new WrongUsage(`lettrage: ${name === '' ? 'no command given' : `"${name}" is not a command`}; commands: ${Object.keys(commands).join(', ')}`);
  await (await load()).run(args);
} catch (error) {
  if (!(error instanceof Refusal || error instanceof WrongUsage || (await isOfCompanyFile(error)))) throw error;
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = error instanceof WrongUsage ? 2 : 1;
}

/** Only a command that failed needs to know what else may be wrong with what it was given. */
async function isOfCompanyFile(error: unknown): Promise<boolean> {
  const { CompanyFileFault } = await import('@lettrage/company-files');
  return error instanceof CompanyFileFault;
}
