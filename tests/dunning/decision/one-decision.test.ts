// One list of rules for every anchor: what stops a stage stops a promise, a discount and a statement, but where a rule says otherwise.
import { describe, expect, it } from 'vitest';
import { Desk, day, type FactsChange, type InvoiceText, promise, said } from '../../builders/dunning-facts';

const SMALL: InvoiceText = { no: '1', due: '2026-10-26', open: 30 };

describe('a promise about less than the minimum', () => {
  const change: FactsChange = {
    segment: 'Delinquent SMB',
    settings: { minimums: { EUR: 500 } },
    promises: [promise('2026-11-05', { recorded: day('2026-11-02') })],
  };
  const saidOn = (date: string): string => {
    const desk = new Desk();
    desk.plan('2026-11-02', [SMALL], change);
    expect(desk.plan(date, [SMALL], change)).toEqual([]);
    return said(desk.facts(date, [SMALL], change));
  };

  it('brings no word before its day nor after it was missed: so little is not chased, whatever was said', () => {
    expect(saidOn('2026-11-03')).toBe('not-chased below-minimum');
    expect(saidOn('2026-11-10')).toBe('not-chased below-minimum');
  });
});
