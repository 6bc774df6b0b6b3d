// What is overdue and nobody wrote or called about: by customer and reason, and what counts as having asked.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/dunning/decision/decide';
import type { Facts } from '../../../src/dunning/decision/facts';
import { neverAskedOf } from '../../../src/dunning/outlook/never-asked';
import type { Channel } from '../../../src/dunning/policy/channels';
import { customer, day, factsOn, type InvoiceText } from '../../builders/dunning-facts';

const LATE: InvoiceText = { no: '1', due: '2026-10-20', open: 100 };

const found = (facts: Facts) => neverAskedOf(decide(facts).decisions, facts);

function contacted(on: string, channel: Channel): Facts {
  const facts = factsOn('2026-11-06', [LATE]);
  const contact = { on: day(on), channel, template: '', tone: '', outcome: 'no answer', reached: false };
  facts.history.contacts.set('acme', [contact]);
  return facts;
}

describe('overdue that nobody asked for', () => {
  it('is summed by customer, currency and reason', () => {
    const facts = factsOn(
      '2026-11-06',
      [LATE, { ...LATE, no: '2', open: 50 }, { ...LATE, customer: 'Bolt', no: '3' }],
      {
        customers: [customer('Acme', { email: '' })],
      },
    );
    expect(found(facts)).toEqual([
      { customerKey: 'acme', currency: 'EUR', amount: 15_000, invoices: 2, why: 'no address' },
      { customerKey: 'bolt', currency: 'EUR', amount: 10_000, invoices: 1, why: 'a first reminder is planned' },
    ]);
  });

  it('is no more so after a call that nobody answered, and still after an internal task or a word before the due date', () => {
    expect(found(contacted('2026-10-25', 'call'))).toEqual([]);
    expect(found(contacted('2026-10-25', 'task'))).toHaveLength(1);
    expect(found(contacted('2026-10-19', 'email'))).toHaveLength(1);
  });

  it('is no more so once a step was taken over', () => {
    const facts = factsOn('2026-11-06', [LATE]);
    facts.history.completed.set('acme|1', [{ segment: 'New', stage: 1, days: 2, on: day('2026-11-01'), template: '' }]);
    expect(found(facts)).toEqual([]);
  });

  it('has nothing of what is not due', () => {
    expect(found(factsOn('2026-10-20', [LATE]))).toEqual([]);
  });
});
