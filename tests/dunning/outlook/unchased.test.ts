// What is overdue and on no ladder is told, with the sum per currency and the reason; what has a day or a person is not.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/dunning/decision/decide';
import type { Facts } from '../../../src/dunning/decision/facts';
import { unchasedInWords, unchasedOf } from '../../../src/dunning/outlook/unchased';
import { customer, dispute, factsOn, hold, type InvoiceText } from '../../builders/dunning-facts';

const found = (facts: Facts) => unchasedOf(decide(facts).decisions, facts);
const told = (facts: Facts): string => unchasedInWords(found(facts));

const late = (name: string, open: number, change: Partial<InvoiceText> = {}): InvoiceText => ({
  no: `${name}-1`,
  customer: name,
  due: '2026-10-20',
  open,
  ...change,
});

describe('what is chased by nobody', () => {
  it('is counted by customer and reason, and summed by currency, the most frequent reason first', () => {
    const facts = factsOn(
      '2026-11-06',
      [late('Acme', 100), late('Bolt', 250.5), late('Cord', 40, { currency: 'USD' })],
      {
        customers: [
          customer('Acme', { email: '' }),
          customer('Bolt', { doNotContact: 'yes' }),
          customer('Cord', { email: '' }),
        ],
      },
    );
    expect(told(facts)).toBe(
      '3 customers with 350.50 EUR and 40.00 USD overdue are chased by nobody: no address 2, do not contact 1.',
    );
  });

  it('names each customer once, with all that is on no ladder of theirs', () => {
    const facts = factsOn('2026-11-06', [late('Acme', 100), late('Acme', 50, { no: '2' }), late('Bolt', 10)], {
      holds: [hold()],
    });
    expect(found(facts)).toEqual([
      {
        customerKey: 'acme',
        customer: 'Acme',
        why: 'paused',
        message: 'Paused until a person ends it.',
        totals: { EUR: 15_000 },
      },
    ]);
    expect(told(facts)).toBe('1 customer with 150.00 EUR overdue is chased by nobody: paused 1.');
  });

  it('does not count what has a day, what is with somebody else, and what a person looks into', () => {
    const lines = [late('Acme', 100), late('Bolt', 100), late('Cord', 100), late('Dune', 100, { due: '2026-12-01' })];
    const facts = factsOn('2026-11-06', lines, {
      holds: [hold({ until: factsOn('2026-11-20', []).asOf })],
      disputes: [dispute('Bolt-1')],
    });
    facts.history.handedOver.set('cord|Cord-1', facts.asOf - 3);
    expect(told(facts)).toBe('');
  });

  it('does not count what nobody is asked for because it is too small to matter', () => {
    const facts = factsOn('2026-11-06', [late('Acme', 0.04)], { settings: { tolerance: 0.05 } });
    expect(told(facts)).toBe('');
  });
});
