// Customers, promises and disputes of the sidebar's fake server: a card with everything on it, that follows what is noted.
import type {
  ChangeResult,
  CustomerInvoiceView,
  CustomersView,
  CustomerView,
  HandOverFileView,
  HistoryLineView,
  PromisesView,
} from '../../../src/entry/sidebar-calls';
import type { SidebarCalls } from '../../../src/sidebar/shell/calls';
import { type SentScenario, searchOf, sentOf } from './fake-sent';
import type { Scenario } from './fake-server';

/** What a test may change of customers. */
export interface CustomerScenario extends SentScenario {
  /** Changes to the card of any customer. */
  card?: Partial<CustomerView>;
  /** How many open invoices and events the card has. */
  cardInvoices?: number;
  cardEvents?: number;
  customers?: CustomersView['customers'];
  promises?: Partial<PromisesView>;
}

const DECISIONS = ['remind', 'wait', 'blocked', 'not-chased', 'needs-fix'] as const;

function invoice(at: number): CustomerInvoiceView {
  const decision = DECISIONS[at % DECISIONS.length] ?? 'wait';
  return {
    key: `alder|INV-${at}`,
    invoice: `INV-2026-${String(at).padStart(4, '0')}`,
    due: '2026-10-22',
    daysPastDue: 32 - (at % 40),
    balance: `${1200 + at}.00 EUR`,
    currency: 'EUR',
    decision,
    why:
      decision === 'wait' ? 'Waiting until Tue 1 Dec (firm) unless paid; last contact Tue 24 Nov.' : 'Its step is due.',
    nextDate: decision === 'wait' ? '2026-12-01' : '',
    row: at + 2,
    credit: false,
    document: at % 3 === 0,
  };
}

function event(at: number): HistoryLineView {
  return {
    at: `2026-11-${String(20 - (at % 19)).padStart(2, '0')} 08:02:00`,
    who: at % 2 === 0 ? 'The hourly run' : 'you@firm.example',
    what: at % 2 === 0 ? 'Reminder planned (Timely 3 (firm))' : 'Sent (Timely 3 (firm))',
    facts: 'Overdue: 1,200.00 EUR, 32 days · INV-2026-0001 · 1,200.00 EUR · to accounts@alder-finch.example',
    // The latest mail may be taken back, older ones not.
    takesBack: at === 1 ? 'r-1' : '',
    message: '',
  };
}

function cardOf(scenario: Scenario): CustomerView {
  const standard: CustomerView = {
    key: 'alder',
    name: 'Alder & Finch Bakery',
    id: 'C-0071',
    asOf: '2026-11-23',
    balances: [
      {
        currency: 'EUR',
        open: '18,310.40 EUR',
        overdue: '12,200.00 EUR',
        credits: '40.00 EUR',
        disputed: '100.00 EUR',
      },
      { currency: 'GBP', open: '900.00 GBP', overdue: '', credits: '', disputed: '' },
    ],
    facts: [
      { label: 'Oldest', value: 'INV-2026-0001, due Thu 22 Oct, 32 days past due' },
      { label: 'Last contact', value: 'Tue 10 Nov, call: no answer' },
      { label: 'Last payment', value: '420.00 EUR, Mon 2 Nov' },
      { label: 'Promises kept', value: '2 of 3' },
      { label: 'Usual delay', value: '11.2 days late on average (9 paid; overdue ones count with their days so far)' },
      {
        label: 'Segment',
        value: 'Often late, small: pays 11.2 days late on average (over 5), 9 invoices paid in 365 days',
      },
      { label: 'Owner', value: 'olga@firm.example' },
      { label: 'Phone', value: '+44 20 7946 0000' },
      { label: 'Notes', value: 'Ask for Anna. Pays after the second call.' },
    ],
    contact: {
      contact: 'Anna Weber',
      email: 'accounts@alder-finch.example',
      cc: '',
      escalationEmail: 'cfo@alder-finch.example',
      phone: '+44 20 7946 0000',
      language: 'en',
      country: 'GB',
      owner: 'olga@firm.example',
      notes: 'Ask for Anna.\nPays after the second call.',
    },
    doNotContact: false,
    changes: {
      since: '2026-11-10',
      lines: ['INV-2026-0900 is paid (90.00 EUR).', 'INV-2026-0002 is new: 300.00 EUR, 3 days past due.'],
      more: 0,
    },
    running: [
      {
        kind: 'replied',
        text: 'They replied on Thu 19 Nov; nothing is sent before Thu 26 Nov. Answer them first.',
        lifts: 'It ends by itself on that day, or when you lift it.',
        action: 'resume',
        row: 0,
        seen: '',
      },
      {
        kind: 'dispute',
        text: '100.00 EUR of invoice INV-2026-0001 is in dispute: short delivery. Bo looks into it, to be answered by Fri 27 Nov.',
        lifts: 'It ends when you resolve it; five business days later it may be asked for again.',
        action: 'resolve-dispute',
        row: 4,
        seen: 'INV-2026-0001 | Alder',
      },
      {
        kind: 'hold',
        text: 'Reminders paused up to and including Wed 25 Nov: sales visit.',
        lifts: 'It ends by itself after that day, or when you lift it.',
        action: 'lift-hold',
        row: 2,
        seen: 'Alder | visit',
      },
    ],
    waiting: {
      id: scenario.lines[0]?.id ?? 'r-0',
      state: 'planned',
      stage: 'step 3 of 6, firm',
      channel: 'email',
      amounts: '12,100.00 EUR',
      why: 'Invoice INV-2026-0001 decides: step 3 of 6, firm.',
    },
    invoices: Array.from({ length: scenario.cardInvoices ?? 3 }, (_, at) => invoice(at)),
    history: Array.from({ length: Math.min(100, scenario.cardEvents ?? 6) }, (_, at) => event(at)),
    historyMore: Math.max(0, (scenario.cardEvents ?? 0) - 100),
    canHandOver: true,
    currencies: ['EUR', 'GBP'],
    sheet: 'Invoices',
    reasons: ['Price', 'Invoice not received'],
  };
  return { ...standard, ...scenario.card };
}

