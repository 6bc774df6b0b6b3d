// The page of AR Segments: each rule with whom it would catch and how much money, on or not, and what is off in it.
import { decisionContext } from '../../dunning/decision/customer-context';
import { isChaseable } from '../../dunning/decision/owed';
import { SEGMENT_HOLDS_AFTER } from '../../dunning/decision/standing-segment';
import { catches, checkRules } from '../../dunning/segments/rule-check';
import { OPERATORS, RULE_FIELDS } from '../../dunning/segments/rule-words';
import type { SegmentRule } from '../../dunning/segments/segment-rule';
import { isoOf } from '../../receivables/day';
import { addTo, formatTotals, type Totals } from '../../receivables/money';
import { type Opened, openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { CUSTOMERS_TAB, SEGMENTS_TAB } from '../../workbook/tab-specs';
import { readAliases } from '../../workbook/tabs/customers';
import type { TabTable } from '../../workbook/tabs/records';
import { ruleColumns } from '../../workbook/tabs/rule-columns';
import { seenRow } from '../../workbook/tabs/seen-rows';
import { readSegmentRules } from '../../workbook/tabs/segment-rules';
import type { Caught, SegmentRuleView, SegmentsView } from './view';

/** So many customers of a rule are named. */
const NAMED = 20;

/** The rules, and whom each would catch today. */
export function showSegments(ports: Ports): SegmentsView {
  const opened = openForShowing(ports);
  const { gathered, day, ws } = opened;
  const { facts, ruled } = gathered;
  const context = decisionContext(facts);
  const sums = openByCustomer(opened);
  const table = ws.tabs.table(SEGMENTS_TAB);
  const caught = catches(ruled.rules, ruled.subjects);
  const taken = new Set(ruled.rules.flatMap(({ active }, at) => (active ? (caught[at]?.takes ?? []) : [])));
  const rules = ruled.rules.map((rule, at): SegmentRuleView => {
    const { holds = [], takes = [] } = caught[at] ?? {};
    const ranked = [...takes].sort((a, b) => largest(sums.get(b)) - largest(sums.get(a)));
    return {
      ...ruleAsWritten(opened, table, rule),
      holds: caughtOf(holds, sums),
      takes: caughtOf(takes, sums),
      moves: takes.filter((key) => !isSame(context.customer(key).segment, rule.segment)).length,
      first: ranked.slice(0, NAMED).map((key) => ({
        ...{ key, name: context.customer(key).name },
        open: formatTotals(sums.get(key) ?? {}),
      })),
    };
  });
  return {
    asOf: isoOf(day),
    rules,
    findings: checkRules(ruled.rules, facts.policy),
    computed: byFigures(opened, taken, sums),
    overrides: [...facts.customers.values()].filter(({ segmentOverride }) => segmentOverride !== '').length,
    fields: [...RULE_FIELDS],
    columns: columnsFor(opened).filter((header) => !RULE_FIELDS.some((field) => isSame(field, header))),
    operators: [...OPERATORS],
    segments: [...new Set(facts.policy.map(({ segment }) => segment))].filter((name) => !/^any\b/i.test(name)),
    heldFor: SEGMENT_HOLDS_AFTER,
  };
}

/** The rules of a table as they would be read. */
export function rulesIn(opened: Opened, table: TabTable): SegmentRule[] {
  return readSegmentRules(table, columnsFor(opened));
}

function columnsFor({ ws, book, gathered }: Opened): readonly string[] {
  const customers = ws.tabs.table(CUSTOMERS_TAB);
  const { grid, detection } = book;
  const { invoices } = gathered.facts;
  return ruleColumns({ customers, aliases: readAliases(customers), invoices, grid, detection }).headers;
}

function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

function ruleAsWritten(
  { ws }: Opened,
  table: TabTable | null,
  { segment, active, rows, faults }: SegmentRule,
): Pick<SegmentRuleView, 'order' | 'segment' | 'active' | 'lines' | 'note'> {
  const own = table?.rows.filter((one) => rows.includes(one.row)) ?? [];
  return {
    order: own[0]?.text('Order') ?? '',
    segment,
    active: active && faults.length === 0,
    note: own.map((one) => one.text('Note')).find((note) => note !== '') ?? '',
    lines: own.map((one) => ({
      ...seenRow(ws.tabs, SEGMENTS_TAB, one.row),
      ...{ field: one.text('Field'), is: one.text('Is'), value: one.text('Value') },
    })),
  };
}

function openByCustomer({ gathered }: Opened): Map<string, Totals> {
  const sums = new Map<string, Totals>();
  for (const invoice of gathered.facts.invoices) {
    if (!isChaseable(invoice)) continue;
    const own = sums.get(invoice.customerKey) ?? {};
    sums.set(invoice.customerKey, own);
    addTo(own, invoice.currency, invoice.open);
  }
  return sums;
}

function largest(totals: Totals = {}): number {
  return Math.max(0, ...Object.values(totals));
}

function caughtOf(keys: readonly string[], sums: ReadonlyMap<string, Totals>): Caught {
  const totals: Totals = {};
  for (const key of keys)
    for (const [currency, amount] of Object.entries(sums.get(key) ?? {})) addTo(totals, currency, amount);
  return { customers: keys.length, open: Object.keys(totals).length > 0 ? formatTotals(totals) : '' };
}

/** Whom no rule names, by what their figures say. */
function byFigures(
  { gathered }: Opened,
  taken: ReadonlySet<string>,
  sums: ReadonlyMap<string, Totals>,
): SegmentsView['computed'] {
  const groups = new Map<string, string[]>();
  for (const [key, { segment }] of gathered.facts.segments) {
    if (taken.has(key) || !sums.has(key)) continue;
    groups.set(segment, [...(groups.get(segment) ?? []), key]);
  }
  return [...groups]
    .map(([segment, keys]) => ({ segment, ...caughtOf(keys, sums) }))
    .sort((a, b) => b.customers - a.customers);
}
