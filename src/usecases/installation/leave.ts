// Leaving Duesheet: the person's own schedule and what is remembered go; tabs, formulas and mails stay, and are told beforehand.
import { workbookEvent } from '../../dunning/history/events';
import { forgetKept } from '../../workbook/log/log-checkpoint';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { underLock, WorkbookSession } from '../../workbook/session';
import { forgetState } from '../../workbook/state';
import { LOG_TAB, TABS, TABS_OF_USE } from '../../workbook/tab-specs';
import { approvedMails } from '../sending/send';
import type { ChangeResult } from '../waiting/change-result';
import type { LeavingView } from './view';

/** What leaving would mean here, before it is done. */
export function showLeaving(ports: Ports): LeavingView {
  const ws = new WorkbookSession(ports);
  const { can, why } = mayLeave(ws);
  return {
    can,
    why,
    goes: [
      ...(ports.schedule.isOn() ? ['Your hourly run: nothing is planned or sent in your name any more.'] : []),
      ...(can === 'all' ? remembered(ws) : []),
    ],
    stays: [
      'Your invoice sheet, as it is.',
      `The tabs with what you decided and what was sent: ${tabsHere(ws).join(', ') || 'none is there'}.`,
      'Formulas in your cells. They calculate as long as the script is there, and show an error once it is removed.',
      'Mails that were sent, in the Sent folder of the one who sent them.',
      'The hourly run of a colleague who has one: only they can remove it, with this very page. Once Duesheet is off this workbook, it sends nothing.',
    ],
    byHand: [
      'The script: Extensions > Apps Script, then Overview and the bin.',
      'The tabs: delete those that begin with "AR". Keep AR Log as long as you may have to show who was reminded of what.',
      'What you allowed: in your Google account, under Security, the connections to third-party apps.',
    ],
  };
}

/**
 * What the person at work may take away. What is remembered says who sends and what was confirmed: only the one who sends
 * lets that go.
 */
function mayLeave({ state, ports }: WorkbookSession): Pick<LeavingView, 'can' | 'why'> {
  const isOn = ports.schedule.isOn();
  if (state.workbook === '' && !state.isDamaged) {
    if (!isOn)
      return { can: 'nothing', why: 'Duesheet remembers nothing in this workbook and has no hourly run of yours.' };
    return { can: 'own-run', why: 'Duesheet remembers nothing in this workbook. An hourly run of yours is left.' };
  }
  if (state.sender === '' || state.sender === ports.session.user()) return { can: 'all', why: '' };
  const only = `Only ${state.sender}, who sends from this workbook, can take Duesheet off it.`;
  if (isOn) return { can: 'own-run', why: `${only} You can remove your own hourly run.` };
  return { can: 'nothing', why: `${only} To do it yourself, first press "I will send instead" under Today.` };
}

function remembered(ws: WorkbookSession): string[] {
  const { sender } = ws.state;
  const who = sender === '' ? 'who sends' : `who sends (${sender})`;
  const waiting = ws.tabs.find(LOG_TAB) ? approvedMails(ws.log.history.waiting.values()).length : 0;
  return [
    `What Duesheet remembers of this workbook: ${who}, whether it is live, which payment details were confirmed, where the log ends.`,
    ...(waiting > 0 ? [`${waiting === 1 ? '1 approved mail stays' : `${waiting} approved mails stay`} unsent.`] : []),
  ];
}

function tabsHere(ws: WorkbookSession): string[] {
  return [...TABS, ...TABS_OF_USE].flatMap((spec) => ws.tabs.find(spec)?.name ?? []);
}

/**
 * Leaves, as far as the person may: from the first write on nothing is sent, whatever ends the run before its last one.
 * @throws Refusal `not-set-up` or `not-sender` where nothing is theirs to take away; `busy`
 */
export function leave(ports: Ports): ChangeResult {
  return underLock(ports, () => {
    const ws = new WorkbookSession(ports);
    const { can, why } = mayLeave(ws);
    if (can === 'nothing') throw new Refusal(ws.state.workbook === '' ? 'not-set-up' : 'not-sender', why);
    if (can === 'own-run') {
      ports.schedule.turnOff();
      return { changed: 1, message: 'Your hourly run is removed.' };
    }
    if (ws.state.live || ws.state.automatic) {
      Object.assign(ws.state, { live: false, automatic: false });
      ws.save();
    }
    if (ports.schedule.isOn()) ports.schedule.turnOff();
    noteLeaving(ws);
    forgetKept(ws.tabs);
    ports.workbook.flush();
    forgetState(ports.properties);
    const message =
      'Duesheet has left this workbook: nothing is planned or sent. The tabs stay. To go on later, press "Move here" under Today.';
    return { changed: 1, message };
  });
}

/** Where the log is not whole, or takes nothing, leaving is not kept from happening. */
function noteLeaving(ws: WorkbookSession): void {
  if (!ws.isSetUp() || ws.isCopy() || ws.log.fault) return;
  try {
    ws.log.append([workbookEvent('left', ws.ports.session.user(), 'Duesheet was taken off this workbook.')]);
    ws.ports.workbook.flush();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}
