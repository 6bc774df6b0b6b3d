// The stories of a collections manager that are the decision's to keep: dates and amounts as told (2026).
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/dunning/decision/decide';
import { isoOf } from '../../src/receivables/day';
import {
  askedOf,
  customer,
  Desk,
  day,
  decisionOf,
  dispute,
  type FactsChange,
  factsOn,
  type InvoiceText,
  promise,
  proposalOf,
  said,
} from '../builders/dunning-facts';

const TIMELY: FactsChange = { segment: 'Timely' };

describe('1, timely', () => {
  const line: InvoiceText = { no: '1', due: '2026-11-02', open: 4800 };
  const change = { ...TIMELY, customers: [customer('Acme', { language: 'de' })] };

  it('sends one friendly mail in German on Friday 6 November, none on the 3rd to 5th, nothing after the payment', () => {
    const desk = new Desk();
    for (const date of ['2026-11-03', '2026-11-04', '2026-11-05']) expect(desk.plan(date, [line], change)).toEqual([]);
    expect(desk.plan('2026-11-06', [line], change)).toEqual(['planned']);
    expect(desk.carryOut('2026-11-06')).toMatchObject({ tone: 'friendly', language: 'de', channel: 'email' });
    for (let date = day('2026-11-09'); date < day('2027-02-01'); date += 1)
      expect(desk.plan(isoOf(date), [{ ...line, open: 0 }], change)).toEqual([]);
  });
});

describe('2, part payment', () => {
  const line: InvoiceText = { no: '1', due: '2026-11-02', open: 5000 };

  function approved(): Desk {
    const desk = new Desk();
    desk.plan('2026-11-06', [line], TIMELY);
    desk.act('2026-11-06', 'approved');
    return desk;
  }

  it('refreshes the approved mail to 3,000.00 when 2,000.00 land', () => {
    const desk = approved();
    expect(desk.plan('2026-11-06', [{ ...line, open: 3000, paidOn: '2026-11-06' }], TIMELY)).toEqual(['refreshed']);
    expect(desk.waiting().state).toBe('approved');
    expect(askedOf(desk.waiting().facts)).toEqual({ EUR: 300_000 });
  });

  it('cancels it as paid when all lands', () => {
    const desk = approved();
    const { id } = desk.waiting();
    expect(desk.plan('2026-11-06', [{ ...line, open: 0 }], TIMELY)).toEqual(['cancelled']);
    expect(desk.history.reminders.get(id)).toMatchObject({ state: 'cancelled', code: 'paid' });
  });
});

describe('3, currencies', () => {
  it('makes one mail with two currencies, no sum, and counts one contact', () => {
    const lines: InvoiceText[] = [
      { no: '1', due: '2026-10-31', open: 1200, currency: 'GBP' },
      { no: '2', due: '2026-10-31', open: 900 },
    ];
    const desk = new Desk();
    expect(desk.plan('2026-11-20', lines, TIMELY)).toEqual(['planned']);
    expect(askedOf(desk.carryOut('2026-11-20'))).toEqual({ GBP: 120_000, EUR: 90_000 });
    expect(desk.history.lastContact.get('acme')?.on).toBe(day('2026-11-20'));
    expect(said(desk.facts('2026-11-26', lines, TIMELY), '2')).toMatch(/^wait/);
  });
});

describe('4, residue', () => {
  it('takes the tone of 24,000.00 and goes to billing alone; 38.00 at 95 days is listed', () => {
    const lines: InvoiceText[] = [
      { no: 'rest', due: '2026-08-17', open: 38 },
      { no: 'large', due: '2026-11-16', open: 24_000 },
    ];
    const reminder = proposalOf(factsOn('2026-11-20', lines, TIMELY));
    expect(reminder).toMatchObject({ tone: 'friendly', to: ['ap@acme.example'], cc: [], leadKey: 'acme|large' });
    expect(reminder.lines.map(({ invoice }) => invoice)).toEqual(['rest', 'large']);
  });
});

describe('5, promise', () => {
  const change: FactsChange = {
    segment: 'Doubtful SMB',
    promises: [promise('2026-11-13', { amount: 6400, currency: 'EUR', recorded: day('2026-11-05') })],
  };
  const line = (open: number): InvoiceText => ({ no: '1', due: '2026-11-02', open });

  it('sends nothing on the promised 6,400.00 through Tuesday 17 November, and 4,400.00 are due on the 18th', () => {
    for (let date = day('2026-11-06'); date <= day('2026-11-17'); date += 1)
      expect(said(factsOn(isoOf(date), [line(date < day('2026-11-12') ? 6400 : 4400)], change))).toBe(
        'blocked promised',
      );
    expect(askedOf(proposalOf(factsOn('2026-11-18', [line(4400)], change)))).toEqual({ EUR: 440_000 });
  });

  it('lets a new invoice due 9 November run its own ladder', () => {
    const fresh: InvoiceText = { no: '2', due: '2026-11-09', open: 1000, issued: '2026-11-06' };
    const facts = factsOn('2026-11-11', [line(6400), fresh], change);
    expect(proposalOf(facts).lines.map(({ invoice }) => invoice)).toEqual(['2']);
  });
});

