// The Sent list: who got what, when and by whom, as the log has it; sought, filtered, and cut to what one answer may hold.
import type { Facts } from '../../dunning/decision/facts';
import { stepInWords } from '../../dunning/letter/headline';
import { isContact } from '../../dunning/policy/channels';
import { segmentAtStart } from '../../receivables/segment-words';
import { readCalendar } from '../../workbook/facts';
import type { EventLog } from '../../workbook/log/event-log';
import { NO_CHANGE, openUnless } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { whoInWords } from '../customers/history-lines';
import { soughtBy } from '../waiting/seek';
import type { SentLine, SentRequest, SentView } from './view';

/** So many characters of lines make an answer, unless more lines are asked for than a page shows. */
const MOST_CHARACTERS = 45_000;
const PAGE = 100;

/** All that reached customers or was to, newest first. */
export function sentLines({ events, history }: EventLog, customers: Facts['customers']): SentLine[] {
  const lines: SentLine[] = [];
  for (const { kind, reminder: id, facts, at, actor, customer, amounts, invoices, to, note } of events) {
    const reminder = kind === 'sent' || kind === 'done' ? history.reminders.get(id) : undefined;
    if (!reminder || !isContact(reminder.facts.channel)) continue;
    const { customerKey, channel, segment } = reminder.facts;
    const stage = `${segmentAtStart(segment)}: ${stepInWords(reminder.facts)}`;
    lines.push({
      ...{ id, customerKey, customer, at, channel, stage, amounts, invoices, to, subject: note },
      owner: customers.get(customerKey)?.owner ?? '',
      by: [...new Set([actor, reminder.approvedBy, reminder.secondedBy])].filter(Boolean).map(whoInWords),
      outcome: reminder.state === 'voided' ? 'taken back' : (facts.outcome ?? ''),
    });
  }
  return lines.reverse();
}

/**
 * The Sent list, or a part of it. No invoice is read.
 * @throws Refusal where nothing is set up, in a copy, or beside a log that is not whole
 * @example showSent(ports, { ...request, key: 'acme', since: '2026-03-01' }).lines // to Acme since March
 */
export function showSent(
  ports: Ports,
  { search = '', key, owner, stage, since = '', until = '9', from = 0, lines = PAGE }: SentRequest,
): SentView {
  const ws = openUnless(ports, NO_CHANGE);
  const all = sentLines(ws.log, readCalendar(ws, ports.clock.now().day).customers);
  const has = soughtBy(search);
  const isAsked = (value: string, asked = value): boolean => value === asked;
  const found = all.filter(
    (one) =>
      isAsked(one.customerKey, key) &&
      isAsked(one.owner, owner) &&
      isAsked(one.stage, stage) &&
      one.at >= since &&
      one.at.slice(0, 10) <= until &&
      has(one.customer, one.id, one.to, one.invoices, one.amounts, one.subject),
  );
  let left = MOST_CHARACTERS;
  const fits = (one: SentLine): boolean => {
    left -= JSON.stringify(one).length;
    return left > 0 || lines > PAGE;
  };
  const distinct = (field: 'owner' | 'stage'): string[] => [...new Set(all.map((one) => one[field]))].sort();
  return {
    ...{ total: found.length, owners: distinct('owner'), stages: distinct('stage') },
    lines: found.slice(from, from + lines).filter(fits),
  };
}
