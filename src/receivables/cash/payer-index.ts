// Who a payer is: a customer by a name that was learned, by their own, or by one that stands in the text.
import { companyNameOf } from '../company-name';
import { toMinor } from '../money';
import type { CashLine, OpenItem } from './cash-lines';
import { addUnder } from './grouped';

/** A customer that a payer may be. */
export interface KnownPayer {
  customerKey: string;
  /** 1 learned, 0.95 the same name, 0.8 nearly the same or in the text, 0.4 one rare word. */
  score: number;
}

/** The customers by their names. */
export interface PayerIndex {
  /** The customers that the line's payer may be, all of the highest score there is; none below 0.4. */
  payersOf(line: CashLine): KnownPayer[];
}

/** What was learned from accepted lines: a payer's name as written, and the customer it is. */
export interface PayerAlias {
  name: string;
  customerKey: string;
  /** Only from a line that was accepted: above 10,000.00 it says no more than a name that resembles. */
  isLearned?: true;
}

/** Up to so much a payer that was learned counts as known. */
const MOST_LEARNED = 10_000;

const CONNECTING = new Set([
  'and',
  'und',
  'et',
  'y',
  'e',
  'en',
  'og',
  'och',
  'i',
  'a',
  'the',
  'co',
  'dr',
  'mr',
  'mrs',
  'herr',
  'frau',
  'firma',
]);
/** Jaro-Winkler similarity from which on two names are nearly the same (forecast-and-cash, 4.3). */
const NEARLY = 0.92;
const LONG_ENOUGH = 5;

interface Name {
  customerKey: string;
  words: readonly string[];
  sorted: string;
}

/** Makes the index. */
export function payerIndex(items: readonly OpenItem[], aliases: readonly PayerAlias[]): PayerIndex {
  const names = new Map<string, Name>();
  const customers = new Map(items.map(({ customerKey, customer }) => [customerKey, customer]));
  for (const [customerKey, customer] of customers) {
    const words = wordsOf(customer);
    if (words.length > 0) names.set(customerKey, { customerKey, words, sorted: [...words].sort().join(' ') });
  }
  const learned = grouped(aliases, ({ name }) => wordsOf(name).join(' '));
  const bySorted = grouped([...names.values()], ({ sorted }) => sorted);
  const byWord = new Map<string, Name[]>();
  for (const name of names.values()) for (const word of new Set(name.words)) addUnder(byWord, word, name);
  const byStart = new Map<string, Name[]>();
  for (const name of names.values()) {
    for (const start of new Set(name.words.map((word) => word.slice(0, 3)))) addUnder(byStart, start, name);
  }

  const payersOf = (line: CashLine): KnownPayer[] => {
    const words = wordsOf(line.payer);
    const known = learned.get(words.join(' ')) ?? [];
    if (words.length > 0 && known.length > 0) {
      const isLarge = line.minor > toMinor(MOST_LEARNED, line.currency);
      return scored(known, isLarge && known.every(({ isLearned }) => isLearned) ? 0.4 : 1);
    }
    const sorted = [...words].sort().join(' ');
    const same = bySorted.get(sorted) ?? [];
    if (same.length > 0) return scored(same, 0.95);
    const near = nearest(sorted, words, byStart);
    if (near.length > 0) return scored(near, 0.8);
    const inText = namesIn(wordsOf(line.text), byWord);
    if (inText.length > 0) return scored(inText, 0.8);
    const rare = words.flatMap((word) =>
      word.length >= 4 && byWord.get(word)?.length === 1 ? (byWord.get(word) ?? []) : [],
    );
    return scored(rare, 0.4);
  };
  return { payersOf };
}

function scored(names: readonly { customerKey: string }[], score: number): KnownPayer[] {
  return [...new Set(names.map(({ customerKey }) => customerKey))].map((customerKey) => ({ customerKey, score }));
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const one of all) addUnder(map, keyOf(one), one);
  return map;
}

/** A name's words without legal form and connecting words. */
function wordsOf(name: string): string[] {
  const words = companyNameOf(name).words.filter((word) => !CONNECTING.has(word));
  return words.length > 0 ? words : [...companyNameOf(name).words];
}

function nearest(sorted: string, words: readonly string[], byStart: ReadonlyMap<string, readonly Name[]>): Name[] {
  if (sorted.length < LONG_ENOUGH) return [];
  const candidates = new Set(words.flatMap((word) => byStart.get(word.slice(0, 3)) ?? []));
  let best = NEARLY;
  let found: Name[] = [];
  for (const name of candidates) {
    // Figures tell names apart: Store 1 and Store 11 are two.
    if (name.sorted.replace(/\D/g, '') !== sorted.replace(/\D/g, '')) continue;
    const score = jaroWinkler(sorted, name.sorted);
    if (score > best) found = [];
    if (score >= best) {
      best = score;
      found.push(name);
    }
  }
  return found;
}

/** The customers whose whole name stands in a text. */
function namesIn(words: readonly string[], byWord: ReadonlyMap<string, readonly Name[]>): Name[] {
  const text = ` ${words.join(' ')} `;
  const found = new Set<Name>();
  for (const word of words) {
    for (const name of byWord.get(word) ?? []) {
      const whole = name.words.join(' ');
      if (whole.length >= LONG_ENOUGH && text.includes(` ${whole} `)) found.add(name);
    }
  }
  // "Acme Tools" is in the text, and so is "Acme": the longer name is meant.
  const longest = [...found].filter(
    (name) =>
      ![...found].some((other) => other !== name && ` ${other.words.join(' ')} `.includes(` ${name.words.join(' ')} `)),
  );
  return longest;
}

/** Jaro-Winkler similarity of two texts, 0 to 1. Source: W. E. Winkler, String Comparator Metrics (1990). */
function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Array<boolean>(b.length).fill(false);
  const matched: string[] = [];
  for (let i = 0; i < a.length; i += 1) {
    for (let j = Math.max(0, i - reach); j <= Math.min(b.length - 1, i + reach); j += 1) {
      if (taken[j] || a[i] !== b[j]) continue;
      taken[j] = true;
      matched.push(a[i] ?? '');
      break;
    }
  }
  if (matched.length === 0) return 0;
  const other = [...b].filter((_, j) => taken[j]);
  const moved = matched.filter((sign, i) => sign !== other[i]).length / 2;
  const count = matched.length;
  const jaro = (count / a.length + count / b.length + (count - moved) / count) / 3;
  let start = 0;
  while (start < 4 && start < a.length && a[start] === b[start]) start += 1;
  return jaro + start * 0.1 * (1 - jaro);
}
