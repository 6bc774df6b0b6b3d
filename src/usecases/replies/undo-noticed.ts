// Taking back what a message brought: the mark or the pause that was noted for it ends, and everything else stays.
import { customerEvent, type LogEvent, type NewEvent } from '../../dunning/history/events';
import type { History } from '../../dunning/history/history';
import { dayOfCell } from '../../sheet/read/typed-cells';
import type { WorkbookFacts } from '../../workbook/facts';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import type { WorkbookSession } from '../../workbook/session';
import { HOLDS_TAB } from '../../workbook/tab-specs';
import { changeIn, keyOfRow, type OpenCustomer, openCustomer } from '../agreements/customer-change';
import { endHold } from '../agreements/holds';
import type { ChangeResult } from '../waiting/change-result';

/**
 * Takes back what was noticed of a message. Queues what is due, sends nothing.
 * @param id Gmail's id of the message
 * @throws Refusal `nothing-to-lift` where it stops nothing, or does not any more
 */
export function undoNoticed(ports: Ports, id: string): ChangeResult {
  return changeIn(ports, (ws, gathered) => {
    const { history } = gathered.facts;
    const mark = history.noticed.get(id);
    const event = mark ? ws.log.events.find(({ facts }) => facts.noticed?.id === id) : undefined;
    if (!mark || !event?.facts.noticed || mark.isUndone || mark.kind === 'noticed')
      throw new Refusal('nothing-to-lift', 'This message stops no reminder any more.');
    const key = history.aliases.get(mark.customerKey) ?? mark.customerKey;
    const open = openCustomer(ws, gathered, key);
    const undone = mark.kind === 'hold-added' ? endOfPause(ws, gathered, open, event) : endOfMark(ws, open, event);
    const noticed = { ...event.facts.noticed, undone: true as const };
    return {
      key,
      events: [{ ...undone, facts: { ...undone.facts, noticed } }],
      tell: () => `Taken back for ${open.customer.name}: reminders are queued as they fall due; nothing was sent.`,
    };
  });
}

const TAKEN_BACK = 'Taken back what was noticed in the mailbox.';

function endOfMark(ws: WorkbookSession, { customer, user, facts }: OpenCustomer, event: LogEvent): NewEvent {
  const mark = facts.history.noticed.get(event.facts.noticed?.id ?? '');
  const until = mark?.kind === 'replied' ? earlierReply(ws.log.events, facts.history, customer.key, event) : '';
  return customerEvent('resumed', customer, user, TAKEN_BACK, until === '' ? {} : { until });
}

/** ISO day of the last reply that still counts without this one; '' for none. */
function earlierReply(events: readonly LogEvent[], history: History, key: string, but: LogEvent): string {
  let day = '';
  for (const event of events) {
    const { kind, facts, at } = event;
    const told = facts.customerKey ?? '';
    if ((history.aliases.get(told) ?? told) !== key || event.seq === but.seq) continue;
    if (kind === 'resumed' && !facts.noticed) day = '';
    const isUndone = facts.noticed !== undefined && history.noticed.get(facts.noticed.id)?.isUndone === true;
    if (kind === 'replied' && !isUndone) day = at.slice(0, 10);
  }
  return day;
}

/** The pause in its tab, as it was written for the message. */
function endOfPause(ws: WorkbookSession, gathered: WorkbookFacts, open: OpenCustomer, event: LogEvent): NewEvent {
  const { asOf } = gathered.facts;
  const row = ws.tabs.needTable(HOLDS_TAB).rows.find((one) => {
    const reason = one.text('Reason');
    const until = dayOfCell(one.cell('Until')).day;
    if (reason === '' || !event.note.endsWith(reason) || until === null || until < asOf) return false;
    return keyOfRow(one, gathered) === open.customer.key;
  });
  if (!row) throw new Refusal('nothing-to-lift', 'This pause has ended already, or somebody changed it in AR Holds.');
  return endHold(open, row);
}
