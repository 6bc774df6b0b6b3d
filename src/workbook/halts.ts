// When nothing may be sent: the halts of a workbook, each with a sentence and what a person can do about it.
import { type PaymentsKnown, paymentsAge } from '../dunning/decision/payments-in';
import { type Day, shortDay } from '../receivables/day';
import { takeOverOf } from './deputy';
import type { SendingHalt } from './halt';
import { mismatch } from './log/opened-log';
import { detailsHalt } from './payment-details';
import { sendAsHalts } from './send-as';
import type { WorkbookSession } from './session';
import {
  CUSTOMERS_TAB,
  DISPUTES_TAB,
  HOLDS_TAB,
  POLICY_TAB,
  PROMISES_TAB,
  SETTINGS_TAB,
  TABS,
  type TabSpec,
} from './tab-specs';

/** Halts under which even planning would be wrong: nothing in the workbook is changed. */
const NO_PLANNING = ['not-set-up', 'copied', 'log-mismatch', 'tab-missing', 'tab-damaged', 'half-loaded'];

/**
 * Columns that say whom not to write to, and when: without one of them a stop or a gap would be lost unseen, or everything
 * that waits would be taken out of the queue.
 */
const STOP_COLUMNS: readonly [TabSpec, readonly string[]][] = [
  [CUSTOMERS_TAB, ['Customer', 'Customer ID', 'Aliases', 'Email', 'Do not contact']],
  [HOLDS_TAB, ['Customer', 'Invoice', 'Until']],
  [PROMISES_TAB, ['Customer', 'Invoice', 'Promised on', 'Recorded', 'State']],
  [DISPUTES_TAB, ['Invoice', 'Customer', 'Amount', 'Currency', 'Resolved']],
  [POLICY_TAB, ['Segment', 'Stage', 'Anchor', 'Days', 'Channel', 'Template', 'To', 'Minimum gap', 'Tone', 'Active']],
];

/** Whether a halt also forbids planning. */
export function haltsPlanning({ code }: SendingHalt): boolean {
  return NO_PLANNING.includes(code);
}

/** What is wrong with a workbook as a whole, in the order in which it is told: each makes the next ones senseless. */
const WHOLE = {
  'not-set-up': notSetUp,
  copied: (ws: WorkbookSession) => (ws.isCopy() ? copied(ws) : null),
  'tab-missing': missingTabs,
  'log-mismatch': brokenLog,
  'tab-damaged': damagedSettings,
} as const satisfies Record<string, (ws: WorkbookSession) => SendingHalt | null>;

/** A halt of the workbook as a whole, which may also forbid that anything in it is changed. */
export type WorkbookHalt = keyof typeof WHOLE;

/**
 * The first of the named halts of the workbook as a whole, of all without names; null when there is none.
 * @example haltAmong(ws, ['copied'])?.message // 'This workbook is a copy, so nothing is sent from it. ...'
 */
export function haltAmong(ws: WorkbookSession, codes?: readonly WorkbookHalt[]): SendingHalt | null {
  for (const code of Object.keys(WHOLE) as WorkbookHalt[]) {
    const halt = !codes || codes.includes(code) ? WHOLE[code](ws) : null;
    if (halt) return halt;
  }
  return null;
}

/**
 * The halts that can be told before the invoices are read.
 * @param today the day in the workbook's zone
 */
export function workbookHalts(ws: WorkbookSession, today: Day): SendingHalt[] {
  const whole = haltAmong(ws);
  if (whole) return [whole];
  const details = detailsHalt(ws);
  return [...stalePayments(ws, today), ...(details ? [details] : []), ...senderHalts(ws)];
}

/** A workbook that was set up and lost the very tabs by which that is told has lost tabs; it is not a new one. */
function notSetUp(ws: WorkbookSession): SendingHalt | null {
  if (ws.isSetUp()) return null;
  if (ws.state.workbook !== '') return missingTabs(ws);
  return halt('not-set-up', 'Duesheet is not set up in this workbook yet.', [{ label: 'Set up', call: 'openSetup' }]);
}

function missingTabs(ws: WorkbookSession): SendingHalt | null {
  const missing = TABS.filter((spec) => ws.tabs.find(spec) === null);
  if (missing.length === 0) return null;
  const names = missing.map(({ name }) => `"${name}"`).join(', ');
  return halt(
    'tab-missing',
    `${names} ${missing.length === 1 ? 'is' : 'are'} missing. Bring it back with Undo or File > Version history, or run Set up again to create it anew.`,
    [{ label: 'Set up again', call: 'openSetup' }],
  );
}

