// The book of a long story: what the invoice sheet and the tabs of stops hold on each of its days.

import type { Customer, Dispute, Facts, Hold, PromiseToPay } from '../../src/dunning/decision/facts';
import { customerEvent, type NewEvent } from '../../src/dunning/history/events';
import type { History } from '../../src/dunning/history/history';
import type { Day } from '../../src/receivables/day';
import type { Invoice } from '../../src/receivables/invoice';
import { SEGMENTS_BY_BEHAVIOUR } from '../../src/receivables/segment-words';
import { customer, dispute, factsOn, hold, promise } from '../builders/dunning-facts';
import type { Incident, IncidentKind, Life, LongStory } from './long-laws-story';
import { POLICIES, START } from './long-laws-story';

const PLAIN = factsOn('2026-10-01', [{ no: '0', due: '2026-10-01', open: 1 }]);
const [TEMPLATE] = PLAIN.invoices;

/** Holidays of the stories: ours, and one of France. */
export const HOLIDAYS: ReadonlySet<Day> = new Set([START + 32, START + 85, START + 86, START + 92]);
export const FRENCH: ReadonlySet<Day> = new Set([START + 31, START + 41]);

/** A promise with what it covered when it was made. */
export interface MadePromise {
  row: PromiseToPay;
  keys: Set<string>;
}

/** A customer in the middle of a story. */
export interface Account {
  readonly life: Life;
  customer: Customer;
  invoices: Invoice[];
  /** Keys of rows that are not in the sheet for now. */
  vanished: Set<string>;
  holds: Hold[];
  promises: MadePromise[];
  disputes: Dispute[];
  segment: string;
  repliedOn: Day | null;
  bouncedAt: string;
  handedOver: Set<string>;
  /** Day of the last payment, or of what looks like one. */
  paidOn: Day | null;
}

/** All accounts of a story and the facts of each day. */
export class LongBook {
  readonly accounts: Account[];
  readonly settings: LongStory['settings'];
  private readonly story: LongStory;
  private readonly history: History;

  constructor(story: LongStory, history: History) {
    this.story = story;
    this.history = history;
    this.settings = story.settings;
    this.accounts = story.lives.map(accountOf);
  }

  /** Lets a day's incidents happen; gives what a person notes in the log about them. */
  happen(today: Day): { events: NewEvent[]; changed: boolean } {
    const events: NewEvent[] = [];
    let changed = false;
    for (const account of this.accounts) {
      const fresh: MadePromise[] = [];
      for (const incident of account.life.incidents) {
        if (START + incident.on !== today) continue;
        changed = true;
        events.push(...HAPPENINGS[incident.kind](account, incident, today, fresh));
      }
      // What a promise covers is seen at the end of its day.
      for (const { row, keys } of fresh)
        for (const { key, open, invoice } of present(account, today))
          if (open > 0 && (row.invoice === '' || row.invoice === invoice)) keys.add(key);
    }
    return { events, changed };
  }

  /** The facts of a day. */
  facts(today: Day): Facts {
    return this.factsOf(today, this.accounts);
  }

  /** The facts of a day for some of the customers. */
  factsOf(today: Day, accounts: readonly Account[]): Facts {
    return {
      ...PLAIN,
      asOf: today,
      invoices: accounts.flatMap((account) => present(account, today)),
      customers: new Map(accounts.map((account) => [account.customer.key, account.customer])),
      segments: new Map(accounts.map(({ customer, segment }) => [customer.key, { segment, reason: 'Of the story.' }])),
      holds: accounts.flatMap(({ holds }) => holds),
      promises: accounts.flatMap(({ promises }) => promises.map(({ row }) => row)),
      disputes: accounts.flatMap(({ disputes }) => disputes),
      history: this.history,
      lookalikes: new Map(),
      policy: POLICIES[this.story.policy],
      settings: {
        ...PLAIN.settings,
        holidays: HOLIDAYS,
        countryHolidays: new Map([['FR', FRENCH]]),
        ownAddress: 'ann@ourfirm.example',
        ...this.story.settings,
      },
    };
  }
}

