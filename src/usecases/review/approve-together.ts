// Approving many at one click: each is decided again on today's facts, and what is another by now is left with its reason.
import { type NewEvent, reminderEvent } from '../../dunning/history/events';
import type { Reminder } from '../../dunning/history/reminder';
import { openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import type { WorkbookSession } from '../../workbook/session';
import { recheck } from '../sending/recheck';
import type { ChangeResult } from '../waiting/change-result';
import { listOf, lookOf } from '../waiting/review-order';
import { change, STATE_WORDS, secondsFor, whoSends } from './review';

/**
 * Approves those that are still what the person saw: planned and routine, with no entry in the log since the list was read,
 * and to be reminded of by today's invoices as they stand. The others stay as they are.
 * @param ids the reminders
 * @param seq the last entry of the log that the person's list shows
 * @returns what was approved; under `passed` which were not, and why
 * @throws Refusal as `openForShowing`, and as every change
 * @example approveTogether(ports, ids, 412).passed // [{ id: 'DS-7F3K2', why: 'Acme: paid, Mon 23 Nov.' }]
 */
export function approveTogether(ports: Ports, ids: readonly string[], seq: number): ChangeResult {
  const passed: { id: string; why: string }[] = [];
  const user = ports.session.user();
  const result = change(ports, (ws) => {
    const { facts } = openForShowing(ports, ws).gathered;
    const touched = new Set(ws.log.after(seq).map(({ reminder }) => reminder));
    const able = ids.flatMap((id): Reminder[] => {
      const reminder = ws.log.history.reminders.get(id);
      const why = reminder ? reasonAgainst(reminder) : 'is gone';
      if (reminder && why === '') return [reminder];
      passed.push({ id, why: reminder ? `${reminder.facts.customer}: ${why}` : `${id} ${why}.` });
      return [];
    });
    return { events: able.map((one): NewEvent => approval(one)), message: inWords(ws, able) };

    function reasonAgainst(reminder: Reminder): string {
      if (reminder.state !== 'planned') return `${STATE_WORDS[reminder.state] ?? reminder.state} by now.`;
      if (listOf(reminder) !== 'routine') return `to be read first, ${lookOf(reminder) || 'as it is done by hand'}.`;
      if (touched.has(reminder.id)) return 'changed since this list was read; look at it anew.';
      const { outcome, event } = recheck(facts, reminder, user);
      return event ? event.note || 'changed meanwhile.' : outcome === 'cancelled' ? 'no longer due.' : '';
    }
  });
  return passed.length === 0 ? result : { ...result, passed };

  function approval({ id, facts }: Reminder): NewEvent {
    return reminderEvent('approved', id, facts, user, '');
  }

  function inWords(ws: WorkbookSession, able: readonly Reminder[]): string {
    const left =
      passed.length === 0 ? '' : ` ${passed.length} ${passed.length === 1 ? 'stays as it is' : 'stay as they are'}.`;
    return `${able.length} approved.${left}${secondsFor(able)}${able.length > 0 ? whoSends(ws) : ''}`;
  }
}
