// Long names that differ by a slip of the keyboard: a letter left out, or two letters the wrong way round.

/** What the slip was. */
export type Slip = 'a missing letter' | 'two letters the other way round';

/** Two names that differ by one slip. */
export interface NearNames {
  a: string;
  b: string;
  slip: Slip;
}

/** Shorter names differ by one letter too often without being the same. */
const LONG_NAME = 8;
/** More names than these that lead from one to the next are a series (Store AA, Store AAA, ...), not slips. */
const MOST_IN_A_ROW = 3;

/**
 * The pairs of names that differ by one slip behind their first letter. Digits never count as one: Store 1 and Store 11 are two.
 * Takes time in proportion to the letters of all names.
 * @param names each once, of letters and digits without blanks, in small letters
 * @returns pairs in alphabetical order
 * @example nearNames(['brightwater', 'brigthwater']) // [{ a: 'brightwater', b: 'brigthwater', slip: 'two letters the other way round' }]
 */
export function nearNames(names: readonly string[]): NearNames[] {
  const all = new Set(names);
  const pairs = new Map<string, NearNames>();
  const found = (one: string, other: string, slip: Slip): void => {
    const [a = '', b = ''] = [one, other].sort();
    pairs.set(`${a}|${b}`, { a, b, slip });
  };
  for (const name of all) {
    if (name.length < LONG_NAME) continue;
    for (let index = 1; index < name.length; index += 1) {
      if (isDigit(name[index])) continue;
      const without = name.slice(0, index) + name.slice(index + 1);
      if (all.has(without)) found(name, without, 'a missing letter');
      const next = name[index + 1];
      if (next === undefined || isDigit(next) || next === name[index]) continue;
      const swapped = name.slice(0, index) + next + name[index] + name.slice(index + 2);
      if (all.has(swapped)) found(name, swapped, 'two letters the other way round');
    }
  }
  return withoutSeries([...pairs.values()]);
}

function isDigit(letter: string | undefined): boolean {
  if (letter === undefined || (letter >= 'a' && letter <= 'z')) return false;
  return /\p{N}/u.test(letter);
}

function withoutSeries(pairs: readonly NearNames[]): NearNames[] {
  const rows = new Map<string, Set<string>>();
  for (const { a, b } of pairs) {
    const row = rows.get(a) ?? new Set([a]);
    for (const name of rows.get(b) ?? [b]) row.add(name);
    for (const name of row) rows.set(name, row);
  }
  return pairs
    .filter(({ a }) => (rows.get(a)?.size ?? 0) <= MOST_IN_A_ROW)
    .sort((p, q) => (p.a + p.b < q.a + q.b ? -1 : 1));
}
