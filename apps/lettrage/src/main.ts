import { CompanyFileFault } from '@lettrage/company-files';
import { Refusal, WrongUsage } from './cli/exit.js';

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
  if (!(error instanceof Refusal || error instanceof WrongUsage || error instanceof CompanyFileFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof WrongUsage ? 2 : 1;
}
