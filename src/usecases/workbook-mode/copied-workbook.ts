// A copied workbook: work goes on in the copy, or starts afresh there.

import { workbookEvent } from '../../dunning/history/events';
import { VERSION } from '../../dunning/history/version';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { underLock, WorkbookSession } from '../../workbook/session';
import { QUEUE_TAB } from '../../workbook/tab-specs';
import type { ChangeResult } from '../waiting/change-result';

/** In a copied workbook: work goes on here, with the log as it came along. Starts in Preview, with nobody as sender. */
export function moveHere(ports: Ports): ChangeResult {
  return underLock(ports, () => {
    const ws = copyOnly(ports);
    const wasLeft = ws.wasLeft();
    takeOver(ws);
    if (!ws.log.fault) ws.log.takeEnd();
    const note =
      ws.state.isDamaged || wasLeft
        ? 'Work goes on with AR Log as it is.'
        : 'Work goes on in this copy. Do not send from the original any more.';
    ws.log.append([workbookEvent('moved', ports.session.user(), note)]);
    ws.save();
    return { changed: 1, message: `${note} It is in Preview; choose who sends, then go Live.` };
  });
}

/** In a copied workbook: the log and the queue of the original are emptied, everything else stays. */
export function startAfresh(ports: Ports): ChangeResult {
  return underLock(ports, () => {
    const ws = copyOnly(ports);
    takeOver(ws);
    ws.log.empty();
    ws.tabs.empty(QUEUE_TAB);
    ws.log.append([workbookEvent('set-up', ports.session.user(), 'Started afresh in a copy.', { version: VERSION })]);
    ws.save();
    return { changed: 1, message: 'Started afresh: the history of the original is not used here. It is in Preview.' };
  });
}

function copyOnly(ports: Ports): WorkbookSession {
  const ws = new WorkbookSession(ports);
  if (!ws.isCopy()) throw new Refusal('not-a-copy', 'This workbook is not a copy; nothing had to be done.');
  return ws;
}

function takeOver(ws: WorkbookSession): void {
  Object.assign(ws.state, {
    workbook: ws.ports.workbook.id(),
    tabs: {},
    invoiceSheet: -1,
    sender: '',
    scheduleSeen: '',
    takenFrom: '',
    sendAs: null,
    live: false,
    automatic: false,
    log: { seq: 0, hash: '', rows: 0 },
    openKeys: [],
    heartbeat: null,
  });
}
