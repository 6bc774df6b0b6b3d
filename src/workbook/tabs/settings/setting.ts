// What is said of a setting, once: where it stands, how it is typed and read, what it means, and what a change of it moves.
import type { Day } from '../../../receivables/day';
import type { DateOrder, Mapping } from '../../../sheet/fields';
import { type Cell, isBlank } from '../../../sheet/grid';
import { amountOfCell, dayOfCell, textOf } from '../../../sheet/read/typed-cells';

/** The groups in their order on the page. */
export const GROUPS = [
  'Company and mails',
  'Payments',
  'Sending',
  'Calendar',
  'Amounts and tolerance',
  'Languages',
  'Segmentation',
  'Columns of the sheet',
] as const;

/** How a setting is entered. */
export type SettingKind = 'text' | 'long text' | 'number' | 'date' | 'time' | 'choice';

/**
 * What a change moves: the plan of the day, which is made anew; nothing before the next mail leaves; the day payments are in, which a
 * person confirms; the reading of the sheet, which only Set-up changes.
 */
type Moves = 'plan' | 'next mail' | 'payments' | 'columns';

/** How a currency is paid, as typed. */
export interface PaymentStart {
  holder: string;
  iban: string;
  bic: string;
  instructions: string;
}

/** What a new workbook's settings are made of: what the person confirmed in Set-up, and the currencies of the invoices. */
export interface Start {
  sheet: string;
  headerRow: number;
  mapping: Mapping;
  dateOrder?: DateOrder;
  company: string;
  senderName: string;
  replyTo: string;
  /** How each currency is paid, where it was asked. */
  payment?: Readonly<Record<string, PaymentStart>>;
  /** Whether mails need not say how to pay, where it was asked. */
  noPayment?: boolean;
  currencies: readonly string[];
}

/** A cell as read: a value to go on with even where there is a fault (a clause without a full stop; '' for none). */
export interface Reading<T> {
  value: T;
  fault: string;
}

/** What a setting is, whatever its kind. */
interface Said {
  name: string;
  /** What people read on the page instead of a name that is none of their words. */
  label?: string;
  group: (typeof GROUPS)[number];
  meaning: string;
  moves: Moves;
  /** So many characters at most, where that is more than usual. */
  longest?: number;
  /** What a person may not type though it can be read: a clause; '' for nothing. */
  refused?: (typed: string) => string;
  /** What goes with no other setting as it is: a clause; '' for nothing. */
  clash?: (all: { windowFrom: number; windowTo: number }) => string;
}

/** A setting of AR Settings. */
export interface Setting<T = unknown> extends Said {
  kind: SettingKind;
  choices: readonly { value: string; label: string }[];
  /** What a new workbook starts with; where it is a function, what the person just confirmed (undefined: was not asked). */
  initial: Cell | ((start: Start) => Cell | undefined);
  read: (cell: Cell) => Reading<T>;
}

/** Settings of one kind that there are several of, told apart by what follows a prefix. */
export interface Family<T = unknown> {
  prefix: string;
  /** What follows the prefix in the rows of a new workbook. */
  initial: (start: Start) => readonly string[];
  /** What else is offered: it has a row only once somebody sets it. */
  offered: readonly string[];
  /** One of them; null where no such setting is known. */
  one: (rest: string) => Setting | null;
  /** What the tab says of all of them. @param told in the order of the tab, blank cells included */
  all: (told: readonly { rest: string; cell: Cell }[]) => T;
}

type Part<I> = Said & { initial: I };

/** A line of text. */
export function text(part: Part<Setting['initial']>): Setting<string> {
  return { ...part, kind: 'text', choices: [], read: (cell) => ({ value: textOf(cell), fault: '' }) };
}

/** Several lines of text. */
export function longText(part: Part<Setting['initial']>): Setting<string> {
  return { ...text(part), kind: 'long text' };
}

/** One of several words. */
export function choice(part: Part<Setting['initial']>, ...choices: [value: string, label: string][]): Setting<string> {
  return { ...text(part), kind: 'choice', choices: choices.map(([value, label]) => ({ value, label })) };
}