describe('7, Monday', () => {
  it('cancels 9 of 60 waiting as paid once the payments are in, and leaves 51', () => {
    const lines = Array.from({ length: 60 }, (_, i): InvoiceText => {
      return { no: `${i}`, customer: `C${i}`, due: '2026-11-10', open: 100 + i };
    });
    const desk = new Desk();
    expect(desk.plan('2026-11-20', lines, TIMELY)).toHaveLength(60);
    const paid = lines.map((line, i) => (i % 7 === 3 ? { ...line, open: 0 } : line));
    expect(desk.plan('2026-11-23', paid, TIMELY)).toEqual(Array.from({ length: 9 }, () => 'cancelled'));
    expect(desk.history.waiting.size).toBe(51);
  });
});

describe('8, Christmas', () => {
  const holidays = new Set(Array.from({ length: 13 }, (_, i) => day('2026-12-23') + i));
  const change = { ...TIMELY, settings: { holidays } };
  const line: InvoiceText = { no: '1', due: '2026-12-21', open: 700 };

  it('moves a step due Friday 25 December to Tuesday 5 January, and the next one counts from there', () => {
    const desk = new Desk();
    for (let date = day('2026-12-22'); date <= day('2027-01-04'); date += 1)
      expect(desk.plan(isoOf(date), [line], change)).toEqual([]);
    expect(decisionOf(desk.facts('2026-12-25', [line], change), '1').nextDate).toBe(day('2027-01-05'));
    expect(desk.plan('2027-01-05', [line], change)).toEqual(['planned']);
    desk.carryOut('2027-01-05');
    // Stage 2 follows stage 1 by 8 days: 13 January, not 2 January.
    expect(decisionOf(desk.facts('2027-01-06', [line], change), '1').nextDate).toBe(day('2027-01-13'));
  });
});

describe('9, segment change', () => {
  const large: InvoiceText = { no: 'large', due: '2026-11-02', open: 18_000 };

  it('is never friendly again in the episode, and a small old invoice leaves the ladder of the large one unchanged', () => {
    const desk = new Desk();
    for (const date of ['2026-11-06', '2026-11-16']) {
      desk.plan(date, [large], TIMELY);
      desk.carryOut(date);
    }
    const lines = [large, { no: 'small', due: '2026-10-24', open: 300 }];
    const contacts: string[] = [];
    for (let date = day('2026-11-17'); date <= day('2026-12-31'); date += 1) {
      if (!desk.plan(isoOf(date), lines, { segment: 'Delinquent SMB' }).includes('planned')) continue;
      const { leadKey, stage, tone } = desk.carryOut(isoOf(date));
      contacts.push(`${isoOf(date)} ${leadKey} ${stage} ${tone}`);
    }
    // 16 November + 10 = 26 November, + 8 = 4 December, a Friday, so Monday; + 10 = 17 December: the Timely ladder.
    expect(contacts).toEqual([
      '2026-11-26 acme|large 3 firm',
      '2026-12-07 acme|large 4 firm',
      '2026-12-17 acme|large 5 final',
    ]);
  });
});

describe('10, dispute', () => {
  const lines: InvoiceText[] = [
    { no: '1', due: '2026-11-02', open: 9000 },
    { no: '2', due: '2026-11-03', open: 2500 },
  ];

  it('asks for 10,000.00 with 1,500.00 shown apart', () => {
    const facts = factsOn('2026-11-20', lines, { ...TIMELY, disputes: [dispute('1', { amount: 1500 })] });
    expect(askedOf(proposalOf(facts))).toEqual({ EUR: 1_000_000 });
    expect(proposalOf(facts).lines.map(({ disputed }) => disputed)).toEqual([150_000, 0]);
  });

  it('sends nothing on it before 8 December when it was resolved on the 1st', () => {
    const disputes = [dispute('1', { amount: 1500, resolved: day('2026-12-01') })];
    const listed = (date: string) =>
      decide(factsOn(date, lines, { ...TIMELY, disputes })).proposals.flatMap((one) =>
        one.lines.map((line) => line.invoice),
      );
    expect(listed('2026-12-07')).toEqual(['2']);
    expect(listed('2026-12-08')).toEqual(['1', '2']);
  });
});
