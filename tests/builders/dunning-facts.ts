// Facts of a decision from short lines, and a desk at which reminders are planned, approved and sent day by day.

import { ONE_APPROVAL } from '../../src/dunning/approval/second-approval';
import { endedEpisodes } from '../../src/dunning/decision/customer-context';
import { decide, type InvoiceDecision } from '../../src/dunning/decision/decide';
import {
  type Customer,
  type Dispute,
  type Facts,
  type Hold,
  NOTHING_SAID,
  type PromiseToPay,
} from '../../src/dunning/decision/facts';
import { notePromises } from '../../src/dunning/decision/promises';
import { segmentEvents } from '../../src/dunning/decision/standing-segment';
import { chain, EMPTY_LOG, headAfter } from '../../src/dunning/history/event-chain';
import {
  type EventFacts,
  type EventKind,
  type NewEvent,
  type ReminderFacts,
  reminderEvent,
  workbookEvent,
} from '../../src/dunning/history/events';
import { applyEvent, emptyHistory, type History } from '../../src/dunning/history/history';
import type { Reminder } from '../../src/dunning/history/reminder';
import { CONTACT_RULES } from '../../src/dunning/policy/contact-rules';
import { defaultPolicy } from '../../src/dunning/policy/default-policy';
import { isOwnWork, type PolicyRow } from '../../src/dunning/policy/policy';
import { OWN_TEXTS, purposeOfText } from '../../src/dunning/policy/purposes';
import { reconcile } from '../../src/dunning/reminder/reconcile';
import { type Day, dayFromIso, isoOf } from '../../src/receivables/day';
import type { Invoice } from '../../src/receivables/invoice';
import { toMinor } from '../../src/receivables/money';

/** The day of an ISO date. */
export function day(iso: string): Day {
  const found = dayFromIso(iso);
  if (found === null) throw new Error(`${iso} is no day`);
  return found;
}

/** An invoice as a test writes it: amounts decimal, days ISO; of customer Acme in EUR unless it says otherwise. */
export interface InvoiceText extends Partial<Omit<Invoice, 'due' | 'issued' | 'paidOn' | 'open' | 'daysPastDue'>> {
  no: string;
  /** null: it has no due date. */
  due: string | null;
  open: number;
  issued?: string;
  paidOn?: string;
}

function invoiceOf(text: InvoiceText, asOf: Day): Invoice {
  const { no, due, open, issued, paidOn, ...rest } = text;
  const customer = rest.customer ?? 'Acme';
  const currency = rest.currency ?? 'EUR';
  const dueDay = due === null ? null : day(due);
  return {
    key: `${customer.toLowerCase()}|${no}`,
    row: 2,
    invoice: no,
    customerKey: customer.toLowerCase(),
    customer,
    customerId: '',
    issued: issued ? day(issued) : dueDay === null ? null : dueDay - 30,
    due: dueDay,
    currency,
    amount: toMinor(open, currency),
    paid: null,
    balance: null,
    paidOn: paidOn ? day(paidOn) : null,
    status: '',
    disputed: false,
    email: '',
    language: '',
    owner: '',
    paymentLink: '',
    orderNumber: '',
    terms: '',
    region: '',
    businessUnit: '',
    product: '',
    ...rest,
    open: toMinor(open, currency),
    daysPastDue: dueDay === null ? null : asOf - dueDay,
  };
}

/** A customer with everything a reminder needs. */
export function customer(name: string, change: Partial<Customer> = {}): Customer {
  const key = name.toLowerCase();
  return {
    key,
    name,
    id: '',
    contact: '',
    email: `ap@${key}.example`,
    cc: '',
    escalationEmail: `cfo@${key}.example`,
    phone: '+49 000 1',
    language: 'en',
    country: '',
    owner: 'owner@ourfirm.example',
    segmentOverride: '',
    paymentMethod: '',
    paymentRun: '',
    doNotContact: 'no',
    notes: '',
    postalAddress: '',
    ...NOTHING_SAID,
    ...change,
  };
}

