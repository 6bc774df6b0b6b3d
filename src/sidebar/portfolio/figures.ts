// Shares and days of the portfolio as people read them.
import type { PortfolioLine } from '../../receivables/metrics/portfolio';
import { overdueShareOf } from '../../receivables/metrics/portfolio';
import { formatMoney } from '../../receivables/money';
import { count, grouped } from '../shell/format';

/** A share in per cent; what is there to be seen is never nought. @example percentOf(0.004) // 'under 1 %' */
export function percentOf(share: number | null): string {
  if (share === null) return '';
  const percent = Math.round(share * 100);
  return percent === 0 && share > 0 ? 'under 1 %' : `${percent} %`;
}

/** Days with one decimal. @example daysOf(26.26) // '26.3' */
export function daysOf(days: number | null): string {
  return days === null ? '' : days.toFixed(1);
}

/** Money in a table of one currency: its code stands above. */
function plainMoney(minor: number, currency: string): string {
  return formatMoney(minor, currency).replace(` ${currency}`, '');
}

/** The columns of a line: header, and what stands below it. Money, shares and days stand at the right. */
export const COLUMNS: readonly [header: string, text: (line: PortfolioLine) => string][] = [
  ['Customers', ({ customers }) => grouped(customers)],
  ['Invoices', ({ invoices }) => grouped(invoices)],
  ['Open', ({ open, currency }) => plainMoney(open, currency)],
  ['Share', ({ share }) => percentOf(share)],
  ['Overdue', ({ overdue, currency }) => plainMoney(overdue, currency)],
  ['% overdue', (line) => percentOf(overdueShareOf(line))],
  ['DSO', ({ dso }) => daysOf(dso)],
  ['Days beyond terms', ({ beyondTerms }) => daysOf(beyondTerms)],
  ['Disputed', ({ disputed, currency }) => (disputed === 0 ? '' : plainMoney(disputed, currency))],
];

/** A line in a sentence or two, for narrow pages. @example '530.10 EUR open at 3 customers, 24 % of all; 34 % overdue, DSO 45.0' */
export function inSentences(line: PortfolioLine): string[] {
  const { customers, invoices, open, overdue, currency, share, dso, beyondTerms, disputed } = line;
  const days = [
    dso !== null && `DSO ${daysOf(dso)}`,
    beyondTerms !== null && `${daysOf(beyondTerms)} days beyond terms`,
    disputed > 0 && `${formatMoney(disputed, currency)} disputed`,
  ].filter((part) => part !== false);
  const late = overdue > 0 ? `, ${formatMoney(overdue, currency)} overdue (${percentOf(overdueShareOf(line))})` : '';
  return [
    `${formatMoney(open, currency)} open, ${percentOf(share)} of all${late}`,
    [count(customers, 'customer'), count(invoices, 'invoice'), ...days].join(' · '),
  ];
}
