// A long story told day by day: what happens, the plan, what a person does with it; every law is watched on the way.
import { endedEpisodes } from '../../src/dunning/decision/customer-context';
import { decide, type Plan } from '../../src/dunning/decision/decide';
import { explainerOf } from '../../src/dunning/decision/explain';
import type { Facts } from '../../src/dunning/decision/facts';
import { replay } from '../../src/dunning/history/audit/replay';
import type { ReminderFacts } from '../../src/dunning/history/events';
import type { Reminder } from '../../src/dunning/history/reminder';
import { channelSpec } from '../../src/dunning/policy/channels';
import { CONTACT_RULES } from '../../src/dunning/policy/contact-rules';
import { placeOf } from '../../src/dunning/policy/policy';
import { toneRank } from '../../src/dunning/policy/tones';
import { type Day, isBusinessDay, isoOf } from '../../src/receivables/day';
import type { Invoice } from '../../src/receivables/invoice';
import { minorDigits } from '../../src/receivables/money';
import { askedOf, dispute, hold as holdRow, promise } from '../builders/dunning-facts';
import { LongDesk } from '../builders/long-desk';
import { type Account, FRENCH, HOLIDAYS, LongBook } from './long-laws-book';
import { DAYS, type LongStory, POLICIES, START } from './long-laws-story';
import { hold, Watch } from './long-laws-watch';

/** What a story came to, so that a test can say that its laws had something to hold for. */
export interface Told {
  days: number;
  contacts: number;
  completed: number;
  waits: number;
  blocks: number;
}

/** Tells a story; throws `BrokenLaw` at the first law that does not hold. */
export function tell(story: LongStory): Told {
  const desk = new LongDesk();
  const book = new LongBook(story, desk.history);
  const watch = new Watch(book, POLICIES[story.policy], story.settings.contactRules ?? CONTACT_RULES.usual);
  const person = new Person(desk, watch);
  let days = 0;
  for (let at = 0; at < DAYS; at += 1) {
    const today = START + at;
    const { events, changed } = book.happen(today);
    desk.append(today, events);
    if (!changed && !isBusinessDay(today)) continue;
    days += 1;
    watch.roundsOver(today, story.settings.tolerance);
    const facts = book.facts(today);
    const { plan } = desk.plan(facts);
    watch.planned(facts, plan);
    if (at % 24 === 0) sameDecision(facts);
    if (at % 4 === 0) nothingNew(desk, facts);
    for (const account of turnsOf(book.accounts, at)) {
      const alone = book.factsOf(today, [account]);
      explained(desk, alone, account);
      compared(alone, account, at);
    }
    person.work(today, book.accounts, plan);
    if (at % 8 === 0) {
      desk.plan(book.facts(today));
      nothingNew(desk, book.facts(today));
    }
  }
  const { findings } = replay(desk.events);
  hold(findings.length === 0, () => `the audit of its log finds ${JSON.stringify(findings.slice(0, 3))}`);
  return { days, ...watch.counts };
}

/** Whose day is looked at closely: two customers a day, in turn. */
function turnsOf(accounts: readonly Account[], at: number): Account[] {
  const [first, second] = [accounts[(2 * at) % accounts.length], accounts[(2 * at + 1) % accounts.length]];
  return [...new Set([first, second])].filter((account): account is Account => account !== undefined);
}

/** Deciding again on the same facts decides the same. */
function sameDecision(facts: Facts): void {
  const [first, second] = [JSON.stringify(decide(facts)), JSON.stringify(decide(facts))];
  hold(first === second, () => `two decisions of ${isoOf(facts.asOf)} differ`);
}

/** A second plan on the same day writes nothing. */
function nothingNew(desk: LongDesk, facts: Facts): void {
  const { events } = desk.plan(facts);
  const told = (): string => events.map(({ kind, customer }) => `${kind} ${customer}`).join(', ');
  hold(events.length === 0, () => `a second plan of ${isoOf(facts.asOf)} adds ${told()}`);
}

