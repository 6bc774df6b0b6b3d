// Figures as sentences: a share that few have seen before is always said in words.
import { formatMoney } from '../money';
import { type DayFigures, QUARTER_DAYS } from './day-figures';

/** What of the open is overdue. @example overdueInWords({ overdue: 0, open: 1000, currency: 'EUR' }) // 'Nothing of 10.00 EUR open is overdue.' */
export function overdueInWords({ overdue, open, currency }: Pick<DayFigures, 'overdue' | 'open' | 'currency'>): string {
  const late = overdue ? formatMoney(overdue, currency) : 'Nothing';
  return open ? `${late} of ${formatMoney(open, currency)} open is overdue.` : 'Nothing is open.';
}

/** A share in whole per cent. @example percent(0.559) // '56 %' */
export function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/**
 * The collection effectiveness index in words.
 * @param when `this month so far`, `in October 2026`
 * @example ceiInWords(0.559, 'this month so far') // '56 % of what could be collected was, this month so far.'
 */
export function ceiInWords(cei: number | null, when: string): string {
  return cei === null ? '' : `${percent(cei)} of what could be collected was, ${when}.`;
}

/**
 * What a day of DSO is worth: the sales of a day, in whole units.
 * @example dayOfDsoInWords({ sales90: 111600000, currency: 'EUR' }) // 'One day of DSO is worth 12,400 EUR at today’s sales.'
 */
export function dayOfDsoInWords({ sales90, currency }: Pick<DayFigures, 'sales90' | 'currency'>): string {
  if (sales90 === null || sales90 <= 0) return '';
  return `One day of DSO is worth ${wholeMoney(sales90 / QUARTER_DAYS, currency)} at today’s sales.`;
}

/** An amount without its decimals. @example wholeMoney(1240049, 'EUR') // '12,400 EUR' */
export function wholeMoney(minor: number, currency: string): string {
  const scale = 10 ** (formatMoney(0, currency).split('.')[1]?.replace(/\D/g, '').length ?? 0);
  return formatMoney(Math.round(minor / scale) * scale, currency).replace(/\.0+(?= |$)/, '');
}