const FOUND: CustomersView['customers'] = [
  {
    key: 'alder',
    name: 'Alder & Finch Bakery',
    id: 'C-0071',
    overdue: '12,200.00 EUR',
    open: '18,310.40 EUR',
    match: '',
    owner: 'you@firm.example',
  },
  {
    key: 'elbe',
    name: 'Elbe Maschinenbau GmbH',
    id: '',
    overdue: '',
    open: '900.00 GBP',
    match: 'Invoice INV-2026-0009',
    owner: 'bob@firm.example',
  },
];

const HAND_OVER: HandOverFileView = {
  asOf: '2026-11-23',
  company: 'Lindqvist & Rowe Ltd',
  customer: 'Alder & Finch Bakery',
  contact: [
    { label: 'Number', value: 'C-0071' },
    { label: 'Email', value: 'accounts@alder-finch.example' },
  ],
  balances: [{ currency: 'EUR', open: '18,310.40 EUR', overdue: '12,200.00 EUR', credits: '', disputed: '100.00 EUR' }],
  invoices: [
    {
      ...{ invoice: 'INV-2026-0001', orderNumber: 'PO-77', issued: '2026-09-22', due: '2026-10-22', daysPastDue: 32 },
      ...{ amount: '12,200.00 EUR', open: '12,200.00 EUR', disputed: '100.00 EUR', away: true },
    },
  ],
  promises: ['6,400.00 EUR for 13 November 2026: partly kept, 2,000.00 EUR came in.'],
  disputes: ['100.00 EUR of invoice INV-2026-0001 since 2 November 2026: two boxes short; still open.'],
  placed: [{ on: '2026-11-20', what: 'Handed over', note: 'Collect GmbH, reference 4711' }],
  recovered: '2,000.00 EUR',
  history: [{ on: '2026-11-10', what: 'Done (Friendly call)', facts: 'no answer' }],
};

function promisesOf(scenario: CustomerScenario): PromisesView {
  return {
    asOf: '2026-11-23',
    promises: [
      {
        customerKey: 'alder',
        customer: 'Alder & Finch Bakery',
        invoice: '',
        amount: '6,400.00 EUR',
        promisedOn: '2026-11-13',
        recorded: '2026-11-06',
        state: 'partly kept',
        received: '2,000.00 EUR, last on Thu 12 Nov',
        stands: 'Missed in part: less came in than was promised.',
        note: 'Ms Weber, by telephone',
        plan: '',
        row: 2,
        seen: 'Alder | 6400',
      },
      {
        customerKey: 'elbe',
        customer: 'Elbe Maschinenbau GmbH',
        invoice: 'INV-2026-0009',
        amount: '',
        promisedOn: '2026-11-27',
        recorded: '2026-11-20',
        state: 'open',
        received: '',
        stands: 'We wait for them; nothing is asked for up to and including Tue 1 Dec.',
        note: '',
        plan: '',
        row: 3,
        seen: 'Elbe | 27',
      },
    ],
    disputes: [
      {
        customerKey: 'alder',
        customer: 'Alder & Finch Bakery',
        invoice: 'INV-2026-0001',
        amount: '100.00 EUR',
        reason: 'short delivery',
        kind: 'dispute',
        department: 'Logistics',
        opened: '2026-11-09',
        owner: 'Bo',
        deadline: '2026-11-20',
        late: true,
        resolved: '',
        outcome: '',
        stands: 'The customer waits for Bo since Fri 20 Nov: the deadline has passed.',
        row: 4,
        seen: 'INV-2026-0001 | Alder',
      },
    ],
    ...scenario.promises,
  };
}

