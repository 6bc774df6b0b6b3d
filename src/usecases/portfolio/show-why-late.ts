// The page "Why late": overdue money by who has to settle what keeps it, how long that takes, and invoices that were right at once.
import { decisionContext } from '../../dunning/decision/customer-context';
import type { Dispute, Facts } from '../../dunning/decision/facts';
import {
  departmentOf,
  firstTimeRight,
  isPastDeadline,
  lateByCause,
  resolutionTimes,
  SETTLED_AFTER,
} from '../../dunning/lateness/why-late';
import type { DisputeReason } from '../../dunning/policy/dispute-reasons';
import { isoOf } from '../../receivables/day';
import { numberKey } from '../../receivables/invoice-number';
import { openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { REASONS_TAB } from '../../workbook/tab-specs';
import { readReasons } from '../../workbook/tabs/reasons';
import type { PastDeadlineView, WhyLateView } from './view';

const MONTHS = 12;
const LISTED = 100;

/** Why we are late, as of today. */
export function showWhyLate(ports: Ports): WhyLateView {
  const { ws, gathered, day } = openForShowing(ports);
  const { facts } = gathered;
  const { reasons } = readReasons(ws.tabs.table(REASONS_TAB));
  // One row for several invoices is one dispute.
  const rows = [...new Map(facts.disputes.map((dispute) => [dispute.row, dispute])).values()];
  const departments = new Map<string, Dispute[]>();
  for (const dispute of rows) {
    const department = departmentOf(dispute, reasons);
    departments.set(department, [...(departments.get(department) ?? []), dispute]);
  }
  return {
    asOf: isoOf(day),
    currencies: lateByCause(decisionContext(facts), reasons),
    all: resolutionTimes(rows, day),
    departments: [...departments]
      .map(([department, own]) => ({ department, ...resolutionTimes(own, day) }))
      .sort((a, b) => b.open - a.open || b.resolved - a.resolved),
    pastDeadline: pastDeadline(rows, facts, reasons),
    months: firstTimeRight(facts, MONTHS).map(({ month, ...one }) => ({ ...one, month: isoOf(month) })),
    settledAfter: SETTLED_AFTER,
  };
}

function pastDeadline(
  rows: readonly Dispute[],
  { customers, invoices, asOf }: Facts,
  reasons: readonly DisputeReason[],
): PastDeadlineView[] {
  const owners = new Map(invoices.map(({ invoice, customerKey }) => [numberKey(invoice), customerKey]));
  const endOf = ({ deadline, query }: Dispute): number => deadline ?? query?.until ?? 0;
  return rows
    .filter((dispute) => isPastDeadline(dispute, asOf))
    .sort((a, b) => endOf(a) - endOf(b))
    .slice(0, LISTED)
    .map((dispute) => {
      const { invoice, reason, owner } = dispute;
      const key = customers.has(dispute.customerKey)
        ? dispute.customerKey
        : (owners.get(numberKey(invoice)) ?? dispute.customerKey);
      return {
        ...{ customerKey: customers.has(key) ? key : '', customer: customers.get(key)?.name ?? key, invoice, reason },
        ...{ kind: dispute.query ? ('query' as const) : ('dispute' as const), owner },
        ...{ department: departmentOf(dispute, reasons), deadline: isoOf(endOf(dispute)) },
      };
    });
}
