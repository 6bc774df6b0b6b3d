// What a decision is made from: customers, blocks set by people, settings; all read already, nothing judged yet.

import type { CreditRules, CreditTerms } from '../../receivables/credit/credit-limit';
import type { Day } from '../../receivables/day';
import type { PayingHabits } from '../../receivables/forecast/paying-habits';
import type { Invoice } from '../../receivables/invoice';
import type { SecondApprovalRule } from '../approval/second-approval';
import type { History } from '../history/history';
import type { Channel } from '../policy/channels';
import type { ContactRules } from '../policy/contact-rules';
import type { InvoiceChannel } from '../policy/invoice-channels';
import type { PolicyRow, TemplateCheck } from '../policy/policy';
import type { PurposeTexts } from '../policy/purposes';
import type { CustomerKind } from './debtor/kinds';

/** A customer as `AR Customers` (or, before set-up, the invoices) tells. */
export interface Customer {
  key: string;
  name: string;
  id: string;
  contact: string;
  email: string;
  cc: string;
  escalationEmail: string;
  phone: string;
  language: string;
  country: string;
  /** Address of the account owner in our own firm. */
  owner: string;
  segmentOverride: string;
  /** How the customer pays, as written: `Direct debit`, `SEPA`, ... */
  paymentMethod: string;
  /** On which days the customer runs payments, as written: `Thu`, `15th and month end`; '' when not known. */
  paymentRun: string;
  /**
   * `unreadable` counts as yes: a block that cannot be read is a block. `erased`: they asked not to be written to, and all
   * that is kept of them is what tells their address again.
   */
  doNotContact: 'no' | 'yes' | 'unreadable' | 'erased';
  notes: string;
  /** Street and town, several lines; for letters by post. */
  postalAddress: string;
  /** What kind of debtor it is; a customer of whom nobody said is a business. */
  kind: CustomerKind;
  /** Name or number of the customer who pays for this one, as written; '' when it pays itself. */
  paidBy: string;
  /** The day insolvency was opened or filed for; null when they are solvent. */
  insolventSince: Day | null;
  /** What is written of it by now, where that is less than what was noted: a person is asked. */
  insolventWritten?: Day | null;
  /** The day up to which a claim is filed, where it is known. */
  claimBy: Day | null;
  /** To whom their invoices were assigned (sold, pledged), as written; '' when they are ours. */
  assignedTo: string;
  /** Whether that is only what was noted, and its cell is empty by now: a person is asked. */
  assignedEmptied?: boolean;
  /** Whether new orders are on hold until they pay; `unreadable` says nothing. */
  creditHold: 'no' | 'yes' | 'unreadable';
  /** Limit, security and their days; null where AR Customers says nothing of it. */
  credit: CreditTerms | null;
  /** The channel they asked for; null when they named none. */
  preferredChannel: Channel | null;
  /** How invoices reach them, and in which portal. */
  invoiceChannel: InvoiceChannel;
  portal: string;
  /** The day they agreed to messages by WhatsApp; null when they did not. */
  whatsappAgreedOn: Day | null;
  /** Whether it is a company of our own group: it is never chased. */
  isOwnCompany: boolean;
  /** Whether we buy from them too, by Notes: a person may net what we owe. */
  isSupplier: boolean;
  /** Columns of AR Customers that may stop a reminder and whose cell cannot be read: nobody writes to them until it is mended. */
  unreadable: readonly string[];
}

/** What of a customer stops nothing, costs nothing and was never said. */
export const NOTHING_SAID = {
  kind: 'business',
  paidBy: '',
  insolventSince: null,
  claimBy: null,
  assignedTo: '',
  creditHold: 'no',
  credit: null,
  preferredChannel: null,
  invoiceChannel: 'mail',
  portal: '',
  whatsappAgreedOn: null,
  isOwnCompany: false,
  isSupplier: false,
  unreadable: [],
} as const satisfies Partial<Customer>;

/** A block over everything of a customer (`customerKey`), over one invoice number, or, unreadable, over everybody. */
interface StopRow {
  /** 1-based row of its tab, for the sentence that names it. */
  row: number;
  /** '' when the row names only an invoice. */
  customerKey: string;
  /** Invoice number; '' for all of the customer. */
  invoice: string;
  /** What could not be read, in words; '' when everything could. */
  unreadable: string;
}

/** A hold: nothing is sent up to and including `until` (null: until lifted). */
export interface Hold extends StopRow {
  until: Day | null;
  reason: string;
}

export type PromiseState = 'open' | 'kept' | 'partly kept' | 'broken' | 'cancelled';

/** A promise to pay. Amounts are decimal, as typed. */
export interface PromiseToPay extends StopRow {
  amount: number | null;
  currency: string;
  promisedOn: Day | null;
  recorded: Day | null;
  state: PromiseState;
  note: string;
  /** The name that the instalments of one plan share; '' for a promise of its own. */
  plan: string;
}

