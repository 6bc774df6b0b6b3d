// The laws that a long story must keep, each checked from the story's own account of what happened.
import type { InvoiceDecision, Plan } from '../../src/dunning/decision/decide';
import type { Facts } from '../../src/dunning/decision/facts';
import { ladderOf, stepsAround } from '../../src/dunning/decision/stage';
import type { ReminderFacts } from '../../src/dunning/history/events';
import type { Reminder } from '../../src/dunning/history/reminder';
import type { ContactRules } from '../../src/dunning/policy/contact-rules';
import type { PolicyRow } from '../../src/dunning/policy/policy';
import { isFirm, toneRank } from '../../src/dunning/policy/tones';
import { type Day, dayFromIso, isBusinessDay, isoOf, plusBusinessDays, weekdayOf } from '../../src/receivables/day';
import type { Invoice } from '../../src/receivables/invoice';
import { type Account, FRENCH, HOLIDAYS, type LongBook, present } from './long-laws-book';
import { brokenClaimLaw, brokenDebtorLaws, mayBePassed, standsApart } from './long-laws-debtor';

/** What counts as a law that does not hold. */
class BrokenLaw extends Error {}

/** Throws unless a law holds. @param what the law and where it broke, put into words only then */
export function hold(holds: boolean, what: () => string): void {
  if (!holds) throw new BrokenLaw(what());
}

interface Told {
  /** Strongest tone since the round began. */
  rank: number;
  /** Invoices whose stages were completed in this round. */
  round: Set<string>;
  lastContact: Day | null;
  /** Contacts that reached them, statements and words about promises apart. */
  heard: Day[];
  /** Whether anything reached them in this round. */
  isHeard: boolean;
}

interface Completed {
  segment: string;
  stage: number;
  days: number;
}

const BY_PERSON = ['held', 'disputed', 'do-not-contact', 'bounced', 'unconfirmed', 'unreadable-block', 'consumer'];

/** Watches a story and throws as soon as a law is broken. */
export class Watch {
  private readonly book: LongBook;
  private readonly policy: readonly PolicyRow[];
  private readonly told = new Map<string, Told>();
  private readonly completed = new Map<string, Completed[]>();
  /** How often what happened: shows that a story is not empty. */
  readonly counts = { contacts: 0, completed: 0, waits: 0, blocks: 0 };

  constructor(
    book: LongBook,
    policy: readonly PolicyRow[],
    private readonly rules: ContactRules,
  ) {
    this.book = book;
    this.policy = policy;
  }

  private of(key: string): Told {
    const told = this.told.get(key) ?? {
      rank: 0,
      round: new Set<string>(),
      lastContact: null,
      heard: [],
      isHeard: false,
    };
    this.told.set(key, told);
    return told;
  }

  /** Before a plan: rounds of reminders that are over begin anew. */
  roundsOver(today: Day, tolerance: number): void {
    for (const account of this.book.accounts) {
      const told = this.of(account.customer.key);
      const goesOn = present(account, today).some(
        (invoice) =>
          invoice.open > tolerance * 100 &&
          ((invoice.daysPastDue ?? 0) > 0 || told.round.has(invoice.key)) &&
          !standsApart(account, invoice),
      );
      if (goesOn) continue;
      told.rank = 0;
      told.isHeard = false;
      told.round.clear();
    }
  }

  /** A plan: nothing on a closed day, one reminder a customer, a reason and an outlook for every invoice. */
  planned({ asOf }: Facts, { decisions, proposals }: Plan): void {
    const seen = new Set<string>();
    for (const proposal of proposals) {
      const { customerKey, channel, tone, anchor } = proposal;
      if (anchor === 'claim') {
        const law = brokenClaimLaw(this.account(customerKey), proposal);
        hold(law === '', () => `${law}: ${customerKey} on ${isoOf(asOf)}`);
        continue;
      }
      hold(!seen.has(customerKey), () => `two reminders for ${customerKey} on ${isoOf(asOf)}`);
      seen.add(customerKey);
      const { country, whatsappAgreedOn } = this.account(customerKey).customer;
      const isOpen = isBusinessDay(asOf, HOLIDAYS) && !(country === 'FR' && FRENCH.has(asOf));
      hold(isOpen, () => `${customerKey} is reminded on ${isoOf(asOf)}, which is no business day`);
      const isAgreed = whatsappAgreedOn !== null && whatsappAgreedOn <= asOf;
      hold(channel !== 'whatsapp' || isAgreed, () => `${customerKey} gets a message without an agreement`);
      if (!isFirm(tone)) continue;
      const isHolidayNext = HOLIDAYS.has(asOf + 1) || (country === 'FR' && FRENCH.has(asOf + 1));
      hold(weekdayOf(asOf) !== 5, () => `${customerKey} gets a ${tone} word on Friday ${isoOf(asOf)}`);
      hold(!isHolidayNext, () => `${customerKey} gets a ${tone} word on ${isoOf(asOf)}, the day before a holiday`);
      hold(anchor !== 'due' || this.of(customerKey).isHeard, () => `the first word to ${customerKey} is ${tone}`);
    }
    for (const decision of decisions) this.outlook(asOf, decision, seen);
  }

