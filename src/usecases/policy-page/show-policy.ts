// The policy page: the ladder of each segment as a collector reads it, who is in it, and what is off.
import { decisionContext } from '../../dunning/decision/customer-context';
import type { Facts } from '../../dunning/decision/facts';
import { languagesInUse, ownLanguage } from '../../dunning/decision/letter-language';
import { isChaseable } from '../../dunning/decision/owed';
import type { HintContext } from '../../dunning/policy/hints/policy-hints';
import { policyFaults } from '../../dunning/policy/policy-check';
import { bySegment, type PlacedRow } from '../../dunning/policy/policy-finding';
import { isoOf } from '../../receivables/day';
import { parseSegmentSettings } from '../../receivables/segment-settings';
import { SEGMENTS_BY_BALANCE, SEGMENTS_BY_BEHAVIOUR } from '../../receivables/segment-words';
import { DOCUMENT_FIELDS } from '../../sheet/fields';
import { amountOfCell, textOf } from '../../sheet/read/typed-cells';
import { type Opened, openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { POLICY_TAB, TEMPLATES_TAB } from '../../workbook/tab-specs';
import { readPolicy } from '../../workbook/tabs/policy';
import type { TabTable } from '../../workbook/tabs/records';
import { seenRow } from '../../workbook/tabs/seen-rows';
import { readTemplates } from '../../workbook/tabs/templates';
import type { PolicyFindingView, PolicySegmentView, PolicyView } from './view';

/** The policy as it stands, held against itself and against the customers of today. */
export function showPolicy(ports: Ports): PolicyView {
  const opened = openForShowing(ports);
  const { ws, day } = opened;
  const table = ws.tabs.needTable(POLICY_TAB);
  const { placed, findings } = checkedPolicy(opened, table);
  const { facts } = opened.gathered;
  const customers = customersBySegment(facts);
  const texts = new Map<string, string[]>();
  for (const { name, language } of readTemplates(ws.tabs.needTable(TEMPLATES_TAB)))
    texts.set(name, [...(texts.get(name) ?? []), language]);
  const changes = new Map<string, string>();
  for (const { kind, at, facts } of ws.log.events) {
    const [tab, ...names] = facts.keys ?? [];
    if (kind === 'setting-changed' && tab === TEMPLATES_TAB.name) for (const name of names) changes.set(name, at);
  }
  return {
    asOf: isoOf(day),
    tab: ws.tabs.needSheet(POLICY_TAB).name,
    findings,
    hints: hintContext(opened, customers),
    segments: segmentsOf(ws, placed, customers),
    languages: languagesInUse(facts),
    own: ownLanguage(facts),
    texts: [...texts].map(([name, languages]) => ({ name, languages })),
    changes: [...changes],
  };
}

/** A policy and what stops reminders in it. */
export interface CheckedPolicy {
  placed: PlacedRow[];
  findings: PolicyFindingView[];
}

/** Holds the rows of a table, as it is or as it would be, against the workbook. */
export function checkedPolicy(opened: Opened, table: TabTable): CheckedPolicy {
  const { policy, rows, texts, problems } = readPolicy(table);
  const placed = policy.map((stage, index) => ({ stage, row: rows[index] ?? 0 }));
  const { facts } = opened.gathered;
  const faults = policyFaults(placed, {
    customers: customersBySegment(facts),
    checkTemplate: facts.checkTemplate,
    languages: languagesInUse(facts),
    ownLanguage: ownLanguage(facts),
    texts,
  });
  const unreadable = problems.map(
    ({ code, row, message }): PolicyFindingView => ({ severity: 'error', code, row, message }),
  );
  return { placed, findings: [...unreadable, ...readOtherwise(table), ...faults] };
}

/** Cells that do not stop a row from being used, but are read as something else than they say. */
function readOtherwise({ rows }: TabTable): PolicyFindingView[] {
  return rows.flatMap((row) => {
    const say = (header: string, as: string): PolicyFindingView => ({
      severity: 'warning',
      code: 'cell-unreadable',
      row: row.row,
      message: `${header} "${row.text(header)}" cannot be read; ${as}.`,
    });
    const isWhole = (header: string): boolean => {
      const { amount, fault } = amountOfCell(row.cell(header));
      return fault === '' && (amount === null || (Number.isInteger(amount) && amount >= 0));
    };
    return [
      ...(['', 'review', 'auto'].includes(row.text('Sending').toLowerCase())
        ? []
        : [say('Sending', 'it counts as review: write review or auto')]),
      ...(isWhole('Minimum gap') ? [] : [say('Minimum gap', 'it counts as 0: write a whole number of days')]),
      ...(isWhole('Repeat every') ? [] : [say('Repeat every', 'it does not repeat: write a whole number of days')]),
      ...(isWhole('Times') ? [] : [say('Times', 'it comes once: write a whole number')]),
    ];
  });
}

/** What the page finds by itself it holds the policy against. */
function hintContext({ ws, gathered, day, book }: Opened, customers: ReadonlyMap<string, number>): HintContext {
  const { own, byCountry } = ws.holidays();
  const { country } = gathered.facts.settings;
  const days = country === '' ? own : (byCountry.get(country) ?? new Set());
  return {
    computed: computedNames(ws.settings().segmentation),
    customers: [...customers],
    asOf: day,
    country,
    holidaysUntil: days.size === 0 ? null : [...days].reduce((last, one) => Math.max(last, one)),
    isAutomatic: ws.state.live && ws.state.automatic,
    ladder: ws.settings().ladder,
    documents: !Object.values(DOCUMENT_FIELDS).some((field) => book.detection.columns[field])
      ? 'none'
      : ws.ports.files
        ? 'files'
        : 'links',
  };
}

/** The names that the mode of segmentation gives. */
function computedNames(segmentation: ReturnType<Opened['ws']['settings']>['segmentation']): readonly string[] {
  const mode = segmentation.filter(([name]) => name.trim().toLowerCase() === 'mode');
  try {
    const isBalance = parseSegmentSettings(mode.map(([name, cell]) => [name, textOf(cell)])).mode === 'balance';
    return isBalance ? SEGMENTS_BY_BALANCE : SEGMENTS_BY_BEHAVIOUR;
  } catch {
    // A mode that cannot be read is reported among the settings; the default mode is used then.
    return SEGMENTS_BY_BEHAVIOUR;
  }
}

/** How many customers with something open count as which segment today. */
function customersBySegment(facts: Facts): Map<string, number> {
  const counts = new Map<string, number>();
  const context = decisionContext({ ...facts, invoices: facts.invoices.filter(isChaseable) });
  for (const key of context.keys) {
    const { segment } = context.customer(key);
    counts.set(segment, (counts.get(segment) ?? 0) + 1);
  }
  return counts;
}

function segmentsOf(
  { tabs }: Opened['ws'],
  placed: readonly PlacedRow[],
  customers: ReadonlyMap<string, number>,
): PolicySegmentView[] {
  const named = bySegment(placed);
  const written = new Set(named.map(([segment]) => segment.toLowerCase()));
  const others = [...customers].filter(([segment]) => !written.has(segment.toLowerCase()));
  const countOf = (segment: string): number =>
    [...customers].reduce((sum, [name, count]) => sum + (name.toLowerCase() === segment.toLowerCase() ? count : 0), 0);
  return [
    ...named.map(([segment, rows]) => ({
      segment,
      customers: countOf(segment),
      steps: rows.map(({ stage, row }) => ({ ...stage, ...seenRow(tabs, POLICY_TAB, row) })),
    })),
    ...others.map(([segment, count]) => ({ segment, customers: count, steps: [] })),
  ];
}
