import * as module from 'node:module';
import { Refusal, WrongUsage } from './cli/exit.js';

// What Node has compiled once it need not compile again; Node 20 cannot keep it.
if ('enableCompileCache' in module) module.enableCompileCache();

interface Command {
  readonly usage: string;
  run(args: string[]): Promise<void>;
}

/** Each command is loaded only when it is called, so that reading a file needs neither database nor framework. */
const commands: Record<string, { readonly does: string; readonly load: () => Promise<Command> }> = {
  parse: { does: 'reads statement files to one JSON line a transaction', load: () => import('./commands/parse.js') },
  match: { does: 'proposes which open items the credits of statements pay', load: () => import('./commands/match.js') },
  'aged-balance': { does: 'says what is open, by customer and age, as of a day', load: () => import('./commands/aged-balance.js') },
  forecast: { does: 'says what open items are expected to bring, day by day', load: () => import('./commands/forecast.js') },
  start: { does: 'runs the whole system in this process', load: () => import('./commands/start.js') },
  demo: { does: 'shows the main job on a sample company', load: () => import('./commands/demo.js') },
  check: { does: 'holds the books against the laws', load: () => import('./commands/check.js') },
  migrate: { does: 'brings the database to this version', load: () => import('./commands/migrate.js') },
  parked: { does: 'lists or replays messages that could not be handled', load: () => import('./commands/parked.js') },
  rebuild: { does: 'fills the figures again from the log', load: () => import('./commands/rebuild.js') },
  init: { does: 'writes the settings of the compose file with fresh secrets', load: () => import('./commands/init.js') },
};

const help: readonly (string | undefined)[] = ['--help', '-h'];
const overview = ['usage: lettrage COMMAND [OPTIONS]; lettrage COMMAND --help says its options', ...Object.entries(commands).map(([name, { does }]) => `  ${name.padEnd(14)}${does}`), ''].join('\n');

// Whoever reads our output may leave early (`| head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

const [name = '', ...args] = process.argv.slice(2);
try {
  if (name === 'help' || help.includes(name)) process.stdout.write(overview);
  else {
    const command = Object.hasOwn(commands, name) ? await commands[name]!.load() : undefined;
    if (!command) throw new WrongUsage(`lettrage: ${name === '' ? 'no command given' : `"${name}" is not a command`}; commands: ${Object.keys(commands).join(', ')}`);
    if (help.includes(args[0])) process.stdout.write(`usage: ${command.usage}\n`);
    else await command.run(args);
  }
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
