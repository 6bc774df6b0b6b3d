// The dry run as a page of text for the person who owns the receivables.
import { dataCheckText } from './data-check-text';
import type { CurrencyTotals, PlannedInvoice, PlanReport } from './plan-report';
import { amountText, counted, inColumns, moneyText } from './text-columns';

const MOST_LISTED = 40;
const LONGEST_NAME = 36;

/**
 * The report in words and aligned tables.
 *
 * @param report of `previewPlan`
 */
export function planText(report: PlanReport): string {
  const parts = [
    heading(report),
    ...Object.entries(report.totals).map(([currency, totals]) => totalsTable(currency, totals)),
    reminders(report),
    report.unchased,
    waiting(report.invoices),
    dataCheckText(report.dataCheck),
    problems(report),
    questions(report),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function heading(report: PlanReport): string {
  const known = new Map(report.dataCheck.columns.map((column) => [column.field, column]));
  const rows = Object.entries(report.columns)
    .filter(([, header]) => header !== null)
    .map(([field, header]) => {
      const { label = field, sureness: sure = '' } = known.get(field) ?? {};
      return [label, header ?? '', sure === 'sure' ? '' : `look at this one; another: --column ${field}="Header"`];
    });
  return [
    `As of ${report.asOf}, sheet "${report.sheet}", headers in row ${report.headerRow}.`,
    'Columns understood:',
    ...inColumns(rows, [false, false, false]),
  ].join('\n');
}

function totalsTable(currency: string, totals: CurrencyTotals): string {
  const rows = Object.entries(totals.buckets).map(([label, { amount, invoices }]) => [
    label,
    amountText(amount, currency),
    counted(invoices, 'invoice'),
  ]);
  rows.push(['Open', amountText(totals.open, currency), counted(totals.invoices, 'invoice')]);
  rows.push(['of it overdue', amountText(totals.overdue, currency), counted(totals.overdueInvoices, 'invoice')]);
  if (totals.credits !== 0) rows.push(['Credits, apart', amountText(totals.credits, currency), '']);
  if (totals.apart) rows.push(['of it not ours to ask for', amountText(totals.apart, currency), '']);
  if (totals.retained) rows.push(['Kept back until later, apart', amountText(totals.retained, currency), '']);
  const name = currency === 'XXX' ? 'Amounts (no currency known)' : currency;
  return [name, ...inColumns(rows, [false, true, true])].join('\n');
}

function reminders({ reminders: list, invoices, later, dataCheck }: PlanReport): string {
  if (list.length === 0 && invoices.length === 0)
    return dataCheck.invoices === 0
      ? 'Nobody would be reminded today: no invoice could be read.'
      : `Nobody would be reminded today: of ${counted(dataCheck.invoices, 'invoice')} none is open.`;
  if (list.length === 0) return 'Nobody would be reminded today.';
  const rows = list.slice(0, MOST_LISTED).map((reminder) => [
    cut(reminder.customer),
    `step ${reminder.stage}`,
    reminder.channel,
    Object.entries(reminder.amounts)
      .map(([currency, amount]) => moneyText(amount, currency))
      .join(' + '),
    shortList(reminder.invoices),
    [reminder.to].flat().join(', ') || 'no address yet',
  ]);
  const more = list.length > MOST_LISTED ? [`  ... and ${list.length - MOST_LISTED} more (all with --json).`] : [];
  return [
    `Would be reminded today: ${counted(list.length, 'customer')}.`,
    ...(later === '' ? [] : [later]),
    ...inColumns(rows, [false, false, false, true, false, false]),
    ...more,
  ].join('\n');
}

/** What a decision is called. */
const DECISIONS: Record<string, string> = {
  wait: 'Waiting',
  blocked: 'Stopped',
  'not-chased': 'Not chased',
  'needs-fix': 'To correct',
};

/** Invoices that have the same to wait for. */
interface Waiting {
  decision: string;
  invoices: number;
  customers: Set<string>;
  first: string;
  message: string;
}

/** Invoices that wait, are blocked or need fixing, counted by their first reason and the day on which it may change. */
function waiting(invoices: PlannedInvoice[]): string {
  const groups = new Map<string, Waiting>();
  for (const invoice of invoices) {
    if (invoice.decision === 'remind') continue;
    const reason = invoice.reasons[0];
    const group = groups.get(`${invoice.decision} ${reason?.code ?? ''}`) ?? {
      invoices: 0,
      customers: new Set<string>(),
      decision: DECISIONS[invoice.decision] ?? invoice.decision,
      first: '',
      message: reason?.message ?? '',
    };
    group.invoices += 1;
    group.customers.add(invoice.customer);
    const next = invoice.nextDate ?? '';
    if (next !== '' && (group.first === '' || next < group.first)) group.first = next;
    groups.set(`${invoice.decision} ${reason?.code ?? ''}`, group);
  }
  if (groups.size === 0) return '';
  const rows = [...groups]
    .sort(([, a], [, b]) => b.invoices - a.invoices)
    .map(([, group]) => [
      group.decision,
      counted(group.invoices, 'invoice'),
      counted(group.customers.size, 'customer'),
      group.first === '' ? '' : `first change ${group.first}`,
      group.message,
    ]);
  return [
    'No reminder today, and why, with one of them as an example:',
    ...inColumns(rows, [false, true, true, false, false]),
  ].join('\n');
}

function problems(report: PlanReport): string {
  if (report.problems.length === 0) return 'Every row could be read.';
  const rows = report.problems
    .slice(0, MOST_LISTED)
    .map(({ row, column, message }) => [row > 0 ? `row ${row}` : 'sheet', column, message]);
  const rest = report.problems.length - rows.length;
  return [
    `${counted(report.problems.length, 'problem')} in the sheet:`,
    ...inColumns(rows, [true, false, false]),
    ...(rest > 0 ? [`  ... and ${rest} more (all with --json).`] : []),
  ].join('\n');
}

function questions(report: PlanReport): string {
  if (report.questions.length === 0) return '';
  const lines = report.questions.map(({ field, message, candidates }) => {
    // A question about how a cell is read has figures to choose from, and no header.
    const [first = ''] = candidates.filter((one) => /\p{L}/u.test(one));
    return `  ${message}${first === '' ? '' : ` Say which with --column ${field}="${first}".`}`;
  });
  return ['Questions only you can answer:', ...lines].join('\n');
}

/** A long name leaves room for what stands beside it. */
function cut(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`;
}

function shortList(invoices: string[]): string {
  return invoices.length <= 3
    ? invoices.join(', ')
    : `${invoices.slice(0, 3).join(', ')} and ${invoices.length - 3} more`;
}
