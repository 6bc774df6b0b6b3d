// Figures as sentences: a share that few have seen before is always said in words.
import { formatMoney } from '../money';
import { type DayFigures, QUARTER_DAYS } from './day-figures';
import type { BadDebt } from './kpis';

/** What of the open is overdue. @example overdueInWords({ overdue: 0, open: 1000, currency: 'EUR' }) // 'Nothing of 10.00 EUR open is overdue.' */
export function overdueInWords({ overdue, open, currency }: Pick<DayFigures, 'overdue' | 'open' | 'currency'>): string {
  const late = overdue ? formatMoney(overdue, currency) : 'Nothing';
  return open ? `${late} of ${formatMoney(open, currency)} open is overdue.` : 'Nothing is open.';
}

/** A share in whole per cent; of one under a half its first digit. @example percent(0.559) // '56 %' @example percent(0.0042) // '0.4 %' */
function percent(share: number): string {
  const whole = Math.round(100 * share);
  return whole === 0 && share > 0 ? `${Number((100 * share).toPrecision(1))} %` : `${whole} %`;
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
 * The collection rate of the month in words.
 * @param since its first day
 * @example collectionRateInWords(0.34, '1 Nov') // '34 % of what was overdue on 1 Nov came in since.'
 */
export function collectionRateInWords(rate: number | null, since: string): string {
  return rate === null ? '' : `${percent(rate)} of what was overdue on ${since} came in since.`;
}

/**
 * What was written off in words.
 * @param found of the last twelve months; null while nothing was recorded
 * @example badDebtInWords(null, 'EUR') // 'Nothing written off was recorded.'
 */
export function badDebtInWords(found: BadDebt | null, currency: string): string {
  if (!found) return 'Nothing written off was recorded.';
  const { months, writtenOff, share } = found;
  const when = months === 1 ? '1 month with a record' : `${months} months with a record`;
  if (writtenOff === 0) return `Nothing was written off in ${when}.`;
  const part = share === null ? '' : `, ${percent(share)} of their sales`;
  return `${formatMoney(writtenOff, currency)} was written off in ${when}${part}.`;
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
