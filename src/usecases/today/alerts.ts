// What Today says beside the stops: what wants a person although not every mail is stopped by it.
import { waitsForPayments } from '../../dunning/decision/payments-in';
import { shortDay } from '../../receivables/day';
import type { SendingHalt } from '../../workbook/halt';
import { paymentsKnown } from '../../workbook/halts';
import type { Moment } from '../../workbook/ports';
import type { WorkbookSession } from '../../workbook/session';
import type { Alert } from './view';

/**
 * The alerts of a workbook that may be planned in.
 * @param stops those of the workbook: what they say is not said again
 */
export function alertsOf(ws: WorkbookSession, now: Moment, stops: readonly SendingHalt[]): Alert[] {
  return [...noSchedule(ws), ...firmMailsWait(ws, now, stops)];
}

/** The sender's schedule is missing: after a take-over until the new sender says how it goes on, or beside Automatic. */
function noSchedule({ state, ports }: WorkbookSession): Alert[] {
  const { sender, takenFrom, automatic } = state;
  if (sender === '' || sender !== ports.session.user() || ports.schedule.isOn()) return [];
  const turnOn = { label: 'Install my schedule', call: 'setAutomatic', on: true } as const;
  if (automatic) {
    const message = 'Automatic is on, but no schedule of yours is installed: nothing is planned or sent by itself.';
    return [{ tone: 'bad', code: 'no-schedule', message, actions: [turnOn] }];
  }
  if (takenFrom === '') return [];
  const message = `You took the sending over from ${takenFrom}, and no schedule of yours is installed: nothing leaves by itself.`;
  const byHand = { label: 'I send by hand', call: 'setAutomatic', on: false } as const;
  return [{ tone: 'bad', code: 'no-schedule', message, actions: [turnOn, byHand] }];
}

/** Firm mails wait for newer payments, friendlier ones leave. */
function firmMailsWait(ws: WorkbookSession, now: Moment, stops: readonly SendingHalt[]): Alert[] {
  const { paymentsUpTo } = ws.settings();
  if (paymentsUpTo === null || stops.some(({ code }) => code === 'stale-payments')) return [];
  const known = paymentsKnown(ws, now.day);
  const waiting = [...ws.log.history.waiting.values()].filter(
    ({ state, facts }) => (state === 'planned' || state === 'approved') && waitsForPayments(facts, known) !== '',
  );
  if (waiting.length === 0) return [];
  const many =
    waiting.length === 1 ? '1 firm mail waits until they are' : `${waiting.length} firm mails wait until they are`;
  return [
    {
      tone: 'warn',
      code: 'stale-payments',
      message: `Payments are in only up to ${shortDay(paymentsUpTo, now.day)}. ${many} at most one business day old; friendlier ones leave.`,
      actions: [{ label: 'Confirm the date', call: 'confirmPayments' }],
    },
  ];
}
