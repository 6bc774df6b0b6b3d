// `bank`: reads a bank's file and tells its lines, its accounts and what could not be read.
import { basename } from 'node:path';
import { readArguments, required } from '../command-line';
import { bankSource } from './bank-source';
import { bankText } from './bank-text';
import { builtMoneyIn } from './built-money-in';

/**
 * Runs the verb.
 *
 * @param words after the verb, e.g. `['--file', 'statement.xml', '--json']`
 * @returns what goes to stdout, and the exit code: 1 when nothing may be taken from the file
 */
export async function bankVerb(words: readonly string[]): Promise<{ out: string; exit: number }> {
  const read = readArguments(words, { file: 'value', currency: 'value', json: 'flag' }, [0, 0]);
  const path = required(read, 'file');
  const currency = read.values.get('currency')?.toUpperCase();
  const { bankReport } = await builtMoneyIn();
  const report = bankReport(await bankSource(path, '--file'), currency === undefined ? {} : { currency });
  const out = read.flags.has('json') ? `${JSON.stringify(report)}\n` : bankText(report, basename(path));
  return { out, exit: report.refused ? 1 : 0 };
}
