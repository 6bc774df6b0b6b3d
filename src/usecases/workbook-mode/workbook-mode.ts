// The switches of a workbook: Live and Automatic.
import { type EventKind, workbookEvent } from '../../dunning/history/events';
import { howToPayMissing, waitingCurrencies } from '../../workbook/how-to-pay';
import { NO_CHANGE, openUnless } from '../../workbook/opening';
import { noteFirstDetails } from '../../workbook/payment-details';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { underLock, type WorkbookSession } from '../../workbook/session';
import type { ChangeResult } from '../waiting/change-result';

/** Changes the remembered state of a workbook that is set up here, with one event in the log. */
export function change(
  ports: Ports,
  kind: EventKind,
  note: string,
  message: string,
  act: (ws: WorkbookSession) => void,
  more: (ws: WorkbookSession) => string = () => '',
): ChangeResult {
  return underLock(ports, () => {
    const ws = openUnless(ports, NO_CHANGE);
    act(ws);
    ws.log.append([workbookEvent(kind, ports.session.user(), note)]);
    ws.save();
    return { changed: 1, message: `${message} ${more(ws)}`.trim() };
  });
}

/** Live: approved mails may leave. Preview: nothing leaves but tests to oneself. */
export function setLive(ports: Ports, on: boolean): ChangeResult {
  const message = on
    ? 'Live: approved reminders go out to customers from now on.'
    : 'Preview: nothing goes out to customers.';
  const act = (ws: WorkbookSession): void => {
    if (on && ws.state.sender === '') throw new Refusal('no-sender', 'First choose who sends: press "I will send".');
    ws.state.live = on;
    // The first time live: what customers are told from now on is what stands there.
    if (on) noteFirstDetails(ws);
    // Switching off holds even where the run ends before its event is written.
    if (!on) ws.save();
  };
  return change(ports, on ? 'live' : 'preview', message, message, act, (ws) =>
    on ? howToPayMissing(ws.settings(), waitingCurrencies(ws)) : '',
  );
}

/** Automatic: the hourly run of the sender is installed, and stages marked auto go out without a click when Live. */
export function setAutomatic(ports: Ports, on: boolean): ChangeResult {
  const message = on
    ? 'Automatic: Duesheet plans every hour, and sends by itself what AR Policy marks as auto.'
    : 'Automatic is off: plan and send by hand.';
  const result = change(ports, on ? 'automatic-on' : 'automatic-off', message, message, (ws) => {
    if (on && ws.state.sender !== ports.session.user()) {
      throw new Refusal(
        'not-sender',
        'Only the person who sends can turn the schedule on: it runs in that person’s name.',
      );
    }
    const missing = on ? ports.schedule.missingPermission() : '';
    if (missing) throw new Refusal('no-permission', missing);
    // The schedule first: a switch that says on while nothing is installed would be believed.
    if (on && !ports.schedule.isOn()) ports.schedule.turnOn();
    ws.state.automatic = on;
    if (on) ws.state.scheduleSeen = ports.clock.now().text;
    // The sender has said now how it goes on after a take-over.
    if (ws.state.sender === ports.session.user()) ws.state.takenFrom = '';
    if (!on) ws.save();
  });
  if (!on && ports.schedule.isOn()) ports.schedule.turnOff();
  return result;
}
