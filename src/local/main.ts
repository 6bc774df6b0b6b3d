// The command line of the local host: picks the verb, prints its result, turns failures into a sentence and an exit code.

import { bankVerb } from './bank/verb-bank';
import { matchVerb } from './bank/verb-match';
import { builtProject, versionOf } from './built-project';
import { usageFailure } from './command-line';
import { HostFailure, sentenceOf } from './failure';
import { scriptVerb } from './script-verb';
import { auditVerb } from './verb-audit';
import { faultsVerb } from './verb-faults';
import { formulaVerb } from './verb-formula';
import { planVerb } from './verb-plan';
import { readingsVerb } from './verb-readings';
import { serveVerb } from './verb-serve';
import { simulateVerb } from './verb-simulate';

const USAGE = `Usage: npm run --silent local -- <verb> ...

  plan --book FILE [--sheet NAME] [--as-of YYYY-MM-DD] [--column field="Header"]... [--why INVOICE] [--json]
      who would be reminded today and why; with --why every rule for one invoice number
  formula --book FILE [--sheet NAME] [--as-of YYYY-MM-DD] '=AGING_BUCKET(D2:D, AS_OF)' [--json]
      the value of a formula over the file, as rows of cells
  simulate --book FILE --from YYYY-MM-DD --to YYYY-MM-DD [--outbox DIR] [--json]
      the hourly run over those days, every reminder approved; each day is told on stderr as it ends, and its mails
      are written as .eml files; Ctrl-C ends it with the day at work, prints the days so far and exits with 1
  audit --book FILE.xlsx [--json]
      replays the log of a workbook by itself: gaps, duplicates, contradictions; exits with 1 when there are any
  bank --file FILE [--currency CODE] [--json]
      reads a bank's statement (camt, MT940, BAI2, OFX, CSV, .xlsx): its lines, accounts, and what could not be read
  match --book OPEN --bank LINES [--aliases FILE] [--as-of DATE] [--json]
      which open invoices the lines of a bank's file pay, and why; what is not certain is asked about
  faults [--quick] [--seed NUMBER] [--json]
      breaks every service call of a run, interrupts it with what people do, makes every cell odd and every service
      slow, and says whether a mail left twice, was lost or got stuck; --quick tries a share of it, --seed one
      interleaving again
  readings FOLDER [--case ID]... [--json]
      reads every sheet of a folder of cases and holds it against the right values; --help tells the format
  script FILE.js [--sheet-zone ZONE] [--script-zone ZONE] [--locale LOCALE] [--json]
      runs the file as an Apps Script project and prints what its main() returns
  serve [--book FILE] [--port NUMBER] [--no-open]
      the workbook, the add-on and an outbox on a page of this machine (this is what npm start does)

  --version
      the version of Duesheet that is tried here

FILE is an .xlsx or .csv file; it is never written.
`;

/** A verb writes its result to stdout by what it returns; '' when it has printed by itself. One that judges says its exit code. */
type Verb = (words: readonly string[]) => Promise<string | { out: string; exit: number }>;

const VERBS: Record<string, Verb> = {
  plan: planVerb,
  formula: formulaVerb,
  simulate: simulateVerb,
  faults: faultsVerb,
  readings: readingsVerb,
  serve: serveVerb,
  audit: auditVerb,
  bank: bankVerb,
  match: matchVerb,
};

/**
 * Runs one command.
 *
 * @param words of the command line, the verb first
 * @returns the exit code: 0, 1 (could not do it) or 2 (wrong usage)
 */
async function main(words: readonly string[]): Promise<number> {
  const [name = '', ...rest] = words;
  try {
    if (name === '--help' || name === 'help') {
      process.stdout.write(USAGE);
      return 0;
    }
    if (name === '--version') {
      process.stdout.write(`${versionOf(builtProject().code)}\n`);
      return 0;
    }
    if (name === 'script') return await scriptVerb(rest);
    const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
    if (!verb) throw usageFailure(name === '' ? 'A verb is missing.' : `There is no verb "${name}".`);
    const said = await verb(rest);
    process.stdout.write(typeof said === 'string' ? said : said.out);
    return typeof said === 'string' ? 0 : said.exit;
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    if (!(error instanceof HostFailure)) return 1;
    if (error.exit === 2) process.stderr.write(`\n${USAGE}`);
    return error.exit;
  }
}

process.exitCode = await main(process.argv.slice(2));