  /** Every open invoice has a reason, and a day on which that changes or a person whose turn it is. */
  private outlook(asOf: Day, { invoice, decision, reasons, nextDate }: InvoiceDecision, reminded: Set<string>): void {
    const [first] = reasons;
    const where = (): string => `${invoice.key} on ${isoOf(asOf)}: ${decision} ${JSON.stringify(reasons)} ${nextDate}`;
    hold(first !== undefined && /\.$/.test(first.message), () => `no reason for ${where()}`);
    const code = first?.code ?? '';
    if (decision === 'wait') {
      this.counts.waits += 1;
      hold(nextDate !== null && nextDate > asOf, () => `waits without a day: ${where()}`);
    }
    if (decision === 'blocked') {
      this.counts.blocks += 1;
      hold(nextDate === null ? BY_PERSON.includes(code) : nextDate > asOf, () => `blocked without an end: ${where()}`);
    }
    if (decision === 'remind') hold(reminded.has(invoice.customerKey), () => `due, but no reminder: ${where()}`);
  }

  private account(key: string): Account {
    const account = this.book.accounts.find(({ customer }) => customer.key === key);
    if (!account) throw new Error(`no account ${key}`);
    return account;
  }

  /** A mail of whose end nobody knew is found in Sent: it went out on the day it was started. */
  found(today: Day, { facts, startedAt }: Reminder): void {
    const told = this.of(facts.customerKey);
    const started = dayFromIso(startedAt.slice(0, 10)) ?? today;
    if (facts.anchor !== 'month') {
      told.lastContact = Math.max(told.lastContact ?? started, started);
      told.isHeard = true;
    }
    if (facts.anchor !== 'month' && facts.anchor !== 'promise') told.heard.push(started);
    if (facts.anchor !== 'due') return;
    told.rank = Math.max(told.rank, toneRank(facts.tone));
    for (const { key, stage } of facts.lines) {
      if (!stage) continue;
      told.round.add(key);
      this.completed.set(key, [...(this.completed.get(key) ?? []), { segment: facts.segment, ...stage }]);
    }
  }

  /** A reminder is carried out or treated as done. @param reached whether it is a contact that reached the customer */
  concluded(today: Day, { facts, id }: Reminder, kind: 'sent' | 'done' | 'skipped', reached: boolean): void {
    const account = this.account(facts.customerKey);
    const told = this.of(facts.customerKey);
    const where = (law: string) => (): string =>
      `${law}: ${id} ${facts.customerKey} ${facts.segment} ${facts.anchor} ${facts.stage} ${facts.tone} on ${isoOf(today)}`;
    // A claim is filed with a court: nobody of theirs hears of it.
    if (facts.anchor === 'claim') return;
    if (kind !== 'skipped') this.mayBeContacted(today, account, facts, where);
    if (kind !== 'skipped' && facts.anchor === 'due' && toneRank(facts.tone) > 0) {
      hold(toneRank(facts.tone) >= told.rank, where(`the tone falls from rank ${told.rank}`));
      told.rank = Math.max(told.rank, toneRank(facts.tone));
    }
    if (reached && kind !== 'skipped') {
      this.counts.contacts += 1;
      const gap = Math.max(1, this.rowOf(facts)?.minimumGap ?? 1);
      const since = told.lastContact === null ? gap : today - told.lastContact;
      hold(since >= gap, where(`a contact ${since} days after the last, with a gap of ${gap}`));
      told.lastContact = today;
      told.isHeard = true;
      if (facts.anchor !== 'promise') {
        told.heard.push(today);
        const { most } = this.rules;
        const within = told.heard.filter((on) => on > today - 30).length;
        hold(within <= most, where(`${within} contacts within 30 days, of ${most} at most`));
      }
    }
    if (facts.anchor !== 'due') return;
    for (const { key, stage } of facts.lines) {
      if (!stage) continue;
      this.counts.completed += 1;
      told.round.add(key);
      const due = account.invoices.find((invoice) => invoice.key === key)?.due ?? today;
      hold(kind === 'skipped' || stage.days >= 0 || today < due, where(`${key} is spoken of as not yet due`));
      this.stageCompleted(today, account, key, { segment: facts.segment, ...stage }, where);
    }
  }

