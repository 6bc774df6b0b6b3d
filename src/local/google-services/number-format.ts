// Display of a cell: its value as a text by number format and locale, the way the grid shows it.
import type { LocaleData } from './locale';
import type { StoredValue } from './state';
import { serialOf, wallOfSerial, wallTime } from './wall-clock';

/** What a cell without a format reports. */
export const GENERAL = '0.###############';

const LITERAL = /"([^"]*)"|\\(.)|_(.)|\*(.)/g;

const dateFormats = new Map<string, boolean>();

/** Whether a format shows numbers as dates, times or durations. */
export function isDateFormat(format: string | undefined): boolean {
  if (!format || format === GENERAL || format === '@') return false;
  let known = dateFormats.get(format);
  if (known === undefined) {
    known = hasDateLetters(format);
    dateFormats.set(format, known);
  }
  return known;
}

function hasDateLetters(format: string): boolean {
  if (format.toLowerCase() === 'general') return false;
  const bare = format.replace(/"[^"]*"|\\.|\[\$[^\]]*\]|\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  return /[ymdhs]/i.test(bare) && !/[0#?]/.test(bare.replace(/s[.,]0+/gi, 's').replace(/\.0+/g, ''));
}

function withSeparators(text: string, locale: LocaleData): string {
  return locale.decimal === '.' ? text : text.replace('.', locale.decimal);
}

function general(value: number, locale: LocaleData): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e15 || size < 1e-9) {
    const [mantissa = '', exponent = ''] = value.toExponential(5).split('e');
    const trimmed = mantissa.replace(/\.?0+$/, '');
    const power = Number(exponent);
    return withSeparators(`${trimmed}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`, locale);
  }
  if (Number.isInteger(value)) return String(value);
  const digits = Math.max(0, Math.min(10, 10 - Math.ceil(Math.log10(Math.max(size, 1)))));
  const text = value.toFixed(digits === 10 ? 10 : digits);
  return withSeparators(text.includes('.') ? text.replace(/\.?0+$/, '') : text, locale);
}

/** Rounds half away from zero on the decimal text, as a grid does (1.005 shows 1.01 with two decimals). */
function fixed(value: number, decimals: number): string {
  const scaled = Number(`${Number(value.toPrecision(15))}e${decimals}`);
  if (!Number.isFinite(scaled) || Math.abs(scaled) > 1e20) return value.toFixed(Math.min(decimals, 100));
  const rounded = Math.round(scaled);
  return Number(`${rounded}e-${decimals}`).toFixed(decimals);
}

interface NumberShape {
  integerMin: number;
  decimalsMin: number;
  decimalsMax: number;
  grouped: boolean;
}

function shapeOf(pattern: string): NumberShape {
  const [whole = '', fraction = ''] = pattern.split('.');
  return {
    integerMin: (whole.match(/0/g) ?? []).length,
    decimalsMin: (fraction.match(/[0?]/g) ?? []).length,
    decimalsMax: (fraction.match(/[0#?]/g) ?? []).length,
    grouped: /[0#?],[0#?]/.test(whole),
  };
}

function digits(value: number, shape: NumberShape, locale: LocaleData): string {
  const [whole = '0', fraction = ''] = fixed(Math.abs(value), Math.min(shape.decimalsMax, 20)).split('.');
  let integer = whole === '0' && shape.integerMin === 0 ? '' : whole.padStart(shape.integerMin, '0');
  if (shape.grouped) integer = integer.replace(/\B(?=(\d{3})+$)/g, locale.group);
  let rest = fraction;
  while (rest.length > shape.decimalsMin && rest.endsWith('0')) rest = rest.slice(0, -1);
  return rest === '' ? integer : integer + locale.decimal + rest;
}

function literalText(text: string): string {
  return text.replace(
    LITERAL,
    (_, quoted, escapedChar, padded) => quoted ?? escapedChar ?? (padded === undefined ? '' : ' '),
  );
}

function numberSection(value: number, section: string, locale: LocaleData): string {
  const cleaned = section
    .replace(/\[\$([^\]-]*)(?:-[^\]]*)?\]/g, (_, symbol) => `"${symbol}"`)
    .replace(/\[[^\]]*\]/g, '');
  const bare = cleaned.replace(LITERAL, (whole) => '\u0001'.repeat(whole.length));
  const match = /[0#?][0#?,.]*(?:E[+-]0+)?/.exec(bare);
  if (!match) return literalText(cleaned);
  const core = match[0];
  const before = literalText(cleaned.slice(0, match.index));
  const after = literalText(cleaned.slice(match.index + core.length));
  const exponent = /^(.*?)E([+-])(0+)$/.exec(core);
  let amount = bare.includes('%') ? value * 100 : value;
  if (exponent) {
    const shape = shapeOf(exponent[1] ?? '0');
    const [mantissa = '0', power = '0'] = Math.abs(amount).toExponential(shape.decimalsMax).split('e');
    const p = Number(power);
    const sign = p < 0 ? '-' : exponent[2] === '+' ? '+' : '';
    return `${before}${digits(Number(mantissa), shape, locale)}E${sign}${String(Math.abs(p)).padStart((exponent[3] ?? '0').length, '0')}${after}`;
  }
  const thousands = /,+$/.exec(core)?.[0].length ?? 0;
  amount /= 1000 ** thousands;
  return before + digits(amount, shapeOf(core.replace(/,+$/, '')), locale) + after;
}

function sections(format: string): string[] {
  const parts: string[] = [];
  let current = '';
  for (const [piece] of format.matchAll(/"[^"]*"|\\.|;|[^;"\\]+/g)) {
    if (piece === ';') {
      parts.push(current);
      current = '';
    } else current += piece;
  }
  return [...parts, current];
}

