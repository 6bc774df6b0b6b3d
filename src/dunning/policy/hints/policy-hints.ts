// What in the matrix of AR Policy is probably not meant, or good to know: worked out in the page, as nothing waits for it.
import { type Day, shortDay } from '../../../receivables/day';
import { isSentByUs } from '../channels';
import { closestName } from '../closest-name';
import { defaultPolicy, isUntouched, nearestLadder } from '../default-policy';
import type { LadderName } from '../ladders';
import {
  bySegment,
  finding,
  gravestFirst,
  type PlacedRow,
  type PolicyFinding,
  segmentKey,
  withoutRows,
} from '../policy-finding';
import { ladderHints } from './ladder-hints';
import { rowHints } from './row-hints';

/** What of the workbook the policy is held against. */
export interface HintContext {
  /** The names the present segmentation gives. */
  computed: readonly string[];
  /** How many customers with something open count as which segment today, overrides included. */
  customers: readonly (readonly [segment: string, count: number])[];
  asOf: Day;
  /** Code of our own country, '' when not set. */
  country: string;
  /** The last day of AR Holidays for our own country; null when it has none. */
  holidaysUntil: Day | null;
  /** The ladder that AR Settings names; what is written there alone changes no row of AR Policy. */
  ladder: LadderName;
  /** Whether the workbook is live and the schedule sends by itself. */
  isAutomatic: boolean;
  /** How documents of invoices go with mails; `none` where the invoice table has no column for them. */
  documents: 'files' | 'links' | 'none';
}

/** Names that hold for more than one segment. */
const FOR_MANY: readonly string[] = ['Default', 'Any', 'Any large'];

/** So many days before the list of holidays ends it is time to add the next year. */
const HOLIDAYS_AHEAD = 60;

/**
 * What is probably not meant in the policy, and what is good to know of it; its faults are told by `policyFaults`.
 * @param rows the stages in the order of the tab
 * @param context what the policy is held against
 * @returns warnings, then notes, each by row
 * @example policyHints(rows, context).find(({ code }) => code === 'days-not-rising')?.row // 3
 */
export function policyHints(rows: readonly PlacedRow[], context: HintContext): PolicyFinding[] {
  return gravestFirst([
    ...segmentHints(rows, context),
    ...bySegment(rows).flatMap(([segment, own]) => ladderHints(segment, own)),
    ...rows.flatMap(rowHints),
    ...calendarHints(context),
    ...automaticHints(rows, context),
    ...otherLadder(rows, context),
    ...documentHints(rows, context),
  ]);
}

function segmentHints(rows: readonly PlacedRow[], { computed, customers }: HintContext): PolicyFinding[] {
  const named = bySegment(rows);
  const written = new Set(named.map(([segment]) => segmentKey(segment)));
  const real = [...new Set([...computed, ...customers.map(([segment]) => segment), ...FOR_MANY])];
  const known = new Set(real.map(segmentKey));
  return [
    ...named
      .filter(([segment]) => !known.has(segmentKey(segment)))
      .map(([segment, own]) => nobodys(segment, own, real)),
    ...named
      .filter(([segment]) => !FOR_MANY.includes(segment))
      .flatMap(([segment, own]) => withoutLadder(segment, own)),
    ...customers
      .filter(([segment]) => written.has('default') && !written.has(segmentKey(segment)))
      .map(([segment, count]) =>
        finding('note', 'segment-on-default', 0, `${withoutRows(segment, count)}: the rows of Default apply.`),
      ),
  ];
}

/** Rows of a segment that nobody is in. */
function nobodys(segment: string, own: readonly PlacedRow[], real: readonly string[]): PolicyFinding {
  const row = own[0]?.row ?? 0;
  if (defaultPolicy().some((stage) => segmentKey(stage.segment) === segmentKey(segment))) {
    return finding(
      'note',
      'segment-not-computed',
      row,
      `Segment "${segment}" is not among those computed now; its rows are not used.`,
    );
  }
  const meant = closestName(segment, real);
  const question = meant
    ? ` Did you mean "${meant}"?`
    : ` Segments are ${real.join(', ')}, or a name set under Segment override in AR Customers.`;
  return finding(
    'warning',
    'segment-unknown',
    row,
    `No customer is in a segment "${segment}"; its rows are not used.${question}`,
  );
}

