// The Review and Problems views: waiting reminders as lines, one opened, and what has none with the reason why.
import { decide, type InvoiceDecision } from '../dunning/decide';
import type { Reminder } from '../dunning/reminder';
import { ladderOf, nextStage } from '../dunning/stage';
import { type Day, dayFromIso, isoOf, shortDay } from '../receivables/day';
import { formatMoney } from '../receivables/money';
import { composeReminder } from './compose';
import type { Gathered } from './gather';
import type { Ports } from './ports';
import { askedInWords, oldestDaysPastDue } from './queue-tab';
import { Refusal } from './refusal';
import { openForShowing, problemViews } from './show-today';
import type { ProblemsView, ReminderLine, ReminderView, ReviewView } from './views';

/** One waiting reminder as a line of a list. */
export function lineOf(reminder: Reminder, asOf: Day): ReminderLine {
  const { facts } = reminder;
  return {
    id: reminder.id,
    reference: reminder.id,
    state: reminder.state,
    customer: facts.customer,
    segment: facts.segment,
    stage: `${facts.stage} of ${facts.stages}, ${facts.tone}`,
    channel: facts.channel,
    amounts: askedInWords(reminder),
    oldestDaysPastDue: oldestDaysPastDue(reminder, asOf),
    invoices: facts.lines.filter(({ open: amount }) => amount > 0).length,
    plannedOn: reminder.plannedOn,
    why: reminder.note || facts.fix || (facts.reasons[0] ?? ''),
    look: facts.look,
    approvedBy: reminder.approvedBy,
    snoozedUntil: reminder.until,
  };
}

const REVIEWED = ['planned', 'approved', 'sending', 'snoozed'];

/** The Review view: what waits for a person or for sending, the largest first. */
export function showReview(ports: Ports): ReviewView {
  const { gathered, day } = openForShowing(ports);
  const { facts } = gathered;
  const waiting = [...facts.history.waiting.values()].filter(({ state }) => REVIEWED.includes(state));
  return {
    asOf: isoOf(day),
    lines: waiting.map((reminder) => lineOf(reminder, day)),
    withoutReminder: withoutReminder(decide(facts).decisions, facts.history.waiting),
  };
}

/** Overdue invoices that nobody is reminded of today, by reason. */
function withoutReminder(
  decisions: readonly InvoiceDecision[],
  waiting: ReadonlyMap<string, Reminder>,
): ReviewView['withoutReminder'] {
  const groups = new Map<string, { invoices: number; customers: Set<string> }>();
  for (const { invoice, decision, reasons } of decisions) {
    if (invoice.open <= 0 || (invoice.daysPastDue ?? 0) <= 0 || decision === 'remind') continue;
    if (waiting.get(invoice.customerKey)?.facts.lines.some(({ key }) => key === invoice.key)) continue;
    const reason = REASON_WORDS[reasons[0]?.code ?? ''] ?? reasons[0]?.message ?? '';
    const group = groups.get(reason) ?? { invoices: 0, customers: new Set<string>() };
    group.invoices += 1;
    group.customers.add(invoice.customerKey);
    groups.set(reason, group);
  }
  return [...groups]
    .map(([reason, { invoices, customers }]) => ({ reason, invoices, customers: customers.size }))
    .sort((a, b) => b.invoices - a.invoices);
}

const REASON_WORDS: Record<string, string> = {
  'not-due-yet': 'Waiting for the next stage',
  gap: 'Waiting for the minimum gap between contacts',
  'not-a-business-day': 'Waiting for the next business day',
  disputed: 'In dispute',
  held: 'On hold',
  promised: 'Promised, not yet due',
  'do-not-contact': 'Marked "Do not contact"',
  unconfirmed: 'An earlier mail is unconfirmed',
  'ladder-finished': 'All stages are done',
  'handed-over': 'Handed over',
  'below-minimum': 'Below the minimum or the tolerance',
  'net-credit': 'Covered by credits that are not allocated',
  'no-policy': 'No stage in AR Policy',
  'unreadable-block': 'A stop that cannot be read',
};

