// A finding about the policy: how grave it is, which row it is about, and the sentence for the person; how rows and segments are named there.
import type { PolicyRow } from './policy';

/** How grave a finding is: what stops reminders, what is probably not meant, what is good to know. */
export type Severity = 'error' | 'warning' | 'note';

/** Something about the policy that a person should know. */
export interface PolicyFinding {
  severity: Severity;
  /** Stable code, such as `stage-twice`. */
  code: string;
  /** 1-based row in AR Policy; 0 when it is about none. */
  row: number;
  message: string;
}

/** A stage with the row it stands in. */
export interface PlacedRow {
  stage: PolicyRow;
  /** 1-based row in AR Policy. */
  row: number;
}

/** A finding. */
export function finding(severity: Severity, code: string, row: number, message: string): PolicyFinding {
  return { severity, code, row, message };
}

/** How a row is named in a finding. @example stepInWords(row) // 'Timely, step 2' */
export function stepInWords({ segment, anchor, stage }: PolicyRow): string {
  return `${segment}, ${anchor === 'due' ? 'step' : anchor} ${stage}`;
}

/** The rows of each segment in the order of the tab; names that differ in capitals alone are one. */
export function bySegment(rows: readonly PlacedRow[]): [segment: string, rows: PlacedRow[]][] {
  const groups = new Map<string, [string, PlacedRow[]]>();
  for (const placed of rows) {
    const key = segmentKey(placed.stage.segment);
    const group = groups.get(key);
    if (group) group[1].push(placed);
    else groups.set(key, [placed.stage.segment.trim(), [placed]]);
  }
  return [...groups.values()];
}

/** By which the names of segments are compared. */
export function segmentKey(segment: string): string {
  return segment.trim().toLowerCase();
}

/** Customers whose segment has no rows. */
export function withoutRows(segment: string, count: number): string {
  return `${count} ${count === 1 ? 'customer is' : 'customers are'} in segment "${segment}", which has no rows`;
}

/** The gravest first, then by row. */
export function gravestFirst(findings: PolicyFinding[]): PolicyFinding[] {
  return findings.sort((a, b) => RANK[a.severity] - RANK[b.severity] || a.row - b.row);
}

const RANK: Record<Severity, number> = { error: 0, warning: 1, note: 2 };
