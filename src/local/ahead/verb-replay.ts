// `replay`: a policy over the past of a file, and another beside it.
import { basename } from 'node:path';
import { bookAndDays, readArguments } from '../command-line';
import { HostFailure } from '../failure';
import { type FileBook, fileBook } from '../file-cells';
import { machineZone } from '../wall-clock';
import { loadBook } from '../workbook-file';
import { builtLookingAhead, orThrow } from './built-looking-ahead';
import { replayText } from './replay-text';

/** What is called a policy that is given by no file. */
const OWN = 'AR Policy';

/**
 * Runs the verb and gives what goes to stdout.
 *
 * @param words after the verb, e.g. `['--book', 'a.csv', '--from', '2013-01-01', '--to', '2013-12-31', '--json']`
 */
export async function replayVerb(words: readonly string[]): Promise<string> {
  const read = readArguments(
    words,
    { book: 'value', from: 'value', to: 'value', policy: 'value', against: 'value', json: 'flag' },
    [0, 0],
  );
  const { book, from, to } = bookAndDays(read);
  const files = [read.values.get('policy'), read.values.get('against')];
  const policies = [await policyOf(files[0]), ...(files[1] === undefined ? [] : [await policyOf(files[1])])];
  const file = fileBook(await loadBook(book, machineZone()));
  process.stderr.write(`Going through ${from} to ${to}, a business day at a time.\n`);
  const { replayOfFile } = await builtLookingAhead();
  const report = orThrow(replayOfFile(file, { from, to }, policies));
  return read.flags.has('json') ? `${JSON.stringify(report)}\n` : replayText(report);
}

async function policyOf(path: string | undefined): Promise<{ name: string; sheet: FileBook['sheets'][number] | null }> {
  if (path === undefined) return { name: OWN, sheet: null };
  const [sheet] = fileBook(await loadBook(path, machineZone())).sheets;
  if (!sheet) throw new HostFailure('book-no-content', `${basename(path)} holds no policy.`);
  return { name: basename(path), sheet };
}
