// What a spreadsheet locale changes: separators, the order of dates, default patterns, month names and currency.

/** Conventions of one locale, as Sheets uses them. */
export interface LocaleData {
  tag: string;
  decimal: string;
  group: string;
  /** Order of the parts in a typed date. */
  order: 'mdy' | 'dmy' | 'ymd';
  /** Separators that make a typed text a date. */
  dateSeparators: string;
  datePattern: string;
  timePattern: string;
  dateTimePattern: string;
  currencySymbol: string;
  currencyAfter: boolean;
  months: string[];
  monthsShort: string[];
  weekdays: string[];
  weekdaysShort: string[];
  booleans: [string, string];
}

const DATE_PATTERNS: Record<string, string> = {
  en_US: 'M/d/yyyy',
  en_GB: 'dd/MM/yyyy',
  en_IE: 'dd/MM/yyyy',
  en_AU: 'dd/MM/yyyy',
  en_NZ: 'd/MM/yyyy',
  en_IN: 'dd/MM/yyyy',
  en_CA: 'yyyy-MM-dd',
  en_ZA: 'yyyy/MM/dd',
  de_DE: 'dd.MM.yyyy',
  de_AT: 'dd.MM.yyyy',
  de_CH: 'dd.MM.yyyy',
  fr_FR: 'dd/MM/yyyy',
  fr_BE: 'dd/MM/yyyy',
  fr_CH: 'dd.MM.yyyy',
  fr_CA: 'yyyy-MM-dd',
  it_IT: 'dd/MM/yyyy',
  es_ES: 'dd/MM/yyyy',
  pt_BR: 'dd/MM/yyyy',
  pt_PT: 'dd/MM/yyyy',
  nl_NL: 'dd-MM-yyyy',
  sv_SE: 'yyyy-MM-dd',
  da_DK: 'dd/MM/yyyy',
  nb_NO: 'dd.MM.yyyy',
  fi_FI: 'd.M.yyyy',
  pl_PL: 'dd.MM.yyyy',
  cs_CZ: 'd.M.yyyy',
  ja_JP: 'yyyy/MM/dd',
  zh_CN: 'yyyy-MM-dd',
  ko_KR: 'yyyy. M. d',
};

const BOOLEANS: Record<string, [string, string]> = {
  de: ['WAHR', 'FALSCH'],
  fr: ['VRAI', 'FAUX'],
  es: ['VERDADERO', 'FALSO'],
  it: ['VERO', 'FALSO'],
  pt: ['VERDADEIRO', 'FALSO'],
  nl: ['WAAR', 'ONWAAR'],
};

const CURRENCY: Record<string, string> = {
  US: 'USD',
  GB: 'GBP',
  AU: 'AUD',
  NZ: 'NZD',
  IN: 'INR',
  CA: 'CAD',
  ZA: 'ZAR',
  CH: 'CHF',
  BR: 'BRL',
  SE: 'SEK',
  DK: 'DKK',
  NO: 'NOK',
  PL: 'PLN',
  CZ: 'CZK',
  JP: 'JPY',
  CN: 'CNY',
  KR: 'KRW',
};

const LANGUAGE_REGION: Record<string, string> = {
  en: 'en_US',
  de: 'de_DE',
  fr: 'fr_FR',
  it: 'it_IT',
  es: 'es_ES',
  pt: 'pt_BR',
  nl: 'nl_NL',
  sv: 'sv_SE',
  da: 'da_DK',
  nb: 'nb_NO',
  no: 'nb_NO',
  fi: 'fi_FI',
  pl: 'pl_PL',
  cs: 'cs_CZ',
  ja: 'ja_JP',
  zh: 'zh_CN',
  ko: 'ko_KR',
};

function names(tag: string, options: Intl.DateTimeFormatOptions, days: number[]): string[] {
  const format = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
  return days.map((day) => format.format(day * 86_400_000));
}

function derive(locale: string): LocaleData {
  const tag = locale.replace('_', '-');
  const number = new Intl.NumberFormat(tag, { minimumFractionDigits: 1 }).formatToParts(1234567.5);
  const separator = (type: string, fallback: string) => number.find((part) => part.type === type)?.value ?? fallback;
  const pattern = DATE_PATTERNS[locale] ?? patternFromIntl(tag);
  const euro = CURRENCY[locale.split('_')[1] ?? ''] ?? 'EUR';
  const money = new Intl.NumberFormat(tag, { style: 'currency', currency: euro }).formatToParts(1);
  const dateSeparator = /[^a-zA-Z]/.exec(pattern)?.[0] ?? '/';
  const monthDays = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 15) / 86_400_000);
  const weekDays = Array.from({ length: 7 }, (_, day) => Date.UTC(2026, 1, 1 + day) / 86_400_000);
  const english = locale.startsWith('en');
  return {
    tag,
    decimal: separator('decimal', '.'),
    group: separator('group', ','),
    order: pattern.startsWith('y') ? 'ymd' : pattern.startsWith('M') ? 'mdy' : 'dmy',
    dateSeparators: `/-${dateSeparator === '.' ? '.' : ''}`,
    datePattern: pattern,
    timePattern: locale === 'en_US' ? 'h:mm:ss am/pm' : 'HH:mm:ss',
    dateTimePattern: `${pattern} ${locale === 'en_US' ? 'H' : 'HH'}:mm:ss`,
    currencySymbol: money.find((part) => part.type === 'currency')?.value ?? '€',
    currencyAfter: money[0]?.type !== 'currency',
    months: names(tag, { month: 'long' }, monthDays),
    monthsShort: names(english ? 'en-US' : tag, { month: 'short' }, monthDays),
    weekdays: names(tag, { weekday: 'long' }, weekDays),
    weekdaysShort: names(tag, { weekday: 'short' }, weekDays),
    booleans: BOOLEANS[locale.slice(0, 2)] ?? ['TRUE', 'FALSE'],
  };
}

function patternFromIntl(tag: string): string {
  const parts = new Intl.DateTimeFormat(tag, { day: '2-digit', month: '2-digit', year: 'numeric' }).formatToParts(0);
  const token: Record<string, string> = { day: 'dd', month: 'MM', year: 'yyyy' };
  return parts.map((part) => token[part.type] ?? part.value).join('');
}

const known = new Map<string, LocaleData>();

/**
 * The conventions of a spreadsheet locale (`en_US`, `de_DE`, `fr`); an unknown one has those of `en_US`.
 * @example localeData('de_DE').decimal // ','
 */
export function localeData(locale: string): LocaleData {
  const full = LANGUAGE_REGION[locale] ?? locale.replace('-', '_');
  let data = known.get(full);
  if (!data) {
    try {
      data = derive(full);
    } catch {
      data = derive('en_US');
    }
    known.set(full, data);
  }
  return data;
}