/** A dispute about an invoice; `amount` null means all of it. */
export interface Dispute extends StopRow {
  amount: number | null;
  currency: string;
  opened: Day | null;
  resolved: Day | null;
  reason: string;
  /** Who in our firm looks into it. */
  owner: string;
  /** The day by which it is to be answered; null when none was set. */
  deadline: Day | null;
  outcome: string;
  /** The day up to which a person gave them time when it was closed; null where nobody did: the due date stands. */
  newDate: Day | null;
  /** A query takes nothing out of a mail, and pauses up to its last day; left out for a dispute. */
  query?: { until: Day | null };
  /** Who in our firm settles it; left out where nobody said. */
  department?: string;
}

/** Which mails wait where half of such invoices are paid within days anyway: those before the due date, friendly ones too, none. */
export const NEAR_PAYMENT = ['before due', 'friendly too', 'never'] as const;
export type NearPayment = (typeof NEAR_PAYMENT)[number];

/** What the decision needs of `AR Settings`. */
export interface DunningSettings {
  /** Our own holidays: no business day is counted on them, and nothing is sent. */
  holidays: ReadonlySet<Day>;
  /** Days of quiet periods: business days as any, but nothing is sent. */
  quiet: ReadonlySet<Day>;
  /** Holidays of other countries by code (`DE`): customers there are not written to on them. */
  countryHolidays: ReadonlyMap<string, ReadonlySet<Day>>;
  /** Code of our own country, '' when not set. */
  country: string;
  /** Language of mails to customers of whom neither language nor country tells one. */
  language: string;
  /** How firm the firm may be; null: a ladder is judged as it is written. */
  contactRules: ContactRules | null;
  /** How many customers may be contacted for the first time on one day; null for any number. */
  newCustomersPerDay: number | null;
  /** Balances at or below it are not chased, decimal, any currency; whole units where a currency has no decimals. */
  tolerance: number;
  /** What a reminder has to ask for at least, decimal, by currency; `''` for every currency that is not named. */
  minimums: Readonly<Record<string, number>>;
  /** The same for a call: one that would ask for less is passed, and the ladder goes on. */
  callMinimums: Readonly<Record<string, number>>;
  /** Whether a person said that the firm invoices consumers: without it nothing is sent to one. */
  invoicesConsumers: boolean;
  /** Which reminders two people have to approve. */
  secondApproval: SecondApprovalRule;
  /** Business days after the promised day before a promise counts as broken. */
  promiseGrace: number;
  /** What follows a final reminder, as set; '' where nobody chose. */
  nextStep: string;
  /** Currencies of which mails say how to pay; null where nobody asks for it. */
  payable: ReadonlySet<string> | null;
  /** The last day whose payments are in the sheet; null where nobody said, or nobody is asked. */
  paymentsUpTo: Day | null;
  /** Which mails wait where payment is near anyway; 'never' where it is left out. */
  nearPayment?: NearPayment;
  /** So many days sooner a step after the due date comes for an invoice that is likely to be very late; none where it is left out. */
  earlierForRisk?: number;
  /** When people are asked about a credit hold; over the limit where it is left out. */
  credit?: CreditRules;
  /** The sender's own address: its domain is no customer's. */
  ownAddress: string;
}

/** What a customer is by today's figures. */
export interface SegmentToday {
  segment: string;
  reason: string;
  /** What the figures alone say, where a rule of AR Segments names another segment. */
  computed?: string;
  /** The rule of AR Segments that names it, in words; left out where none does. */
  rule?: string;
}

/** Everything a decision is made from. */
export interface Facts {
  asOf: Day;
  /** The day on which the sheet was read, after \`asOf\` where that is past: payments it dates later are none. */
  today: Day;
  invoices: readonly Invoice[];
  customers: ReadonlyMap<string, Customer>;
  /** Segment of each customer today, by a rule of AR Segments or as computed, with the reason. */
  segments: ReadonlyMap<string, SegmentToday>;
  holds: readonly Hold[];
  promises: readonly PromiseToPay[];
  disputes: readonly Dispute[];
  /** A row of a stop that names somebody whom nobody resembles, such as `AR Holds row 3`; '' when there is none. */
  strayStop: string;
  history: History;
  /** Customers who look like one with another, and nobody has said yet: key to the names of the others. */
  lookalikes: Pick<ReadonlyMap<string, string>, 'get'>;
  policy: readonly PolicyRow[];
  /** The texts for what is no stage. */
  purposeTexts: PurposeTexts;
  checkTemplate: TemplateCheck;
  /** How this book is paid; left out where nobody asks. */
  habits?: PayingHabits;
  settings: DunningSettings;
}
