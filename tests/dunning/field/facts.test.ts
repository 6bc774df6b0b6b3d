// Rules of the field about what is owed: part payments, reversals, instalments, credits, tolerances, holds on single invoices.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/dunning/decision/decide';
import { isoOf } from '../../../src/receivables/day';
import { statusOf } from '../../../src/sheet/read/read-words';
import {
  askedOf,
  Desk,
  day,
  decisionOf,
  dispute,
  type FactsChange,
  factsOn,
  hold,
  type InvoiceText,
  proposalOf,
  said,
} from '../../builders/dunning-facts';

const ONE: InvoiceText = { no: '1', due: '2026-11-02', open: 4800 };
const TWO: InvoiceText = { no: '2', due: '2026-11-03', open: 1000 };
const TIMELY: FactsChange = { segment: 'Timely' };

/** After the first mail about ONE on Friday 6 November. */
function afterFirst(lines: readonly InvoiceText[] = [ONE], change: FactsChange = TIMELY): Desk {
  const desk = new Desk();
  desk.plan('2026-11-06', lines, change);
  desk.carryOut('2026-11-06');
  return desk;
}

describe('a part payment', () => {
  it('keeps the history: the next stage asks for the rest', () => {
    const facts = afterFirst().facts('2026-11-16', [{ ...ONE, open: 1300 }], TIMELY);
    expect(proposalOf(facts)).toMatchObject({ stage: 2 });
    expect(askedOf(proposalOf(facts))).toEqual({ EUR: 130_000 });
  });
});

describe('a payment that is taken back', () => {
  it.each(['a returned debit', 'a refund', 'a chargeback'])(
    '(%s) opens the invoice again at the stage it had: nothing is repeated, nothing left out',
    () => {
      const desk = afterFirst();
      for (let at = day('2026-11-09'); at < day('2026-11-20'); at += 1)
        expect(desk.plan(isoOf(at), [{ ...ONE, open: 0, paidOn: '2026-11-09' }], TIMELY)).toEqual([]);
      expect(desk.plan('2026-11-23', [ONE], TIMELY)).toEqual(['planned']);
      expect(desk.waiting().facts).toMatchObject({ stage: 2, tone: 'personal' });
    },
  );
});

describe('instalments of one invoice', () => {
  it('are asked for when they are overdue, each by its own date, and not the whole invoice', () => {
    const part = (n: number, due: string): InvoiceText => ({
      ...ONE,
      no: 'R-1',
      key: `acme|R-1#${n}`,
      due,
      open: 1600,
    });
    const lines = [part(1, '2026-11-02'), part(2, '2026-12-02'), part(3, '2027-01-02')];
    const reminder = proposalOf(factsOn('2026-11-06', lines, TIMELY));
    expect(askedOf(reminder)).toEqual({ EUR: 160_000 });
    expect(reminder.lines.map(({ key }) => key)).toEqual(['acme|R-1#1']);
  });
});

describe('a written-off invoice', () => {
  it.each(['Written off', 'bad debt', 'abgeschrieben', 'Ausgebucht'])(
    'is read as "%s" from its status: nobody is asked for it',
    (word) => {
      const status = statusOf(word);
      expect(status).toBe('void');
      expect(said(factsOn('2026-11-20', [{ ...ONE, status: status ?? '' }], TIMELY))).toBe('not-chased void');
    },
  );
});

describe('a credit note', () => {
  it('neither leads nor raises the stage, however old it is', () => {
    const credit: InvoiceText = { no: 'C', due: '2026-01-02', open: -100 };
    const reminder = proposalOf(factsOn('2026-11-06', [credit, ONE], TIMELY));
    expect(reminder).toMatchObject({ leadKey: 'acme|1', stage: 1, tone: 'friendly' });
    expect(said(factsOn('2026-11-06', [credit, ONE], TIMELY), 'C')).toBe('not-chased credit');
  });
});

describe('an invoice in dispute', () => {
  it('that is shown apart is shown as it stands now, also where nothing more is asked for', () => {
    const change = { ...TIMELY, disputes: [dispute('1')] };
    const desk = new Desk();
    desk.plan('2026-11-20', [ONE, TWO], change);
    desk.act('2026-11-20', 'approved');
    expect(desk.plan('2026-11-23', [{ ...ONE, open: 5200 }, TWO], change)).toEqual(['refreshed']);
    expect(desk.waiting()).toMatchObject({
      state: 'approved',
      facts: { lines: [{ open: 520_000, disputed: 520_000 }, {}] },
    });
  });
});

describe('the tolerance', () => {
  // ISO 4217: yen have no decimals, Kuwaiti dinars three.
  it.each([
    ['EUR', 0.5, 0.51],
    ['JPY', 1, 2],
    ['KWD', 0.5, 0.501],
  ])('is in units of each currency, whatever its decimals: %s', (currency, within, above) => {
    const change = { ...TIMELY, settings: { tolerance: currency === 'JPY' ? 1 : 0.5 } };
    const on = (open: number): string => said(factsOn('2026-11-20', [{ ...ONE, currency, open }], change));
    expect([on(within), on(above)]).toEqual(['not-chased below-minimum', 'remind stage-due']);
  });
});

describe('holds on single invoices', () => {
  it('on all of them leave no reminder', () => {
    const holds = [hold({ invoice: '1' }), hold({ invoice: '2' })];
    const plan = decide(factsOn('2026-11-20', [ONE, TWO], { ...TIMELY, holds }));
    expect(plan.proposals).toEqual([]);
    expect(plan.decisions.map(({ reasons }) => reasons[0]?.code)).toEqual(['held', 'held']);
  });

  it('leave what was not reminded of with the others due for the next time, behind the gap', () => {
    const holds = [hold({ invoice: '2', until: day('2026-11-10') })];
    const desk = new Desk();
    desk.plan('2026-11-09', [ONE, TWO], { ...TIMELY, holds });
    expect(desk.carryOut('2026-11-09').lines.map(({ invoice }) => invoice)).toEqual(['1']);
    expect(decisionOf(desk.facts('2026-11-11', [ONE, TWO], TIMELY), '2')).toMatchObject({
      decision: 'wait',
      nextDate: day('2026-11-16'),
    });
    const later = proposalOf(desk.facts('2026-11-16', [ONE, TWO], TIMELY));
    expect(later).toMatchObject({ leadKey: 'acme|2', stage: 1 });
  });
});