/** One reminder, opened: why, its invoices, the mail as it will look. */
export function showReminder(ports: Ports, id: string): ReminderView {
  const { ws, gathered, day } = openForShowing(ports);
  const { facts } = gathered;
  const reminder = facts.history.reminders.get(id);
  if (!reminder) throw new Refusal('reminder-unknown', `The reminder ${id} is not known. Reload the list.`);
  const composed = composeReminder(reminder, { facts, templates: gathered.templates, settings: ws.settings() });
  const rows = new Map(facts.invoices.map((invoice) => [invoice.key, invoice]));
  const recipients = {
    to: reminder.edit?.to ?? reminder.facts.to.join(', '),
    cc: reminder.edit?.cc ?? reminder.facts.cc.join(', '),
  };
  const edited = reminder.edit !== null;
  return {
    ...lineOf(reminder, day),
    reasons: [...(reminder.note ? [reminder.note] : []), ...reminder.facts.reasons],
    invoiceLines: reminder.facts.lines.map((line) => ({
      invoice: line.invoice || line.key,
      due: line.due,
      daysPastDue: day - (dayFromIso(line.due) ?? day),
      balance: formatMoney(line.open, line.currency),
      currency: line.currency,
      role: roleOf(line, reminder.facts.leadKey),
      note:
        line.disputed > 0 && line.disputed < line.open ? `${formatMoney(line.disputed, line.currency)} in dispute` : '',
      row: rows.get(line.key)?.row ?? 0,
    })),
    mail:
      'problem' in composed
        ? null
        : {
            ...recipients,
            subject: composed.letter.subject,
            text: composed.letter.text,
            html: composed.letter.html,
            edited,
            draft: composed.draft,
          },
    problem: 'problem' in composed ? composed.problem.message : '',
    next: nextInWords(reminder, gathered, day),
    customerFacts: customerFacts(reminder, gathered, day),
    canEdit: reminder.facts.channel === 'email' && ['planned', 'approved', 'needs-fix'].includes(reminder.state),
  };
}

function roleOf(line: Reminder['facts']['lines'][number], leadKey: string): string {
  if (line.open < 0) return 'credit';
  if (line.disputed >= line.open) return 'disputed';
  if (line.key === leadKey) return 'lead';
  return line.stage ? 'due' : 'listed';
}

/** What comes after this stage: `next: firm, Thu 3 Dec`. */
function nextInWords(reminder: Reminder, gathered: Gathered, day: Day): string {
  const { facts } = gathered;
  const lead = facts.invoices.find(({ key }) => key === reminder.facts.leadKey);
  if (!lead || lead.due === null) return '';
  const { segment, stage, days, template } = reminder.facts;
  const completed = [...(facts.history.completed.get(lead.key) ?? []), { segment, stage, days, on: day, template }];
  const next = nextStage(lead.due, day, ladderOf(facts.policy, segment), segment, completed);
  return next
    ? `next: ${next.row.tone} (${next.row.channel}), ${shortDay(Math.max(next.dueOn, day), day)}`
    : 'this is the last stage';
}

/** What a collector wants to know of a customer before deciding. */
function customerFacts(reminder: Reminder, { facts }: Gathered, day: Day): ReminderView['customerFacts'] {
  const key = reminder.facts.customerKey;
  const last = facts.history.lastContact.get(key);
  const known = facts.customers.get(key);
  const own = facts.invoices.filter(({ customerKey }) => customerKey === key);
  const payments = own.flatMap(({ paidOn }) => (paidOn !== null && paidOn <= day ? [paidOn] : []));
  const promises = facts.promises.filter(({ customerKey }) => customerKey === key);
  const kept = promises.filter(({ state }) => state === 'kept').length;
  const closed = promises.filter(({ state }) => state !== 'open' && state !== 'cancelled').length;
  const rows = [
    { label: 'Segment', value: facts.segments.get(key)?.reason ?? reminder.facts.segment },
    {
      label: 'Last contact',
      value: last ? `${shortDay(last.on, day)}, ${last.by}${last.tone ? ` (${last.tone})` : ''}` : 'none yet',
    },
    { label: 'Last payment', value: payments.length > 0 ? shortDay(Math.max(...payments), day) : '' },
    { label: 'Promises kept', value: closed > 0 ? `${kept} of ${closed}` : '' },
    { label: 'Owner', value: known?.owner ?? '' },
    { label: 'Phone', value: known?.phone ?? '' },
    { label: 'Notes', value: known?.notes ?? '' },
  ];
  return rows.filter(({ value }) => value !== '');
}

/** The Problems view. */
export function showProblems(ports: Ports): ProblemsView {
  const { gathered, day } = openForShowing(ports);
  const waiting = [...gathered.facts.history.waiting.values()];
  return {
    failed: waiting
      .filter(({ state }) => state === 'failed')
      .map((reminder) => ({ ...lineOf(reminder, day), error: reminder.note, attempts: reminder.attempts })),
    unconfirmed: waiting
      .filter(({ state }) => state === 'unconfirmed')
      .map((reminder) => ({
        ...lineOf(reminder, day),
        to: reminder.facts.to.join(', '),
        startedAt: reminder.startedAt,
      })),
    needsFix: waiting.filter(({ state }) => state === 'needs-fix').map((reminder) => lineOf(reminder, day)),
    rows: problemViews(gathered),
  };
}
