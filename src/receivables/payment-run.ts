// The days on which a customer pays: what people write in a cell, and the next such day.

import { smallLetters } from './customer';
import { civilOf, type Day, weekdayOf } from './day';

/** When a customer pays; at least one of the two lists has an entry. */
export interface PaymentRun {
  /** Every week on these weekdays: 1 Monday to 7 Sunday, ascending. */
  weekdays: readonly number[];
  /** Every month on these days: 1 to 31, ascending. In a shorter month its last day stands in; 31 is the month end. */
  daysOfMonth: readonly number[];
}

/** Why a text could not be read as a payment run, as a sentence. */
export interface PaymentRunFault {
  fault: string;
}

// Monday to Sunday, without accents; three letters or more of a name are enough, two in English and German. Then French,
// Spanish, Italian, Dutch, Polish (but no Sunday: its "nie" is German for never), Portuguese.
const WEEKDAYS: readonly (readonly string[])[] = [
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
  'montag dienstag mittwoch donnerstag freitag samstag sonntag',
  'lundi mardi mercredi jeudi vendredi samedi dimanche',
  'lunes martes miercoles jueves viernes sabado domingo',
  'lunedi martedi mercoledi giovedi venerdi sabato domenica',
  'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
  'poniedzialek wtorek sroda czwartek piatek sobota',
  'segunda terca quarta quinta sexta sabado domingo',
].map((names) => names.split(' '));
const MONTH_END = 31;
const LONGEST_BREAK = 31;

const SEPARATOR = /[,;/&+|\n]+|\s(?:and|und|et|y|e|en|i)\s/;
// Words that add nothing: "on the 15th of each month", "am 15. des Monats", "el 15 de cada mes". A month right after a
// number stays, so that "every 2nd month" is not understood.
const FILLING =
  /(?:^|\s)(?:of|the|in|on|at|a|per|each|every|always|weekly|monthly|am|im|zum|des|eines|jeden|immer|jeweils|le|les|du|de|tous|chaque|el|los|cada|todos|il|del|ogni|op|van|elke|d[io](?= mese?))(?: (?:month|monats?|mois|mese?|maand))?(?=\s|$)/g;
const END_OF_MONTH =
  /^(?:eom|(?:month|monats|maand)[- ]?(?:end|ende|einde)|(?:end|ende|fin|final|fine|eind|einde|fim|koniec)(?: (?:month|monat|mois|mes|mese|maand|miesiaca))?|monatsletzter?|(?:last|letzter?|dernier|ultimo|laatste|ostatni)(?: (?:day|tag|jour|dia|giorno|dag|dzien))?)$/;
const DAY_OF_MONTH = /^0?(\d{1,2})(?:\.|st|nd|rd|th|er|e|o|a|°)?$/;

/**
 * The payment run that a person wrote: weekdays, days of the month, the month end, or several of them.
 *
 * Weekdays together with numbered days are a fault: `Thursday, 2nd and 4th` may mean the second and fourth Thursday.
 * @param written a cell's text, in any of eight languages; '' is no payment run
 * @returns the run, null for '', or a fault with a sentence that says what can be written
 * @example parsePaymentRun('Tue and Fri') // { weekdays: [2, 5], daysOfMonth: [] }
 * @example parsePaymentRun('15 and month end') // { weekdays: [], daysOfMonth: [15, 31] }
 */
export function parsePaymentRun(written: string): PaymentRun | PaymentRunFault | null {
  const text = written.trim();
  if (text === '') return null;
  const weekdays = new Set<number>();
  const daysOfMonth = new Set<number>();
  const pieces = plain(text).split(SEPARATOR).map(bare).filter(Boolean);
  for (const piece of pieces) {
    const [days, into] = END_OF_MONTH.test(piece)
      ? [[MONTH_END], daysOfMonth]
      : /\d/.test(piece)
        ? [piece.split(' ').map(dayOfMonthIn), daysOfMonth]
        : [piece.split(' ').map(weekdayIn), weekdays];
    for (const day of days) {
      if (day === null) return cannotRead(text);
      into.add(day);
    }
  }
  if (pieces.length === 0) return cannotRead(text);
  if (weekdays.size > 0 && [...daysOfMonth].some((day) => day !== MONTH_END)) {
    return {
      fault: `The payment run ${quoted(text)} has weekdays and numbered days of the month. Write one or the other.`,
    };
  }
  return { weekdays: ascending(weekdays), daysOfMonth: ascending(daysOfMonth) };
}

