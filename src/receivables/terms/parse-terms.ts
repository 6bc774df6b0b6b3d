// Understands payment terms as people write them: `Net 30`, `2/10 n/30`, `45 EOM`, `15 MFI`, `Due on receipt`.
import { japaneseClock } from './japanese-terms';
import type { Clock, PaymentTerms, Reading, Schedule } from './payment-terms';
import { termsTokens } from './terms-words';

/** Why terms cannot be used: a stable code and the clause that follows the text. */
export interface TermsProblem {
  problem: 'terms-unknown' | 'terms-no-due-date' | 'terms-from-receipt' | 'terms-instalments' | 'terms-discounts';
  finding: string;
}

/** A net period that can be read in one or two ways. */
interface NetPart {
  'eom-first': Clock;
  'days-first': Clock;
  usual: Reading;
}

interface DiscountPart {
  rate: number;
  days: number;
  /** What the days are counted from: the invoice date, the end of its month, or as a day of the following month. */
  from: 'invoice' | 'month-end' | 'next-month';
}

const DAYS = '(\\d{1,3})';
const RATE = '(\\d{1,2}(?:\\.\\d+)?)';
const DATING = '(?: ORD)?(?: DAYS)?(?: (?:DISC))?(?: (EOM|MONTHEND|AFTEREOM|NEXTMONTH))?';
const DISCOUNT_FIRST = new RegExp(
  `^(?:DISC )?${RATE} (?:%|/|% /|% DISC(?: /)?) ${DAYS}${DATING}(?: (?:SEP|PLUS))?(?: (.+))?$`,
);
const DAYS_FIRST = new RegExp(`^${DAYS} DAYS (?:SEP )?${RATE} %(?: DISC)?(?: SEP)?(?: (.+))?$`);
const DISCOUNT_LAST = new RegExp(
  `^(.+?) (?:SEP )?(?:DISC )?${RATE} (?:%|/|% /|% DISC(?: /)?) ${DAYS}(?: DAYS)?(?: DISC)?$`,
);
const DAYS_BEFORE_DISCOUNT_LAST = new RegExp(`^(.+?) (?:SEP )?${DAYS} DAYS (?:SEP )?${RATE} %(?: DISC)?$`);

/** Days from the end of the discount to the due date where end-of-month dating names no net period: a custom of the trade. */
const NET_AFTER_DISCOUNT = 20;

/** The most that a day of a month can be. */
const LAST_DAY = 31;

/**
 * Reads payment terms.
 *
 * Texts with two honest readings are marked: "N EOM" and "Net N EOM" are usually the end of the month plus N days, "N days end of
 * month" usually N days and then the end of that month. A discount with end-of-month dating ("2/10 EOM net 30") counts both periods
 * from the end of the month, and without a net period the full amount is due 20 days after the discount, the custom of that dating.
 * @param text the terms as written; upper and lower case, points and accents do not matter
 * @returns the terms, or the problem with them: nothing is guessed
 * @example parseTerms('2/10 Net 30') // 2 % until 10 days after the invoice date, due 30 days after it
 */
export function parseTerms(text: string): PaymentTerms | TermsProblem {
  const japanese = inJapanese(text);
  if (japanese) return japanese;
  const tokens = termsTokens(text);
  return severalParts(tokens) ?? withDiscount(tokens) ?? withoutDiscount(tokens) ?? fromReceipt(tokens) ?? UNKNOWN;
}

function inJapanese(text: string): PaymentTerms | TermsProblem | null {
  const clock = japaneseClock(text);
  if (clock === null) return null;
  if (clock === 'unknown') return UNKNOWN;
  if (clock === 'receipt') return FROM_RECEIPT;
  return {
    discountRate: null,
    ...bothReadings(one(clock), (reading) => ({ due: one(clock)[reading], discount: null })),
  };
}

const UNKNOWN: TermsProblem = {
  problem: 'terms-unknown',
  finding:
    'is not understood as payment terms: write for example Net 30, 2/10 Net 30, EOM, 45 EOM, 15 MFI, 30 days end of month or Due on receipt',
};

function severalParts(tokens: string): TermsProblem | null {
  const shares = (tokens.match(/[\d.]+(?= %)/g) ?? []).map(Number);
  const sum = shares.reduce((total, share) => total + share, 0);
  if (
    /^[1-9]\d(?: \/ [1-9]\d){1,5}(?: DAYS)?(?: AFTEREOM| THENMONTHEND)?$/.test(tokens) ||
    (shares.length > 1 && sum === 100)
  ) {
    const finding =
      'has several due dates: give each instalment a row and terms of its own, for example Net 15 and Net 45';
    return { problem: 'terms-instalments', finding };
  }
  const ladder = (tokens.match(/(?:^|SEP |PLUS )[\d.]+ \/ \d+/g) ?? []).length;
  if (shares.length < 2 && ladder < 2) return null;
  const finding = 'has several discounts: write the one that counts, for example 2/10 Net 30';
  return { problem: 'terms-discounts', finding };
}

