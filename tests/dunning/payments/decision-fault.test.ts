// What may be decided about a line of the bank.
import { describe, expect, it } from 'vitest';
import type { AllocationFacts } from '../../../src/dunning/history/payment-facts';
import type { PaymentLine } from '../../../src/dunning/history/payments';
import { decisionFault, leftOf } from '../../../src/dunning/payments/decision-fault';

const line: PaymentLine = {
  ...{ id: 'a', on: 20_000, readOn: 20_000, amount: 100_000, currency: 'EUR', payer: 'Acme', text: '', why: '' },
  ...{ candidates: [], proposal: [], kind: '', decision: null },
};
const part = (amount: number, change: Partial<AllocationFacts> = {}): AllocationFacts => ({
  ...{ key: 'acme|1', invoice: '1', customerKey: 'acme', currency: 'EUR', amount, open: 80_000 },
  ...change,
});
const fault = (...parts: AllocationFacts[]): string | undefined =>
  decisionFault(line, { id: 'a', as: 'applied', parts }, () => ({ open: 80_000, currency: 'EUR' }))?.code;

describe('a decision about a line', () => {
  it('puts no more on an invoice than it has open, and no more than the line has', () => {
    expect(fault(part(80_000))).toBeUndefined();
    expect(fault(part(80_001))).toBe('invoice-too-much');
    expect(fault(part(60_000), part(50_000, { key: 'acme|2' }))).toBe('line-too-much');
    expect(leftOf(line, [part(80_000)])).toBe(20_000);
  });

  it('puts something on each invoice that it names, each once, in one currency', () => {
    expect(fault(part(0))).toBe('line-parts');
    expect(fault(part(100), part(200))).toBe('line-twice');
    expect(fault(part(100, { currency: 'USD' }))).toBe('line-currency');
  });
});
