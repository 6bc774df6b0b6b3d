// The book for the pages that look ahead: they compute, and this tells them once what there is to compute with.
import { creditAccounts } from '../../dunning/decision/debtor/credit-accounts';
import { isBarred } from '../../dunning/decision/debtor/kinds';
import { nameOf } from '../../dunning/decision/owed';
import { toldRules } from '../../dunning/segments/segments-by-rules';
import { CREDIT_RULES, type CreditTerms } from '../../receivables/credit/credit-limit';
import { isoOf } from '../../receivables/day';
import { packedRows } from '../../receivables/forecast/packed-rows';
import type { InvoiceRow } from '../../receivables/invoice';
import { isOwed } from '../../receivables/invoice-status';
import { readSegmentation } from '../../workbook/facts';
import { type Opened, openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { knownBook } from './known-book';
import type { AheadView, BesideView, CreditView } from './view';
import { workOf } from './work';

/** What one answer holds; older invoices weigh next to nothing. */
const MOST_ROWS = 60_000;

/** The book to look ahead in. @param withWork whether it comes with the work that waits @throws Refusal as `openForShowing` */
export function showAhead(ports: Ports, withWork = false): AheadView {
  const opened = openForShowing(ports);
  const known = knownBook(opened);
  const { asOf, invoices, tolerance, disputed } = known;
  const customers = [...opened.gathered.facts.customers.values()];
  const owed = invoices.filter(isOwed);
  const { looksAt } = opened.gathered.ruled;
  const rows = latest(known.rows, new Set(owed.map(({ row }) => row)));
  return {
    asOf: isoOf(asOf),
    tolerance,
    rows: packedRows(rows),
    leftOut: known.rows.length - rows.length,
    open: invoices.flatMap(({ row, open, bank }): AheadView['open'] =>
      bank && open !== bank.inSheet ? [[row, open]] : [],
    ),
    beside: owed.flatMap((invoice): BesideView[] => {
      const { agreed = [], ...told } = known.beside(invoice);
      if (agreed.length === 0 && Object.keys(told).length === 0) return [];
      return [{ row: invoice.row, ...told, ...(agreed.length > 0 ? { agreed } : {}) }];
    }),
    disputed: known.rows.flatMap(({ key, row }) => (disputed.has(key) ? [row] : [])),
    segmentation: readSegmentation(opened.ws.settings()).settings,
    rules: looksAt && toldRules(looksAt),
    overrides: customers.flatMap(({ key, segmentOverride }): AheadView['overrides'] =>
      segmentOverride === '' ? [] : [[key, segmentOverride]],
    ),
    kinds: customers.flatMap(({ key, kind }): AheadView['kinds'] => (kind === 'business' ? [] : [[key, kind]])),
    credit: creditOf(opened.gathered),
    holdFrom: opened.gathered.facts.settings.credit ?? CREDIT_RULES,
    goals: opened.ws.settings().cashGoals,
    work: withWork ? workOf(opened) : null,
  };
}

/** Limits, securities and days with what is open; a hold alone is told too. */
function creditOf({ facts, customers: { payers } }: Opened['gathered']): CreditView[] {
  const known = new Map(creditAccounts(facts).map((one) => [one.key, one]));
  return [...facts.customers.values()].flatMap(({ key, name, owner, kind, creditHold: hold }): CreditView[] => {
    const account = known.get(key);
    if (!account && hold === 'no') return [];
    const { terms = NO_TERMS, open = {}, pays = 0 } = account ?? {};
    const payer = payers.get(key);
    const who = { key, name, owner, isPerson: isBarred(kind, 'firmer ladder'), hold };
    return [{ ...terms, ...who, open, pays, payer: payer === undefined ? '' : nameOf(facts, payer) }];
  });
}

const NO_TERMS: CreditTerms = {
  ...{ limit: null, currency: '', source: '', reviewBy: null, security: '', securityUntil: null, reportBy: null },
};

/** All that is open, and as many of the others as there is room for, those issued last first. */
function latest(rows: readonly InvoiceRow[], open: ReadonlySet<number>): readonly InvoiceRow[] {
  if (rows.length <= MOST_ROWS) return rows;
  const days = rows.map(({ issued, due }) => issued ?? due ?? 0).sort((a, b) => b - a);
  const since = days[MOST_ROWS] ?? 0;
  return rows.filter(({ row, issued, due }) => open.has(row) || (issued ?? due ?? 0) > since);
}
