// The options of a verb: which exist, which take a value, which may repeat; anything else is wrong usage.
import { HostFailure } from './failure';
import { didYouMean } from './usage';

/** What an option takes: nothing, one value, or one value each time it is given. */
export type OptionKind = 'flag' | 'value' | 'repeated';

/** Options and operands of one call. */
export interface Arguments {
  flags: Set<string>;
  values: Map<string, string>;
  repeated: Map<string, string[]>;
  operands: string[];
}

/**
 * Reads the words after the verb.
 *
 * @param words the words, e.g. `['--book', 'a.csv', '--json']`
 * @param options option name without dashes to its kind
 * @param operands how many words may stand without an option, least and most
 * @throws HostFailure with exit 2 on an unknown option, a missing value or too many words
 * @example readArguments(['--json'], { json: 'flag' }, [0, 0]).flags.has('json') // true
 */
export function readArguments(
  words: readonly string[],
  options: Record<string, OptionKind>,
  operands: readonly [number, number],
): Arguments {
  const read: Arguments = { flags: new Set(), values: new Map(), repeated: new Map(), operands: [] };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!word.startsWith('--')) {
      read.operands.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const name = word.slice(2, equals < 0 ? undefined : equals);
    const kind = Object.hasOwn(options, name) ? options[name] : undefined;
    if (kind === undefined)
      throw usageFailure(`There is no option --${name} here.${didYouMean(name, Object.keys(options), '--')}`);
    if (kind === 'flag') {
      if (equals >= 0) throw usageFailure(`--${name} takes no value.`);
      read.flags.add(name);
      continue;
    }
    if (equals < 0) at += 1;
    const value = equals < 0 ? words[at] : word.slice(equals + 1);
    if (value === undefined || (equals < 0 && value.startsWith('--'))) throw usageFailure(`--${name} needs a value.`);
    store(read, name, kind, value);
  }
  if (read.operands.length < operands[0]) throw usageFailure('Something is missing at the end of the line.');
  if (read.operands.length > operands[1]) {
    const word = read.operands[operands[1]] ?? '';
    const isBook = options['book'] !== undefined && /\.(?:csv|xlsx)$/i.test(word);
    const advice = isBook
      ? 'is a file: put --book before it'
      : 'is one word too many (put quotes around a text with spaces)';
    throw usageFailure(`"${word}" ${advice}.`);
  }
  return read;
}

function store(read: Arguments, name: string, kind: OptionKind, value: string): void {
  if (kind === 'repeated') {
    read.repeated.set(name, [...(read.repeated.get(name) ?? []), value]);
    return;
  }
  if (read.values.has(name)) throw usageFailure(`--${name} is given twice.`);
  read.values.set(name, value);
}

/** Wrong usage: exit 2. */
export function usageFailure(message: string): HostFailure {
  return new HostFailure('usage', message, 2);
}

/** The value of an option that must be there. */
export function required(read: Arguments, name: string): string {
  const value = read.values.get(name);
  if (value === undefined) throw usageFailure(`--${name} is needed.`);
  return value;
}

/**
 * A date option as `YYYY-MM-DD`, or undefined when it was not given.
 *
 * @throws HostFailure with exit 2 when it is no date of the calendar
 * @example `--as-of 2026-02-30` is refused
 */
export function dateOption(read: Arguments, name: string): string | undefined {
  const value = read.values.get(name);
  if (value === undefined) return undefined;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) {
    throw usageFailure(`--${name} ${value} is not a date: write it as YYYY-MM-DD, e.g. 2026-03-31.`);
  }
  return value;
}

/** The book of a verb and the days it goes through. @throws HostFailure with exit 2 where one is missing or they end before they begin */
export function bookAndDays(read: Arguments): { book: string; from: string; to: string } {
  const book = required(read, 'book');
  required(read, 'from');
  required(read, 'to');
  const [from = '', to = ''] = [dateOption(read, 'from'), dateOption(read, 'to')];
  if (to < from) throw usageFailure(`--to ${to} lies before --from ${from}.`);
  return { book, from, to };
}

/** What `--column due="Fecha"` says, once for each column; null when none was given. */
export function columnChoices(read: Arguments): Record<string, string> | null {
  const pairs = read.repeated.get('column') ?? [];
  if (pairs.length === 0) return null;
  const columns: Record<string, string> = {};
  for (const pair of pairs) {
    const cut = pair.indexOf('=');
    if (cut < 1) throw usageFailure(`--column ${pair}: write field=Header, e.g. --column due="Fecha".`);
    columns[pair.slice(0, cut).trim()] = pair
      .slice(cut + 1)
      .trim()
      .replace(/^"(.*)"$/, '$1');
  }
  return columns;
}