function brokenLog({ log }: WorkbookSession): SendingHalt | null {
  if (log.fault)
    return halt('log-mismatch', mismatch(log.fault), [{ label: 'Accept the log as it is', call: 'acceptLog' }]);
  const [changed] = log.changedCells;
  if (!changed) return null;
  return halt(
    'log-mismatch',
    `AR Log is not as Duesheet left it: "${changed.header}" of entry ${changed.event.seq} was changed by hand. What Duesheet wrote down is still there. Nothing is sent until the cells say it again.`,
    [{ label: 'Put the cells back', call: 'mendTabs' }],
  );
}

/** The halt of a tab whose headers are gone, so that what it stops cannot be read; null when all are there. */
export function damagedTab(ws: WorkbookSession): SendingHalt | null {
  for (const [spec, headers] of STOP_COLUMNS) {
    const says = spec === POLICY_TAB ? 'when to write to whom' : 'whom not to write to';
    const damaged = withoutHeaders(ws, spec, headers, says);
    if (damaged) return damaged;
  }
  return null;
}

/** Without its headers AR Settings says nothing, and what every setting starts with would be taken for it. */
function damagedSettings(ws: WorkbookSession): SendingHalt | null {
  return withoutHeaders(ws, SETTINGS_TAB, ['Setting', 'Value'], 'how Duesheet works here');
}

function withoutHeaders(
  ws: WorkbookSession,
  spec: TabSpec,
  headers: readonly string[],
  says: string,
): SendingHalt | null {
  const { columns, problems, headerRow } = ws.tabs.needTable(spec);
  const lost = headerRow === 0 ? '' : headers.find((header) => !columns.has(header));
  if (lost === undefined) return null;
  const fault = problems.find(({ column }) => column === lost)?.message ?? '';
  return halt('tab-damaged', `${fault} Until then nothing is sent, as it says ${says}.`, []);
}

function copied(ws: WorkbookSession): SendingHalt {
  const message = ws.state.isDamaged
    ? 'What Duesheet remembers of this workbook beside its tabs cannot be read, so nothing is sent. The tabs are whole: press "Move here" to go on with AR Log as it is, then say who sends and go Live again.'
    : ws.wasLeft()
      ? 'Duesheet was taken off this workbook, so nothing is sent. To go on with the tabs as they are, press "Move here", look at the payment instructions in AR Settings, then say who sends and go Live again.'
      : 'This workbook is a copy, so nothing is sent from it. If you work on in this copy instead of the original, move Duesheet here; for a trial, start afresh.';
  return halt('copied', message, [
    { label: 'Move here', call: 'moveHere' },
    { label: 'Start afresh', call: 'startAfresh' },
  ]);
}

/** What is known of the payments on a day, for what waits for newer ones; the tabs are read only where a firm mail asks. */
export function paymentsKnown(ws: WorkbookSession, asOf: Day): PaymentsKnown {
  return {
    asOf,
    get settings() {
      return { paymentsUpTo: ws.settings().paymentsUpTo, holidays: ws.holidays().own };
    },
  };
}

function stalePayments(ws: WorkbookSession, today: Day): SendingHalt[] {
  const { paymentsUpTo, paymentsMaxAge } = ws.settings();
  if (paymentsAge(paymentsUpTo, today, ws.holidays().own) <= paymentsMaxAge) return [];
  const since =
    paymentsUpTo === null
      ? 'It is not known up to which day payments are in'
      : `Payments are in only up to ${shortDay(paymentsUpTo, today)}`;
  return [
    halt(
      'stale-payments',
      `${since}. Enter the latest payments in the invoice sheet, then confirm the date: until then nothing is sent.`,
      [{ label: 'Confirm the date', call: 'confirmPayments' }],
    ),
  ];
}

function senderHalts(ws: WorkbookSession): SendingHalt[] {
  const you = ws.ports.session.user();
  const { sender } = ws.state;
  if (sender === '')
    return [
      halt('not-sender', 'Nobody has taken over the sending yet.', [{ label: 'I will send', call: 'becomeSender' }]),
    ];
  if (sender === you) {
    // After an update that needs a new scope a schedule keeps firing and would fail at the first mail.
    const missing = ws.ports.schedule.missingPermission();
    return missing ? [halt('no-permission', missing, [])] : sendAsHalts(ws);
  }
  const { isOffered, why } = takeOverOf(ws);
  const label = why === '' ? 'I will send instead' : 'I will send';
  const message =
    `${sender} sends from this workbook. What you approve waits for that person's next run. ${why}`.trim();
  return [halt('not-sender', message, isOffered ? [{ label, call: 'becomeSender' }] : [])];
}

/** A halt about the invoice sheet. */
export function tableHalt(message: string, acceptable: boolean): SendingHalt {
  const sentence = `${message} Nothing was changed and nothing is sent.`;
  return halt(
    'half-loaded',
    sentence,
    acceptable ? [{ label: 'Yes, this is right', call: 'acceptTable' }] : [{ label: 'Set up', call: 'openSetup' }],
  );
}

function halt(code: string, message: string, actions: SendingHalt['actions']): SendingHalt {
  return { code, message, actions };
}
