// What the log keeps of long lists, in parts that each fit a cell: a cell holds 50,000 characters.

/** What one event may carry of a list, in characters of JSON. */
const MOST_CHARACTERS = 20_000;

/**
 * Parts of a list that each fit a cell.
 * @example partsForCells(['acme|1', 'acme|2']) // [['acme|1', 'acme|2']]
 */
export function partsForCells<T>(items: readonly T[]): T[][] {
  const parts: T[][] = [];
  let size = MOST_CHARACTERS;
  for (const item of items) {
    const length = JSON.stringify(item).length + 1;
    if (size + length > MOST_CHARACTERS) {
      parts.push([]);
      size = 0;
    }
    parts[parts.length - 1]?.push(item);
    size += length;
  }
  return parts;
}