  private rowOf({ anchor, segment, stage }: ReminderFacts): PolicyRow | undefined {
    const rows = anchor === 'due' ? ladderOf(this.policy, segment) : stepsAround(this.policy, segment, anchor);
    return rows.find((row) => row.stage === stage);
  }

  /** Each stage once, or as often as it repeats, and none left out below it. */
  private stageCompleted(
    today: Day,
    account: Account,
    key: string,
    done: Completed,
    where: (law: string) => () => string,
  ): void {
    const before = this.completed.get(key) ?? [];
    const rows = ladderOf(this.policy, done.segment);
    const row = rows.find(({ stage }) => stage === done.stage);
    const times = before.filter(({ segment, stage }) => segment === done.segment && stage === done.stage).length;
    hold(times < Math.max(1, row?.times ?? 1), where(`stage ${done.stage} of ${key} comes for the ${times + 1}. time`));
    const due = account.invoices.find((invoice) => invoice.key === key)?.due ?? today;
    const left = rows.find(
      (lower) =>
        lower.stage < done.stage &&
        !mayBePassed(account, lower, this.book.settings) &&
        !before.some((one) => (one.segment === done.segment ? one.stage >= lower.stage : one.days >= lower.days)) &&
        // Stages before the due date are passed once it is reached, or when there is no day left for them before it.
        !(lower.days < 0 && (today >= due || done.days > 0 || before.length > 0)),
    );
    hold(left === undefined, where(`stage ${left?.stage} of ${key} was left out`));
    this.completed.set(key, [...before, done]);
  }

  /** Nobody who is stopped is contacted, about nothing that is stopped. */
  private mayBeContacted(
    today: Day,
    account: Account,
    facts: ReminderFacts,
    where: (law: string) => () => string,
  ): void {
    const { customer, repliedOn, bouncedAt, holds } = account;
    hold(customer.doNotContact === 'no', where('contacted against "do not contact"'));
    hold(repliedOn === null || plusBusinessDays(repliedOn, 5, HOLIDAYS) <= today, where('contacted after a reply'));
    hold(bouncedAt === '' || bouncedAt !== customer.email.toLowerCase(), where('contacted at a dead address'));
    const held = holds.filter(({ until }) => until === null || until >= today);
    hold(!held.some(({ invoice }) => invoice === ''), where('contacted on hold'));
    const [law] = brokenDebtorLaws(today, account, facts, this.book.settings);
    hold(law === undefined, where(law ?? ''));
    if (facts.anchor === 'month') return;
    for (const line of facts.lines) {
      if (line.open <= 0) continue;
      hold(!held.some(({ invoice }) => invoice === line.invoice), where(`asks for ${line.invoice}, which is on hold`));
      hold(!account.handedOver.has(line.key) || facts.anchor !== 'due', where(`asks for ${line.invoice}, handed over`));
      hold(!account.vanished.has(line.key), where(`asks for ${line.invoice}, which is not in the sheet`));
      const invoice = account.invoices.find(({ key }) => key === line.key);
      hold(invoice !== undefined && invoice.open === line.open, where(`asks for ${line.open} of ${line.invoice}`));
      const wholly = account.disputes.some(
        (row) => row.invoice === line.invoice && row.resolved === null && row.amount === null,
      );
      hold(!wholly || (line.stage === null && line.disputed === line.open), where(`asks for disputed ${line.invoice}`));
      // What is wholly disputed is shown apart and not asked for, promised or not.
      if (facts.anchor === 'due' && line.disputed < line.open)
        hold(!isPromised(account, line, today, this.book.settings.promiseGrace), where(`${line.invoice} is promised`));
    }
  }
}

/** Whether a promise of an account protects an invoice, whatever else was promised or paid. */
function isPromised(account: Account, { key }: Pick<Invoice, 'key'>, today: Day, grace: number): boolean {
  return account.promises.some(({ row, keys }) => {
    // One with an amount may have been kept by what was paid since.
    if (row.state !== 'open' || row.promisedOn === null || !keys.has(key)) return false;
    if (row.amount !== null && account.paidOn !== null && account.paidOn >= (row.recorded ?? 0)) return false;
    return plusBusinessDays(row.promisedOn, grace, HOLIDAYS) >= today;
  });
}
