// The `script` verb: evaluates a file as a script bound to a fresh spreadsheet and prints what its main() returns.
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { freshWorld } from './google-services/fresh-world';
import { isZone } from './google-services/zone';
import { createRuntime, type RuntimeSettings } from './runtime';

interface ScriptArguments {
  file: string;
  sheetZone: string;
  scriptZone: string;
  locale: string;
  json: boolean;
}

const USAGE = 'Usage: script FILE.js [--sheet-zone ZONE] [--script-zone ZONE] [--locale LOCALE] [--json]';

class UsageError extends Error {}

function argumentsOf(argv: string[]): ScriptArguments {
  const args: ScriptArguments = { file: '', sheetZone: 'Etc/UTC', scriptZone: 'Etc/UTC', locale: 'en_US', json: false };
  const options = new Map<string, 'sheetZone' | 'scriptZone' | 'locale'>([
    ['--sheet-zone', 'sheetZone'],
    ['--script-zone', 'scriptZone'],
    ['--locale', 'locale'],
  ]);
  for (let i = 0; i < argv.length; i++) {
    const word = argv[i] ?? '';
    const [name = '', inline] = word.startsWith('--') ? word.split(/=(.*)/s) : [word];
    const field = options.get(name);
    if (field) {
      const value = inline ?? argv[++i];
      if (!value) throw new UsageError(`${name} needs a value.`);
      args[field] = value;
    } else if (word === '--json') args.json = true;
    else if (word.startsWith('-')) throw new UsageError(`Unknown option ${word}.`);
    else if (args.file !== '') throw new UsageError('Only one file can be run.');
    else args.file = word;
  }
  if (args.file === '') throw new UsageError('Which file?');
  for (const zone of [args.sheetZone, args.scriptZone])
    if (!isZone(zone)) throw new UsageError(`Unknown time zone ${zone}.`);
  return args;
}

function printed(value: unknown, json: boolean): string {
  if (json) return JSON.stringify(value) ?? 'null';
  return typeof value === 'string' ? value : inspect(value, { depth: 8, breakLength: 120 });
}

/**
 * Runs the verb: result on stdout, console and Logger on stderr.
 * @param argv the words after `script`
 * @returns the exit code: 0, 1 (an exception, no file, no main) or 2 (wrong usage)
 */
export async function scriptVerb(argv: string[], settings: RuntimeSettings = {}): Promise<number> {
  let args: ScriptArguments;
  try {
    args = argumentsOf(argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n${USAGE}\n`);
    return 2;
  }
  let code: string;
  try {
    code = readFileSync(args.file, 'utf8');
  } catch {
    process.stderr.write(`Cannot read the script file ${args.file}. Check its name and place.\n`);
    return 1;
  }
  try {
    const world = freshWorld({ timeZone: args.sheetZone, locale: args.locale });
    const runtime = createRuntime({ code, html: {}, manifest: { timeZone: args.scriptZone } }, world, settings);
    const result = runtime.call('main', [], {
      user: 'you@example.com',
      authMode: 'FULL',
      now: Date.now(),
      editorOpen: true,
      onLog: (_level, text) => process.stderr.write(`${text}\n`),
    });
    process.stdout.write(`${printed(result, args.json)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${explained(error, args.file)}\n`);
    return 1;
  }
}

function explained(error: unknown, file: string): string {
  if (error instanceof Error && error.message === 'Script function not found: main') {
    return `${file} has no function main(). Add one: its return value is what this command prints.`;
  }
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
