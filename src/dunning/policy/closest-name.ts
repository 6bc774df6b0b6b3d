// Which known name was probably meant by one that nobody has: for "did you mean".

/**
 * The known name nearest to a written one, at most two slips away (a letter left out, added or exchanged).
 * @param written as typed
 * @param known names that exist
 * @returns '' when none is near
 * @example closestName('Tmely', ['Timely', 'New']) // 'Timely'
 */
export function closestName(written: string, known: readonly string[]): string {
  const wanted = plain(written);
  let best = '';
  let least = Math.min(3, Math.ceil(wanted.length / 2));
  for (const name of known) {
    const slips = slipsBetween(wanted, plain(name));
    if (slips < least) {
      least = slips;
      best = name;
    }
  }
  return best;
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

/** How many letters were left out, added or exchanged: Levenshtein's distance, one row of its table at a time. */
export function slipsBetween(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const exchanged = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(exchanged, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = row;
  }
  return before[b.length] ?? 0;
}
