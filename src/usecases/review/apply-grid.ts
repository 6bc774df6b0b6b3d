// "Apply now": acts on what people wrote into the Decide column of AR Queue, and says in words what came of it.
import type { NewEvent } from '../../dunning/history/events';
import { dayFromIso, shortDay } from '../../receivables/day';
import { paymentsKnown } from '../../workbook/halts';
import { NO_REMINDER_CHANGE, openUnless } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { underLock } from '../../workbook/session';
import { type GridDecisions, gridDecisions, writeQueue } from '../../workbook/tabs/queue';
import { bound } from '../letters/approvals';
import type { ChangeResult } from '../waiting/change-result';
import { whoSends } from './review';

/** How many words that were not understood are named. */
const NAMED = 3;

/**
 * Applies the decisions in the grid. Words that are no decision stay where they are, and are named.
 * @throws Refusal before set-up, in a copy, with a log that is not whole, or while somebody else is at work
 * @example applyGrid(ports).message // '3 approved. 1 word not understood: "aprove" in row 7.'
 */
export function applyGrid(ports: Ports): ChangeResult {
  return underLock(ports, () => {
    const ws = openUnless(ports, NO_REMINDER_CHANGE);
    const { day } = ports.clock.now();
    const decided = gridDecisions(ws.tabs, ws.log.history, day);
    if (decided.seen.size > 0 || decided.lostFormats) {
      ws.log.append(bound(ws, decided.events));
      writeQueue(ws.tabs, ws.log.history, paymentsKnown(ws, day), decided.seen);
      ws.save();
    }
    const approved = decided.events.some(({ kind }) => kind === 'approved');
    return {
      changed: decided.events.length,
      message: `${inWords(decided, day)}${approved ? whoSends(ws) : ''}`,
    };
  });
}

function inWords({ events, seen, unknown, needTwo, lostFormats }: GridDecisions, today: number): string {
  const count = (kind: NewEvent['kind']): number => events.filter((event) => event.kind === kind).length;
  const late = seen.size - events.length + count('hold-added');
  const parts = [
    count('approved') > 0 ? `${count('approved')} approved` : '',
    ...putOff(events, today),
    count('skipped') > 0 ? `${count('skipped')} treated as done` : '',
    count('cancelled') > 0 ? `${count('cancelled')} held back` : '',
  ].filter((part) => part !== '');
  const done = parts.length > 0 ? `${parts.join(', ')}.` : '';
  const passed =
    late > 0 ? `${late} could not be done any more, as the reminder had moved on; see its column State.` : '';
  const lost = lostFormats
    ? 'AR Queue had lost the format of its cells, so approvals there did not count. They are back as they were: apply once more.'
    : '';
  const many = needTwo === 1 ? '1 reminder needs' : `${needTwo} reminders need`;
  const two = needTwo > 0 ? `${many} two people, who approve in the sidebar.` : '';
  const sentences = [done, passed, lost, two, notUnderstood(unknown)].filter((sentence) => sentence !== '');
  if (sentences.length > 0) return sentences.join(' ');
  return 'Nothing was decided in AR Queue: choose a word in its column Decide first.';
}

/** Each day that reminders were put off to. */
function putOff(events: readonly NewEvent[], today: number): string[] {
  const days = new Map<string, number>();
  for (const { kind, facts } of events) {
    if (kind === 'snoozed') days.set(facts.until ?? '', (days.get(facts.until ?? '') ?? 0) + 1);
  }
  return [...days].sort().map(([iso, number]) => {
    const day = dayFromIso(iso);
    return `${number} put off until ${day === null ? iso : shortDay(day, today)}`;
  });
}

function notUnderstood(unknown: GridDecisions['unknown']): string {
  if (unknown.length === 0) return '';
  const named = unknown.slice(0, NAMED).map(({ row, word }) => `"${word}" in row ${row}`);
  const rest = unknown.length > NAMED ? ` and ${unknown.length - NAMED} more` : '';
  const words = unknown.length === 1 ? '1 word not understood' : `${unknown.length} words not understood`;
  return `${words}: ${named.join(', ')}${rest}. Write approve, not now, treat as done or hold back.`;
}