function fromReceipt(tokens: string): TermsProblem | null {
  return /\d.* ROG\b|\bROG .*\d/.test(tokens) ? FROM_RECEIPT : null;
}

const FROM_RECEIPT: TermsProblem = {
  problem: 'terms-from-receipt',
  finding:
    'counts from a receipt or delivery, which the invoice date does not tell: give that day as the date and write for example 2/10 Net 30',
};

/**
 * The four orders in which people write discount and net period. Where more than one fits ("30 days, 2% 10 days"), the discount
 * that ends before the due date is meant.
 */
function withDiscount(tokens: string): PaymentTerms | TermsProblem | null {
  const first = DISCOUNT_FIRST.exec(tokens);
  const daysFirst = DAYS_FIRST.exec(tokens);
  const last = DISCOUNT_LAST.exec(tokens);
  const daysLast = DAYS_BEFORE_DISCOUNT_LAST.exec(tokens);
  const readings = [
    first && discounted(discountPart(first[1], first[2], first[3]), first[4] ?? ''),
    daysFirst && discounted(discountPart(daysFirst[2], daysFirst[1]), daysFirst[3] ?? ''),
    last && discounted(discountPart(last[2], last[3]), last[1] ?? ''),
    daysLast && discounted(discountPart(daysLast[3], daysLast[2]), daysLast[1] ?? ''),
  ].filter((reading) => reading !== null);
  return readings.find((reading) => !endsAfterDue(reading)) ?? readings[0] ?? null;
}

function endsAfterDue(terms: PaymentTerms | TermsProblem): boolean {
  if ('problem' in terms) return false;
  const { due, discount } = terms.schedules[terms.usual];
  return due.kind === 'days' && discount?.kind === 'days' && discount.days > due.days;
}

function discountPart(rate = '', days = '', dating = ''): DiscountPart {
  const from = dating === '' ? 'invoice' : dating === 'NEXTMONTH' ? 'next-month' : 'month-end';
  return { rate: Number(rate), days: Number(days), from };
}

function discounted(part: DiscountPart, rest: string): PaymentTerms | TermsProblem | null {
  if (part.from === 'next-month' && !isDayOfMonth(part.days)) return null;
  if (rest === '') return part.from === 'invoice' ? NO_DUE_DATE : combined(part, netAfterDiscount(part));
  const net = netPart(part.from === 'invoice' ? rest : datedFromMonthEnd(rest));
  return net && combined(part, net);
}

const NO_DUE_DATE: TermsProblem = {
  problem: 'terms-no-due-date',
  finding: 'says how long the discount runs but not when the full amount is due: write for example 2/10 Net 30',
};

function netAfterDiscount(part: DiscountPart): NetPart {
  return one({ kind: 'month-end', months: 0, days: part.days + NET_AFTER_DISCOUNT });
}

/** In "2/10 EOM net 30" the 30 days run from the end of the month as well; in "2% 10th prox net 25th" the 25th is of that month. */
function datedFromMonthEnd(rest: string): string {
  const days = new RegExp(`^(?:NET )?${DAYS}( ORD)?(?: DAYS)?(?: NET)?$`).exec(rest);
  if (!days) return rest;
  return days[2] ? `${days[1]} ORD NEXTMONTH` : `${days[1]} AFTEREOM`;
}

function combined(part: DiscountPart, net: NetPart): PaymentTerms {
  const schedule = (reading: Reading): Schedule => ({
    due: net[reading],
    discount: discountClock(part, net, reading),
  });
  return { discountRate: Number((part.rate / 100).toPrecision(15)), ...bothReadings(net, schedule) };
}

/** The discount's days run from the invoice date, unless the end of the month starts both periods ("2/10 net 30 EOM"). */
function discountClock(part: DiscountPart, net: NetPart, reading: Reading): Clock {
  if (part.from === 'next-month') return { kind: 'day-of-next-month', days: 0, day: part.days };
  const due = net[reading];
  const monthStartsBoth = due.kind === 'month-end' && due.months === 0 && due.days > 0;
  if (part.from === 'month-end' || monthStartsBoth) return { kind: 'month-end', months: 0, days: part.days };
  return { kind: 'days', days: part.days };
}

function withoutDiscount(tokens: string): PaymentTerms | null {
  const net = netPart(tokens);
  if (!net) return null;
  return { discountRate: null, ...bothReadings(net, (reading) => ({ due: net[reading], discount: null })) };
}

function bothReadings(net: NetPart, schedule: (reading: Reading) => Schedule): Omit<PaymentTerms, 'discountRate'> {
  return {
    schedules: { 'eom-first': schedule('eom-first'), 'days-first': schedule('days-first') },
    usual: net.usual,
    ambiguous: net['eom-first'] !== net['days-first'],
  };
}

function one(clock: Clock): NetPart {
  return { 'eom-first': clock, 'days-first': clock, usual: 'eom-first' };
}

