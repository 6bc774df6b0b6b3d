// What the plan of a day would be, without changing anything: for a file that was never set up as well.
import { isApart } from '../../dunning/decision/debtor/whose-debt';
import { decide, type InvoiceDecision } from '../../dunning/decision/decide';
import { explainerOf } from '../../dunning/decision/explain';
import type { Facts } from '../../dunning/decision/facts';
import { firstContactOn, keptByCap, laterInWords } from '../../dunning/decision/new-customers';
import type { ReminderFacts } from '../../dunning/history/events';
import { askedOn } from '../../dunning/letter/headline';
import { unchasedInWords, unchasedOf } from '../../dunning/outlook/unchased';
import { isContact } from '../../dunning/policy/channels';
import { bucketOf } from '../../receivables/aging';
import { totalsByCurrency } from '../../receivables/book';
import { type Day, isoOf } from '../../receivables/day';
import { isOwed, isReceivable } from '../../receivables/invoice-status';
import { addTo, type Totals, toDecimal } from '../../receivables/money';
import { inThousands } from '../../sheet/detect/money/in-thousands';
import { unreadMoney } from '../../sheet/detect/money/unread-money';
import { type Field, LOWERING_FIELDS } from '../../sheet/fields';
import type { Problem } from '../../sheet/grid';
import type { InvoiceTable } from '../../workbook/invoices';
import type { Ports } from '../../workbook/ports';
import { SETTINGS } from '../../workbook/tabs/settings/spec';
import { checkData, contextOf, freshContext } from '../data-check/data-check';
import type { DataCheckView } from '../data-check/view';
import { columnsAsked, openBook, type PreviewOptions } from './preview-book';

/** Amounts are decimal numbers of their currency. */
export interface CurrencyReport {
  open: number;
  overdue: number;
  credits: number;
  /** Kept back by customers until a later day, in no other figure; left out where there is none. */
  retained?: number;
  /** What of `open` is not for us to ask for: own companies, assigned, insolvent; left out where nothing is. */
  apart?: number;
  invoices: number;
  overdueInvoices: number;
  buckets: Record<string, { amount: number; invoices: number }>;
}

/** The plan of a day as the command line prints it. */
export interface PlanReport {
  asOf: string;
  sheet: string;
  headerRow: number;
  columns: Record<string, string | null>;
  problems: { row: number; column: string; code: string; message: string }[];
  questions: { field: string; message: string; candidates: string[] }[];
  totals: Record<string, CurrencyReport>;
  invoices: {
    row: number;
    invoice: string;
    customer: string;
    due: string | null;
    balance: number;
    currency: string;
    daysPastDue: number | null;
    bucket: string;
    segment: string;
    decision: string;
    stage: number | null;
    reasons: { code: string; message: string }[];
    nextDate: string | null;
    /** Every rule in order: whether it holds, what was found, and the day on which that changes. */
    rules: { rule: string; holds: boolean; message: string; nextDate: string | null }[];
  }[];
  reminders: {
    customer: string;
    segment: string;
    stage: number;
    channel: string;
    template: string;
    to: string;
    amounts: Record<string, number>;
    invoices: string[];
  }[];
  /** Who is overdue and on no ladder, and how much that is, a sentence; '' where nobody is. */
  unchased: string;
  /** Whom the day's number of new customers leaves for later, and until when, a sentence; '' for nobody. */
  later: string;
  dataCheck: DataCheckView;
}

