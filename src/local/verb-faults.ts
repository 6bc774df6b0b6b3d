// The verb `faults`: breaks and interrupts the built add-on in every way and says what went wrong.
import { readArguments, usageFailure } from './command-line';
import { HostFailure } from './failure';
import { campaign, FULL, interleavedGrounds, QUICK } from './faults/campaign';
import { drawn, inWords, tryInterleaving } from './faults/interleavings';
import { outcomeJson, outcomeText } from './faults/report';

/** How often it is said what is at work, in milliseconds. */
const TELL_EVERY = 2_000;

/**
 * Runs the verb and gives what goes to stdout.
 *
 * @param words after the verb, e.g. `['--quick', '--json']`
 * @throws HostFailure `faults-found` once everything is told, where something went wrong
 */
export async function faultsVerb(words: readonly string[]): Promise<string> {
  const read = readArguments(words, { quick: 'flag', json: 'flag', seed: 'value' }, [0, 0]);
  const seed = read.values.get('seed');
  if (seed !== undefined) return oneSeed(seed);
  let told = performance.now();
  const outcome = campaign(read.flags.has('quick') ? QUICK : FULL, (progress, isUrgent) => {
    if (!isUrgent && performance.now() - told < TELL_EVERY) return;
    told = performance.now();
    process.stderr.write(`${progress}\n`);
  });
  const text = read.flags.has('json') ? outcomeJson(outcome) : outcomeText(outcome);
  if (outcome.failures.length === 0) return text;
  process.stdout.write(text);
  throw new HostFailure('faults-found', `${outcome.failures.length} of the cases tried went wrong.`);
}

/** One interleaving once more, with all its actions. */
function oneSeed(text: string): string {
  const seed = Number(text);
  if (!Number.isSafeInteger(seed) || seed < 0) throw usageFailure(`--seed ${text} is no whole number.`);
  const one = drawn(seed, interleavedGrounds()(seed));
  const findings = tryInterleaving(one);
  const told = findings.map(({ wrong, what }) => `  ${wrong}: ${what}\n`).join('');
  process.stdout.write(`${inWords(one)}\n${told || '  nothing went wrong\n'}`);
  if (findings.length > 0) throw new HostFailure('faults-found', 'This interleaving goes wrong.');
  return '';
}
