// A forecast in words and columns, for a person at the command line.
import { amountText, dateText, inColumns, moneyText } from '../text-columns';
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
    ...(currencies.length === 0 ? ['', 'Nothing is open, so nothing is expected.'] : []),
    ...currencies.flatMap((currency) => ['', ...currencyLines(report, currency, isTold(currency))]),
    ...riskLines(report),
    ...(told.length === 0 ? [] : ['', 'Open invoices, in the order of the sheet', ...told.map(invoiceLine)]),
  ].join('\n')}\n`;
}

function currencyLines(report: ForecastReport, currency: string, isTold: boolean): string[] {
  const name = currency === 'XXX' ? 'Amounts' : currency;
  const apart = report.apart[currency];
  const away =
    apart === undefined
      ? []
      : [`  not for us to expect (insolvent, assigned, own group) ${amountText(apart, currency)}`];
  const skill = report.skill[currency];
  if (!isTold) return [`${name}: ${skill?.inWords ?? ''}`, ...away];
  const weeks = report.weeks[currency] ?? [];
  const beyond = amountText(report.beyond[currency] ?? 0, currency);
  if (weeks.every(({ high }) => high === 0))
    return [`${name}: nothing is expected within 13 weeks of the ${beyond} open. ${whyNothing(report)}`, ...away];
  const how = skill?.inWords ?? 'How good it is nobody can tell yet: too little was paid in the last six months.';
  const rows = weeks.map(({ from, to, amount, low, high, promised }) => [
    ...[dateText(from), 'to', dateText(to), amountText(amount, currency)],
    ...[amountText(low, currency), 'to', amountText(high, currency)],
    promised > 0 ? `${amountText(promised, currency)} of it promised` : '',
  ]);
  return [
    `${name}, 13 weeks: expected, and the range in which six weeks of ten lie. ${how}`,
    ...inColumns(rows, [true, false, true, true, true, false, true, false]),
    `  not expected within 13 weeks ${beyond}`,
    ...away,
  ];
}

/** Why no week has anything: nothing was ever paid on a known day, or what is open is older than all that was. */
function whyNothing({ customers }: ForecastReport): string {
  return customers.every(({ usualDays }) => usualDays === null)
    ? 'The sheet shows no invoice that was paid on a known day, so there is nothing to learn from.'
    : 'It is older than anything that was ever paid here, so nobody can tell what of it still comes.';
}

function riskLines({ customers, skill }: ForecastReport): string[] {
  const late = customers
    .filter(({ currency, lateRisk }) => (lateRisk ?? 0) >= 0.1 && skill[currency]?.isWorthShowing !== false)
    .sort((a, b) => a.currency.localeCompare(b.currency) || b.open * (b.lateRisk ?? 0) - a.open * (a.lateRisk ?? 0));
  if (late.length === 0) return [];
  const lines = late.slice(0, MOST_CUSTOMERS).map(({ customer, currency, open, lateRisk, usualDays }) => {
    const usual = usualDays === null ? '' : `; usual day ${Math.round(usualDays)} from due`;
    return `  ${customer}: about ${Math.round((lateRisk ?? 0) * 10)} in 10 of ${moneyText(open, currency)}${usual}`;
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
  return `  ${invoice || '(no number)'}, ${customer}, ${moneyText(balance, currency)}: ${when}. ${why}`;
}