/** Plans a day without writing anything. @throws Refusal when there is no invoice table */
export function previewPlan(ports: Ports, options: PreviewOptions): PlanReport {
  const { asOf, today, book, gathered, ws, ours } = openBook(ports, options);
  const { facts, problems } = gathered;
  const context = ours ? contextOf(ws, book, today) : freshContext(today);
  const { decisions, proposals } = decide(facts);
  const { rulesOf } = explainerOf(facts);
  return {
    asOf: isoOf(asOf),
    sheet: book.sheet.name,
    headerRow: book.detection.headerRow,
    ...columnsAsked(book),
    problems: [
      ...context.elsewhere,
      ...problems.map(({ problem }) => problem),
      ...unreadMoney(book.grid, book.detection),
      ...inThousands(book.detection),
    ].map(asPlain),
    totals: totalsOf(book, asOf, decisions),
    invoices: decisions
      .filter(({ invoice }) => invoice.open !== 0 && isReceivable(invoice))
      .map((decided) => ({ ...decided, rules: rulesOf(decided) }))
      .map(({ invoice, segment, decision, stage, reasons, nextDate, rules }) => ({
        row: invoice.row,
        invoice: invoice.invoice,
        customer: invoice.customer || invoice.customerId,
        due: invoice.due === null ? null : isoOf(invoice.due),
        balance: toDecimal(invoice.open, invoice.currency),
        currency: invoice.currency,
        daysPastDue: invoice.daysPastDue,
        bucket: bucketOf(invoice.due, asOf, invoice.open),
        segment,
        decision,
        stage: stage?.stage ?? null,
        reasons: reasons.map(({ code, message }) => ({ code, message })),
        nextDate: isoOrNull(nextDate),
        rules: rules.map((line) => ({ ...line, nextDate: isoOrNull(line.nextDate) })),
      }))
      .sort((a, b) => a.row - b.row),
    reminders: remindersThatHold(book, proposals).map((proposal) => ({
      customer: proposal.customer,
      segment: proposal.segment,
      stage: proposal.stage,
      channel: proposal.channel,
      template: proposal.template,
      to: proposal.to.join(', '),
      amounts: Object.fromEntries(
        Object.entries(askedOn(proposal, asOf)).map(([code, minor]) => [code, toDecimal(minor, code)]),
      ),
      invoices: proposal.lines.map(({ invoice, key }) => invoice || key),
    })),
    unchased: unchasedInWords(unchasedOf(decisions, facts)),
    later: ours ? laterIn(facts, keptByCap(decisions)) : laterOnceSetUp(facts, proposals),
    dataCheck: checkData(book, gathered, context),
  };
}

function laterIn({ asOf, settings, history }: Facts, late: number, most = settings.newCustomersPerDay): string {
  return laterInWords(late, most, asOf, settings.holidays, firstContactOn(history, asOf));
}

/** Nobody was ever written to from a file: everybody is new, and a new workbook begins with a number a day. */
function laterOnceSetUp(facts: Facts, proposals: readonly ReminderFacts[]): string {
  const most = Number(SETTINGS.newCustomersPerDay.initial);
  const words = proposals.filter(({ channel, fix }) => isContact(channel) && fix === '').length;
  const later = laterIn(facts, Math.max(0, words - most), most);
  return later === '' ? '' : `Once Duesheet works in your sheet, ${most} of them come first. ${later}`;
}

function isoOrNull(day: Day | null): string | null {
  return day === null ? null : isoOf(day);
}

/** What tells whether, and how much of it, an invoice has been paid. */
const TELLS_WHO_OWES: readonly Field[] = ['customer', 'paid', 'paidOn', 'status', ...LOWERING_FIELDS];

/** Nobody is said to be reminded while it is an open question who owes it, or which column tells that they have paid. */
function remindersThatHold(book: InvoiceTable, proposals: readonly ReminderFacts[]): readonly ReminderFacts[] {
  return book.detection.questions.some(({ field }) => TELLS_WHO_OWES.includes(field)) ? [] : proposals;
}

function asPlain({ row, column, code, message }: Problem): PlanReport['problems'][number] {
  return { row, column, code, message };
}

function totalsOf(
  book: InvoiceTable,
  asOf: Day,
  decisions: readonly InvoiceDecision[],
): Record<string, CurrencyReport> {
  const apart: Totals = {};
  for (const { invoice, reasons } of decisions)
    if (isApart(reasons[0]?.code) && isOwed(invoice)) addTo(apart, invoice.currency, invoice.open);
  const report: Record<string, CurrencyReport> = {};
  for (const [code, sums] of Object.entries(totalsByCurrency(book.invoices, asOf))) {
    const decimal = (minor: number): number => toDecimal(minor, code);
    report[code] = {
      open: decimal(sums.open),
      overdue: decimal(sums.overdue),
      credits: decimal(sums.credits),
      ...(sums.retained === undefined ? {} : { retained: decimal(sums.retained) }),
      ...(apart[code] === undefined ? {} : { apart: decimal(apart[code]) }),
      invoices: sums.invoices,
      overdueInvoices: sums.overdueInvoices,
      buckets: Object.fromEntries(
        Object.entries(sums.buckets).map(([label, bucket]) => [
          label,
          { amount: decimal(bucket.amount), invoices: bucket.invoices },
        ]),
      ),
    };
  }
  return report;
}