/** "N EOM": both readings, the usual one first. */
function monthEndAndDays(days: number, usual: Reading): NetPart {
  if (days === 0) return one({ kind: 'month-end', months: 0, days: 0 });
  return {
    'eom-first': { kind: 'month-end', months: 0, days },
    'days-first': { kind: 'days-then-month-end', days },
    usual,
  };
}

/** The forms of a net period, each with what its numbers mean; the first that fits counts. */
const NET_FORMS: readonly (readonly [RegExp, (first: number, second: number) => NetPart | null])[] = [
  [/^(?:NET )?ATONCE(?: ATONCE)*(?: NET)?$/, () => one({ kind: 'days', days: 0 })],
  [/^(?:NET )?(?:SEP )?(\d{1,3})(?: DAYS)?(?: (?:SEP )?NET)?$/, (days) => one({ kind: 'days', days })],
  [/^(?:NET )?(\d{1,2}) WEEKS(?: NET)?$/, (weeks) => one({ kind: 'days', days: weeks * 7 })],
  [/^(?:NET )?(\d{1,2}) MONTHS(?: NET)?$/, (months) => one({ kind: 'months', months })],
  [/^(?:NET )?(?:ON )?(?:EOM|MONTHEND)(?: NET)?$/, () => one({ kind: 'month-end', months: 0, days: 0 })],
  [
    /^(?:NET )?(?:ON )?(?:NEXTMONTHEND|EOM NEXTMONTH|NEXTMONTH EOM)$/,
    () => one({ kind: 'month-end', months: 1, days: 0 }),
  ],
  [/^(?:NET )?(\d{1,3})(?: DAYS)?(?: NET)? AFTEREOM$/, afterMonthEnd],
  [/^(?:NET )?THENMONTHEND(?: NET)?$/, () => one({ kind: 'month-end', months: 0, days: 0 })],
  [
    /^(?:NET )?(?:DAYS )?(\d{1,3})(?: DAYS)? THENMONTHEND$/,
    (days) => one({ kind: days === 0 ? 'month-end' : 'days-then-month-end', months: 0, days }),
  ],
  [
    /^(?:NET )?(?:DAYS )?(\d{1,3})(?: DAYS)? THENMONTHEND PLUS (\d{1,2})(?: DAYS)?$/,
    (days, day) => dayOfNextMonth(days, day),
  ],
  [/^(?:NET )?(?:EOM|MONTHEND)(?: SEP)?(?: PLUS)?(?: NET)? (\d{1,3})(?: DAYS)?$/, afterMonthEnd],
  [/^(?:NET )?(\d{1,3})(?: DAYS)?(?: NET)?(?: SEP)? EOM$/, (days) => monthEndAndDays(days, 'eom-first')],
  [/^(?:NET )?(\d{1,3})(?: SEP)? MONTHEND$/, (days) => monthEndAndDays(days, 'eom-first')],
  [/^(?:NET )?(\d{1,3}) DAYS(?: NET)?(?: SEP)? MONTHEND$/, (days) => monthEndAndDays(days, 'days-first')],
  [/^(?:NET )?(?:ON )?(?:DAYS )?(\d{1,3})(?:(?: ORD)? NEXTMONTH| ORD EOM)$/, (day) => dayOfNextMonth(0, day)],
  [/^(?:NET )?(?:ON )?NEXTMONTH (?:ON )?(\d{1,2})(?: ORD)?$/, (day) => dayOfNextMonth(0, day)],
  [
    /^(?:NET )?(\d{1,3})(?: DAYS)?(?: SEP)?(?: EOM| MONTHEND)?(?: SEP)? ON (\d{1,2})(?: ORD)?(?: NEXTMONTH)?$/,
    (days, day) => dayOfNextMonth(days, day),
  ],
  [
    /^(?:NET )?(\d{1,3}) DAYS(?: SEP)? (?:EOM |MONTHEND )?(\d{1,2}) ORD(?: NEXTMONTH)?$/,
    (days, day) => dayOfNextMonth(days, day),
  ],
  [/^(?:ON )?(\d{1,2}) ORD(?: SEP)? MIN (\d{1,3}) DAYS$/, (day, days) => dayOfMonthFrom(days, day)],
];

function netPart(tokens: string): NetPart | null {
  for (const [form, meaning] of NET_FORMS) {
    const match = form.exec(tokens);
    if (match) return meaning(Number(match[1]), Number(match[2]));
  }
  return null;
}

function afterMonthEnd(days: number): NetPart {
  return one({ kind: 'month-end', months: 0, days });
}

function dayOfNextMonth(days: number, day: number): NetPart | null {
  return isDayOfMonth(day) ? one({ kind: 'day-of-next-month', days, day }) : null;
}

function dayOfMonthFrom(days: number, day: number): NetPart | null {
  return isDayOfMonth(day) ? one({ kind: 'day-of-month-from', days, day }) : null;
}

function isDayOfMonth(day: number): boolean {
  return day >= 1 && day <= LAST_DAY;
}
