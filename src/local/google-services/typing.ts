// Typing into a cell: what a text becomes (number, date, percent, currency, boolean, formula or text), by the locale.
import type { LocaleData } from './locale';
import type { StoredValue } from './state';
import { typedDate } from './typed-dates';

/** What a typed text turns into; `format` is the number format that a cell without one takes on. */
export type Typed = { kind: 'value'; value: StoredValue; format?: string } | { kind: 'formula'; formula: string };

const ERRORS = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!)$/;
const SPACE = /[\s\u00a0\u202f]/;

function text(value: string): Typed {
  return { kind: 'value', value: value === '' ? { kind: 'empty' } : { kind: 'text', value } };
}

function number(value: number, format?: string): Typed {
  return { kind: 'value', value: { kind: 'number', value }, format };
}

function escaped(character: string): string {
  return character.replace(/[.\\]/g, '\\$&');
}

interface ParsedNumber {
  value: number;
  grouped: boolean;
  decimals: number;
  exponent: boolean;
}

/** Reads a plain number by the locale's separators; spaces between digits are dropped, as typing does. */
function plainNumber(raw: string, locale: LocaleData): ParsedNumber | null {
  const body = raw.replace(/(?<=\d)[\s\u00a0\u202f]+(?=\d)/g, '');
  if (!/\d/.test(body) || SPACE.test(body)) return null;
  const group = SPACE.test(locale.group) ? "'" : locale.group;
  const g = group === '’' ? "['’]" : escaped(group);
  const shape = new RegExp(
    `^([+-]?)(\\d{1,3}(?:${g}\\d{3})+|\\d*)(?:${escaped(locale.decimal)}(\\d*))?(?:[eE]([+-]?\\d+))?$`,
  ).exec(body);
  if (!shape) return null;
  const [, sign = '', whole = '', fraction, exponent] = shape;
  if (whole === '' && !fraction) return null;
  const digits = whole.replace(/\D/g, '');
  const value = Number(`${sign}${digits || '0'}.${fraction || '0'}${exponent ? `e${exponent}` : ''}`);
  return { value, grouped: digits !== whole, decimals: (fraction ?? '').length, exponent: exponent !== undefined };
}

const SYMBOLS = '$€£¥₹';

function currency(raw: string, locale: LocaleData): Typed | null {
  const own = locale.currencySymbol;
  for (const symbol of [own, ...SYMBOLS]) {
    const negative = /^-|^\(.*\)$/.test(raw);
    const body = raw.replace(/^\((.*)\)$/, '$1').replace(/^-\s?/, '');
    const rest = body.startsWith(symbol)
      ? body.slice(symbol.length)
      : body.endsWith(symbol)
        ? body.slice(0, -symbol.length)
        : null;
    if (rest === null) continue;
    const parsed = plainNumber(rest.trim(), locale);
    if (!parsed || parsed.exponent) return null;
    const digits = parsed.decimals > 0 ? '#,##0.00' : '#,##0';
    const unit = symbol === own ? `"${symbol}"` : `[$${symbol}]`;
    const format = body.startsWith(symbol) ? unit + digits : `${digits} ${unit}`;
    return number(negative ? -parsed.value : parsed.value, format);
  }
  return null;
}

function numeric(raw: string, locale: LocaleData): Typed | null {
  const percent = /^(.*\d[^%]*?)\s?%$/.exec(raw);
  const bracketed = /^\((.*\d.*)\)$/.exec(raw);
  const parsed = plainNumber(percent?.[1] ?? bracketed?.[1] ?? raw, locale);
  if (!parsed || (bracketed && /[-+]/.test(bracketed[1] ?? ''))) return null;
  if (percent) {
    const value = Number((parsed.value / 100).toPrecision(15));
    return number(value, parsed.decimals > 0 ? '0.00%' : '0%');
  }
  const format = parsed.exponent
    ? '0.00E+00'
    : parsed.grouped
      ? parsed.decimals > 0
        ? '#,##0.00'
        : '#,##0'
      : undefined;
  return number(bracketed ? -parsed.value : parsed.value, format);
}

/**
 * Turns a typed text into what the cell then holds.
 * @param raw the text as typed or given to setValue
 * @param today wall-clock epoch milliseconds in the spreadsheet's zone, for dates without a year
 * @example typed('01234', localeData('en_US'), 0) // the number 1234
 */
export function typed(raw: string, locale: LocaleData, today: number): Typed {
  if (raw.startsWith('=') && raw.length > 1) return { kind: 'formula', formula: raw };
  if (raw.startsWith("'")) return text(raw.slice(1));
  const body = raw.trim();
  if (body === '') return text(raw);
  const upper = body.toUpperCase();
  if (upper === 'TRUE' || upper === locale.booleans[0])
    return { kind: 'value', value: { kind: 'boolean', value: true } };
  if (upper === 'FALSE' || upper === locale.booleans[1])
    return { kind: 'value', value: { kind: 'boolean', value: false } };
  if (ERRORS.test(upper)) return { kind: 'value', value: { kind: 'error', value: upper } };
  const date = /\d/.test(body) ? typedDate(body, locale, today) : null;
  if (date) return { kind: 'value', value: { kind: 'date', wall: date.wall }, format: date.format };
  const amount = /\d/.test(body) ? (numeric(body, locale) ?? currency(body, locale)) : null;
  if (amount) return amount;
  if (/^[+-][^\s+-]/.test(raw)) return { kind: 'formula', formula: `=${raw}` };
  return text(raw);
}