/** Every reminder that waits, and every invoice without one, can be explained. */
function explained(desk: LongDesk, facts: Facts, { customer }: Account): void {
  const plan = decide(facts);
  const explainer = explainerOf(facts);
  const where = `${customer.key} on ${isoOf(facts.asOf)}`;
  for (const decision of plan.decisions) {
    const lines = explainer.rulesOf(decision);
    const because = decision.reasons[0]?.message ?? '';
    const told = (): string => `${where}: ${decision.decision} ${because}, but ${JSON.stringify(lines)}`;
    hold(lines.length > 0 && lines.every(({ message }) => /\.$/.test(message)), told);
    const said = decision.decision === 'remind' || lines.some(({ holds, message }) => !holds && message === because);
    hold(said, told);
  }
  const waiting = desk.history.waiting.get(customer.key);
  if (!waiting) return;
  const about = new Set(waiting.facts.lines.map(({ key }) => key));
  const reminds = plan.proposals.length > 0;
  const saysWhy = waiting.until !== '' || waiting.note !== '' || ['unconfirmed', 'failed'].includes(waiting.state);
  const isWaiting = plan.decisions.some(({ invoice, decision }) => about.has(invoice.key) && decision === 'wait');
  const isClosed = !isBusinessDay(facts.asOf, HOLIDAYS) || (customer.country === 'FR' && FRENCH.has(facts.asOf));
  hold(reminds || saysWhy || isWaiting || isClosed, () => `${waiting.id} of ${where} waits without a reason`);
}

/** Whether a part payment leaves too little for a call: the call is passed, and the ladder goes on behind it at once. */
function isBelowCall({ invoices, settings }: Facts, { key, currency }: Invoice, rest: number): boolean {
  const least = settings.callMinimums[currency] ?? settings.callMinimums[''];
  const owed = invoices.filter((one) => one.open > 0 && one.currency === currency && one.key !== key);
  const left = owed.reduce((sum, one) => sum + one.open, rest);
  return least !== undefined && left < least * 10 ** minorDigits(currency);
}

/** What a payment, a part payment and a further block may not do to a customer's plan of the day. */
function compared(facts: Facts, account: Account, turn: number): void {
  const before = decide(facts);
  const open = facts.invoices.filter((invoice) => invoice.open > 1);
  const one = open[turn % Math.max(1, open.length)];
  const where = `${account.customer.key} on ${isoOf(facts.asOf)}`;
  if (one) {
    noneAdded(before, withOpen(facts, one, 0), `paying ${one.key}, ${where}`);
    const rest = Math.max(1, Math.floor((one.open * ((turn * 37) % 100)) / 100));
    if (!isBelowCall(facts, one, rest)) {
      const part = noneAdded(before, withOpen(facts, one, rest), `paying a part of ${one.key}, ${where}`);
      const [then] = before.proposals;
      const [now] = part.proposals;
      // A payment that keeps a promise frees what the promise covered; one that leaves only what is disputed ends a lead.
      const isKept = before.decisions.some(({ reasons }) => reasons[0]?.code === 'promised');
      const isStillDue = part.decisions.some(
        ({ invoice, decision }) => invoice.key === then?.leadKey && (decision === 'remind' || decision === 'needs-fix'),
      );
      // A call about what became too little is passed, and the step behind it may be firmer.
      const isPassed = then !== undefined && channelSpec(then.channel).isForLargeSums && now?.channel !== then.channel;
      if (then?.anchor === 'due' && now?.anchor === 'due' && !isKept && isStillDue && !isPassed)
        hold(
          toneRank(now.tone) <= toneRank(then.tone),
          () => `a part payment of ${one.key} turns ${then.tone} into ${now.tone}, ${where}`,
        );
    }
  }
  for (const [what, stricter] of blocks(facts, account, one)) {
    const after = decide(stricter);
    const what2 = `${what}, ${where}`;
    const [now] = after.proposals.filter(({ anchor }) => anchor !== 'promise');
    const [then] = before.proposals;
    hold(!now || then !== undefined || isCapped(before, now), () => `a mail more under ${what2}`);
    if (then?.anchor === 'due' && now?.anchor === 'due') {
      const sums = askedOf(then);
      for (const [currency, sum] of Object.entries(askedOf(now)))
        hold(
          sum <= (sums[currency] ?? 0),
          () => `${sum} ${currency} is asked for instead of ${sums[currency]} under ${what2}`,
        );
    }
  }
}

function withOpen(facts: Facts, { key }: Invoice, open: number): Facts {
  const invoices = facts.invoices.map((one) => (one.key === key ? { ...one, open, paidOn: facts.asOf } : one));
  return { ...facts, invoices };
}

function blocks(facts: Facts, { customer }: Account, one: Invoice | undefined): [string, Facts][] {
  const { key: customerKey } = customer;
  const invoice = one?.invoice ?? '';
  const tomorrow = isoOf(facts.asOf + 1);
  return [
    ['a hold on the customer', { ...facts, holds: [...facts.holds, holdRow({ customerKey })] }],
    ['a hold on an invoice', { ...facts, holds: [...facts.holds, holdRow({ customerKey, invoice })] }],
    ['a dispute', { ...facts, disputes: [...facts.disputes, dispute(invoice, { customerKey })] }],
    ['a small dispute', { ...facts, disputes: [...facts.disputes, dispute(invoice, { customerKey, amount: 1 })] }],
    [
      'a promise',
      { ...facts, promises: [...facts.promises, promise(tomorrow, { customerKey, recorded: facts.asOf })] },
    ],
  ];
}