/** The invoices of an account that the sheet has on a day. */
export function present({ invoices, vanished }: Account, today: Day): Invoice[] {
  const rows: Invoice[] = [];
  for (const invoice of invoices) {
    if ((invoice.issued ?? 0) > today || vanished.has(invoice.key)) continue;
    invoice.daysPastDue = invoice.due === null ? null : today - invoice.due;
    rows.push(invoice);
  }
  return rows;
}

function accountOf(life: Life, index: number): Account {
  const name = `C${index}`;
  const key = name.toLowerCase();
  return {
    life,
    customer: customer(name, {
      country: life.country,
      paymentRun: life.paymentRun,
      whatsappAgreedOn: life.whatsapp === null ? null : START + life.whatsapp,
      preferredChannel: life.preferred,
      kind: life.kind,
      paymentMethod: life.paymentMethod,
      creditHold: life.creditHold,
      isOwnCompany: life.isOwnCompany,
    }),
    invoices: life.lines.map(({ issued, term, cents, currency }, i) =>
      invoiceOf(key, `${index}-${i}`, issued, term, cents, currency),
    ),
    vanished: new Set(),
    holds: [],
    promises: [],
    disputes: [],
    segment: life.segment,
    repliedOn: null,
    bouncedAt: '',
    handedOver: new Set(),
    paidOn: null,
  };
}

function invoiceOf(key: string, no: string, issued: number, term: number, cents: number, currency: string): Invoice {
  if (!TEMPLATE) throw new Error('no invoice to copy');
  const from = START + issued;
  return {
    ...TEMPLATE,
    ...{
      key: `${key}|${no}`,
      invoice: no,
      customerKey: key,
      customer: key.toUpperCase(),
      issued: from,
      due: from + term,
    },
    ...{ amount: cents, open: cents, currency },
  };
}

type Happening = (account: Account, incident: Incident, today: Day, fresh: MadePromise[]) => NewEvent[];

/** The invoice that an incident means: one that is there that day, else none. */
function meant(account: Account, { which }: Incident, today: Day): Invoice | undefined {
  const rows = present(account, today);
  return rows[which % Math.max(1, rows.length)];
}

/** An incident that changes an invoice of the sheet. */
function onInvoice(change: (invoice: Invoice, incident: Incident, account: Account, today: Day) => void): Happening {
  return (account, incident, today) => {
    const invoice = meant(account, incident, today);
    if (invoice) change(invoice, incident, account, today);
    return [];
  };
}

/** An incident that a person notes in the log. */
function noted(
  account: Account,
  kind: 'replied' | 'bounced' | 'resumed' | 'handed-over' | 'taken-back',
  facts = {},
): NewEvent[] {
  return [customerEvent(kind, account.customer, 'ann@ourfirm.example', '', facts)];
}

