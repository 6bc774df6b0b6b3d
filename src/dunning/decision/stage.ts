// Which stage an invoice stands before, and from which day on it is due.
import type { Day } from '../../receivables/day';
import type { CompletedStage } from '../history/history-state';
import { textOfStep } from '../policy/default-policy';
import type { PolicyAnchor, PolicyRow } from '../policy/policy';
import { isFinal } from '../policy/tones';

/** A step that stands before somebody: the stage an invoice waits for, or a step around another day. */
export interface Step {
  row: PolicyRow;
  /** First day on which it is due, contact gap and calendar apart. */
  dueOn: Day;
  /** What it waits for beside its day, a sentence. */
  waits?: string;
  /** Why its day comes sooner than AR Policy says, a sentence. */
  sooner?: string;
  /** Why it stands, a sentence; a stage says it by its number and the age of the invoice. */
  reason?: string;
}

/**
 * The active stages of a segment that count from the due date, in order; those of `Default` where it has none.
 * @param policy all rows of the policy
 * @param segment segment name, any case
 */
export function ladderOf(policy: readonly PolicyRow[], segment: string): PolicyRow[] {
  const own = rowsOf(policy, segment);
  // Rows that are all switched off are a person's wish to leave the segment alone, not a segment without rows.
  const rows = own.length > 0 ? own : rowsOf(policy, 'Default');
  return rows.filter((row) => row.active && row.anchor === 'due').sort((a, b) => a.stage - b.stage);
}

/**
 * The active steps of a segment around another day than the due date: its own, else those of `Any large` for a large
 * customer, else those of `Any`; in order.
 * @param segment segment name, any case
 * @param anchor what the steps count from
 */
export function stepsAround(policy: readonly PolicyRow[], segment: string, anchor: PolicyAnchor): PolicyRow[] {
  const large = /\blarge$/i.test(segment.trim()) ? ['Any large'] : [];
  const named = [segment, ...large, 'Any'].map((name) => rowsOf(policy, name).filter((row) => row.anchor === anchor));
  const rows = named.find((own) => own.length > 0) ?? [];
  return rows.filter(({ active }) => active).sort((a, b) => a.stage - b.stage);
}

/** The rows of a segment, those that are off included. @param segment any case */
export function rowsOf(policy: readonly PolicyRow[], segment: string): PolicyRow[] {
  const wanted = segment.trim().toLowerCase();
  return policy.filter((row) => row.segment.trim().toLowerCase() === wanted);
}

/**
 * The first stage above the highest completed one, wherever that stands on the ladder of today, and the day it is due:
 * `max(due + days, day the previous stage was completed + the difference of their days)`. Stages before the due date
 * are passed once it is reached. A stage that repeats comes again before the next one, so many days after the last time.
 * @param due due date of the invoice
 * @param asOf today
 * @param ladder the stages of the customer's segment, in order
 * @param segment the customer's segment: stages completed under another one are compared by their days
 * @param completed what the invoice has been through
 * @returns null when the last stage is done
 */
export function nextStage(
  due: Day,
  asOf: Day,
  ladder: readonly PolicyRow[],
  segment: string,
  completed: readonly CompletedStage[],
): Step | null {
  const previous = latest(completed);
  const again = previous ? repeated(ladder, segment, completed, previous) : null;
  if (again && !isPassed(again, due, asOf)) return again;
  const reached = placesOf(completed, segment, ladder);
  for (const row of ladder) {
    if (row.stage <= reached.stage || row.days <= reached.days) continue;
    const after = previous ? previous.on + Math.max(0, row.days - previous.days) : due + row.days;
    const next = { row, dueOn: Math.max(due + row.days, after) };
    if (!isPassed(next, due, asOf)) return next;
  }
  return null;
}

/** A stage before the due date has no place any more once that day is reached. */
function isPassed({ row, dueOn }: Step, due: Day, asOf: Day): boolean {
  return row.days < 0 && (asOf >= due || dueOn >= due);
}

/** The stage completed last, where it comes again. */
function repeated(
  ladder: readonly PolicyRow[],
  segment: string,
  completed: readonly CompletedStage[],
  last: CompletedStage,
): Step | null {
  const row = ladder.find(({ stage, days }) => stage === last.stage && days === last.days);
  if (!row || last.segment !== segment || row.repeatEvery <= 0) return null;
  const times = completed.filter((one) => one.segment === segment && one.stage === row.stage).length;
  return times < row.times ? { row, dueOn: last.on + row.repeatEvery } : null;
}

/** Up to which stage of this segment, and up to which day of another one, an invoice has been through. */
function placesOf(
  completed: readonly CompletedStage[],
  segment: string,
  ladder: readonly PolicyRow[],
): { stage: number; days: number } {
  const reached = { stage: Number.NEGATIVE_INFINITY, days: Number.NEGATIVE_INFINITY };
  for (const stage of completed)
    if (stage.segment === segment) reached.stage = Math.max(reached.stage, placeOf(stage, ladder));
    else reached.days = Math.max(reached.days, stage.days);
  return reached;
}

/**
 * The number of a completed stage on the ladder of today. Where another ladder was chosen its number says nothing any
 * more: then the first step in the same text counts; without one the step of that number where it comes later now (a step
 * that somebody edited is not said again), else the last up to its day, but never a final word.
 */
function placeOf(stage: CompletedStage, ladder: readonly PolicyRow[]): number {
  const there = ladder.find((row) => row.stage === stage.stage);
  if (there?.days === stage.days) return stage.stage;
  const text = stage.template || textOfStep(stage);
  if (text === '' || there?.template === text) return stage.stage;
  const same = ladder.find(({ template }) => template === text);
  if (!same && there && there.days > stage.days && !isFinal(there.tone)) return stage.stage;
  const end = ladder.find(({ days, tone }) => days > stage.days || isFinal(tone))?.stage ?? Number.POSITIVE_INFINITY;
  return same?.stage ?? end - 1;
}

function latest(completed: readonly CompletedStage[]): CompletedStage | undefined {
  return completed.reduce<CompletedStage | undefined>(
    (last, stage) => (last && (last.on > stage.on || (last.on === stage.on && last.days >= stage.days)) ? last : stage),
    undefined,
  );
}
