// What a language says in answers to reminders: patterns over folded text (small letters without accents), by what is meant.

import type { Signs } from './signs';

/** Why something is disputed; each is a row of AR Reasons. */
export type DisputeReason =
  | 'not-received'
  | 'quantity'
  | 'price'
  | 'damaged'
  | 'missing-po'
  | 'credit-expected'
  | 'other';

/** The words of a language. Each list holds patterns of which one is enough. */
export interface ReplyWords {
  /** Small words by which the language is known. */
  known: RegExp;
  /** They paid. */
  paid: RegExp;
  /** What looks like it and is none: not paid, will be paid. */
  unpaid: RegExp;
  /** They will pay. */
  promise: RegExp;
  /** They will not, or cannot say. */
  refusal: RegExp;
  /** They pay once something has happened. */
  condition: RegExp;
  /** What has to happen is an approval of their own. */
  approval: RegExp;
  /** The day is a guess. */
  guess: RegExp;
  instalments: RegExp;
  reasons: Readonly<Record<DisputeReason, RegExp>>;
  /** They dispute it, and do not say why. */
  contest: RegExp;
  copy: RegExp;
  contact: RegExp;
  call: RegExp;
  /** Somebody is away, said in a sentence. */
  away: RegExp;
  /** They are back on a day. */
  back: RegExp;
  /** They are away up to and with a day. */
  inclusive: RegExp;
  insolvency: RegExp;
  stop: RegExp;
  /** A question that only asks whether we agree. */
  agreed: RegExp;
  unclear: RegExp;
  thanks: RegExp;
  /** All invoices of the mail. */
  all: RegExp;
  /** January to December, folded; other forms behind a bar. */
  months: readonly string[];
  weekdays: readonly RegExp[];
  /** Today, tomorrow, ...: days from the day of receipt. */
  relative: readonly (readonly [RegExp, number])[];
  /** The next such day, or the one after it, in front of or behind a weekday. */
  next: RegExp;
  /** The nearest such day. */
  coming: RegExp;
  last: RegExp;
  /** A weekday of next week. */
  nextWeek: RegExp;
  /** The end of the month that has begun. */
  monthEnd: RegExp;
  /** The end of the month after it. */
  nextMonthEnd: RegExp;
  /** In front of a month's name: its last day. */
  endOf: RegExp;
  /** A time that is no day. */
  span: RegExp;
  /** A day of the month alone; the first group holds it. */
  bareDay: RegExp;
  /** Who deals with an insolvency. */
  administrator: RegExp;
  /** What stands in front of a person's name. */
  titles: RegExp;
  /** "X, not Y": what they say is right instead of what was billed; the first group holds the right one. */
  rightAmount: RegExp;
  signs: Signs;
}

/** One pattern of several. @example anyOf('a', /b/).test('b') // true */
export function anyOf(...patterns: (string | RegExp)[]): RegExp {
  return new RegExp(patterns.map((pattern) => (typeof pattern === 'string' ? pattern : pattern.source)).join('|'));
}

/**
 * The words of a language with their short forms written out: "~30" is up to thirty signs of the same sentence between two words, "#" a
 * number in figures or words, and no parenthesis but a named one holds what it finds.
 * @param numbers in words, folded, with a bar between them
 * @param spelled how a pattern is changed beyond that
 * @example readable({ paid: /paid~9today/ }, '').paid.test('paid it today') // true
 */
export function readable<Part>(part: Part, numbers: string, spelled = (source: string): string => source): Part {
  if (part instanceof RegExp) {
    const source = part.source
      .replace(/~(\d+)/g, '\\b[^.?!]{0,$1}\\b')
      .replace(/#/g, `(\\d+|${numbers})`)
      .replace(/(?<!\\)\((?!\?)/g, '(?:');
    return new RegExp(spelled(source), part.flags) as Part;
  }
  if (Array.isArray(part)) return part.map((one) => readable(one, numbers, spelled)) as Part;
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([name, one]) => [name, readable(one, numbers, spelled)])) as Part;
}
