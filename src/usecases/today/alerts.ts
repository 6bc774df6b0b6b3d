// What Today says beside the stops: what wants a person although not every mail is stopped by it.

import { waitsForSecond } from '../../dunning/approval/second-approval';
import { withoutFirmDays } from '../../dunning/decision/contact/firm-days';
import { waitsForPayments } from '../../dunning/decision/payments-in';
import type { Answer } from '../../dunning/history/answers';
import { type LogEvent, NO_DOCUMENT } from '../../dunning/history/events';
import { moneyToTell } from '../../dunning/payments/money-to-tell';
import { isFirm } from '../../dunning/policy/tones';
import { type Day, dayFromIso, shortDay } from '../../receivables/day';
import type { SendingHalt } from '../../workbook/halt';
import { paymentsKnown } from '../../workbook/halts';
import { howToPayMissing, waitingCurrencies } from '../../workbook/how-to-pay';
import type { Moment } from '../../workbook/ports';
import { hasMissedDay, scheduleSeen } from '../../workbook/schedule-watch';
import type { WorkbookSession } from '../../workbook/session';
import { CUSTOMERS_TAB } from '../../workbook/tab-specs';
import { readCustomers } from '../../workbook/tabs/customers';
import { sendingDays } from '../../workbook/tabs/holidays';
import { hasLostFormats, heldInTheGrid, heldInWords } from '../../workbook/tabs/queue';
import { isLate } from '../answers/take-answers';
import { approvedMails } from '../sending/send';
import { keptByDocument } from '../waiting/review-order';
import type { Alert } from './view';

/** So many customers are named. */
const NAMED = 3;

/**
 * The alerts of a workbook that may be planned in.
 * @param stops those of the workbook: what they say is not said again
 * @param answers those that wait for a person
 */
export function alertsOf(
  ws: WorkbookSession,
  now: Moment,
  stops: readonly SendingHalt[],
  answers: readonly Answer[],
): Alert[] {
  const missing = noSchedule(ws);
  return [
    ...lostFormats(ws),
    ...missing,
    ...(missing.length > 0 ? [] : silentSchedule(ws, now, stops)),
    ...firmMailsWait(ws, now, stops),
    ...heldByWords(ws),
    ...secondMissing(ws),
    ...renamedCustomers(ws, now),
    ...moneyToSettle(ws, now),
    ...noPaymentDetails(ws),
    ...disputesWait(ws, now, answers),
    ...repliesUnseen(ws, now),
    ...documentsWait(ws),
  ];
}

/** A dispute by the form that nobody accepted or rejected within two business days. */
function disputesWait(ws: WorkbookSession, { day }: Moment, answers: readonly Answer[]): Alert[] {
  const { own } = ws.holidays();
  const late = answers.filter((one) => one.what === 'dispute' && isLate(one, day, own));
  const [first] = late;
  if (!first) return [];
  const more = late.length > 1 ? ` So do ${late.length - 1} more.` : '';
  const message = `${first.customer} said on ${shortDay(first.on, day)} that something is not right, and waits for your word on the page Answers.${more}`;
  return [{ tone: 'bad', code: 'answers-wait', message, actions: [] }];
}

/** Documents that come along for nobody, as whoever sends has not allowed it yet; mails that wait because one cannot be read. */
function documentsWait({ state: { sender }, ports, log }: WorkbookSession): Alert[] {
  if (!ports.files) return [];
  const isOff = ports.capabilities.some(({ name, grantAt }) => name === 'attachments' && grantAt() !== '');
  const message =
    'Duesheet could attach documents from your Google Drive, and is not allowed to yet. Until then mails link to them.';
  const allow = { label: 'Optional extras', call: 'openCapabilities' } as const;
  const off: Alert[] =
    isOff && sender === ports.session.user()
      ? [{ tone: 'warn', code: 'documents-not-allowed', message, actions: [allow] }]
      : [];
  const names = keptByDocument(log.history.waiting.values()).map(({ facts }) => facts.customer);
  if (names.length === 0) return off;
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  const told = `A document cannot be attached, so ${names.length === 1 ? 'this mail waits' : 'these mails wait'} in Review: ${names.slice(0, NAMED).join(', ')}${more}.`;
  return [...off, { tone: 'bad', code: NO_DOCUMENT, message: told, actions: [] }];
}

/** So long after the last look it is told that nobody looks any more. */
const TOLD_DAYS = 14;

