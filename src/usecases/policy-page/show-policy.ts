// The policy page: the ladder of each segment as a collector reads it, who is in it, and what is off.
import { decisionContext } from '../../dunning/decision/customer-context';
import type { Facts } from '../../dunning/decision/facts';
import { languagesInUse, ownLanguage } from '../../dunning/decision/letter-language';
import { isChaseable } from '../../dunning/decision/owed';
import type { PolicyRow } from '../../dunning/policy/policy';
import { bySegment, checkPolicy, type PolicyContext } from '../../dunning/policy/policy-check';
import { dayInWords } from '../../dunning/policy/policy-check-ladder';
import type { PlacedRow } from '../../dunning/policy/policy-finding';
import { isoOf } from '../../receivables/day';
import { parseSegmentSettings } from '../../receivables/segment-settings';
import { amountOfCell, textOf } from '../../sheet/read/typed-cells';
import { type Opened, openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { POLICY_TAB } from '../../workbook/tab-specs';
import { readPolicy } from '../../workbook/tabs/policy';
import type { TabTable } from '../../workbook/tabs/records';
import type { PolicyFindingView, PolicySegmentView, PolicyStepView, PolicyView } from './view';

/** The policy as it stands, held against itself and against the customers of today. */
export function showPolicy(ports: Ports): PolicyView {
  const opened = openForShowing(ports);
  const { ws, day } = opened;
  const { policy, rows, texts, problems } = readPolicy(ws.tabs.needTable(POLICY_TAB));
  const placed = policy.map((stage, index) => ({ stage, row: rows[index] ?? 0 }));
  const context = { ...contextOf(opened), texts };
  const unreadable = problems.map(
    ({ code, row, message }): PolicyFindingView => ({ severity: 'error', code, row, message }),
  );
  const findings = [...unreadable, ...readOtherwise(ws.tabs.needTable(POLICY_TAB)), ...checkPolicy(placed, context)];
  return {
    asOf: isoOf(day),
    tab: ws.tabs.needSheet(POLICY_TAB).name,
    findings,
    segments: segmentsOf(placed, context, findings),
  };
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

/** What the policy is held against. */
function contextOf({ ws, gathered, day }: Opened): Omit<PolicyContext, 'texts'> {
  const { facts } = gathered;
  const { own, byCountry } = ws.holidays();
  const country = facts.settings.country;
  const days = country === '' ? own : (byCountry.get(country) ?? new Set());
  return {
    segments: { computed: computedNames(ws.settings().segmentation), customers: customersBySegment(facts) },
    checkTemplate: facts.checkTemplate,
    languages: languagesInUse(facts),
    ownLanguage: ownLanguage(facts),
    asOf: day,
    country,
    holidaysUntil: days.size === 0 ? null : [...days].reduce((last, one) => Math.max(last, one)),
    isAutomatic: ws.state.live && ws.state.automatic,
    ladder: ws.settings().ladder,
  };
}

const BY_BEHAVIOUR = [
  'New',
  'Timely',
  'Timely large',
  'Delinquent SMB',
  'Delinquent large',
  'Doubtful SMB',
  'Doubtful large',
];

/** The names that the mode of segmentation gives. */
function computedNames(segmentation: ReturnType<Opened['ws']['settings']>['segmentation']): string[] {
  const mode = segmentation.filter(([name]) => name.trim().toLowerCase() === 'mode');
  try {
    const isBalance = parseSegmentSettings(mode.map(([name, cell]) => [name, textOf(cell)])).mode === 'balance';
    return isBalance ? ['A', 'B', 'C'] : BY_BEHAVIOUR;
  } catch {
    // A mode that cannot be read is reported among the settings; the default mode is used then.
    return BY_BEHAVIOUR;
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
  placed: readonly PlacedRow[],
  { segments: { customers } }: PolicyContext,
  findings: readonly PolicyFindingView[],
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
      note: FOR_MANY.get(segment.toLowerCase()) ?? gapOf(rows),
      steps: inOrder(rows).map((row) => stepOf(row, findings)),
    })),
    ...others.map(([segment, count]) => ({
      segment,
      customers: count,
      note: written.has('default')
        ? 'Nothing of its own in AR Policy: the rows of Default apply.'
        : 'No rows: nobody is reminded.',
      steps: [],
    })),
  ];
}

const FOR_MANY: ReadonlyMap<string, string> = new Map(
  Object.entries({
    default: 'For all customers that no other list is for.',
    any: 'Steps around a promise or a discount, for every customer.',
    'any large': 'The same for large customers.',
  }),
);

function gapOf(rows: readonly PlacedRow[]): string {
  const gaps = [...new Set(rows.filter(({ stage }) => stage.anchor === 'due').map(({ stage }) => stage.minimumGap))];
  if (gaps.length === 0) return '';
  const [least = 0, most = 0] = [Math.min(...gaps), Math.max(...gaps)];
  return `At least ${least === most ? least : `${least} to ${most}`} ${most === 1 ? 'day' : 'days'} between contacts.`;
}

const ANCHORS: readonly string[] = ['month', 'discount', 'due', 'promise'];

function inOrder(rows: readonly PlacedRow[]): PlacedRow[] {
  return [...rows].sort(
    (a, b) => ANCHORS.indexOf(a.stage.anchor) - ANCHORS.indexOf(b.stage.anchor) || a.stage.stage - b.stage.stage,
  );
}

const RANK = ['error', 'warning', 'note'] as const;

function stepOf({ stage, row }: PlacedRow, findings: readonly PolicyFindingView[]): PolicyStepView {
  const own = findings.filter((finding) => finding.row === row).map(({ severity }) => severity);
  const { channel, tone, template, sending, active, purpose } = stage;
  return {
    row,
    stage: stage.stage,
    when: whenOf(stage),
    channel,
    tone,
    purpose: purpose === 'reminder' ? '' : purpose,
    template,
    to: stage.to.join(', '),
    cc: stage.cc.join(', '),
    sending,
    active,
    worst: RANK.find((severity) => own.includes(severity)) ?? '',
  };
}

/** When a step comes, in words. @example '4 days after the due date, then every 7 days, 3 times in all' */
function whenOf({ anchor, days, repeatEvery, times }: PolicyRow): string {
  const again = repeatEvery > 0 && times > 1 ? `, then every ${repeatEvery} days, ${times} times in all` : '';
  return `${dayOfStep(anchor, days)}${again}`;
}

function dayOfStep(anchor: PolicyRow['anchor'], days: number): string {
  const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
  if (anchor === 'month') return days === 0 ? 'the first of each month' : `${count} after the first of each month`;
  if (anchor === 'promise')
    return days < 0
      ? `${count} before a promised day`
      : `once a promise is missed, ${count} after the promised day at the earliest`;
  if (anchor === 'discount')
    return days === 0 ? 'the day a discount ends' : `${count} ${days < 0 ? 'before' : 'after'} a discount ends`;
  return days === 0 ? 'on the due date' : dayInWords(days);
}
