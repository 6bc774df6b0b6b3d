// Who is offered to take the sending over: the deputy after a missed business day; anybody where none is named.
import { dayFromIso, shortDay } from '../receivables/day';
import { hasMissedDay, scheduleSeen } from './schedule-watch';
import type { WorkbookSession } from './session';

/** Whether the user is offered to take over, and what is said beside it. */
export interface TakeOver {
  isOffered: boolean;
  /** A sentence; '' where there is nothing to say. */
  why: string;
}

/**
 * Whether the user, who is not the sender, is offered to take the sending over.
 * @param ws a workbook with a sender
 * @example takeOverOf(ws).isOffered // true where no deputy is named
 */
export function takeOverOf(ws: WorkbookSession): TakeOver {
  const { deputy } = ws.settings();
  // A deputy who sends has no deputy: whoever is back from holiday must be able to take it back.
  if (deputy === '' || deputy === ws.state.sender.toLowerCase()) return { isOffered: true, why: '' };
  if (deputy !== ws.ports.session.user().toLowerCase())
    return { isOffered: false, why: `${deputy} is named as deputy, to take over when a business day is missed.` };
  const now = ws.ports.clock.now();
  const since = lastSign(ws);
  if (!hasMissedDay(since, now, ws.holidays().own))
    return {
      isOffered: false,
      why: 'You are the deputy: the sending is offered to you when a business day is missed.',
    };
  const day = dayFromIso(since.slice(0, 10));
  const from = `${day === null ? '' : shortDay(day, now.day)}, ${since.slice(11, 16)}`;
  return { isOffered: true, why: `Nothing was done in that name since ${from}, and you are the deputy.` };
}

/** When something last happened in the sender's name: a run of the schedule; where none is installed, a click as well. */
function lastSign(ws: WorkbookSession): string {
  const seen = scheduleSeen(ws);
  if (ws.state.automatic) return seen;
  const own = ws.log.lastActOf(ws.state.sender);
  return own > seen ? own : seen;
}
