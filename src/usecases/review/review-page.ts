// The Review page: groups of waiting reminders, sought, sorted, counted and cut to what is shown; some of them opened.
import { decide } from '../../dunning/decision/decide';
import type { Reminder } from '../../dunning/history/reminder';
import { askedOn, daysLateOf } from '../../dunning/letter/headline';
import { type Day, isoOf } from '../../receivables/day';
import { addTo, formatTotals, type Totals } from '../../receivables/money';
import { type Opened, openForShowing } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { withoutReminder } from '../explain/without-reminder';
import { letterSources } from '../letters/letter-of-reminder';
import { groupOf, lookOf } from '../waiting/review-order';
import { soughtBy } from '../waiting/seek';
import type {
  LineKeys,
  ReviewGroup,
  ReviewGroupPage,
  ReviewLine,
  ReviewPageView,
  ReviewRequest,
  WithoutReminder,
} from '../waiting/view';
import { openWaiting, type Waiting } from './review-lines';
import { viewer } from './show-reminders';

/** The groups in the order of a morning. */
const GROUPS: readonly ReviewGroup[] = ['routine', 'look', 'calls', 'approved', 'later'];

/** Those that a person reads one by one, the most urgent first. */
const READ: readonly ReviewGroup[] = ['look', 'calls', 'routine', 'approved'];

/** The most that are opened at once: a mail with its frame is some 8 KB. */
const MOST_OPENED = 20;

const PROBLEMS: readonly string[] = ['needs-fix', 'failed', 'unconfirmed'];

/**
 * The Review page, or a part of it. The invoices are read only for reminders that come opened, and for
 * what has none.
 * @param request what is sought, in which order, and how much of it
 * @throws Refusal as `openWaiting`; where invoices are read also for a sheet that is half loaded
 * @example showReviewPage(ports, { ...request, search: 'acme' }).groups // the reminders to Acme
 */
export function showReviewPage(ports: Ports, request: ReviewRequest): ReviewPageView {
  const opened = request.opened > 0 || request.which.length > 0 || request.without ? openForShowing(ports) : null;
  const waiting = opened ? openWaiting(ports, opened.ws) : openWaiting(ports);
  const { ws, day, reminders } = waiting;
  const sought = inOrder(reminders.filter(isSought(request, waiting)), request.sort, waiting);
  const groups = new Map<ReviewGroup, Reminder[]>(GROUPS.map((name) => [name, []]));
  for (const reminder of sought) {
    const name = groupOf(reminder);
    if (name) groups.get(name)?.push(reminder);
  }
  const asked = GROUPS.filter((name) => request.group === undefined || request.group === name);
  const all = [...ws.log.history.waiting.values()];
  const first = opened
    ? toOpen(reminders, groups, request).map(viewer(opened, letterSources(opened.ws, opened.gathered)))
    : [];
  return {
    asOf: isoOf(day),
    seq: ws.state.log.seq,
    waiting: reminders.length,
    inProblems: all.filter(({ state }) => PROBLEMS.includes(state)).length,
    segments: [...new Set(reminders.map(({ facts }) => facts.segment))].sort(),
    owners: [...new Set(reminders.map(({ facts }) => waiting.customers.get(facts.customerKey)?.owner ?? ''))].sort(),
    groups: asked.flatMap((name) => pageOf(name, groups.get(name) ?? [], request, waiting)),
    opened: first,
    withoutReminder: opened && request.without ? withoutIn(opened) : null,
  };
}

function withoutIn({ gathered: { facts }, book }: Opened): WithoutReminder[] {
  return withoutReminder(decide(facts).decisions, facts.history.waiting, book.sheet.name);
}

/** Those that were named, else the first ones a person reads. */
function toOpen(
  reminders: readonly Reminder[],
  groups: ReadonlyMap<ReviewGroup, Reminder[]>,
  { group, from, opened, which }: ReviewRequest,
): Reminder[] {
  if (which.length > 0) return reminders.filter(({ id }) => which.includes(id)).slice(0, MOST_OPENED);
  const names = group === undefined ? READ : [group];
  return names.flatMap((name) => groups.get(name) ?? []).slice(from, from + Math.min(opened, MOST_OPENED));
}

