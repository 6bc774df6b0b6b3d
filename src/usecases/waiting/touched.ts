// What a change did to reminders, so that Review follows without reading the list again.
import type { EventKind } from '../../dunning/history/events';
import type { WorkbookSession } from '../../workbook/session';
import type { ChangeResult } from './change-result';
import { groupOf } from './review-order';

/** After these a line says something else than before, so that the list has to be read again. */
const RENEWED: readonly EventKind[] = ['planned', 'refreshed', 'needs-fix'];

/** More of them are not told one by one. */
const MOST_TOLD = 200;

/**
 * Notes where the log ends.
 * @returns what happened to reminders since; without `lines` where the list has to be read again
 * @example const touched = touchedIn(ws); ws.log.append(events); touched().lines // [{ id: 'DS-7F3K2', state: 'approved', ... }]
 */
export function touchedIn(ws: WorkbookSession): () => Pick<ChangeResult, 'since' | 'seq' | 'lines'> {
  const from = ws.log.last?.seq ?? 0;
  const since = ws.state.log.seq;
  return () => {
    const { seq } = ws.state.log;
    const events = ws.log.after(from).filter(({ reminder }) => reminder !== '');
    const ids = new Set(events.map(({ reminder }) => reminder));
    if (ids.size > MOST_TOLD || events.some(({ kind }) => RENEWED.includes(kind))) return { since, seq };
    const lines = [...ids].flatMap((id) => {
      const reminder = ws.log.history.reminders.get(id);
      if (!reminder) return [];
      return [{ id, state: reminder.state, snoozedUntil: reminder.until, group: groupOf(reminder) }];
    });
    return { since, seq, lines };
  };
}
