// Laws that hold for any book: tried on random invoices, credits, stops and ninety days of reminders.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, type Plan } from '../../src/dunning/decision/decide';
import type { Facts } from '../../src/dunning/decision/facts';
import { defaultPolicy } from '../../src/dunning/policy/default-policy';
import { toneRank } from '../../src/dunning/policy/tones';
import { isBusinessDay, isoOf } from '../../src/receivables/day';
import { SEGMENTS_BY_BEHAVIOUR } from '../../src/receivables/segment-words';
import {
  askedOf,
  Desk,
  day,
  dispute,
  type FactsChange,
  factsOn,
  hold,
  type InvoiceText,
  promise,
} from '../builders/dunning-facts';
import { runs } from '../builders/property-runs';

const TODAY = '2026-11-20';
const CUSTOMERS = ['Acme', 'Beta', 'Gamma'];

const line = (numbered: string): fc.Arbitrary<InvoiceText> =>
  fc.record({
    no: fc.constant(numbered),
    customer: fc.constantFrom(...CUSTOMERS),
    due: fc.integer({ min: -20, max: 120 }).map((late) => isoOf(day(TODAY) - late)),
    open: fc
      .oneof(
        { weight: 4, arbitrary: fc.integer({ min: 1, max: 3_000_000 }) },
        { weight: 1, arbitrary: fc.integer({ min: -50_000, max: 50 }) },
      )
      .map((cents) => cents / 100),
    currency: fc.constantFrom('EUR', 'EUR', 'GBP'),
    status: fc.constantFrom('' as const, '' as const, '' as const, 'draft' as const, 'void' as const),
  });

const lines: fc.Arbitrary<InvoiceText[]> = fc
  .integer({ min: 1, max: 12 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, i) => line(`${i}`))));

const change: fc.Arbitrary<FactsChange> = fc.record({
  segment: fc.constantFrom(...SEGMENTS_BY_BEHAVIOUR),
  settings: fc.record({
    tolerance: fc.constantFrom(0, 1),
    minimums: fc.constantFrom<Record<string, number>>({}, { EUR: 100 }),
  }),
});

/** A block on something of the book. */
const block: fc.Arbitrary<(change: FactsChange) => FactsChange> = fc
  .record({
    kind: fc.constantFrom('hold', 'promise', 'dispute', 'unreadable'),
    customerKey: fc.constantFrom(...CUSTOMERS.map((name) => name.toLowerCase())),
    invoice: fc.constantFrom('', '0', '1', '2', '3'),
    amount: fc.constantFrom(null, 5, 5000),
  })
  .map(({ kind, customerKey, invoice, amount }) => (before) => {
    const { holds = [], promises = [], disputes = [] } = before;
    if (kind === 'hold') return { ...before, holds: [...holds, hold({ customerKey, invoice })] };
    if (kind === 'unreadable') return { ...before, holds: [...holds, hold({ customerKey, invoice, unreadable: 'x' })] };
    if (kind === 'promise') return { ...before, promises: [...promises, promise(TODAY, { customerKey, invoice })] };
    return { ...before, disputes: [...disputes, dispute(invoice, { customerKey, amount })] };
  });

const facts = (book: readonly InvoiceText[], given: FactsChange): Facts => factsOn(TODAY, book, given);

/** What is asked of each customer, by currency. */
function asked({ proposals }: Plan): Map<string, Record<string, number>> {
  return new Map(proposals.map((proposal) => [proposal.customerKey, askedOf(proposal)]));
}

/** Whether a customer has an invoice that waits behind a larger one. */
function waitsBehind({ decisions }: Plan, customerKey: string): boolean {
  return decisions.some(
    ({ invoice, decision, reasons }) =>
      invoice.customerKey === customerKey && decision === 'wait' && reasons[0]?.code === 'below-minimum',
  );
}

/** A plan without regard to the order of rows. */
/** A plan with every sentence of its reasons said: they are put together when they are read. */
function inWords(plan: Plan): Plan {
  const decisions = plan.decisions.map((one) => ({
    ...one,
    reasons: one.reasons.map(({ code, message }) => ({ code, message })),
  }));
  return { ...plan, decisions };
}

function sorted(plan: Plan): unknown {
  const { decisions, proposals } = inWords(plan);
  return {
    decisions: [...decisions].sort((a, b) => (a.invoice.key < b.invoice.key ? -1 : 1)),
    proposals: [...proposals].sort((a, b) => (a.customerKey < b.customerKey ? -1 : 1)),
  };
}

