// Small logs for the audit: a sound one of a workbook that went live and sent two stages, and ways to alter it.

import { type Audit, auditOf } from '../../../../src/dunning/history/audit/audit';
import type { FindingCode } from '../../../../src/dunning/history/audit/finding';
import type { LogRow } from '../../../../src/dunning/history/audit/gaps';
import { chain, EMPTY_LOG } from '../../../../src/dunning/history/event-chain';
import {
  customerEvent,
  type EventFacts,
  type EventKind,
  type NewEvent,
  type ReminderFacts,
  reminderEvent,
  type SealedEvent,
  workbookEvent,
} from '../../../../src/dunning/history/events';

export const ANN = 'ann@ourfirm.example';
export const ACME = { key: 'acme', name: 'Acme' };

/** A reminder to Acme about one invoice. @param stage number; its days are ten times that */
export function reminder(stage: number, change: Partial<ReminderFacts> = {}): ReminderFacts {
  const line = {
    key: 'acme|lr-1',
    invoice: 'LR-1',
    currency: 'EUR',
    open: 12_000,
    disputed: 0,
    due: '2026-10-01',
    stage: { stage, days: stage * 10 },
  };
  return {
    customerKey: 'acme',
    customer: 'Acme',
    segment: 'Timely',
    anchor: 'due',
    subject: '',
    stage,
    days: stage * 10,
    stages: 6,
    tone: 'personal',
    channel: 'email',
    template: 'Friendly',
    language: 'en',
    sending: 'review',
    to: ['ap@acme.example'],
    cc: [],
    leadKey: line.key,
    lines: [line],
    reasons: [],
    look: '',
    fix: '',
    fixCode: '',
    ...change,
  };
}

/** An event about a reminder by Ann. */
export function about(
  kind: EventKind,
  id: string,
  facts: ReminderFacts,
  extra: EventFacts = {},
  actor = ANN,
): NewEvent {
  const own = kind === 'planned' ? { reminder: facts } : {};
  return reminderEvent(kind, id, facts, actor, kind === 'sent' ? `Invoice LR-1 (${id})` : '', { ...own, ...extra });
}

/** A mail from its plan to its end. */
export function mail(id: string, facts: ReminderFacts): NewEvent[] {
  return [
    about('planned', id, facts),
    about('approved', id, facts),
    about('sending', id, facts, { recipients: 1 }),
    about('sent', id, facts, { messageId: `m-${id}`, threadId: 't-1' }),
  ];
}

/** How every log begins: set up, somebody sends, live. */
export const BEGIN: readonly NewEvent[] = [
  workbookEvent('set-up', ANN, ''),
  workbookEvent('sender', ANN, `${ANN} sends from now on.`),
  workbookEvent('live', ANN, 'Live.'),
];

/** Something about Acme. */
export function ofAcme(kind: EventKind, facts: EventFacts = {}, invoices = '', actor = ANN): NewEvent {
  return { ...customerEvent(kind, ACME, actor, '', facts), invoices };
}

/** Events in their place, one an hour from 2 November 2026, 09:00, all sealed. */
export function logOf(events: readonly NewEvent[], day = '2026-11-02'): SealedEvent[] {
  let head = EMPTY_LOG;
  return events.map((event, at) => {
    const [placed] = chain(head, [event], `${day} ${String(9 + (at % 14)).padStart(2, '0')}:00:00`, 'secret');
    if (!placed) throw new Error('no event');
    head = { seq: placed.seq, hash: placed.hash, rows: placed.seq };
    return placed;
  });
}

/** An event as the row that holds it. */
export function rowOf(event: SealedEvent): LogRow {
  return { seq: event.seq, event, text: event.text, converted: [], changed: '' };
}

/** The audit of rows as they were found. @param lastSeq the last entry as remembered elsewhere */
export function auditOfRows(rows: LogRow[], lastSeq = 0): Audit {
  return auditOf({ tabs: ['AR Log'], lastSeq, faults: [], rows });
}

/** The audit of events as rows. */
export function audited(events: readonly SealedEvent[]): Audit {
  return auditOfRows(events.map(rowOf));
}

/** What an audit finds, as `code seq,seq`. */
export function found({ gaps, duplicates, contradictions }: Audit): string[] {
  return [...gaps, ...duplicates, ...contradictions].map(
    ({ code, seq }: { code: FindingCode; seq: number[] }) => `${code} ${seq.join()}`,
  );
}
