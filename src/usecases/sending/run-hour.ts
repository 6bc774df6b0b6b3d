// The hourly run: as-of day, plan, send what may be sent, heartbeat, and a word to the owner when a person is needed.

import { escapeHtml } from '../../dunning/letter/template';
import { buildMessage, toBase64Url } from '../../dunning/mail/message';
import { isoOf } from '../../receivables/day';
import type { SendingHalt } from '../../workbook/halt';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { underLock, WorkbookSession } from '../../workbook/session';
import { inWords, type PlanOutcome, planIn } from '../planning/plan-day';
import { type Told, tellOwners } from './heads-up';
import { approvedMails, sendStep } from './send';
import { haltBefore } from './sending-window';

/** Google ends an execution after six minutes; sending stops well before. */
const SENDING_MILLISECONDS = 4.5 * 60_000;

/** What an hourly run did. */
export interface HourResult {
  planned: number;
  sent: number;
  done: number;
  cancelled: number;
  failed: number;
  message: string;
}

/**
 * Does everything that is due this hour, in turn. Never throws for what a person can mend: that stands in the
 * heartbeat, and the sender is told by mail at most once a day.
 */
export function runHour(ports: Ports): HourResult {
  const result: HourResult = { planned: 0, sent: 0, done: 0, cancelled: 0, failed: 0, message: '' };
  let stops: SendingHalt[] = [];
  try {
    const outcome = underLock(ports, () => {
      const ws = new WorkbookSession(ports);
      const planned = planIn(ws, { actor: 'schedule', unattended: true });
      if (planned.done) ws.save();
      const told = tellAhead(ws, planned);
      return { ...planned, told };
    });
    stops = outcome.stops;
    const events = outcome.done?.events ?? [];
    result.planned = events.filter(({ kind }) => kind === 'planned').length;
    result.cancelled = events.filter(({ kind }) => kind === 'cancelled').length;
    result.message = [outcome.done ? inWords(events) : '', toldInWords(outcome.told)].join(' ').trim();
    const { done } = outcome;
    // Opening a step reads the whole workbook again, so it is left when nothing waits to be sent.
    if (done && stops.length === 0 && approvedMails(done.gathered.facts.history.waiting.values()).length > 0)
      sendAll(ports, result);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    stops = [...stops, { code: error.code, message: error.message, actions: [] }];
  }
  if (!stops.some(({ code }) => code === 'not-set-up' || code === 'copied' || code === 'busy'))
    closeUnlessBusy(ports, result, stops);
  const wrong = stops.map(({ message }) => message).join(' ');
  result.message = [result.message, wrong].filter((part) => part !== '').join(' ');
  return result;
}

/** Account owners hear of a mail to a senior contact as soon as it waits, where mails may leave now. */
function tellAhead(ws: WorkbookSession, { done, stops }: PlanOutcome): Told {
  if (!done || stops.length > 0 || haltBefore(ws, ws.ports.clock.now()) !== '') return { told: 0, missed: '' };
  const told = tellOwners(ws, done.gathered);
  if (told.told > 0 || told.missed) ws.save();
  return told;
}

function toldInWords({ told, missed }: Told): string {
  const words = told === 1 ? '1 account owner told ahead.' : `${told} account owners told ahead.`;
  return [told > 0 ? words : '', missed].join(' ').trim();
}

function sendAll(ports: Ports, result: HourResult): void {
  for (;;) {
    const step = sendStep(ports, { unattended: true });
    result.sent += step.sent;
    result.cancelled += step.cancelled;
    result.failed += step.failed;
    const moved = step.sent + step.cancelled + step.backToReview + step.failed;
    if (step.stopped || step.remaining === 0 || moved === 0) break;
    if (ports.clock.elapsed() > SENDING_MILLISECONDS) break;
  }
  if (result.sent > 0) result.message = `${result.sent} sent. ${result.message}`.trim();
}

/** A colleague at work at this very moment must not turn a run that did its work into a failed one. */
function closeUnlessBusy(ports: Ports, result: HourResult, stops: readonly SendingHalt[]): void {
  try {
    closeRun(ports, result, stops);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

/** Heartbeat and the daily word to the sender; both read the state anew, as sending has changed it. */
function closeRun(ports: Ports, result: HourResult, stops: readonly SendingHalt[]): void {
  underLock(ports, () => {
    const ws = new WorkbookSession(ports);
    const now = ports.clock.now();
    const wrong = stops.map(({ message }) => message).join(' ');
    ws.state.heartbeat = { at: now.text, by: ports.session.user(), did: result.message || 'Nothing to do.', wrong };
    const needed = neededNow(ws, wrong);
    const today = isoOf(now.day);
    if (needed && ws.state.live && ws.state.sender === ports.session.user() && ws.state.notifiedOn !== today) {
      ws.state.notifiedOn = today;
      ws.save();
      ports.workbook.flush();
      tellOwner(ports, ws.state.sender, needed);
    }
    ws.save();
  });
}

/** What a person should look at, as lines; '' when nothing needs one. */
function neededNow(ws: WorkbookSession, wrong: string): string {
  const lines = wrong ? [wrong] : [];
  const waiting = ws.isSetUp() && !wrong.includes('AR Log') ? [...ws.log().history.waiting.values()] : [];
  const count = (state: string): number => waiting.filter((reminder) => reminder.state === state).length;
  if (count('failed') > 0) lines.push(`${count('failed')} reminders could not be sent.`);
  if (count('unconfirmed') > 0) lines.push(`Of ${count('unconfirmed')} reminders it is not known whether they left.`);
  return lines.join('\n');
}

function tellOwner(ports: Ports, owner: string, needed: string): void {
  const name = ports.workbook.name();
  const text = `Duesheet in "${name}" needs a person:\n\n${needed}\n\nOpen the workbook and choose Duesheet > Open sidebar.\n`;
  const html = `<p>${escapeHtml(text).replace(/\n\n/g, '</p><p>').replace(/\n/g, '<br>')}</p>`;
  const from = { name: 'Duesheet', address: owner };
  const raw = buildMessage({ from, to: [owner], subject: `Duesheet needs you in "${name}"`, text, html });
  try {
    ports.mailer.send(toBase64Url(raw), '');
  } catch {
    // The same words stand under Today; a mailbox that refuses its own owner must not end the run.
  }
}