/** What a test changes of the facts. */
export interface FactsChange extends Partial<Omit<Facts, 'settings' | 'segments' | 'customers'>> {
  /** The segment computed for every customer; `New` unless given. */
  segment?: string;
  customers?: readonly Customer[];
  settings?: Partial<Facts['settings']>;
}

/** The facts of a day. @example factsOn('2026-11-06', [{ no: '1', due: '2026-11-02', open: 4800 }]) */
export function factsOn(asOf: string, lines: readonly InvoiceText[], change: FactsChange = {}): Facts {
  const { segment = 'New', customers = [], settings = {}, ...rest } = change;
  const invoices = lines.map((line) => invoiceOf(line, day(asOf)));
  const known = new Map(invoices.map((invoice) => [invoice.customerKey, customer(invoice.customer)]));
  for (const one of customers) known.set(one.key, one);
  return {
    asOf: day(asOf),
    today: day(asOf),
    purposeTexts: OWN_TEXTS,
    invoices,
    customers: known,
    segments: new Map([...known.keys()].map((key) => [key, { segment, reason: 'Set by the test.' }])),
    holds: [],
    promises: [],
    disputes: [],
    strayStop: '',
    history: emptyHistory(),
    lookalikes: new Map(),
    policy: defaultPolicy(),
    checkTemplate: () => null,
    settings: {
      contactRules: CONTACT_RULES.usual,
      holidays: new Set(),
      quiet: new Set(),
      countryHolidays: new Map(),
      country: '',
      language: 'en',
      newCustomersPerDay: null,
      tolerance: 0,
      minimums: {},
      callMinimums: {},
      invoicesConsumers: false,
      secondApproval: ONE_APPROVAL,
      promiseGrace: 2,
      nextStep: 'collection',
      payable: null,
      paymentsUpTo: null,
      ownAddress: '',
      ...settings,
    },
    ...rest,
  };
}

const STOP = { row: 5, customerKey: 'acme', invoice: '', unreadable: '' };

/** A hold on Acme until lifted. */
export function hold(change: Partial<Hold> = {}): Hold {
  return { ...STOP, until: null, reason: '', ...change };
}

/** A promise of Acme, open, recorded the day before. */
export function promise(promisedOn: string, change: Partial<PromiseToPay> = {}): PromiseToPay {
  const on = day(promisedOn);
  return {
    ...STOP,
    amount: null,
    currency: '',
    promisedOn: on,
    recorded: on - 1,
    state: 'open',
    note: '',
    plan: '',
    ...change,
  };
}

/** A dispute about all of an invoice. */
export function dispute(invoice: string, change: Partial<Dispute> = {}): Dispute {
  return {
    ...STOP,
    customerKey: '',
    invoice,
    amount: null,
    currency: '',
    opened: null,
    resolved: null,
    reason: '',
    owner: '',
    deadline: null,
    outcome: '',
    newDate: null,
    ...change,
  };
}

/** A ladder of mails: `[days, tone, change]` for each stage of a segment. */
export function ladder(
  segment: string,
  steps: readonly (readonly [days: number, tone: PolicyRow['tone'], change?: Partial<PolicyRow>])[],
): PolicyRow[] {
  return steps.map(([days, tone, change], index) => ({
    segment,
    stage: index + 1,
    anchor: 'due',
    days,
    channel: 'email',
    purpose: purposeOfText(change?.template ?? ''),
    template: `Text ${tone}`,
    to: ['billing'],
    cc: [],
    sending: 'review',
    minimumGap: 5,
    tone,
    active: true,
    repeatEvery: 0,
    times: 1,
    ...change,
  }));
}

/** The decision about one invoice. */
export function decisionOf(facts: Facts, no: string): InvoiceDecision {
  const found = decide(facts).decisions.find(({ invoice }) => invoice.invoice === no);
  if (!found) throw new Error(`nothing was decided about ${no}`);
  return found;
}

