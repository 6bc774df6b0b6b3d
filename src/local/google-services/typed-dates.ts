// Typed dates and times: which texts a spreadsheet takes for a date, a time or a duration, by its locale.
import type { LocaleData } from './locale';
import { wallText } from './wall-clock';

/** A recognised date or time and the format the cell takes on with it. */
export interface TypedDate {
  wall: string;
  format: string;
}

interface DayPart {
  year: number;
  month: number;
  day: number;
  format: string;
}

function realDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCFullYear() === year;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function numericDay(text: string, locale: LocaleData, thisYear: number): DayPart | null {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso && (iso[2] !== '.' || locale.dateSeparators.includes('.'))) {
    const two = iso[3]?.length === 2 && iso[4]?.length === 2;
    const format = ['yyyy', two ? 'mm' : 'm', two ? 'dd' : 'd'].join(iso[2]);
    return { year: Number(iso[1]), month: Number(iso[3]), day: Number(iso[4]), format };
  }
  const parts = /^(\d{1,2})([-/.])(\d{1,2})(?:\2(\d{4}|\d{2})?)?$/.exec(text);
  if (parts && locale.dateSeparators.includes(parts[2] ?? '')) return shortDay(parts, locale, thisYear, text);
  const monthOnly = /^(\d{1,2})([-/])(\d{4})$/.exec(text);
  if (monthOnly)
    return { year: Number(monthOnly[3]), month: Number(monthOnly[1]), day: 1, format: `m${monthOnly[2]}yyyy` };
  return null;
}

function shortDay(parts: RegExpExecArray, locale: LocaleData, thisYear: number, text: string): DayPart | null {
  const [, a = '', separator = '', b = '', y] = parts;
  if (y === undefined && text.endsWith(separator) && separator !== '.') return null;
  const monthFirst = locale.order === 'mdy' || (locale.order === 'ymd' && y === undefined);
  if (locale.order === 'ymd' && y !== undefined) return null;
  const two = a.startsWith('0') || b.startsWith('0');
  const month = two ? 'mm' : 'm';
  const day = two ? 'dd' : 'd';
  const tokens = monthFirst ? [month, day] : [day, month];
  if (y !== undefined) tokens.push(y.length === 4 ? 'yyyy' : 'yy');
  return {
    year: y === undefined ? thisYear : fullYear(y),
    month: Number(monthFirst ? a : b),
    day: Number(monthFirst ? b : a),
    format: tokens.join(separator) + (y === undefined && text.endsWith('.') ? '.' : ''),
  };
}

function monthNumber(word: string, locale: LocaleData): number {
  const plain = word.toLowerCase().replace(/\.$/, '');
  for (const list of [locale.months, locale.monthsShort, ENGLISH, ENGLISH.map((name) => name.slice(0, 3))]) {
    const at = list.findIndex((name) => name.toLowerCase().replace(/\.$/, '') === plain);
    if (at >= 0) return at + 1;
  }
  return 0;
}

const ENGLISH = 'January February March April May June July August September October November December'.split(' ');

function namedDay(text: string, locale: LocaleData, thisYear: number): DayPart | null {
  const dayFirst = /^(\d{1,2})(\.?[\s-]?)(\p{L}{3,}\.?)(?:([\s,-]*)(\d{4}|\d{2}))?$/u.exec(text);
  const monthFirst = /^(\p{L}{3,}\.?)\s(\d{1,2})(?:\s*,\s*(\d{4}|\d{2})|\s(\d{4}))?$/u.exec(text);
  const word = dayFirst?.[3] ?? monthFirst?.[1];
  if (word === undefined) return null;
  const month = monthNumber(word, locale);
  const year = dayFirst?.[5] ?? monthFirst?.[3] ?? monthFirst?.[4];
  if (month === 0) return null;
  const token = word.replace('.', '').length > 3 ? 'mmmm' : 'mmm';
  const years = year?.length === 2 ? 'yy' : 'yyyy';
  const format = dayFirst
    ? `d${dayFirst[2]}${token}${year ? `${dayFirst[4]}${years}` : ''}`
    : `${token} d${year ? `${monthFirst?.[4] ? '' : ','} ${years}` : ''}`;
  return {
    year: year ? fullYear(year) : thisYear,
    month,
    day: Number(dayFirst?.[1] ?? monthFirst?.[2]),
    format,
  };
}

const TIME = /^(\d{1,4}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3}))?)?(?:\s?([ap])\.?m\.?)?$/i;

function timeOf(text: string): { ms: number; format: string } | null {
  const match = TIME.exec(text) ?? /^(\d{1,2})()()()\s?([ap])\.?m\.?$/i.exec(text);
  if (!match) return null;
  const half = match[5]?.toLowerCase();
  let hour = Number(match[1]);
  if (Number(match[2]) > 59 || Number(match[3] ?? 0) > 59 || (half && (hour > 12 || hour === 0))) return null;
  if (half) hour = (hour % 12) + (half === 'p' ? 12 : 0);
  const seconds = match[3] ? ':ss' : '';
  const ms =
    ((hour * 60 + Number(match[2])) * 60 + Number(match[3] || 0)) * 1000 + Number((match[4] ?? '').padEnd(3, '0'));
  if (hour >= 24) return { ms, format: `[h]:mm${seconds || ':ss'}` };
  return { ms, format: `${half ? 'h' : 'H'}:mm${seconds}${half ? ' am/pm' : ''}` };
}

/**
 * Takes a typed text for a date, a date with a time, a time or a duration, if the locale does.
 * @param today the day of typing, as wall-clock epoch milliseconds: texts without a year are of its year
 * @example typedDate('1-30', localeData('en_US'), Date.UTC(2026, 0, 1)) // { wall: '2026-01-30T00:00:00.000', format: 'm-d' }
 */
export function typedDate(text: string, locale: LocaleData, today: number): TypedDate | null {
  const timeOnly = timeOf(text);
  if (timeOnly) return { wall: wallText(Date.UTC(1899, 11, 30) + timeOnly.ms), format: timeOnly.format };
  const split = /^(.*?\d.*?)(?:,?\s+)(\d{1,2}(?::\d{2}){0,2}(?:[.,]\d{1,3})?(?:\s?[ap]\.?m\.?)?)$/i.exec(text);
  const time = split ? timeOf(split[2] ?? '') : null;
  const dayText = time && split ? (split[1] ?? '') : text;
  const thisYear = new Date(today).getUTCFullYear();
  const part = numericDay(dayText, locale, thisYear) ?? namedDay(dayText, locale, thisYear);
  if (!part || !realDay(part.year, part.month, part.day)) return null;
  if (time && time.ms >= 86_400_000) return null;
  const midnight = Date.UTC(2000, part.month - 1, part.day);
  const day = new Date(midnight);
  day.setUTCFullYear(part.year, part.month - 1, part.day);
  return {
    wall: wallText(day.getTime() + (time ? time.ms : 0)),
    format: time ? `${part.format} ${time.format}` : part.format,
  };
}
