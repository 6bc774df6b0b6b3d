// Random stories of a book: customers, their invoices, and what happens to them on the days of four months.

import fc from 'fast-check';
import { CUSTOMER_KINDS, type CustomerKind } from '../../src/dunning/decision/debtor/kinds';
import type { DunningSettings } from '../../src/dunning/decision/facts';
import { CHANNEL_NAMES, type Channel } from '../../src/dunning/policy/channels';
import { CONTACT_RULES } from '../../src/dunning/policy/contact-rules';
import { defaultPolicy, ladderRows } from '../../src/dunning/policy/default-policy';
import type { PolicyRow } from '../../src/dunning/policy/policy';
import type { Day } from '../../src/receivables/day';
import { SEGMENTS_BY_BEHAVIOUR } from '../../src/receivables/segment-words';
import { day, ladder } from '../builders/dunning-facts';

/** How long a story takes. */
export const DAYS = 120;
/** How many customers it has at most. */
export const CUSTOMERS = 40;
/** Its first day. */
export const START: Day = day('2026-10-01');

export const INCIDENTS = [
  'paid',
  'part paid',
  'payment reversed',
  'promise',
  'promise ended',
  'dispute',
  'part dispute',
  'dispute resolved',
  'hold',
  'hold until',
  'hold lifted',
  'replied',
  'bounced',
  'address changed',
  'resumed',
  'handed over',
  'taken back',
  'do not contact',
  'due date changed',
  'amount changed',
  'vanished',
  'credit',
  'segment computed',
  'segment by hand',
  'insolvent',
  'assigned',
  'debit returned',
  'credit hold',
] as const;

export type IncidentKind = (typeof INCIDENTS)[number];

/** Something that happens to a customer on a day of the story. */
export interface Incident {
  on: number;
  kind: IncidentKind;
  /** Which invoice, stop or segment is meant, counted round. */
  which: number;
  /** How much or how long, 0 to 99. */
  size: number;
}

/** An invoice of a story: days from its beginning, cents. */
export interface StoryLine {
  issued: number;
  term: number;
  cents: number;
  currency: string;
}

/** A customer of a story. */
export interface Life {
  segment: (typeof SEGMENTS_BY_BEHAVIOUR)[number];
  country: string;
  paymentRun: string;
  /** Days from the beginning; null where they never agreed to WhatsApp. */
  whatsapp: number | null;
  preferred: Channel | null;
  kind: CustomerKind;
  paymentMethod: string;
  creditHold: 'yes' | 'no';
  isOwnCompany: boolean;
  lines: StoryLine[];
  incidents: Incident[];
  /** What a person does with each reminder that waits, one after the other and round again, 0 to 99. */
  person: number[];
}

/** A story: settings, a policy and customers. */
export interface LongStory {
  /** The name of one of `POLICIES`. */
  policy: 'default' | 'strict' | 'own';
  settings: Pick<
    DunningSettings,
    | 'contactRules'
    | 'newCustomersPerDay'
    | 'nextStep'
    | 'tolerance'
    | 'minimums'
    | 'callMinimums'
    | 'invoicesConsumers'
    | 'promiseGrace'
  >;
  lives: Life[];
}

const line: fc.Arbitrary<StoryLine> = fc.record({
  issued: fc.integer({ min: -90, max: 100 }),
  term: fc.constantFrom(30, 0, 7, 14, 60),
  cents: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 5_000, max: 500_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: 5_000 }) },
    { weight: 1, arbitrary: fc.integer({ min: 500_000, max: 5_000_000 }) },
  ),
  currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'GBP'),
});

const incident: fc.Arbitrary<Incident> = fc.record({
  on: fc.integer({ min: 0, max: DAYS - 1 }),
  kind: fc.constantFrom(...INCIDENTS),
  which: fc.integer({ min: 0, max: 6 }),
  size: fc.integer({ min: 0, max: 99 }),
});

const life: fc.Arbitrary<Life> = fc.record({
  segment: fc.constantFrom(...SEGMENTS_BY_BEHAVIOUR),
  country: fc.constantFrom('', '', 'FR'),
  paymentRun: fc.constantFrom('', '', '', 'Thu', '15'),
  whatsapp: fc.constantFrom(null, null, -10, 30),
  preferred: fc.constantFrom<Channel | null>(null, null, null, ...CHANNEL_NAMES),
  kind: fc.constantFrom('business', 'business', 'business', ...CUSTOMER_KINDS),
  paymentMethod: fc.constantFrom('', '', '', '', 'SEPA direct debit'),
  creditHold: fc.constantFrom('no', 'yes'),
  isOwnCompany: fc.constantFrom(false, false, false, false, false, false, true),
  lines: fc.array(line, { minLength: 1, maxLength: 3 }),
  incidents: fc.array(incident, { maxLength: 8 }),
  person: fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 8 }),
});

/** Steps that repeat, a stage without a gap, two on one day, a call and a task between mails. */
const OWN_LADDER: readonly PolicyRow[] = [
  ...defaultPolicy().filter(({ segment }) => segment !== 'New' && segment !== 'Timely'),
  ...ladder('New', [
    [-4, 'friendly', { sending: 'auto' }],
    [1, 'friendly', { sending: 'auto', minimumGap: 3 }],
    [5, 'personal', { minimumGap: 3, repeatEvery: 4, times: 3 }],
    [20, 'firm', { minimumGap: 3, to: ['senior'] }],
    [40, 'final', { minimumGap: 3 }],
  ]),
  ...ladder('Timely', [
    [3, 'friendly', { minimumGap: 0 }],
    [3, 'personal', { minimumGap: 0 }],
    [9, 'firm', { channel: 'call', minimumGap: 0 }],
    [10, 'neutral', { channel: 'task', to: ['owner'], minimumGap: 0 }],
    [11, 'firm', { minimumGap: 0 }],
  ]),
];

/** The policies that stories run under. */
export const POLICIES: Readonly<Record<LongStory['policy'], readonly PolicyRow[]>> = {
  default: defaultPolicy(),
  strict: ladderRows('strict'),
  own: OWN_LADDER,
};

/** Random stories. @param customers how many each has */
export function stories(customers: number): fc.Arbitrary<LongStory> {
  return fc.record({
    policy: fc.constantFrom('default', 'strict', 'own'),
    settings: fc.record({
      contactRules: fc.constantFrom(CONTACT_RULES.usual, CONTACT_RULES.strict),
      newCustomersPerDay: fc.constantFrom(null, null, 5),
      tolerance: fc.constantFrom(0, 1),
      minimums: fc.constantFrom<Record<string, number>>({}, { EUR: 50 }, { '': 25 }),
      callMinimums: fc.constantFrom<Record<string, number>>({}, { '': 500 }),
      invoicesConsumers: fc.boolean(),
      nextStep: fc.constantFrom('collection', 'collection', '-', ''),
      promiseGrace: fc.constantFrom(2, 0, 5),
    }),
    lives: fc.array(life, { minLength: customers, maxLength: customers }),
  });
}