/** Replies that nobody notices although that was wanted: refused by the mailbox, not allowed yet, or not built in any more. */
function repliesUnseen({ state: { mailbox, sender }, ports }: WorkbookSession, now: Moment): Alert[] {
  const told = (message: string, actions: Alert['actions'] = []): Alert[] => [
    { tone: 'warn', code: 'replies-unseen', message, actions },
  ];
  if (ports.mailbox === null) {
    const last = dayFromIso(mailbox?.day ?? '');
    if (last === null || now.day - last > TOLD_DAYS) return [];
    return told(
      `Replies and bounces are no longer noticed since ${shortDay(last, now.day)}: this script was pushed without “replies”. Note them on the customer’s card, or have it pushed with --with replies.`,
    );
  }
  const allow = { label: 'Optional extras', call: 'openCapabilities' } as const;
  const grantAt = ports.capabilities.find(({ name }) => name === 'replies')?.grantAt() ?? '';
  if (grantAt !== '' && sender === ports.session.user())
    return told(
      'Duesheet could notice replies and bounces in your mailbox, and is not allowed to yet. Until then note them yourself.',
      [allow],
    );
  return mailbox && mailbox.user === sender && mailbox.fault !== '' ? told(mailbox.fault, [allow]) : [];
}

/** Mails that wait do not say how to pay. */
function noPaymentDetails(ws: WorkbookSession): Alert[] {
  const message = howToPayMissing(ws.settings(), waitingCurrencies(ws));
  return message === ''
    ? []
    : [{ tone: 'warn', code: 'no-payment-details', message, actions: [{ label: 'Fill in', call: 'openSetup' }] }];
}

/** Approved mails wait for words in AR Queue that are no decision. */
function heldByWords({ log, tabs }: WorkbookSession): Alert[] {
  const held = heldInTheGrid(tabs);
  const mails = approvedMails(log.history.waiting.values()).filter(({ id }) => held.has(id));
  const [first] = mails;
  if (!first) return [];
  const more = mails.length > 1 ? ` So do ${mails.length - 1} more.` : '';
  const message = `${heldInWords(first.facts.customer, held.get(first.id) ?? '')}${more}`;
  return [{ tone: 'warn', code: 'word-not-understood', message, actions: [] }];
}

/** Cells that lost their format show times as dates, and approvals beside them in the grid wait. */
function lostFormats({ log, tabs }: WorkbookSession): Alert[] {
  const lost = [...(log.lostFormats ? ['AR Log'] : []), ...(hasLostFormats(tabs) ? ['AR Queue'] : [])];
  if (lost.length === 0) return [];
  const message = `${lost.join(' and ')} lost the format of ${lost.length === 1 ? 'its' : 'their'} cells: Google shows texts as dates or numbers there. Nothing that Duesheet wrote down is lost.`;
  return [
    { tone: 'warn', code: 'formats-lost', message, actions: [{ label: 'Put the formats back', call: 'mendTabs' }] },
  ];
}

/** The sender's schedule is missing: after a take-over until the new sender says how it goes on, or beside Automatic. */
function noSchedule({ state, ports }: WorkbookSession): Alert[] {
  const { sender, takenFrom, automatic } = state;
  if (!automatic && takenFrom === '') return [];
  if (sender === '' || sender !== ports.session.user() || ports.schedule.isOn()) return [];
  const turnOn = { label: 'Install my schedule', call: 'setAutomatic', on: true } as const;
  if (automatic) {
    const message = 'Automatic is on, but no schedule of yours is installed: nothing is planned or sent by itself.';
    return [{ tone: 'bad', code: 'no-schedule', message, actions: [turnOn] }];
  }
  const message = `You took the sending over from ${takenFrom}, and no schedule of yours is installed: nothing leaves by itself.`;
  const byHand = { label: 'I send by hand', call: 'setAutomatic', on: false } as const;
  return [{ tone: 'bad', code: 'no-schedule', message, actions: [turnOn, byHand] }];
}

/** The hourly run is silent for a business day: while Automatic is on, or, where it is off, while approved mails wait. */
function silentSchedule(ws: WorkbookSession, now: Moment, stops: readonly SendingHalt[]): Alert[] {
  const { sender, live, automatic } = ws.state;
  if (sender === '') return [];
  const seen = scheduleSeen(ws);
  if (automatic) return hasMissedDay(seen, now, ws.holidays().own) ? [silent(ws, seen, now)] : [];
  // Where something else keeps mails from leaving, that is what a person has to see to first.
  if (!live || stops.some(({ code }) => code !== 'not-sender')) return [];
  const known = paymentsKnown(ws, now.day);
  const held = heldInTheGrid(ws.tabs);
  const from = [seen, ...ws.log.events.flatMap(wentLiveAt)].sort().pop() ?? '';
  for (const mail of approvedMails(ws.log.history.waiting.values())) {
    const waits = waitsForPayments(mail.facts, known) !== '' || waitsForSecond(mail, mail.facts) !== '';
    if (waits || held.has(mail.id)) continue;
    const since = mail.approvedAt > from ? mail.approvedAt : from;
    if (hasMissedDay(since, now, closedFor(ws, mail.facts.tone, since, now.day))) return [waiting(ws, since, now)];
  }
  return [];
}