type CustomerCalls = Pick<
  SidebarCalls,
  | 'findCustomers'
  | 'searchAll'
  | 'getSent'
  | 'changeOwners'
  | 'getCustomer'
  | 'getPromises'
  | 'markReplied'
  | 'markBounced'
  | 'resumeCustomer'
  | 'handOver'
  | 'takeBack'
  | 'setDoNotContact'
  | 'changeContact'
  | 'holdCustomerUntil'
  | 'liftHold'
  | 'recordPromise'
  | 'recordPlan'
  | 'getHandOverFile'
  | 'cancelPromise'
  | 'recordDispute'
  | 'resolveDispute'
  | 'voidReminder'
  | 'undoNoticed'
>;

/** The calls about customers over a scenario. */
export function customerCalls(scenario: Scenario): CustomerCalls {
  const card = cardOf(scenario);
  const agreements = promisesOf(scenario);
  scenario.customers ??= FOUND;
  const all = (): CustomersView['customers'] => scenario.customers ?? [];
  const find = (text: string, owner?: string): CustomersView => {
    const wanted = text.toLowerCase();
    const customers = all().filter(
      (one) =>
        `${one.name} ${one.match}`.toLowerCase().includes(wanted) && (owner === undefined || one.owner === owner),
    );
    const owners = [...new Set(all().map((one) => one.owner))].map((one) => ({ owner: one, overdue: '12,200.00 EUR' }));
    return {
      asOf: '2026-11-23',
      customers: customers.slice(0, 200),
      more: Math.max(0, customers.length - 200),
      owners,
    };
  };
  const done = (message: string): ChangeResult => ({ changed: 1, message });
  const end = (kind: string, message: string): ChangeResult => {
    card.running = card.running.filter((one) => one.kind !== kind);
    return done(message);
  };
  return {
    findCustomers: (text, owner) => find(text, owner),
    searchAll: (text) => ({ ...find(text), ...searchOf(scenario, text) }),
    getSent: (request) => sentOf(scenario, request),
    changeOwners: (changes) => {
      const moved = changes.filter(({ key, from, to }) => {
        const one = all().find((customer) => customer.key === key && customer.owner === from);
        if (one) one.owner = to;
        return one !== undefined;
      });
      return { changed: moved.length, message: `Owner changed: ${moved.length} of ${changes.length}.` };
    },
    getCustomer: () => card,
    getPromises: () => agreements,
    markReplied: () => done('They replied; nothing is sent before Mon 30 Nov.'),
    markBounced: () => done('Mail came back; nothing is sent until the address is changed.'),
    resumeCustomer: () => end('replied', 'Reminders are queued again as they fall due; nothing was sent.'),
    handOver: () => {
      card.canHandOver = false;
      return done('3 invoices handed over.');
    },
    takeBack: () => end('handed-over', 'Taken back; nothing was sent.'),
    setDoNotContact: (_key, on) => {
      card.doNotContact = on;
      return done(on ? 'Nobody writes to them.' : 'They may be contacted again.');
    },
    changeContact: (_key, change) => {
      Object.assign(card.contact, change);
      return done('Changed in AR Customers.');
    },
    holdCustomerUntil: () => done('Reminders to Acme Tools are paused until you end it.'),
    liftHold: () => end('hold', 'Reminders are no longer paused; nothing was sent.'),
    recordPromise: () => done('Promised.'),
    recordPlan: () => done('Agreed.'),
    getHandOverFile: () => HAND_OVER,
    cancelPromise: (row) => {
      agreements.promises = agreements.promises.map((one) => (one.row === row ? { ...one, state: 'cancelled' } : one));
      return done('The promise is cancelled; nothing was sent.');
    },
    recordDispute: () => done('In dispute.'),
    undoNoticed: (id) => {
      card.history = card.history.map((line) => (line.message === id ? { ...line, message: '' } : line));
      return done('Taken back for Alder & Finch Bakery: nothing was sent.');
    },
    voidReminder: (id) => {
      card.history = card.history.map((line) => (line.takesBack === id ? { ...line, takesBack: '' } : line));
      return done('Taken back for Alder & Finch Bakery: step 3 of 6 (firm).');
    },
    resolveDispute: () => {
      agreements.disputes = [];
      return end('dispute', 'The dispute is resolved.');
    },
  };
}