/** A number; where there is none, or none that can be read, that of a new workbook. */
export function number(part: Part<number | ((start: Start) => number)>): Setting<number> {
  const usual = typeof part.initial === 'number' ? part.initial : 0;
  const read = (cell: Cell): Reading<number> => {
    const { amount, fault } = amountOfCell(cell);
    return { value: amount ?? usual, fault };
  };
  return { ...part, kind: 'number', choices: [], read };
}

/** How many at most; empty: any number. What cannot be read must not take a limit away: that of a new workbook holds. */
export function limit(part: Part<number | ''>): Setting<number | null> {
  const read = (cell: Cell): Reading<number | null> => {
    const { amount, fault } = amountOfCell(cell);
    return { value: fault && part.initial !== '' ? part.initial : amount, fault };
  };
  return { ...part, kind: 'number', choices: [], read };
}

/** A day. */
export function date(part: Part<''>): Setting<Day | null> {
  const read = (cell: Cell): Reading<Day | null> => {
    const { day, fault } = dayOfCell(cell);
    return { value: day, fault };
  };
  return { ...part, kind: 'date', choices: [], read };
}

/** A time of day, as minutes since midnight. */
export function time(part: Part<string>): Setting<number> {
  const read = (cell: Cell): Reading<number> => {
    const minutes = minutesOf(isBlank(cell) ? part.initial : cell);
    const fault = minutes === null ? `"${textOf(cell)}" is not a time; type it like 08:00` : '';
    return { value: minutes ?? minutesOf(part.initial) ?? 0, fault };
  };
  return { ...part, kind: 'time', choices: [], read };
}

/** The same setting, read further. @example further(text(part), (word) => ({ value: word.toUpperCase(), fault: '' })) */
export function further<A, B>(setting: Setting<A>, go: (value: A) => Reading<B>): Setting<B> {
  const read = (cell: Cell): Reading<B> => {
    const before = setting.read(cell);
    const after = go(before.value);
    return { value: after.value, fault: before.fault || after.fault };
  };
  return { ...setting, read };
}

/** Minutes since midnight of `08:00`, `8`, or a fraction of a day as spreadsheets keep times; null for anything else. */
export function minutesOf(cell: Cell): number | null {
  if (typeof cell === 'number' && cell >= 0 && cell < 1) return Math.round(cell * 1440);
  const match = /^(\d{1,2})(?::(\d{2}))?(?::\d{2})?$/.exec(textOf(cell));
  if (!match) return null;
  const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return minutes <= 1440 ? minutes : null;
}

/** Refuses what is not a whole number from 0 on; empty is taken where that means something. */
export function wholeUpTo(most: number, mayBeEmpty: 'may be empty' | 'needed'): (typed: string) => string {
  return (typed) => {
    if (typed === '') return mayBeEmpty === 'needed' ? 'a number is needed' : '';
    return /^\d+$/.test(typed) && Number(typed) <= most ? '' : `"${typed}" is not a whole number from 0 to ${most}`;
  };
}

/** Refuses an amount below nought. */
export function belowNought(typed: string): string {
  return typed.startsWith('-') ? 'it cannot be below 0' : '';
}

/**
 * An amount for each currency that holds where nothing is written; an empty cell takes it away. `''` is every currency
 * that no row names.
 */
export function leastPerCurrency(usual: number, part: (code: string) => Said): Family<Record<string, number>> {
  const family = perCurrency<number>((code) => limit({ ...part(code), initial: usual, refused: belowNought }));
  return {
    ...family,
    all: (told) => ({
      '': usual,
      ...Object.fromEntries(told.map(({ rest }) => [rest.toUpperCase(), 0])),
      ...family.all(told),
    }),
  };
}

/** A setting for each currency of the invoices. @example perCurrency((code) => text({ name: `Bank: ${code}`, ... })) */
export function perCurrency<T>(of: (code: string) => Setting<T | null>): Family<Record<string, T>> {
  return {
    prefix: of('').name,
    initial: ({ currencies }) => currencies,
    offered: [],
    one: (rest) => of(rest.toUpperCase()),
    all: (told) => {
      const found: Record<string, T> = {};
      for (const { rest, cell } of told) {
        const value = isBlank(cell) ? null : of(rest).read(cell).value;
        if (value !== null) found[rest.toUpperCase()] = value;
      }
      return found;
    },
  };
}