/** From when on mails could leave: on the day of going live none does to who never heard from us, so it counts from its end. */
function wentLiveAt({ kind, at, facts }: LogEvent): string[] {
  if (kind !== 'live') return [];
  return [facts.code === 'onboarding' ? `${at.slice(0, 10)} ${END_OF_DAY}:00` : at];
}

const END_OF_DAY = '24:00';

/** The days since a moment on which a mail of a tone could not leave. */
function closedFor(ws: WorkbookSession, tone: string, since: string, today: Day): ReadonlySet<Day> {
  const closed = sendingDays(ws.holidays());
  return isFirm(tone) ? withoutFirmDays(dayFromIso(since.slice(0, 10)) ?? today, today, closed) : closed;
}

function silent(ws: WorkbookSession, seen: string, now: Moment): Alert {
  const { sender } = ws.state;
  const isYou = sender === ws.ports.session.user();
  const whose = isYou ? 'Your hourly run' : `The hourly run of ${sender}`;
  const todo = isYou
    ? 'Look under Extensions > Apps Script > Executions for what stopped it, then turn Automatic off and on again under Sending.'
    : `Ask ${sender} to open this workbook and look under Today.`;
  return redOf(
    `${whose} has not run since ${momentInWords(seen, now)}, so nothing is planned or sent by itself. ${todo}`,
  );
}

function waiting(ws: WorkbookSession, since: string, now: Moment): Alert {
  const { sender } = ws.state;
  const isYou = sender === ws.ports.session.user();
  const todo = isYou ? 'Press Send in Review, or turn Automatic on.' : `Ask ${sender}, who sends from this workbook.`;
  const message = `Approved mails have waited since ${momentInWords(since, now)}, and no hourly run sent them. ${todo}`;
  const turnOn = { label: 'Turn Automatic on', call: 'setAutomatic', on: true } as const;
  return redOf(message, isYou ? [turnOn] : []);
}

function redOf(message: string, actions: Alert['actions'] = []): Alert {
  return { tone: 'bad', code: 'schedule-silent', message, actions };
}

function momentInWords(moment: string, now: Moment): string {
  const day = dayFromIso(moment.slice(0, 10));
  if (day === null) return moment;
  const time = moment.slice(11, 16);
  return `${shortDay(day, now.day)}${time === END_OF_DAY ? '' : `, ${time}`}`;
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

/** Customers who count as another one of before: a person says whether that is right. */
function renamedCustomers({ log, tabs }: WorkbookSession, now: Moment): Alert[] {
  const { renamed } = log.history;
  const [first] = renamed;
  if (!first) return [];
  const { byKey } = readCustomers(tabs.table(CUSTOMERS_TAB), []);
  const nameOf = (key: string): string => `“${byKey.get(key)?.name ?? key}”`;
  const [key, { on, keys }] = first;
  const more = renamed.size > 1 ? ` and ${renamed.size - 1} more customers stand` : ' stands';
  const message = `${nameOf(key)}${more} where ${keys.map(nameOf).join(' and ')} stood before ${shortDay(on, now.day)}. Pauses, promises, "Do not contact" and what was sent count on. Say under Data check whether they are the same.`;
  return [{ tone: 'warn', code: 'customers-renamed', message, actions: [] }];
}

/** Differences nobody explained, and accepted payments that the books never show. */
function moneyToSettle(ws: WorkbookSession, now: Moment): Alert[] {
  const told = moneyToTell(ws.log.history.payments, now.day, ws.holidays().own);
  return told.map(({ code, message }) => ({ tone: 'warn', code, message, actions: [] }));
}

/** Reminders that one person approved and that wait for another. */
function secondMissing({ log, ports }: WorkbookSession): Alert[] {
  const waiting = [...log.history.waiting.values()].filter(
    (reminder) => reminder.state === 'approved' && waitsForSecond(reminder, reminder.facts) !== '',
  );
  if (waiting.length === 0) return [];
  const yours = waiting.filter(({ approvedBy }) => approvedBy !== ports.session.user());
  const names = yours.map(({ facts }) => facts.customer);
  const named = names.length > NAMED ? [...names.slice(0, NAMED), `${names.length - NAMED} more`] : names;
  const count = waiting.length === 1 ? '1 reminder waits' : `${waiting.length} reminders wait`;
  const todo =
    yours.length === 0 ? 'A colleague gives it in Review.' : `You can give it in Review: ${named.join(', ')}.`;
  return [{ tone: 'warn', code: 'second-missing', message: `${count} for a second approval. ${todo}`, actions: [] }];
}
