// The ladders as rows of AR Policy: who is reminded how, after how many days, per customer segment.
import { LADDER_NAMES, LADDERS, type LadderName, type LadderStep, type SegmentLadder, stepOf } from './ladders';
import type { PolicyRow } from './policy';
import { purposeOfText } from './purposes';

// In the order of the columns of AR Policy, in which its rows are read too: `isUntouched` compares them as texts.
function rowOf(ladder: SegmentLadder, segment: string, stage: number, step: LadderStep): PolicyRow {
  const { days, channel, template, to, cc, tone } = step;
  return {
    segment,
    stage,
    anchor: ladder.anchor,
    days,
    channel,
    purpose: purposeOfText(template),
    template,
    to,
    cc,
    sending: 'review',
    minimumGap: ladder.gap,
    tone,
    active: ladder.anchor !== 'discount',
    repeatEvery: 0,
    times: 1,
  };
}

interface PlacedStep {
  row: PolicyRow;
  mayBeAuto: boolean;
}

// The stages of a segment are numbered through its ladders: the statement of Timely large is its stage 1.
function placedSteps(ladders: readonly SegmentLadder[]): PlacedStep[] {
  const reached: Record<string, number> = {};
  const placed: PlacedStep[] = [];
  for (const ladder of ladders) {
    for (const segment of ladder.segments) {
      for (const step of ladder.steps.map(stepOf)) {
        const stage = (reached[segment] ?? 0) + 1;
        reached[segment] = stage;
        placed.push({ row: rowOf(ladder, segment, stage, step), mayBeAuto: step.mayBeAuto });
      }
    }
  }
  return placed;
}

/** Made when they are asked for: no execution pays for them while the script loads. */
const PLACED = new Map<LadderName, { steps: readonly PlacedStep[]; rows: readonly PolicyRow[] }>();

function placed(name: LadderName): { steps: readonly PlacedStep[]; rows: readonly PolicyRow[] } {
  const known = PLACED.get(name);
  if (known) return known;
  const steps = placedSteps(LADDERS[name]);
  const made = { steps, rows: steps.map(({ row }) => row) };
  PLACED.set(name, made);
  return made;
}

/**
 * A ladder, row by row. Every step ships as `review`: nothing leaves without a click until a person says so.
 * @example ladderRows('usual').filter(({ segment }) => segment === 'New').length // 7
 */
export function ladderRows(name: LadderName): readonly PolicyRow[] {
  return placed(name).rows;
}

/**
 * The ladder whose steps a policy has the most of, and more of than of the usual one; the usual one where it has of none.
 * @example nearestLadder(ladderRows('strict')) // 'strict'
 */
export function nearestLadder(policy: readonly PolicyRow[]): LadderName {
  const written = new Set(policy.map(stepInShort));
  const shared = (name: LadderName): number => ladderRows(name).filter((row) => written.has(stepInShort(row))).length;
  return LADDER_NAMES.reduce((best, name) => (shared(name) > shared(best) ? name : best), 'usual');
}

function stepInShort({ segment, stage, anchor, days, channel }: PolicyRow): string {
  return JSON.stringify([segment, stage, anchor, days, channel]);
}

/**
 * Whether rows of a segment stand as one of the ladders has them, not a cell changed.
 * @param rows all rows of one segment, in any order
 * @param names the ladders that come into question
 * @example isUntouched(ladderRows('strict').filter(({ segment }) => segment === 'New')) // true
 */
export function isUntouched(rows: readonly PolicyRow[], names: readonly LadderName[] = LADDER_NAMES): boolean {
  const [first] = rows;
  const written = cellsOf(rows);
  return names.some(
    (name) => cellsOf(ladderRows(name).filter(({ segment }) => segment === first?.segment)) === written,
  );
}

function cellsOf(rows: readonly PolicyRow[]): string {
  return JSON.stringify([...rows].sort((a, b) => a.stage - b.stage));
}

/**
 * The text of a step by its segment, number and day; '' where none of the ladders has such a step.
 * @example textOfStep({ segment: 'New', stage: 2, days: 2 }) // 'Friendly'
 */
export function textOfStep({ segment, stage, days }: Pick<PolicyRow, 'segment' | 'stage' | 'days'>): string {
  const isIt = (row: PolicyRow): boolean =>
    row.anchor === 'due' && row.segment === segment && row.stage === stage && row.days === days;
  return LADDER_NAMES.map((name) => ladderRows(name).find(isIt)?.template ?? '').find((text) => text !== '') ?? '';
}

/** What a new workbook begins with. */
export function defaultPolicy(): readonly PolicyRow[] {
  return ladderRows('usual');
}

/**
 * What the ladders say of switching a step to automatic sending: whether they mean it to be switched by a person. Of all
 * others of theirs review is advised; a step that is none of theirs is not known.
 * @param row by its segment, number and day
 * @example automaticByDefault({ segment: 'Timely', stage: 1, days: 4 }) // 'meant'
 * @example automaticByDefault({ segment: 'Timely', stage: 3, days: 22 }) // 'advised against': firm mails are read first
 */
export function automaticByDefault(
  row: Pick<PolicyRow, 'segment' | 'stage' | 'days'>,
): 'meant' | 'advised against' | 'not known' {
  const ours = LADDER_NAMES.flatMap((name) => placed(name).steps).filter(
    ({ row: own }) => own.segment === row.segment && own.stage === row.stage && own.days === row.days,
  );
  if (ours.length === 0) return 'not known';
  return ours.some(({ mayBeAuto }) => mayBeAuto) ? 'meant' : 'advised against';
}
