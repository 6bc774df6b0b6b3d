// The tab AR Queue: the waiting reminders as rows, and what people wrote into its Decide column.

import type { History } from '../dunning/history';
import type { Reminder } from '../dunning/reminder';
import { type Day, dayFromIso } from '../receivables/day';
import { addTo, formatTotals, type Totals } from '../receivables/money';
import type { Cell } from '../sheet/grid';
import { dayOfCell, layOut, type TabRow, type TabTable } from '../sheet/records';
import { QUEUE_TAB } from '../sheet/tabs';
import type { Workspace } from './workspace';

/** A decision that a person wrote into the grid. */
export interface GridDecision {
  reminder: string;
  decide: 'approve' | 'not now' | 'treat as done';
  /** The day in "Snoozed until", where there is one. */
  until: Day | null;
}

/** What people decided in the grid since the last run; words that are no decision are left for them to see. */
export function gridDecisions(table: TabTable): GridDecision[] {
  return table.rows.flatMap((row) => {
    const decide = decisionOf(row);
    if (!decide) return [];
    return [{ reminder: row.text('Reminder'), decide, until: dayOfCell(row.cell('Snoozed until')).day }];
  });
}

const DECISIONS: readonly GridDecision['decide'][] = ['approve', 'not now', 'treat as done'];

function decisionOf(row: TabRow): GridDecision['decide'] | undefined {
  return DECISIONS.find((word) => word === row.text('Decide').toLowerCase());
}

/** What is asked for, in words. */
export function askedInWords(reminder: Reminder): string {
  const asked: Totals = {};
  for (const line of reminder.facts.lines) if (line.open > 0) addTo(asked, line.currency, line.open - line.disputed);
  return formatTotals(asked);
}

/** Days past due of the oldest invoice on a reminder. */
export function oldestDaysPastDue(reminder: Reminder, asOf: Day): number {
  const dues = reminder.facts.lines.flatMap((line) => {
    const due = dayFromIso(line.due);
    return due === null || line.open <= 0 ? [] : [due];
  });
  return dues.length > 0 ? asOf - Math.min(...dues) : 0;
}

/**
 * Rewrites the queue from the history: one write. Rows stay where people put them; ended reminders go, new ones come
 * below; people's own columns keep their values.
 * @param ws the workbook
 * @param history what the log says
 * @param asOf today
 */
export function writeQueue(ws: Workspace, history: History, asOf: Day): void {
  const table = ws.needTable(QUEUE_TAB);
  if (table.headerRow === 0) return;
  const waiting = new Map([...history.waiting.values()].map((reminder) => [reminder.id, reminder]));
  const kept = table.rows.filter((row) => waiting.has(row.text('Reminder')));
  const rows = kept.map((row) => rowOf(table, waiting.get(row.text('Reminder')), row, asOf));
  const known = new Set(kept.map((row) => row.text('Reminder')));
  for (const reminder of waiting.values()) if (!known.has(reminder.id)) rows.push(rowOf(table, reminder, null, asOf));
  const before = Math.max(0, ...table.rows.map(({ row }) => row - table.headerRow));
  while (rows.length < before) rows.push(Array.from({ length: rows[0]?.length ?? table.width }, () => ''));
  if (rows.length > 0) ws.ports.workbook.write(ws.needSheet(QUEUE_TAB), table.headerRow + 1, 1, rows);
}

function rowOf(table: TabTable, reminder: Reminder | undefined, before: TabRow | null, asOf: Day): Cell[] {
  if (!reminder) return [];
  const { facts, edit } = reminder;
  const planned = dayFromIso(reminder.plannedOn);
  const until = dayFromIso(reminder.until);
  const values: Record<string, Cell> = {
    // A word that was no decision stays for the person to see.
    Decide: before && !decisionOf(before) ? before.text('Decide') : '',
    State: reminder.state,
    Customer: facts.customer,
    Segment: facts.segment,
    Stage: `${facts.stage} of ${facts.stages}, ${facts.tone}`,
    Channel: facts.channel,
    Template: facts.template,
    To: edit?.to ?? facts.to.join(', '),
    CC: edit?.cc ?? facts.cc.join(', '),
    Invoices: facts.lines.map(({ invoice, key }) => invoice || key).join(', '),
    Amounts: askedInWords(reminder),
    'Oldest days past due': oldestDaysPastDue(reminder, asOf),
    'Planned on': planned === null ? '' : { day: planned },
    Why: reminder.note || facts.fix || (facts.reasons[0] ?? ''),
    Subject: edit?.subject ?? '',
    Body: edit?.body ?? '',
    'Snoozed until': until === null ? '' : { day: until },
    Updated: reminder.updated,
    Reminder: reminder.id,
  };
  return layOut(table, values, before?.values ?? []);
}
