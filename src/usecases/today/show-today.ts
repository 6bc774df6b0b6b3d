// The Today view: may anything be sent, what waits, who sends, is the schedule alive.

import { waitsForSecond } from '../../dunning/approval/second-approval';
import { decide, type Plan } from '../../dunning/decision/decide';
import type { Facts } from '../../dunning/decision/facts';
import { firstContactOn, keptByCap, laterInWords } from '../../dunning/decision/new-customers';
import { paymentsAge, waitsForPayments } from '../../dunning/decision/payments-in';
import { moneyOf, withWeekAgo } from '../../dunning/outlook/open-money';
import { type Unchased, unchasedInWords, unchasedOf } from '../../dunning/outlook/unchased';
import { isSentByUs } from '../../dunning/policy/channels';
import { placeOf } from '../../dunning/policy/policy';
import { type Day, isoOf, nextBusinessDay, shortDay } from '../../receivables/day';
import { formatTotals, shareIn } from '../../receivables/money';
import type { SendingHalt } from '../../workbook/halt';
import { haltsPlanning, workbookHalts } from '../../workbook/halts';
import { readForShowing } from '../../workbook/opening';
import type { Moment, Ports } from '../../workbook/ports';
import { problemViews } from '../../workbook/problems';
import { budgetOf } from '../../workbook/recipient-budget';
import { WorkbookSession } from '../../workbook/session';
import { SETTINGS_TAB } from '../../workbook/tab-specs';
import { sendingDays } from '../../workbook/tabs/holidays';
import { heldInTheGrid } from '../../workbook/tabs/queue';
import { AS_OF_SETTING, type Settings } from '../../workbook/tabs/settings/settings';
import { waitingAnswers } from '../answers/take-answers';
import { approvedMails } from '../sending/send';
import { clockTime } from '../sending/sending-window';
import { alertsOf } from './alerts';
import { insolvencyAlerts } from './insolvency-alerts';
import { overdueOf } from './money';
import { alarmsOf } from './show-alarms';
import { changesSince, LISTED } from './show-changes';
import type { Alert, ChangesView, TodayView } from './view';

/** How many problems Today names; all of them stand under Problems. */
const PROBLEMS_SHOWN = 5;

/** The Today view. */
export function showToday(ports: Ports): TodayView {
  const ws = new WorkbookSession(ports);
  const now = ports.clock.now();
  const stops = workbookHalts(ws, now.day);
  const view = emptyToday(ws, now, stops);
  if (stops.some(({ code }) => ['not-set-up', 'copied'].includes(code)) || ws.tabs.find(SETTINGS_TAB) === null)
    return view;
  const settings = ws.settings();
  Object.assign(view, settingsPart(ws, settings, now), { ready: true });
  if (stops.some(haltsPlanning)) return view;
  const shown = readForShowing(ws, now.day);
  if ('stop' in shown) view.stops = [...stops, shown.stop];
  else {
    const problems = problemViews(shown.gathered);
    const { facts } = shown.gathered;
    const { decisions, proposals } = decide(facts);
    const unchased = unchasedOf(decisions, facts);
    view.money = withWeekAgo(moneyOf(decisions, unchased), facts);
    Object.assign(view, overdueOf(decisions, facts));
    view.unchased = unchasedIn(unchased);
    view.alerts = insolvencyAlerts(facts, proposals);
    view.leaves = leavesOf(ws, facts, { decisions, proposals });
    const { newCustomersPerDay, holidays } = facts.settings;
    const begun = firstContactOn(facts.history, facts.asOf);
    view.later = laterInWords(keptByCap(decisions), newCustomersPerDay, facts.asOf, holidays, begun);
    view.alarms = alarmsOf(ws, facts, problems, unchased.length);
    view.problems = { count: problems.length, first: problems.slice(0, PROBLEMS_SHOWN) };
  }
  const answers = waitingAnswers(ws.log.history.answers, 'stop' in shown ? null : shown.gathered.facts);
  view.waiting = waitingOf(ws, answers.length);
  view.alerts = [...view.alerts, ...alertsOf(ws, now, stops, answers)];
  view.heartbeat = heartbeatOf(ws, view.alerts);
  const { events } = ws.log;
  view.changes = changesSince(events, now.day, ws.holidays().own, ws.log.history.noticed);
  view.everLive = ws.state.live || events.some(({ kind }) => kind === 'live');
  const { used, limit } = budgetOf(ws, now);
  view.budget = { used, limit };
  return view;
}