/** A reminder for which something is missing takes no place among the first contacts of a day. */
function isCapped(before: Plan, { fix }: ReminderFacts): boolean {
  return fix !== '' && before.decisions.some(({ reasons }) => reasons[0]?.code === 'daily-cap');
}

/** What a payment may bring forward: what waited behind the invoice paid, a final that nothing followed, what a kept promise had covered. */
// A call about what became too little is passed, and a milder step behind it may go on a day on which a firm one waits.
const FREED: readonly string[] = ['below-minimum', 'promised', 'firm-day', 'final-not-followed'];

function noneAdded(before: Plan, paid: Facts, what: string): Plan {
  const after = decide(paid);
  const [now] = after.proposals;
  if (!now || before.proposals.length > 0 || isCapped(before, now)) return after;
  // Who paid the last that was overdue begins anew, in the segment that counts now.
  if (endedEpisodes(paid).length > 0) return after;
  const freed = before.decisions.some(
    ({ decision, reasons }) => decision !== 'not-chased' && FREED.includes(reasons[0]?.code ?? ''),
  );
  hold(
    freed,
    () =>
      `a reminder comes of ${what}: ${JSON.stringify(now.reasons)} after ${JSON.stringify(before.decisions.map(({ invoice, reasons }) => [invoice.key, reasons]))}`,
  );
  return after;
}

/** Somebody at the desk, who does now this, now that with what waits. */
class Person {
  private readonly desk: LongDesk;
  private readonly watch: Watch;
  private readonly turns = new Map<string, number>();

  constructor(desk: LongDesk, watch: Watch) {
    this.desk = desk;
    this.watch = watch;
  }

  /** Goes through what waits on a day. */
  work(today: Day, accounts: readonly Account[], plan: Plan): void {
    // A claim that is to be filed lets no other reminder of theirs leave.
    const due = new Set(plan.proposals.filter(({ fix }) => fix === '').map(placeOf));
    for (const { customer, life } of accounts) {
      const reminder = this.desk.history.waiting.get(customer.key);
      if (!reminder) continue;
      const turn = this.turns.get(customer.key) ?? 0;
      this.turns.set(customer.key, turn + 1);
      this.treat(today, reminder, life.person[turn % life.person.length] ?? 0, due.has(placeOf(reminder.facts)));
    }
  }

  private treat(today: Day, reminder: Reminder, choice: number, isDue: boolean): void {
    const { desk, watch } = this;
    const { state } = reminder;
    if (state === 'unconfirmed') {
      if (choice % 3 === 0) return;
      desk.act(today, reminder, choice % 3 === 1 ? 'sent' : 'approved');
      if (choice % 3 === 1) watch.found(today, reminder);
      return;
    }
    // Before it is sent again the next plan looks at it, as the sender does.
    if (state === 'failed' && choice < 80) desk.act(today, reminder, 'approved');
    if (state === 'approved' && isDue) this.carryOut(today, reminder, choice);
    if (state !== 'planned') return;
    if (choice < 60) {
      desk.act(today, reminder, 'approved');
      if (isDue && choice >= 8) this.carryOut(today, reminder, choice);
    } else if (choice < 75) desk.act(today, reminder, 'snoozed', { until: isoOf(today + 1 + (choice % 14)) });
    else if (choice < 85) {
      desk.act(today, reminder, 'skipped');
      watch.concluded(today, reminder, 'skipped', false);
    }
  }

  /** Sends a mail, which may fail or end half way, or does the rest. */
  private carryOut(today: Day, reminder: Reminder, choice: number): void {
    const { desk, watch } = this;
    const { channel, anchor } = reminder.facts;
    if (channel === 'email') {
      desk.act(today, reminder, 'sending', { recipients: 1 });
      if (choice % 20 === 19) return;
      if (choice % 20 === 18) {
        desk.act(today, reminder, 'failed', { code: 'refused' });
        return;
      }
      desk.act(today, reminder, 'sent');
      watch.concluded(today, reminder, 'sent', anchor !== 'month');
      return;
    }
    const outcome = channel === 'call' && choice % 3 === 0 ? 'no answer' : 'answered';
    desk.act(today, reminder, 'done', { outcome });
    watch.concluded(today, reminder, 'done', channel !== 'task' && anchor !== 'month' && outcome === 'answered');
  }
}
