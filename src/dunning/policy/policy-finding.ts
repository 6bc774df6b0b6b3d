// A finding about the policy: how grave it is, which row it is about, and the sentence for the person.
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
