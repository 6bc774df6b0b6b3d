// The last year gone through again under a policy, in the page, a few days at a time so that it goes on drawing.
import { ONE_APPROVAL } from '../../dunning/approval/second-approval';
import { type Customer, type Facts, NOTHING_SAID } from '../../dunning/decision/facts';
import { emptyHistory } from '../../dunning/history/history';
import type { ForecastContact } from '../../dunning/outlook/rehearsal';
import { replayDays } from '../../dunning/outlook/replay';
import { type ReplayFigures, replayFigures } from '../../dunning/outlook/replay-figures';
import { paidDays, writtenPast } from '../../dunning/outlook/written-past';
import type { PolicyRow } from '../../dunning/policy/policy';
import { OWN_TEXTS } from '../../dunning/policy/purposes';
import { segmentsOfDays, untoldRules } from '../../dunning/segments/segments-by-rules';
import type { Day } from '../../receivables/day';
import type { Ahead } from '../expected/ahead-book';

const YEAR = 365;
/** So long days are gone through before the page draws again. */
const SLICE_MS = 40;

/** Two policies over the same year. */
export interface Compared {
  before: ReplayFigures;
  after: ReplayFigures;
}

/** A year that policies are tried on; what one came to is kept. */
export class PastYear {
  private readonly played = new Map<string, Promise<ForecastContact[]>>();
  private readonly facts: Facts;
  private readonly paidOn: ReadonlyMap<string, Day>;
  private readonly span: { from: Day; to: Day };

  constructor(private readonly ahead: Ahead) {
    const { asOf, book } = ahead;
    this.span = { from: asOf - YEAR, to: asOf - 1 };
    this.paidOn = paidDays(book.rows, asOf, book.tolerance);
    this.facts = factsOf(ahead);
  }

  /** What two policies come to, the second held against the first. */
  async compare(before: readonly PolicyRow[], after: readonly PolicyRow[]): Promise<Compared> {
    const first = await this.contactsOf(before);
    const second = await this.contactsOf(after);
    return {
      before: replayFigures(first, this.span, this.paidOn),
      after: replayFigures(second, this.span, this.paidOn, first),
    };
  }

  private contactsOf(policy: readonly PolicyRow[]): Promise<ForecastContact[]> {
    const key = JSON.stringify(policy);
    const known = this.played.get(key) ?? this.play(policy);
    this.played.set(key, known);
    return known;
  }

  private async play(policy: readonly PolicyRow[]): Promise<ForecastContact[]> {
    const { book, told } = this.ahead;
    const segmentsOn = segmentsOfDays(told.segmentation, untoldRules(told.rules, this.facts.customers));
    const past = writtenPast(this.facts, book.rows, policy, segmentsOn);
    const days = replayDays(past, this.span.from, this.span.to);
    for (;;) {
      const until = Date.now() + SLICE_MS;
      while (Date.now() < until) {
        const { done, value } = days.next();
        if (done) return value;
      }
      await new Promise((resolve) => {
        setTimeout(resolve, 0);
      });
    }
  }
}

/** What a ladder is judged on: customers who can all be reached, and no stop of today. */
function factsOf({ asOf, book, told }: Ahead): Facts {
  const overrides = new Map(told.overrides);
  const kinds = new Map(told.kinds);
  const names = new Map(
    book.rows.map(({ customerKey, customer, customerId }) => [customerKey, customer || customerId]),
  );
  const customers = [...names].map(([key, name]): [string, Customer] => [
    key,
    { ...ANYBODY, key, name, segmentOverride: overrides.get(key) ?? '', kind: kinds.get(key) ?? 'business' },
  ]);
  return {
    ...{ asOf, today: Number.POSITIVE_INFINITY, invoices: [], customers: new Map(customers), segments: new Map() },
    ...{ holds: [], promises: [], disputes: [], strayStop: '', history: emptyHistory(), lookalikes: new Map() },
    ...{ policy: [], purposeTexts: OWN_TEXTS, checkTemplate: () => null },
    settings: { ...NOTHING_SET, tolerance: book.tolerance },
  };
}

const ANYBODY: Omit<Customer, 'key' | 'name' | 'segmentOverride' | 'kind'> = {
  ...{ id: '', contact: '', email: 'nobody@example.invalid', cc: '', escalationEmail: '', phone: '+44 20 7946 0000' },
  ...{ language: 'en', country: '', owner: '', paymentMethod: '', paymentRun: '', doNotContact: 'no', notes: '' },
  ...NOTHING_SAID,
  postalAddress: '',
};

const NOTHING_SET: Facts['settings'] = {
  ...{ holidays: new Set(), quiet: new Set(), countryHolidays: new Map(), country: '', language: 'en' },
  ...{ contactRules: null, newCustomersPerDay: null, tolerance: 0, minimums: {}, callMinimums: {} },
  ...{ invoicesConsumers: true, secondApproval: ONE_APPROVAL, promiseGrace: 2 },
  ...{ nextStep: 'collection', payable: null, paymentsUpTo: null, ownAddress: '' },
};
