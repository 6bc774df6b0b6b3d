// What the desk asks for under Close a month.
import * as v from 'valibot';
import { aList, asked, aText, aTextIfAny } from '../google/asked';
import {
  approveWriteOffs as approve,
  closeMonth as close,
  undoWriteOff as undo,
} from '../usecases/closing/close-month';
import { showMonthEnd, showMonthFile } from '../usecases/closing/show-month';
import type { MonthEndView, MonthFileView } from '../usecases/closing/view';
import type { Result } from '../usecases/result';
import type { ChangeResult } from '../usecases/waiting/change-result';

/** A month end, before or after it was closed. */
export function getMonthEnd(month: string): Result<MonthEndView> {
  return asked([month], [aTextIfAny], showMonthEnd);
}

/** What the tab of a month holds, or would hold, for a file. */
export function getMonthFile(month: string): Result<MonthFileView> {
  return asked([month], [aText], showMonthFile);
}

/** Closes a month; a reason makes a correction of one that was closed. */
export function closeMonth(month: string, ledger: Record<string, string>, reason: string): Result<ChangeResult> {
  return asked([month, ledger, reason], [aText, v.record(aText, aText), aTextIfAny], close);
}

/** Approves write-offs that a month end proposed. */
export function approveWriteOffs(month: string, keys: string[]): Result<ChangeResult> {
  return asked([month, keys], [aText, aList], approve);
}

/** Takes back that a write-off was approved, as long as the sheet shows its invoice as open. */
export function undoWriteOff(month: string, key: string): Result<ChangeResult> {
  return asked([month, key], [aText, aText], undo);
}
