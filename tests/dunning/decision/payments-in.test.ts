// How old payments may be before a mail waits for newer ones, by its tone.
import { describe, expect, it } from 'vitest';
import { type PaymentsKnown, paymentsAge, waitsForPayments } from '../../../src/dunning/decision/payments-in';
import { day } from '../../builders/dunning-facts';

const known = (upTo: string | null, asOf: string, holidays: string[] = []): PaymentsKnown => ({
  asOf: day(asOf),
  settings: { paymentsUpTo: upTo === null ? null : day(upTo), holidays: new Set(holidays.map(day)) },
});
const mail = (tone: string) => ({ channel: 'email', tone }) as const;

describe('the age of the payments', () => {
  it('is counted in business days, and has no end where nobody said', () => {
    expect(paymentsAge(day('2026-11-06'), day('2026-11-09'), new Set())).toBe(1);
    expect(paymentsAge(day('2026-11-05'), day('2026-11-10'), new Set([day('2026-11-06')]))).toBe(2);
    expect(paymentsAge(null, day('2026-11-09'), new Set())).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('a mail waits for newer payments', () => {
  it.each(['firm', 'final'])('when it is %s and they are older than one business day', (tone) => {
    expect(waitsForPayments(mail(tone), known('2026-11-04', '2026-11-05'))).toBe('');
    expect(waitsForPayments(mail(tone), known('2026-11-04', '2026-11-06'))).toBe(
      'Payments are in only up to Wed 4 Nov: a firm mail waits until they are at most one business day old.',
    );
  });

  it('never when it is friendlier', () => {
    for (const tone of ['neutral', 'friendly', 'personal'])
      expect(waitsForPayments(mail(tone), known('2026-11-04', '2026-11-09'))).toBe('');
  });

  it('not over a weekend or a holiday', () => {
    expect(waitsForPayments(mail('firm'), known('2026-11-06', '2026-11-09'))).toBe('');
    expect(waitsForPayments(mail('firm'), known('2026-11-06', '2026-11-10', ['2026-11-09']))).toBe('');
  });

  it('not where a person does it: a call asks first what was paid', () => {
    expect(waitsForPayments({ channel: 'call', tone: 'firm' }, known('2026-11-04', '2026-11-09'))).toBe('');
  });

  it('not here where nobody said up to which day payments are in: that stops the whole workbook', () => {
    expect(waitsForPayments(mail('final'), known(null, '2026-11-09'))).toBe('');
  });
});
