// Values by key as one text of sorted lines: a key is found by halving, and nothing else of the text is read for it.

/** Ends a line, and a key; inside values both stand escaped. */
const LINE = '^';
const KEY = '`';

/** Characters that separate lines or are not plain ASCII: a cell, an encoding or a digest must not change any. */
const SPECIAL = /[\u0060^\u007f-\uffff]/g;

/**
 * JSON in plain ASCII, without the characters that separate lines.
 * @example plainJson('Müller') // '"M\\u00fcller"'
 */
export function plainJson(value: unknown): string {
  return JSON.stringify(value).replace(SPECIAL, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * Packs values.
 * @returns the text that `PackedLines` reads
 * @example packLines([['b', 2], ['a', 1]]) // '"a"`1^"b"`2'
 */
export function packLines(entries: Iterable<readonly [string, unknown]>): string {
  return [...entries]
    .map(([key, value]) => `${plainJson(key)}${KEY}${plainJson(value)}`)
    .sort()
    .join(LINE);
}

/** Values by key in a text that `packLines` made. */
export class PackedLines {
  constructor(private readonly text: string) {}

  /** The JSON under a key; null where there is none. */
  find(key: string): string | null {
    const { text } = this;
    const wanted = plainJson(key);
    let low = 0;
    let high = text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const start = middle === 0 ? 0 : text.lastIndexOf(LINE, middle - 1) + 1;
      const end = endOf(text, middle);
      const tab = text.indexOf(KEY, start);
      const own = text.slice(start, tab);
      if (own === wanted) return text.slice(tab + 1, end);
      if (own < wanted) low = end + 1;
      else high = start;
    }
    return null;
  }

  /** All keys with their JSON, in the order of the text. */
  *entries(): Generator<[key: string, json: string]> {
    for (let start = 0; start < this.text.length; ) {
      const end = endOf(this.text, start);
      const tab = this.text.indexOf(KEY, start);
      yield [JSON.parse(this.text.slice(start, tab)) as string, this.text.slice(tab + 1, end)];
      start = end + 1;
    }
  }
}

function endOf(text: string, from: number): number {
  const end = text.indexOf(LINE, from);
  return end < 0 ? text.length : end;
}
