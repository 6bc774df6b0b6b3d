// Why one invoice of a dry run is reminded of, or not: its rules as text.
import type { PlannedInvoice, PlanReport } from './plan-report';

/** What is decided, as the end of a sentence. */
const DECISIONS: Record<string, string> = {
  remind: 'would be reminded today',
  wait: 'waits',
  blocked: 'is stopped',
  'not-chased': 'is not chased',
  'needs-fix': 'needs correcting first',
};

/** Most numbers that are proposed for one nobody has. */
const PROPOSED = 5;

/** The invoices of a number as a person types it: capitals and blanks do not matter. */
export function invoicesNumbered(report: PlanReport, number: string): PlannedInvoice[] {
  return report.invoices.filter(({ invoice }) => isSameNumber(invoice, number));
}

/** Whether two texts are one invoice number. @example isSameNumber('inv 1', 'INV1') // true */
export function isSameNumber(a: string, b: string): boolean {
  return plain(a) !== '' && plain(a) === plain(b);
}

/**
 * What is said of a number that no open invoice has.
 * @param row where it stands in the sheet all the same, 1-based; 0 for nowhere
 */
export function unknownInvoice(report: PlanReport, number: string, row: number): string {
  const problem = report.problems.find((one) => row > 0 && one.row === row);
  if (problem) return `Invoice ${number} stands in row ${row}, which could not be read: ${problem.message}`;
  if (row > 0)
    return `Invoice ${number} stands in row ${row}, and nothing of it is open as of ${report.asOf}: it is paid, or was not issued yet.`;
  const alike = report.invoices
    .map(({ invoice }) => invoice)
    .filter((invoice) => plain(number) !== '' && plain(invoice).includes(plain(number)))
    .slice(0, PROPOSED);
  const hint =
    alike.length > 0 ? ` There is ${alike.map((one) => `"${one}"`).join(', ')}.` : ' It stands nowhere in the sheet.';
  return `No open invoice has the number "${number}" as of ${report.asOf}.${hint}`;
}

/**
 * The rules of an invoice, one a line.
 *
 * @param invoice of a report
 * @param asOf the day of the plan, `YYYY-MM-DD`
 */
export function rulesText(invoice: PlannedInvoice, asOf: string): string {
  const width = Math.max(0, ...invoice.rules.map(({ rule }) => rule.length));
  const lines = invoice.rules.map(({ rule, holds, message, nextDate }) => {
    const changes = nextDate === null ? '' : ` Changes on ${nextDate}.`;
    return `  ${holds ? 'yes' : 'NO '}  ${rule.padEnd(width)}  ${message}${changes}`;
  });
  const due = invoice.due === null ? 'no due date' : `due ${invoice.due}`;
  return [
    `Invoice ${invoice.invoice} of ${invoice.customer}, row ${invoice.row}, ${due}, as of ${asOf}: ${DECISIONS[invoice.decision] ?? invoice.decision}.`,
    ...invoice.reasons.map(({ message }) => `  ${message}`),
    'The rules in order:',
    ...lines,
    `Next: ${nextOf(invoice, asOf)}.`,
    '',
  ].join('\n');
}

function nextOf({ decision, nextDate }: PlannedInvoice, asOf: string): string {
  if (decision === 'remind' && (nextDate === null || nextDate <= asOf))
    return 'it goes to review, and out once approved';
  return nextDate === null ? 'nothing changes by itself' : `looked at again on ${nextDate}`;
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}