/** `remind stage-due`: decision and first reason of an invoice. */
export function said(facts: Facts, no = '1'): string {
  const { decision, reasons } = decisionOf(facts, no);
  return `${decision} ${reasons[0]?.code}`;
}

/** The only proposal of a day. */
export function proposalOf(facts: Facts): ReminderFacts {
  const proposals = asking(facts);
  const [only] = proposals;
  if (!only || proposals.length > 1) throw new Error(`${proposals.length} proposals`);
  return only;
}

/** What would be said to customers: no claims that our own people file. */
export function asking(facts: Facts): ReminderFacts[] {
  return decide(facts).proposals.filter(({ anchor }) => !isOwnWork(anchor));
}

/** What a reminder asks for, in minor units by currency. */
export function askedOf(facts: Pick<ReminderFacts, 'lines'>): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { currency, open, disputed } of facts.lines)
    if (open > 0) sums[currency] = (sums[currency] ?? 0) + open - disputed;
  return sums;
}

/** A desk with its own log: plans days, lets a person act, sends. Everything goes through events, as in the workbook. */
export class Desk {
  readonly history: History = emptyHistory();
  readonly events: ReturnType<typeof chain> = [];
  private head = EMPTY_LOG;

  /** Writes events at nine o'clock of a day. */
  append(on: string, events: readonly NewEvent[]): void {
    const placed = chain(this.head, events, `${on} 09:00:00`, 'a secret');
    this.head = headAfter(this.head, placed);
    for (const event of placed) applyEvent(this.history, event);
    this.events.push(...placed);
  }

  /** Facts of a day with what this desk knows. */
  facts(on: string, lines: readonly InvoiceText[], change: FactsChange = {}): Facts {
    return factsOn(on, lines, { ...change, history: this.history });
  }

  /** Plans a day and returns the kinds of the events that came of it. */
  plan(on: string, lines: readonly InvoiceText[], change: FactsChange = {}): EventKind[] {
    return this.planned(this.facts(on, lines, change)).map(({ kind }) => kind);
  }

  /** Plans from facts that were made with this desk's history; ended episodes are written down first. */
  planned(facts: Facts): NewEvent[] {
    const ended = endedEpisodes(facts).map((customerKey) =>
      workbookEvent('episode-ended', 'plan', '', { customerKey }),
    );
    const seen = [...segmentEvents(facts, 'plan'), ...notePromises(facts, 'plan')];
    this.append(isoOf(facts.asOf), [...ended, ...seen]);
    const events = reconcile(facts, decide(facts), { actor: 'ann@ourfirm.example', seed: `w|${this.head.seq}` });
    this.append(isoOf(facts.asOf), events);
    return events;
  }

  /** The waiting reminder of a customer. */
  waiting(key = 'acme'): Reminder {
    const reminder = this.history.waiting.get(key);
    if (!reminder) throw new Error(`nothing waits for ${key}`);
    return reminder;
  }

  /** Something happens to a customer's waiting reminder. */
  act(on: string, kind: EventKind, facts: EventFacts = {}, key = 'acme'): void {
    const { id, facts: reminder } = this.waiting(key);
    this.append(on, [reminderEvent(kind, id, reminder, 'ann@ourfirm.example', '', facts)]);
  }

  /** Approves and carries out whatever waits for a customer: mails are sent, the rest is done. */
  carryOut(on: string, outcome = 'answered', key = 'acme'): ReminderFacts {
    const { facts, state } = this.waiting(key);
    if (state === 'planned') this.act(on, 'approved', {}, key);
    if (facts.channel === 'email') {
      this.act(on, 'sending', { recipients: 1 }, key);
      this.act(on, 'sent', {}, key);
    } else this.act(on, 'done', { outcome }, key);
    return facts;
  }
}
