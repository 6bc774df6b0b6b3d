// Values by key as one text of sorted lines: a key is found by halving, and nothing else of the text is read for it.

import type { SealedText } from '../sealed-text';

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

/** Values by key in a text that `packLines` made, or in a part of a longer one. What is read of it proves itself. */
export class PackedLines {
  /** @param from and `to`: where in the text they stand */
  constructor(
    private readonly sealed: SealedText,
    private readonly from: number,
    private readonly to: number,
  ) {}

  /** The JSON under a key; null where there is none. @throws TornText */
  find(key: string): string | null {
    const wanted = plainJson(key);
    let low = this.from;
    let high = this.to;
    while (low < high) {
      const { key: own, start, value, end } = this.lineAt((low + high) >> 1);
      if (own === wanted) return this.sealed.text.slice(value, end);
      if (own < wanted) low = end + 1;
      else high = start;
    }
    return null;
  }

  /** The line around a place. Where it begins and ends counts only once that is checked, the signs around it too. */
  private lineAt(place: number): { key: string; start: number; value: number; end: number } {
    const { sealed, from, to } = this;
    const { text } = sealed;
    const before = place === 0 ? -1 : text.lastIndexOf(LINE, place - 1);
    const start = Math.max(from, before + 1);
    const end = this.endOf(place);
    sealed.check(Math.max(from, start - 1), Math.min(to, end + 1));
    const tab = text.indexOf(KEY, start);
    return { key: text.slice(start, tab), start, value: tab + 1, end };
  }

  private endOf(place: number): number {
    const end = this.sealed.text.indexOf(LINE, place);
    return end < 0 || end > this.to ? this.to : end;
  }

  /** All keys, in the order of the text. @throws TornText */
  *keys(): Generator<string> {
    for (const { key } of this.lines()) yield key;
  }

  /** All keys with their JSON, in the order of the text. @throws TornText */
  *entries(): Generator<[key: string, json: string]> {
    for (const { key, value, end } of this.lines()) yield [key, this.sealed.text.slice(value, end)];
  }

  private *lines(): Generator<{ key: string; value: number; end: number }> {
    const { sealed, from, to } = this;
    sealed.check(from, to);
    for (let start = from; start < to; ) {
      const end = this.endOf(start);
      const tab = sealed.text.indexOf(KEY, start);
      yield { key: JSON.parse(sealed.text.slice(start, tab)) as string, value: tab + 1, end };
      start = end + 1;
    }
  }
}
