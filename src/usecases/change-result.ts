// What a change to a workbook did, in words.

/** A change made to some reminders. */
export interface ChangeResult {
  changed: number;
  message: string;
}