/**
 * The first payment run on or after a day. A run on a day without business is made on the next business day, so the one
 * of a Saturday is still to come on the Sunday.
 * @param run what parsePaymentRun read
 * @param from the first day that counts
 * @param isBusiness whether a day is a business day; a break of more than 31 days without one is not looked beyond
 * @example nextPaymentRun({ weekdays: [4], daysOfMonth: [] }, dayFromIso('2026-06-05'), isBusinessDay) // Thu 11 Jun 2026
 */
export function nextPaymentRun(run: PaymentRun, from: Day, isBusiness: (day: Day) => boolean): Day {
  let earliest = from;
  while (!isBusiness(earliest - 1) && from - earliest < LONGEST_BREAK) earliest -= 1;
  let due = earliest;
  while (!isRunDay(run, due) && due - earliest < MONTH_END) due += 1;
  const first = Math.max(due, from);
  let day = first;
  while (!isBusiness(day) && day - first < LONGEST_BREAK) day += 1;
  return day;
}

/**
 * A payment run as English words that follow "they pay".
 * @example paymentRunInWords({ weekdays: [], daysOfMonth: [1, 15] }) // 'on the 1st and the 15th of the month'
 */
export function paymentRunInWords({ weekdays, daysOfMonth }: PaymentRun): string {
  const names = weekdays.map((weekday) => `${WEEKDAYS[0]?.[weekday - 1]}s`);
  const numbers = daysOfMonth.filter((day) => day !== MONTH_END).map((day) => `the ${day}${ordinalEnding(day)}`);
  const end = numbers.length < daysOfMonth.length;
  const parts = [
    names.length > 0 ? `on ${list(names)}` : '',
    numbers.length > 0 ? `on ${list(numbers)}${end ? '' : ' of the month'}` : '',
    end ? 'at the end of the month' : '',
  ];
  return list(parts.filter(Boolean));
}

function isRunDay({ weekdays, daysOfMonth }: PaymentRun, day: Day): boolean {
  const date = civilOf(day).day;
  const isLast = civilOf(day + 1).day === 1;
  return weekdays.includes(weekdayOf(day)) || daysOfMonth.some((of) => of === date || (isLast && of > date));
}

// Lower case without accents; Polish ł has no accent to take away.
function plain(text: string): string {
  return smallLetters(text)
    .replace(/ł/g, 'l')
    .replace(/[^\S\n]+/g, ' ');
}

function bare(piece: string): string {
  return piece.replace(FILLING, '').trim();
}

function dayOfMonthIn(word: string): number | null {
  const day = Number(DAY_OF_MONTH.exec(word)?.[1] ?? 0);
  return day >= 1 && day <= 31 ? day : null;
}

function weekdayIn(word: string): number | null {
  const name = word.replace(/\.$|-feira$/, '');
  for (const stem of [name, name.replace(/(...)s$/, '$1')]) {
    for (const [language, names] of WEEKDAYS.entries()) {
      const found =
        stem.length < (language < 2 ? 2 : 3)
          ? -1
          : names.findIndex((weekday) => weekday.toLowerCase().startsWith(stem));
      if (found >= 0) return found + 1;
    }
  }
  return null;
}

function cannotRead(text: string): PaymentRunFault {
  return {
    fault: `Cannot read the payment run ${quoted(text)}. Write weekdays like "Tue and Fri", days of the month like "1, 15", or "month end".`,
  };
}

function quoted(text: string): string {
  return `"${text.length > 40 ? `${text.slice(0, 39)}…` : text}"`;
}

function ascending(days: ReadonlySet<number>): number[] {
  return [...days].sort((a, b) => a - b);
}

function ordinalEnding(day: number): string {
  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}

function list(words: readonly string[]): string {
  const last = words[words.length - 1] ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
