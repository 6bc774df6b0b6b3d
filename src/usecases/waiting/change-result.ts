// What a change to a workbook did, in words; and what became of the reminders it touched.
import type { ChangedLine, ReminderView } from './view';

/** A change made to some reminders. */
export interface ChangeResult {
  changed: number;
  message: string;
  /** The last entry of the log before it and after it: who knows that of `since` misses nothing. */
  since?: number;
  seq?: number;
  /** The reminders it touched, as they are now; left out where a list has to be read again. */
  lines?: ChangedLine[];
  /** Which of those asked for were left as they are, and why, a sentence each. */
  passed?: { id: string; why: string }[];
  /** The reminder that was asked for with it, opened. */
  next?: ReminderView;
}