function emptyToday(ws: WorkbookSession, now: Moment, stops: SendingHalt[]): TodayView {
  const you = ws.ports.session.user();
  return {
    ready: false,
    asOf: isoOf(now.day),
    today: isoOf(now.day),
    company: '',
    stops,
    alerts: [],
    payments: { upTo: '', businessDaysOld: 0 },
    waiting: { toReview: 0, approved: 0, callsAndTasks: 0, answers: 0, needsFix: 0, failed: 0, unconfirmed: 0 },
    money: [],
    reached: 0,
    overdue: { customers: 0, invoices: 0, totals: '', apart: '' },
    sender: {
      email: ws.state.sender,
      isYou: ws.state.sender !== '' && ws.state.sender === you,
      you,
      isOffered: stops.some(({ actions }) => actions.some(({ call }) => call === 'becomeSender')),
    },
    switches: { live: ws.state.live, automatic: ws.state.automatic },
    budget: { used: 0, limit: 0 },
    window: { from: '', to: '', openNow: false, nextOpening: '' },
    heartbeat: ws.state.heartbeat,
    problems: { count: 0, first: [] },
    workbook: { name: ws.ports.workbook.name(), sheet: '' },
    unchased: { summary: '', items: [] },
    alarms: { summary: '', items: [] },
    later: '',
    leaves: { now: 0, next: '' },
    changes: { summary: '', items: [] },
    everLive: ws.state.live,
  };
}

/** The last hourly run; one that did not come when it should is no good sign, however the one before went. */
function heartbeatOf({ state: { heartbeat } }: WorkbookSession, alerts: readonly Alert[]): TodayView['heartbeat'] {
  const isSilent = alerts.some(({ code }) => code === 'schedule-silent');
  if (!heartbeat || !isSilent || heartbeat.wrong !== '') return heartbeat;
  return { ...heartbeat, wrong: 'No hourly run has come since, though one was due every hour.' };
}

function settingsPart(ws: WorkbookSession, settings: Settings, now: Moment): Partial<TodayView> {
  const age = paymentsAge(settings.paymentsUpTo, now.day, ws.holidays().own);
  const row = ws.tabs.table(SETTINGS_TAB)?.rows.find((one) => one.text('Setting') === AS_OF_SETTING);
  return {
    asOf: row?.text('Value') || isoOf(now.day),
    company: settings.company,
    payments: {
      upTo: settings.paymentsUpTo === null ? '' : isoOf(settings.paymentsUpTo),
      businessDaysOld: Number.isFinite(age) ? age : 0,
    },
    window: windowOf(settings, sendingDays(ws.holidays()), now),
    workbook: { name: ws.ports.workbook.name(), sheet: settings.invoiceSheet },
  };
}

function windowOf(settings: Settings, holidays: ReadonlySet<Day>, now: Moment): TodayView['window'] {
  const { windowFrom, windowTo } = settings;
  const today = nextBusinessDay(now.day, holidays);
  const openNow = today === now.day && now.minute >= windowFrom && now.minute < windowTo;
  const later = today === now.day && now.minute >= windowTo ? nextBusinessDay(now.day + 1, holidays) : today;
  const nextOpening = openNow
    ? ''
    : `${later === now.day ? 'today' : shortDay(later, now.day)}, ${clockTime(windowFrom)}`;
  return { from: clockTime(windowFrom), to: clockTime(windowTo), openNow, nextOpening };
}

/** Who is on no ladder, the largest sums first. */
function unchasedIn(found: readonly Unchased[]): ChangesView {
  const share = shareIn(found.map(({ totals }) => totals));
  return {
    summary: unchasedInWords(found),
    items: [...found]
      .sort((a, b) => share(b.totals) - share(a.totals))
      .slice(0, LISTED)
      .map(({ customerKey, customer, why, message, totals }) => ({
        key: customerKey,
        at: '',
        what: `${why.charAt(0).toUpperCase()}${why.slice(1)}`,
        customer,
        why: `${formatTotals(totals)}. ${message}`,
      })),
  };
}

/** Of the approved mails, how many may leave as things stand, and the first day for another one. */
function leavesOf(ws: WorkbookSession, facts: Facts, { decisions, proposals }: Plan): TodayView['leaves'] {
  const proposed = new Set(proposals.map(placeOf));
  const held = new Set<string>();
  const words = heldInTheGrid(ws.tabs);
  let now = 0;
  for (const mail of approvedMails(ws.log.history.waiting.values())) {
    if (!proposed.has(placeOf(mail.facts))) held.add(mail.facts.leadKey);
    else if (words.has(mail.id)) continue;
    else if (waitsForPayments(mail.facts, facts) === '' && waitsForSecond(mail, mail.facts) === '') now += 1;
  }
  let next: Day | null = null;
  for (const { invoice, nextDate } of held.size > 0 ? decisions : [])
    if (nextDate !== null && held.has(invoice.key) && (next === null || nextDate < next)) next = nextDate;
  return { now, next: next === null ? '' : isoOf(next) };
}

function waitingOf(ws: WorkbookSession, answers: number): TodayView['waiting'] {
  const waiting = [...ws.log.history.waiting.values()];
  const count = (...states: string[]): number => waiting.filter(({ state }) => states.includes(state)).length;
  const byHand = waiting.filter(
    ({ state, facts }) => (state === 'planned' || state === 'approved') && !isSentByUs(facts.channel),
  );
  const mails = waiting.filter(({ facts }) => isSentByUs(facts.channel));
  return {
    toReview: mails.filter(({ state }) => state === 'planned').length,
    approved: mails.filter(({ state }) => state === 'approved' || state === 'sending').length,
    callsAndTasks: byHand.length,
    answers,
    needsFix: count('needs-fix'),
    failed: count('failed'),
    unconfirmed: count('unconfirmed'),
  };
}
