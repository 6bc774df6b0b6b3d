// What in the matrix of AR Policy stops reminders: no step, no rows, no text, nobody to write to, a number that is there twice.
import { channelSpec } from './channels';
import type { TemplateCheck } from './policy';
import { templateFaults } from './policy-check-texts';
import {
  bySegment,
  finding,
  gravestFirst,
  type PlacedRow,
  type PolicyFinding,
  segmentKey,
  stepInWords,
  withoutRows,
} from './policy-finding';

/** What of the workbook the policy is held against. */
export interface PolicyContext {
  /** How many customers with something open count as which segment today, overrides included. */
  customers: ReadonlyMap<string, number>;
  checkTemplate: TemplateCheck;
  /** Languages customers are written to in, as two letters. */
  languages: readonly string[];
  /** The language of call sheets and tasks, which our own people read. */
  ownLanguage: string;
  /** Rows that are no stages, but name the text for a purpose. */
  texts: readonly PlacedRow[];
}

/**
 * Holds the policy against itself and against the workbook. What is probably not meant, the page finds itself (`policyHints`).
 * @param rows the stages, each with its row in the tab
 * @param context what the policy is held against
 * @returns the faults that keep reminders back, by row
 * @example policyFaults([], context)[0]?.code // 'no-stages'
 */
export function policyFaults(rows: readonly PlacedRow[], context: PolicyContext): PolicyFinding[] {
  const isAnyActive = rows.some(({ stage }) => stage.active && stage.anchor === 'due');
  const never = 'No step is active: nobody is ever reminded. Set Active to yes in the rows you want.';
  return gravestFirst([
    ...(isAnyActive ? [] : [finding('error', 'no-stages', 0, never)]),
    ...withoutDefault(rows, context),
    ...bySegment(rows).flatMap(([segment, own]) => numberedTwice(segment, own)),
    ...rows.flatMap(toNobody),
    ...templateFaults([...rows, ...context.texts], context),
  ]);
}

/** Customers for whom there are no rows at all. */
function withoutDefault(rows: readonly PlacedRow[], { customers }: PolicyContext): PolicyFinding[] {
  const written = new Set(rows.map(({ stage }) => segmentKey(stage.segment)));
  if (written.has('default')) return [];
  return [...customers]
    .filter(([segment]) => !written.has(segmentKey(segment)))
    .map(([segment, count]) => {
      const message = `${withoutRows(segment, count)}, and there are no rows for Default: nobody of them is reminded.`;
      return finding('error', 'segment-without-rows', 0, message);
    });
}

/** Two active rows of a segment with one number: which of them was done could not be told. */
export function numberedTwice(segment: string, rows: readonly PlacedRow[]): PolicyFinding[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ stage, row }) => {
    if (!stage.active) return [];
    const key = `${stage.anchor}|${stage.stage}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, row);
      return [];
    }
    const message = `${segment}, step ${stage.stage}: the number is there twice (also in row ${first}); the second is skipped as done. Number the steps 1, 2, 3.`;
    return [finding('error', 'stage-twice', row, message)];
  });
}

/** A mail that would go to nobody. */
export function toNobody({ stage, row }: PlacedRow): PolicyFinding[] {
  if (!stage.active || stage.to.length > 0 || channelSpec(stage.channel).needs !== 'address') return [];
  const message = `${stepInWords(stage)}: To is empty, so no mail can be written. Write billing, senior or owner.`;
  return [finding('error', 'email-to-nobody', row, message)];
}
