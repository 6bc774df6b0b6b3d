// Leaving Duesheet: the person's own schedule and what is remembered go; tabs, formulas and mails stay, and are told beforehand.
import { workbookEvent } from '../../dunning/history/events';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { underLock, WorkbookSession } from '../../workbook/session';
import { forgetState } from '../../workbook/state';
import { LOG_TAB, TABS } from '../../workbook/tab-specs';
import type { ChangeResult } from '../change-result';
import { approvedMails } from '../sending/send';
import type { LeavingView } from './view';

/** What leaving would mean here, before it is done. */
export function showLeaving(ports: Ports): LeavingView {
  const ws = new WorkbookSession(ports);
  const isOn = ports.schedule.isOn();
  const { sender } = ws.state;
  const isHere = isRemembered(ws) || isOn;
  const waiting = isHere && ws.tabs.find(LOG_TAB) ? approvedMails(ws.log.history.waiting.values()).length : 0;
  return {
    isHere,
    goes: [
      isOn
        ? 'Your hourly run: nothing is planned or sent in your name any more.'
        : 'No hourly run of yours is installed.',
      `What Duesheet remembers of this workbook: who sends${sender === '' ? '' : ` (${sender})`}, whether it is live, where the log ends.`,
      ...(waiting > 0 ? [`${waiting === 1 ? '1 approved mail stays' : `${waiting} approved mails stay`} unsent.`] : []),
    ],
    stays: [
      'Your invoice sheet, as it is.',
      `The tabs with what you decided and what was sent: ${tabsHere(ws).join(', ') || 'none is there'}.`,
      'Formulas in your cells. They calculate as long as the script is there, and show an error once it is removed.',
      'Mails that were sent, in the Sent folder of the one who sent them.',
      othersStay(ws, ports.session.user()),
    ],
    byHand: [
      'The script: Extensions > Apps Script, then Overview and the bin.',
      'The tabs: delete those that begin with "AR". Keep AR Log as long as you may have to show who was reminded of what.',
      'What you allowed: in your Google account, under Security, the connections to third-party apps.',
    ],
  };
}

/** Whether something is remembered, readable or not. */
function isRemembered({ state }: WorkbookSession): boolean {
  return state.workbook !== '' || state.isDamaged;
}

function tabsHere(ws: WorkbookSession): string[] {
  return TABS.flatMap((spec) => ws.tabs.find(spec)?.name ?? []);
}

/** A trigger belongs to who made it: nobody sees or removes that of another person. */
function othersStay(ws: WorkbookSession, you: string): string {
  const { sender } = ws.state;
  const whose = sender !== '' && sender !== you ? sender : 'A colleague who has one';
  return `${whose} keeps an hourly run of their own: only they can remove it, with this very page. It finds nothing set up here and sends nothing.`;
}

/**
 * Leaves: from the first write on nothing is sent, whatever ends the run before its last one.
 * @throws Refusal `not-set-up` where nothing is remembered and no schedule is on; `busy`
 */
export function leave(ports: Ports): ChangeResult {
  return underLock(ports, () => {
    const ws = new WorkbookSession(ports);
    if (!isRemembered(ws) && !ports.schedule.isOn())
      throw new Refusal('not-set-up', 'Duesheet remembers nothing in this workbook and runs no schedule of yours.');
    if (ws.state.live || ws.state.automatic) {
      Object.assign(ws.state, { live: false, automatic: false });
      ws.save();
    }
    if (ports.schedule.isOn()) ports.schedule.turnOff();
    noteLeaving(ws);
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
