// The headline of a reminder says what its mail asks for, and the age of what it is mainly about.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReminderFacts, ReminderLineFacts } from '../../../src/dunning/history/events';
import type { Reminder } from '../../../src/dunning/history/reminder';
import {
  askedInWords,
  askedOn,
  besideInWords,
  daysLateOf,
  headInWords,
  invoicesAskedFor,
  lineRole,
  mainKey,
  stepInWords,
} from '../../../src/dunning/letter/headline';
import { sumsOf, toPay } from '../../../src/dunning/letter/letter-sums';
import { dayFromIso, isoOf } from '../../../src/receivables/day';
import { runs } from '../../builders/property-runs';

const TODAY = dayFromIso('2026-11-27') ?? 0;

function reminder(leadKey: string, ...lines: [key: string, open: number, due: string, disputed?: number][]): Reminder {
  const facts = {
    leadKey,
    template: 'Firm',
    lines: lines.map(
      ([key, open, due, disputed = 0]): ReminderLineFacts => ({
        key,
        invoice: key,
        currency: 'EUR',
        open,
        disputed,
        due,
        stage: null,
      }),
    ),
  };
  return { facts: facts as ReminderFacts } as Reminder;
}

describe('the headline of a reminder', () => {
  // The demo's Sternwerk: 23,573.50 was shown where the mail asked for 16,488.25, and the age was that of a disputed invoice.
  const sternwerk = reminder(
    '4181',
    ['4144', 707900, '2026-10-20', 707900],
    ['4181', 1648825, '2026-11-20'],
    ['4198', 708525, '2026-12-01'],
  );

  it('leaves out what is disputed and what is not yet due beside something overdue', () => {
    expect(askedInWords(sternwerk, TODAY)).toBe('16,488.25 EUR');
    expect(besideInWords(sternwerk, TODAY)).toBe('7,085.25 EUR not yet due · 7,079.00 EUR disputed');
    expect(daysLateOf(sternwerk, TODAY)).toBe(7);
  });

  it('counts the invoices that make the sum asked for, not those beside it', () => {
    expect(invoicesAskedFor(sternwerk, TODAY)).toBe(1);
    const { facts } = reminder('a', ['a', 100, '2026-11-01'], ['b', 200, '2026-11-02', 50], ['c', -50, '2026-11-03']);
    expect(invoicesAskedFor({ ...sternwerk, facts }, TODAY)).toBe(2);
    const noted = { ...sternwerk.facts, template: 'Promise noted' };
    expect(invoicesAskedFor({ ...sternwerk, facts: noted }, TODAY)).toBe(3);
  });

  it('says of a text that asks for no money that it asks for nothing', () => {
    const facts = { ...sternwerk.facts, template: 'Apology' };
    expect(askedInWords({ ...sternwerk, facts }, TODAY)).toBe('nothing');
  });

  it('asks for what is not yet due where the reminder is about that, net of credits as its mail does', () => {
    const early = reminder('a', ['a', 50000, '2026-12-01'], ['b', -10000, '2026-11-01']);
    expect(askedInWords(early, TODAY)).toBe('400.00 EUR');
    expect(besideInWords(early, TODAY)).toBe('100.00 EUR credit');
    expect(daysLateOf(early, TODAY)).toBeLessThan(0);
  });

  it('takes the age of the oldest invoice that matters, not of a residue', () => {
    const residue = reminder('b', ['a', 100, '2026-01-01'], ['b', 90000, '2026-11-17'], ['c', 20000, '2026-11-20']);
    expect(daysLateOf(residue, TODAY)).toBe(10);
    expect(askedInWords(residue, TODAY)).toBe('1,101.00 EUR');
  });

  it('names the step, or what else it is about', () => {
    expect(stepInWords({ anchor: 'due', stage: 2, stages: 10, tone: 'friendly', template: 'Friendly' })).toBe(
      'step 2 of 10, friendly',
    );
    expect(stepInWords({ anchor: 'due', stage: 2, stages: 2, tone: 'neutral', template: 'Task hand-over' })).toBe(
      'step 2 of 2',
    );
    expect(stepInWords({ anchor: 'month', stage: 1, stages: 1, tone: 'neutral', template: 'Statement' })).toBe(
      'monthly statement',
    );
  });

  it('asks for what the letter sums up, and counts the age of its main line, whatever the lines are', () => {
    const due = fc.integer({ min: TODAY - 40, max: TODAY + 2 });
    const line = fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd'),
      currency: fc.constantFrom('EUR', 'USD'),
      open: fc.oneof(fc.constantFrom(-50, 40), fc.integer({ min: 1, max: 5_000 })),
      disputed: fc.constantFrom(0, 0, 0, 0, 30),
      due: fc.oneof(due.map(isoOf), fc.constantFrom('')),
    });
    const plain = line.map((one) => ({ ...one, open: Math.abs(one.open), disputed: 0, due: '2026-11-02' }));
    const lists = fc.oneof(fc.uniqueArray(line, { selector: ({ key }) => key }), fc.array(plain, { minLength: 1 }));
    fc.assert(
      fc.property(lists, fc.constantFrom('a', 'b', 'z'), (given, leadKey) => {
        const lines = given.map((one): ReminderLineFacts => ({ ...one, invoice: one.key, stage: null }));
        const facts = { template: 'Firm', leadKey, lines };
        const main = mainKey(facts, TODAY);
        const sums = sumsOf(
          lines.map((one) => ({
            ...{ due: dayFromIso(one.due), currency: one.currency, balance: one.open, disputed: one.disputed },
            ...{ role: lineRole(one, TODAY), lead: one.key === main },
          })),
        );
        const on = dayFromIso(lines.find(({ key }) => key === main)?.due ?? '');
        expect(askedOn(facts, TODAY)).toEqual(toPay(sums));
        const daysLate = headInWords({ facts: facts as unknown as ReminderFacts } as Reminder, TODAY).daysLate;
        expect(daysLate).toBe(on === null ? 0 : TODAY - on);
      }),
      { numRuns: runs(150, 2_000) },
    );
  });
});