/** Rows, but none that reminds after the due date: then the rows of Default do not count either. */
function withoutLadder(segment: string, own: readonly PlacedRow[]): PolicyFinding[] {
  const [first] = own;
  if (!first || own.some(({ stage }) => stage.active && stage.anchor === 'due')) return [];
  if (own.every(({ stage }) => !stage.active))
    return [
      finding(
        'note',
        'segment-off',
        first.row,
        `${segment}: all rows are switched off, so these customers are left alone.`,
      ),
    ];
  const message = `${segment} has no active row that counts from the due date, so its invoices are never reminded; the rows of Default do not count where a segment has rows of its own.`;
  return [finding('warning', 'segment-without-ladder', first.row, message)];
}

function calendarHints({ country, holidaysUntil, asOf }: HintContext): PolicyFinding[] {
  if (country === '') {
    const message = 'Your own country is not set in AR Settings, so no public holiday counts as a day off.';
    return [finding('note', 'country-missing', 0, message)];
  }
  if (holidaysUntil !== null && holidaysUntil - asOf >= HOLIDAYS_AHEAD) return [];
  const ends =
    holidaysUntil === null ? `has no days for ${country}` : `ends on ${shortDay(holidaysUntil, asOf)} for ${country}`;
  return [
    finding('note', 'holidays-end', 0, `AR Holidays ${ends}: add the holidays that follow, or mails go out on them.`),
  ];
}

/** The steps of one ladder, untouched, under the name of another: the name was typed into the cell. */
function otherLadder(rows: readonly PlacedRow[], { ladder }: HintContext): PolicyFinding[] {
  const stands = nearestLadder(rows.map(({ stage }) => stage));
  const isOther = ([, own]: [string, PlacedRow[]]): boolean => {
    const stages = own.map(({ stage }) => stage);
    return isUntouched(stages) && !isUntouched(stages, [ladder]);
  };
  if (stands === ladder || !bySegment(rows).some(isOther)) return [];
  const message = `AR Settings says ${ladder} under How firm, but the rows here are those of ${stands}: what is typed there sets the limits alone. Press “Bring its steps into AR Policy” under Settings > How firm.`;
  return [finding('warning', 'other-ladder', 0, message)];
}

/** Steps that say `documents` where none can come along. */
function documentHints(rows: readonly PlacedRow[], { documents }: HintContext): PolicyFinding[] {
  const asking = rows.filter(
    ({ stage }) => stage.active && isSentByUs(stage.channel) && stage.attach?.includes('documents'),
  );
  const [first] = asking;
  if (!first || documents === 'files') return [];
  const steps = asking.length === 1 ? '1 step says' : `${asking.length} steps say`;
  return documents === 'none'
    ? [
        finding(
          'warning',
          'no-document-column',
          first.row,
          `${steps} documents under Attach, but the invoice sheet has no column that links to them, so none comes along. Name it in Set-up: Invoice document, Proof of delivery or Order document.`,
        ),
      ]
    : [
        finding(
          'note',
          'documents-as-links',
          first.row,
          `${steps} documents under Attach: they go as links, as this script has no “attachments”. See More > Optional extras.`,
        ),
      ];
}

function automaticHints(rows: readonly PlacedRow[], { isAutomatic }: HintContext): PolicyFinding[] {
  const auto = rows.filter(({ stage }) => stage.active && stage.sending === 'auto');
  if (isAutomatic || auto.length === 0) return [];
  const stages = auto.length === 1 ? '1 step says' : `${auto.length} steps say`;
  const message = `${stages} auto, but the workbook is not live with Automatic on: a person still approves them.`;
  return [finding('note', 'automatic-off', auto[0]?.row ?? 0, message)];
}
