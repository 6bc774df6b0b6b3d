// A forecast in words and columns, for a person at the command line.
import type { ForecastReport } from './built-looking-ahead';

/** So many customers are told by their risk; the JSON has all. */
const MOST_CUSTOMERS = 10;

/**
 * The forecast as a page of text; a currency in which due dates were as near is left out, and says so.
 * @example forecastText(report).startsWith('Expected as of 30 Jun 2013') // true
 */
export function forecastText(report: ForecastReport): string {
  const { asOf, invoices, skill } = report;
  const isTold = (currency: string): boolean => skill[currency]?.isWorthShowing !== false;
  const currencies = [...new Set([...Object.keys(report.weeks), ...Object.keys(report.apart)])].sort();
  const told = invoices.filter(({ currency }) => isTold(currency));
  return `${[
    `Expected as of ${dateText(asOf)}, from how these customers paid so far. For the firm alone, not for a mail.`,
    ...report.questions.map(({ message }) => `? ${message}`),
    ...currencies.flatMap((currency) => ['', ...currencyLines(report, currency, isTold(currency))]),
    ...riskLines(report),
    ...(told.length === 0 ? [] : ['', 'Open invoices, in the order of the sheet', ...told.map(invoiceLine)]),
  ].join('\n')}\n`;
}

function currencyLines(report: ForecastReport, currency: string, isTold: boolean): string[] {
  const name = currency === 'XXX' ? 'Amounts' : currency;
  const apart = report.apart[currency];
  const away =
    apart === undefined ? [] : [`  not for us to expect (insolvent, assigned, own group) ${money(apart, currency)}`];
  const skill = report.skill[currency];
  if (!isTold) return [`${name}: ${skill?.inWords ?? ''}`, ...away];
  const weeks = report.weeks[currency] ?? [];
  const how = skill?.inWords ?? 'How good it is nobody can tell yet: too little was paid in the last six months.';
  return [
    `${name}, 13 weeks: expected, and the range in which six weeks of ten lie. ${how}`,
    ...weeks.map(({ from, to, amount, low, high, promised }) => {
      const range = `${money(low, currency).padStart(14)} to ${money(high, currency).padStart(14)}`;
      const said = promised > 0 ? `, ${money(promised, currency)} of it promised` : '';
      return `  ${dateText(from).padStart(11)} to ${dateText(to).padStart(11)} ${money(amount, currency).padStart(14)} ${range}${said}`;
    }),
    `  not expected within 13 weeks ${money(report.beyond[currency] ?? 0, currency)}`,
    ...away,
  ];
}

function riskLines({ customers, skill }: ForecastReport): string[] {
  const late = customers
    .filter(({ currency, lateRisk }) => (lateRisk ?? 0) >= 0.1 && skill[currency]?.isWorthShowing !== false)
    .sort((a, b) => a.currency.localeCompare(b.currency) || b.open * (b.lateRisk ?? 0) - a.open * (a.lateRisk ?? 0));
  if (late.length === 0) return [];
  const lines = late.slice(0, MOST_CUSTOMERS).map(({ customer, currency, open, lateRisk, usualDays }) => {
    const usual = usualDays === null ? '' : `; usual day ${Math.round(usualDays)} from due`;
    return `  ${customer}: about ${Math.round((lateRisk ?? 0) * 10)} in 10 of ${money(open, currency)}${code(currency)}${usual}`;
  });
  const more = late.length > MOST_CUSTOMERS ? [`  and ${late.length - MOST_CUSTOMERS} more (--json has all)`] : [];
  return ['', 'Money that is expected more than 30 days late', ...lines, ...more];
}

function invoiceLine({
  invoice,
  customer,
  currency,
  balance,
  expected,
  why,
}: ForecastReport['invoices'][number]): string {
  const when = expected === null ? 'no day' : dateText(expected);
  return `  ${invoice || '(no number)'}, ${customer}, ${money(balance, currency)}${code(currency)}: ${when}. ${why}`;
}

function code(currency: string): string {
  return currency === 'XXX' ? '' : ` ${currency}`;
}

/** @example money(1234.5, 'JPY') // '1,235' */
function money(amount: number, currency: string): string {
  const digits = { style: 'currency', currency } as const;
  const { maximumFractionDigits } = new Intl.NumberFormat('en', digits).resolvedOptions();
  return amount.toLocaleString('en', { minimumFractionDigits: maximumFractionDigits, maximumFractionDigits });
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** @example dateText('2013-07-06') // '6 Jul 2013' */
function dateText(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
