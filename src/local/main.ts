// The command line of the local host: picks the verb, prints its result, turns failures into a sentence and an exit code.

import { forecastVerb } from './ahead/verb-forecast';
import { replayVerb } from './ahead/verb-replay';
import { bankVerb } from './bank/verb-bank';
import { matchVerb } from './bank/verb-match';
import { builtProject, versionOf } from './built-project';
import { usageFailure } from './command-line';
import { HostFailure, sentenceOf } from './failure';
import { scriptVerb } from './script-verb';
import { didYouMean, shortUsage, usage, VERB_HELP, verbHelp } from './usage';
import { auditVerb } from './verb-audit';
import { faultsVerb } from './verb-faults';
import { formulaVerb } from './verb-formula';
import { planVerb } from './verb-plan';
import { readingsVerb } from './verb-readings';
import { replyVerb } from './verb-reply';
import { serveVerb } from './verb-serve';
import { simulateVerb } from './verb-simulate';

/** A verb writes its result to stdout by what it returns; '' when it has printed by itself. One that judges says its exit code. */
type Verb = (words: readonly string[]) => Promise<string | { out: string; exit: number }>;

const VERBS: Record<string, Verb> = {
  plan: planVerb,
  formula: formulaVerb,
  forecast: forecastVerb,
  simulate: simulateVerb,
  replay: replayVerb,
  faults: faultsVerb,
  readings: readingsVerb,
  serve: serveVerb,
  audit: auditVerb,
  bank: bankVerb,
  match: matchVerb,
  reply: replyVerb,
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
      process.stdout.write(usage());
      return 0;
    }
    if (name === '--version') {
      process.stdout.write(`${versionOf(builtProject().code)}\n`);
      return 0;
    }
    // Some verbs tell more of themselves than their options.
    if (rest.includes('--help') && Object.keys(VERB_HELP[name]?.options ?? {}).length > 0) {
      process.stdout.write(verbHelp(name));
      return 0;
    }
    if (name === 'script') return await scriptVerb(rest);
    const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
    if (!verb)
      throw usageFailure(
        name === '' ? 'A verb is missing.' : `There is no verb "${name}".${didYouMean(name, Object.keys(VERB_HELP))}`,
      );
    const said = await verb(rest);
    process.stdout.write(typeof said === 'string' ? said : said.out);
    return typeof said === 'string' ? 0 : said.exit;
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    if (!(error instanceof HostFailure)) return 1;
    if (error.exit === 2) process.stderr.write(`\n${shortUsage(name)}`);
    return error.exit;
  }
}

// Whoever reads no further, as `| head` does, has what they wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});
process.exitCode = await main(process.argv.slice(2));