describe('deciding', () => {
  it('is deterministic, changes none of its facts, and gives nothing new on a second run', () => {
    fc.assert(
      fc.property(lines, change, (book, given) => {
        const desk = new Desk();
        const before = desk.facts(TODAY, book, given);
        const copy = structuredClone({ ...before, checkTemplate: null });
        expect(inWords(decide(before))).toEqual(inWords(decide(before)));
        expect({ ...before, checkTemplate: null }).toEqual(copy);
        desk.planned(before);
        expect(desk.plan(TODAY, book, given)).toEqual([]);
      }),
    );
  });

  it('gives at least one reason for every invoice, and at most one reminder for every customer', () => {
    fc.assert(
      fc.property(lines, change, block, (book, given, blocked) => {
        const plan = decide(facts(book, blocked(given)));
        expect(plan.decisions).toHaveLength(book.length);
        for (const { reasons } of plan.decisions) {
          expect(reasons.length).toBeGreaterThan(0);
          for (const { message } of reasons) expect(message).toMatch(/\.$/);
        }
        expect(asked(plan).size).toBe(plan.proposals.length);
      }),
    );
  });

  it('does not depend on the order of the rows', () => {
    const shuffled = lines.chain((book) =>
      fc.tuple(fc.constant(book), fc.shuffledSubarray(book, { minLength: book.length })),
    );
    fc.assert(
      fc.property(shuffled, change, ([book, other], given) => {
        expect(sorted(decide(facts(other, given)))).toEqual(sorted(decide(facts(book, given))));
      }),
    );
  });

  it('asks nobody for more after a payment, and adds no reminder but for what waited behind the invoice it pays', () => {
    const paid = fc.tuple(lines, fc.nat(), fc.constantFrom(1, 0.5, 0.01));
    fc.assert(
      fc.property(paid, change, ([book, at, share], given) => {
        const index = at % book.length;
        const after = book.map((one, i) =>
          i === index && one.open > 0 ? { ...one, open: Math.floor(one.open * (1 - share) * 100) / 100 } : one,
        );
        const before = decide(facts(book, given));
        const sums = asked(before);
        for (const [customerKey, now] of asked(decide(facts(after, given)))) {
          const then = sums.get(customerKey);
          if (!then) expect(waitsBehind(before, customerKey)).toBe(true);
          else for (const [currency, sum] of Object.entries(now)) expect(sum).toBeLessThanOrEqual(then[currency] ?? 0);
        }
      }),
      { numRuns: runs(75, 500) },
    );
  });

  it('sends no further mail, and asks for no more, under a stricter block', () => {
    fc.assert(
      fc.property(lines, change, block, block, (book, given, first, second) => {
        const sums = asked(decide(facts(book, first(given))));
        for (const [customerKey, now] of asked(decide(facts(book, second(first(given)))))) {
          const then = sums.get(customerKey);
          expect(then).toBeDefined();
          for (const [currency, sum] of Object.entries(now)) expect(sum).toBeLessThanOrEqual(then?.[currency] ?? 0);
        }
      }),
      { numRuns: runs(75, 500) },
    );
  });

  it('lists in a mail nothing that is held, and nothing twice', () => {
    fc.assert(
      fc.property(lines, change, (book, given) => {
        const holds = [hold({ customerKey: '', invoice: '1' })];
        for (const proposal of decide(facts(book, { ...given, holds })).proposals) {
          const keys = proposal.lines.filter(({ open }) => open > 0).map(({ key }) => key);
          expect(keys.filter((key) => key.endsWith('|1'))).toEqual([]);
          expect(new Set(keys).size).toBe(keys.length);
          expect(keys).toContain(proposal.leadKey);
        }
      }),
    );
  });
});

/** Ninety days in which everything planned is sent or done on the same day; some invoices are paid on the way. */
function ninetyDays(book: readonly InvoiceText[], given: FactsChange, paidOn: readonly number[]) {
  const desk = new Desk();
  const contacts: { on: number; customerKey: string; tone: string; isContact: boolean }[] = [];
  for (let date = day(TODAY) - 20; date < day(TODAY) + 70; date += 1) {
    const today = book.map((one, i) => ((paidOn[i] ?? 99) + day(TODAY) < date ? { ...one, open: 0 } : one));
    desk.plan(isoOf(date), today, given);
    for (const { state, facts: made } of [...desk.history.waiting.values()]) {
      if (state !== 'planned') continue;
      desk.carryOut(isoOf(date), 'answered', made.customerKey);
      contacts.push({
        on: date,
        customerKey: made.customerKey,
        tone: made.tone,
        isContact: made.channel !== 'task' && made.anchor !== 'month',
      });
    }
  }
  return { desk, contacts };
}

describe('ninety days of reminders', () => {
  const story = fc.tuple(
    lines,
    fc.constantFrom(...SEGMENTS_BY_BEHAVIOUR),
    fc.array(fc.integer({ min: -20, max: 90 }), { maxLength: 12 }),
  );

  it('never skip a stage, never repeat one, and reach nobody twice within the gap or on a day off', () => {
    fc.assert(
      fc.property(story, ([book, segment, paidOn]) => {
        const { desk, contacts } = ninetyDays(book, { segment }, paidOn);
        const gap = 5;
        for (const completed of desk.history.completed.values()) {
          const stages = completed.filter(({ days }) => days > 0).map(({ stage }) => stage);
          const first = stages[0] ?? 0;
          const last = stages[stages.length - 1] ?? 0;
          // That orders are held is told only while they are: nobody's are here.
          const ladder = defaultPolicy().filter((row) => row.segment === segment && row.purpose !== 'hold notice');
          const between = ladder.map(({ stage }) => stage).filter((stage) => stage >= first && stage <= last);
          expect(stages).toEqual(stages.length === 0 ? [] : between);
        }
        for (const key of new Set(contacts.map(({ customerKey }) => customerKey))) {
          const days = contacts.filter((one) => one.customerKey === key && one.isContact).map(({ on }) => on);
          for (const [i, on] of days.entries()) {
            expect(isBusinessDay(on)).toBe(true);
            if (i > 0) expect(on - (days[i - 1] ?? 0)).toBeGreaterThanOrEqual(gap);
          }
        }
      }),
      { numRuns: runs(8, 40) },
    );
  });

  it('never fall in tone while something of the customer stays overdue', () => {
    fc.assert(
      fc.property(story, ([book, segment]) => {
        const { contacts } = ninetyDays(book, { segment }, []);
        for (const key of new Set(contacts.map(({ customerKey }) => customerKey))) {
          const tones = contacts.filter((one) => one.customerKey === key).map(({ tone }) => toneRank(tone));
          const spoken = tones.filter((rank) => rank > 0);
          expect(spoken).toEqual([...spoken].sort((a, b) => a - b));
        }
      }),
      { numRuns: runs(8, 40) },
    );
  });
});
