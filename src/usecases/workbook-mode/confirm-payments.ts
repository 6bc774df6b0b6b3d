// Up to which day payments are in, said by a person; what was paid meanwhile is cancelled.
import { dayFromIso, shortDay } from '../../receivables/day';
import { NO_CHANGE, openUnless } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { underLock } from '../../workbook/session';
import { writePaymentsUpTo } from '../money/payments-up-to';
import { planIn } from '../planning/plan-day';
import type { ChangeResult } from '../waiting/change-result';

/** Records up to which day payments are in, plans anew, and says how many reminders that cancelled. */
export function confirmPayments(ports: Ports, isoDay: string): ChangeResult {
  const today = ports.clock.now().day;
  const day = dayFromIso(isoDay);
  if (day === null)
    throw new Refusal(
      'date-unreadable',
      `"${isoDay}" is not a date. Choose the last day whose payments are in the sheet.`,
    );
  if (day > today) throw new Refusal('date-future', 'Payments cannot be in up to a day that has not come yet.');
  return underLock(ports, () => {
    const ws = openUnless(ports, NO_CHANGE);
    writePaymentsUpTo(ws, day, ports.session.user());
    const { done, stops } = planIn(ws, { actor: ports.session.user(), unattended: false });
    ws.save();
    const cancelled = done?.events.filter(({ kind }) => kind === 'cancelled').length ?? 0;
    const told = done
      ? `${cancelled === 0 ? 'No reminder was' : cancelled === 1 ? '1 reminder was' : `${cancelled} reminders were`} cancelled.`
      : (stops[0]?.message ?? '');
    return { changed: 1 + cancelled, message: `Payments are in up to ${shortDay(day, today)}. ${told}` };
  });
}