const HAPPENINGS: Record<IncidentKind, Happening> = {
  paid: onInvoice((invoice, _, account, today) => {
    if (invoice.open <= 0) return;
    Object.assign(invoice, { open: 0, paidOn: today });
    account.paidOn = today;
  }),
  'part paid': onInvoice((invoice, { size }, account, today) => {
    if (invoice.open <= 1) return;
    Object.assign(invoice, { open: Math.max(1, Math.floor((invoice.open * (99 - size)) / 100)), paidOn: today });
    account.paidOn = today;
  }),
  'payment reversed': onInvoice((invoice) => {
    if ((invoice.amount ?? 0) > 0) Object.assign(invoice, { open: invoice.amount, paidOn: null });
  }),
  promise: (account, { which, size }, today, fresh) => {
    const about = which % 2 === 0 ? undefined : present(account, today)[which % Math.max(1, account.invoices.length)];
    const made: MadePromise = {
      row: {
        ...promise('2026-10-01', { customerKey: account.customer.key, invoice: about?.invoice ?? '' }),
        ...{ promisedOn: today + (size % 20), recorded: today, amount: size > 80 && about ? size : null },
      },
      keys: new Set(),
    };
    account.promises.push(made);
    fresh.push(made);
    return [];
  },
  'promise ended': ({ promises }, { which, size }) => {
    const made = promises[which % Math.max(1, promises.length)];
    if (made) made.row = { ...made.row, state: size % 2 === 0 ? 'cancelled' : 'broken' };
    return [];
  },
  dispute: onInvoice(({ invoice, customerKey }, _, account) => {
    account.disputes.push(dispute(invoice, { customerKey }));
  }),
  'part dispute': onInvoice(({ invoice, customerKey, open }, { size }, account) => {
    account.disputes.push(
      dispute(invoice, { customerKey, amount: Math.max(1, Math.floor((open * (size + 1)) / 20_000)) }),
    );
  }),
  'dispute resolved': (account, _, today) => {
    account.disputes = account.disputes.map((row) => (row.resolved === null ? { ...row, resolved: today } : row));
    return [];
  },
  hold: (account, { which }, today) => {
    const about = which % 2 === 0 ? '' : (present(account, today)[0]?.invoice ?? '');
    account.holds.push(hold({ customerKey: account.customer.key, invoice: about, reason: 'sales visit' }));
    return [];
  },
  'hold until': (account, { which, size }, today) => {
    const about = which % 2 === 0 ? '' : (present(account, today)[0]?.invoice ?? '');
    account.holds.push(hold({ customerKey: account.customer.key, invoice: about, until: today + (size % 25) }));
    return [];
  },
  'hold lifted': (account) => {
    account.holds = [];
    return [];
  },
  replied: (account, _, today) => {
    account.repliedOn = today;
    return noted(account, 'replied');
  },
  bounced: (account) => {
    account.bouncedAt = account.customer.email.toLowerCase();
    return noted(account, 'bounced', { addresses: [account.bouncedAt] });
  },
  'address changed': (account, { size }) => {
    account.customer = { ...account.customer, email: `ap${size}@${account.customer.key}.example` };
    return [];
  },
  resumed: (account) => {
    Object.assign(account, { repliedOn: null, bouncedAt: '' });
    return noted(account, 'resumed');
  },
  'handed over': (account, incident, today) => {
    const key = meant(account, incident, today)?.key ?? '';
    account.handedOver.add(key);
    return noted(account, 'handed-over', { keys: [key] });
  },
  'taken back': (account) => {
    const keys = [...account.handedOver];
    account.handedOver.clear();
    return noted(account, 'taken-back', { keys });
  },
  'do not contact': (account) => {
    const doNotContact = account.customer.doNotContact === 'yes' ? 'no' : 'yes';
    account.customer = { ...account.customer, doNotContact };
    return [];
  },
  'due date changed': onInvoice((invoice, { size }) => {
    if (invoice.due !== null) invoice.due += size - 40;
  }),
  'amount changed': onInvoice((invoice, { size }, account, today) => {
    if (invoice.open <= 0 || invoice.amount === null) return;
    // What falls has come in, as far as anybody can see.
    account.paidOn = today;
    const change = Math.floor((invoice.amount * (size - 50)) / 60);
    Object.assign(invoice, { amount: Math.max(1, invoice.amount + change), open: Math.max(1, invoice.open + change) });
  }),
  vanished: (account, { which }, today) => {
    account.paidOn = today;
    const key = account.invoices[which % account.invoices.length]?.key ?? '';
    if (!account.vanished.delete(key)) account.vanished.add(key);
    return [];
  },
  credit: (account, { on, size }) => {
    const { key } = account.customer;
    account.invoices.push(invoiceOf(key, `${key}-credit-${on}-${size}`, on, 0, -(size + 1) * 2_000, 'EUR'));
    return [];
  },
  'segment computed': (account, { which }) => {
    account.segment = SEGMENTS_BY_BEHAVIOUR[which % SEGMENTS_BY_BEHAVIOUR.length] ?? 'New';
    return [];
  },
  insolvent: (account, { size }, today) => {
    account.customer = { ...account.customer, insolventSince: today - (size % 30) };
    return [];
  },
  assigned: (account, { size }) => {
    account.customer = { ...account.customer, assignedTo: size < 50 ? '' : 'Factor Bank' };
    return [];
  },
  'debit returned': onInvoice((invoice) => {
    invoice.status = 'returned';
  }),
  'credit hold': (account, { size }) => {
    account.customer = { ...account.customer, creditHold: size < 30 ? 'no' : 'yes' };
    return [];
  },
  'segment by hand': (account, { which, size }) => {
    const segmentOverride = size < 50 ? '' : (SEGMENTS_BY_BEHAVIOUR[which % SEGMENTS_BY_BEHAVIOUR.length] ?? '');
    account.customer = { ...account.customer, segmentOverride };
    return [];
  },
};
