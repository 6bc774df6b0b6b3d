// How many recipients may still be written to: a rolling 24 hours, counted from the log.
import { dayFromIso } from '../receivables/day';
import type { Moment } from './ports';
import type { WorkbookSession } from './session';

/** Recipients in 24 hours: Google's limits for the two kinds of account. */
const CONSUMER_LIMIT = 100;
const WORKSPACE_LIMIT = 1500;

/** Seconds since 1970 on the wall clock of the workbook's zone; good enough for "within 24 hours". */
function wallSeconds(text: string): number {
  const day = dayFromIso(text.slice(0, 10)) ?? 0;
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(11).split(':').map(Number);
  return day * 86_400 + hours * 3600 + minutes * 60 + seconds;
}

/** Recipients used in the last 24 hours, the limit, and what is left. */
export function budgetOf(ws: WorkbookSession, now: Moment): { used: number; limit: number; left: number } {
  const from = wallSeconds(now.text) - 86_400;
  let used = 0;
  for (const [at, count] of ws.log().history.recipients) if (wallSeconds(at) > from) used += count;
  const own = /@(gmail|googlemail)\.com$/i.test(ws.state.sender) ? CONSUMER_LIMIT : WORKSPACE_LIMIT;
  const limit = ws.settings().dailyLimit ?? own;
  return { used, limit, left: Math.max(0, limit - used) };
}