function isSought({ search, segment, owner }: ReviewRequest, { customers }: Waiting): (reminder: Reminder) => boolean {
  const has = soughtBy(search);
  return (reminder) => {
    const { id, facts } = reminder;
    if (segment !== '' && facts.segment !== segment) return false;
    if (owner !== undefined && (customers.get(facts.customerKey)?.owner ?? '') !== owner) return false;
    const numbers = facts.lines.map(({ invoice, key }) => invoice || key);
    return has(id, facts.customer, lookOf(reminder), facts.channel, facts.tone, ...numbers);
  };
}

/** As reviewed, unless another order is asked for; within what is equal as reviewed. */
function inOrder(reminders: Reminder[], sort: ReviewRequest['sort'], { day }: Waiting): Reminder[] {
  if (sort === 'gravest') return reminders;
  if (sort === 'customer')
    return sortedBy(
      reminders,
      ({ facts }) => facts.customer.toLowerCase(),
      (a, b) => (a < b ? -1 : a > b ? 1 : 0),
    );
  if (sort === 'oldest')
    return sortedBy(
      reminders,
      (one) => daysLateOf(one, day),
      (a, b) => b - a,
    );
  return bySize(reminders, day);
}

function sortedBy<K>(reminders: Reminder[], keyOf: (one: Reminder) => K, compare: (a: K, b: K) => number): Reminder[] {
  const keyed = reminders.map((reminder) => ({ reminder, key: keyOf(reminder) }));
  keyed.sort((a, b) => compare(a.key, b.key));
  return keyed.map(({ reminder }) => reminder);
}

/** The largest first, each currency by itself: amounts in two of them are not compared. */
function bySize(reminders: Reminder[], day: Day): Reminder[] {
  const currencies = new Map<string, Reminder[]>();
  const amounts = new Map<Reminder, number>();
  for (const reminder of reminders) {
    const [currency = '', amount = 0] = Object.entries(askedOn(reminder.facts, day))[0] ?? [];
    amounts.set(reminder, amount);
    const known = currencies.get(currency);
    if (known) known.push(reminder);
    else currencies.set(currency, [reminder]);
  }
  const groups = [...currencies.values()].sort((a, b) => b.length - a.length);
  return groups.flatMap((group) =>
    sortedBy(
      group,
      (one) => amounts.get(one) ?? 0,
      (a, b) => b - a,
    ),
  );
}

function pageOf(
  name: ReviewGroup,
  reminders: readonly Reminder[],
  { group, from, lines: most, keys }: ReviewRequest,
  { line, day, customers }: Waiting,
): ReviewGroupPage[] {
  if (reminders.length === 0 || most === 0) return [];
  const start = group === undefined ? 0 : from;
  const shown = reminders.slice(start, start + most);
  const lines = shown.map(line);
  const leaves = name === 'later' ? '' : usual(lines.map((one) => one.leaves));
  const state = name === 'approved' ? 'approved' : name === 'routine' ? 'planned' : '';
  return [
    {
      name,
      total: reminders.length,
      leaves,
      amounts: formatTotals(sumOf(reminders, day)),
      lines: lines.map((one, at) => {
        const reminder = shown[at];
        return { ...lean(one, leaves), ...(keys && reminder ? { by: keysOf(reminder, day, customers) } : {}) };
      }),
      together: reminders.filter((one) => one.state === state).map(({ id }) => id),
    },
  ];
}

function keysOf({ id, facts }: Reminder, day: Day, customers: Waiting['customers']): LineKeys {
  return {
    segment: facts.segment,
    owner: customers.get(facts.customerKey)?.owner ?? '',
    kind: facts.template,
    asked: askedOn(facts, day),
    numbers: [id, ...facts.lines.map(({ invoice, key }) => invoice || key)].join(' '),
  };
}

function sumOf(reminders: readonly Reminder[], day: Day): Totals {
  const sum: Totals = {};
  for (const { facts } of reminders)
    for (const [currency, asked] of Object.entries(askedOn(facts, day))) addTo(sum, currency, asked);
  return sum;
}

function lean(
  { id, state, customer, channel, stage, amounts, daysLate: days, invoices, ...line }: ReturnType<Waiting['line']>,
  usually: string,
): ReviewLine {
  const { look, snoozedUntil, leaves } = line;
  return {
    ...{ id, state, customer, channel, stage, amounts, daysLate: days, invoices },
    ...(look === '' ? {} : { look }),
    ...(state === 'snoozed' ? { snoozedUntil } : {}),
    ...(leaves === '' || leaves === usually || state === 'snoozed' ? {} : { leaves }),
  };
}

/** The text that most have. */
function usual(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