function formatNumber(value: number, format: string, locale: LocaleData): string {
  const parts = sections(format);
  const [positive = '', negative, zero] = parts;
  if (value < 0 && negative !== undefined && negative !== '') return numberSection(-value, negative, locale);
  if (value === 0 && zero !== undefined && zero !== '') return numberSection(0, zero, locale);
  const text = numberSection(value, positive, locale);
  return value < 0 && /[1-9]/.test(text) ? `-${text}` : text;
}

const DATE_TOKEN = /"[^"]*"|\\.|\[h+\]|\[m+\]|\[s+\]|am\/pm|a\/p|y+|M+|m+|d+|e+|h+|H+|s+|\.0+|\[[^\]]*\]|./g;

interface DateToken {
  text: string;
  minutes: boolean;
}

const tokensOf = new Map<string, DateToken[]>();

function dateTokens(format: string): DateToken[] {
  const known = tokensOf.get(format) ?? splitTokens(format);
  tokensOf.set(format, known);
  return known;
}

function splitTokens(format: string): DateToken[] {
  const raw = (sections(format)[0] ?? '').replace(/am\/pm/gi, 'am/pm').match(DATE_TOKEN) ?? [];
  const kind = (token: string | undefined) =>
    token && /^\[?[hHs]/.test(token) ? token.replace('[', '').charAt(0).toLowerCase() : '';
  const meaningful = raw.map((token, at) => ({ token, at })).filter(({ token }) => /^\[?[ymdhsMH]/.test(token));
  const minutes = new Set<number>();
  meaningful.forEach(({ token, at }, i) => {
    if (!/^m{1,2}$/.test(token)) return;
    if (kind(meaningful[i - 1]?.token) === 'h' || kind(meaningful[i + 1]?.token) === 's') minutes.add(at);
  });
  return raw.map((text, at) => ({ text, minutes: minutes.has(at) }));
}

/** How many shown dates are remembered for a locale. */
const DATES_KEPT = 20_000;
const shownDates = new WeakMap<LocaleData, Map<string, string>>();

/** Shows a wall-clock time by a date format; a column of dates repeats few of them, so that they are remembered. */
function formatWall(wall: string, format: string, locale: LocaleData): string {
  let shown = shownDates.get(locale);
  if (!shown || shown.size >= DATES_KEPT) {
    shown = new Map();
    shownDates.set(locale, shown);
  }
  const key = `${wall} ${format}`;
  const known = shown.get(key) ?? wallByFormat(wall, format, locale);
  shown.set(key, known);
  return known;
}

function wallByFormat(wall: string, format: string, locale: LocaleData): string {
  const date = new Date(wallTime(wall));
  const tokens = dateTokens(format);
  const half = tokens.some(({ text }) => text === 'am/pm' || text.toLowerCase() === 'a/p');
  const seconds = Math.round(serialOf(wall) * 86_400);
  const two = (value: number, token: string) => String(value).padStart(Math.min(token.length, 2), '0');
  const show = ({ text, minutes }: DateToken): string => {
    const hour = date.getUTCHours();
    if (text.startsWith('"')) return text.slice(1, -1);
    if (text.startsWith('\\')) return text.slice(1);
    if (text === 'am/pm') return hour < 12 ? 'AM' : 'PM';
    if (text.startsWith('[h')) return String(Math.floor(seconds / 3600)).padStart(text.length - 2, '0');
    if (text.startsWith('[m')) return String(Math.floor(seconds / 60));
    if (text.startsWith('[s')) return String(seconds);
    if (text.startsWith('[')) return '';
    if (text.startsWith('.0'))
      return (
        locale.decimal +
        String(date.getUTCMilliseconds())
          .padStart(3, '0')
          .slice(0, text.length - 1)
      );
    switch (text.charAt(0)) {
      case 'y':
        return text.length <= 2
          ? String(date.getUTCFullYear() % 100).padStart(2, '0')
          : String(date.getUTCFullYear()).padStart(4, '0');
      case 'M':
      case 'm':
        return minutes ? two(date.getUTCMinutes(), text) : monthText(date.getUTCMonth(), text.length, locale);
      case 'd':
        if (text.length >= 4) return locale.weekdays[date.getUTCDay()] ?? '';
        return text.length === 3 ? (locale.weekdaysShort[date.getUTCDay()] ?? '') : two(date.getUTCDate(), text);
      case 'h':
      case 'H':
        return two(half ? hour % 12 || 12 : hour, text);
      case 's':
        return two(date.getUTCSeconds(), text);
      default:
        return text;
    }
  };
  return tokens.map(show).join('');
}

function monthText(month: number, length: number, locale: LocaleData): string {
  if (length >= 5) return (locale.months[month] ?? '').charAt(0);
  if (length === 4) return locale.months[month] ?? '';
  if (length === 3) return locale.monthsShort[month] ?? '';
  return String(month + 1).padStart(length, '0');
}

/** The date pattern a cell takes on when a date is written into it. */
export function defaultDateFormat(wall: string, locale: LocaleData): string {
  if (wall.startsWith('1899-12-30')) return locale.timePattern;
  return wall.endsWith('T00:00:00.000') ? locale.datePattern : locale.dateTimePattern;
}

/** A stored value seen through its format: a number under a date format is a date, a date under a number format a number. */
export function seenThrough(value: StoredValue, format: string | undefined): StoredValue {
  if (value.kind === 'number' && isDateFormat(format)) return { kind: 'date', wall: wallOfSerial(value.value) };
  if (value.kind === 'date' && format && format !== '@' && !isDateFormat(format)) {
    return { kind: 'number', value: serialOf(value.wall) };
  }
  return value;
}

/**
 * The text a cell shows.
 * @param format number format, undefined for automatic
 * @example displayText({ kind: 'number', value: 1234.5 }, '#,##0.00', localeData('de_DE')) // '1.234,50'
 */
export function displayText(stored: StoredValue, format: string | undefined, locale: LocaleData): string {
  const value = seenThrough(stored, format);
  switch (value.kind) {
    case 'empty':
      return '';
    case 'text':
      return textSection(value.value, format);
    case 'error':
      return value.value;
    case 'boolean':
      return value.value ? 'TRUE' : 'FALSE';
    case 'date':
      return formatWall(
        value.wall,
        isDateFormat(format) && format ? format : defaultDateFormat(value.wall, locale),
        locale,
      );
    default:
      return numberText(value.value, format, locale);
  }
}

function textSection(text: string, format: string | undefined): string {
  if (!format || format === '@' || !format.includes('@')) return text;
  const part = sections(format).find((section) => section.replace(/"[^"]*"/g, '').includes('@')) ?? '@';
  return literalText(part.replace(/\[[^\]]*\]/g, '')).replace('@', () => text);
}

function numberText(value: number, format: string | undefined, locale: LocaleData): string {
  const automatic = !format || format === GENERAL || format === '@' || format.toLowerCase() === 'general';
  return automatic ? general(value, locale) : formatNumber(value, format, locale);
}
