// Steps that count from a promise, the month or the end of a discount, and steps that repeat.
import { describe, expect, it } from 'vitest';
import { defaultPolicy, ladderRows } from '../../../src/dunning/policy/default-policy';
import { isoOf } from '../../../src/receivables/day';
import {
  askedOf,
  customer,
  Desk,
  day,
  decisionOf,
  type FactsChange,
  factsOn,
  type InvoiceText,
  ladder,
  promise,
  proposalOf,
} from '../../builders/dunning-facts';

/** Plans every day of a span, carries out what waits, and tells what it was: `2026-11-11 Promise reminder`. */
function through(
  desk: Desk,
  from: string,
  to: string,
  lines: (date: string) => readonly InvoiceText[],
  change: FactsChange | ((date: string) => FactsChange),
): string[] {
  const told: string[] = [];
  for (let at = day(from); at <= day(to); at += 1) {
    const date = isoOf(at);
    desk.plan(date, lines(date), typeof change === 'function' ? change(date) : change);
    if (desk.history.waiting.size === 0) continue;
    const { template, lines: listed } = desk.carryOut(date);
    told.push(`${date} ${template} ${listed.map(({ invoice }) => invoice).join('+')}`);
  }
  return told;
}

describe('a promise (story 5: 6,400.00 for Friday 13 November, grace of 2 business days)', () => {
  const change: FactsChange = {
    segment: 'Doubtful SMB',
    policy: ladderRows('strict'),
    promises: [promise('2026-11-13', { amount: 6400, currency: 'EUR', recorded: day('2026-11-05') })],
  };
  const lines = (date: string): InvoiceText[] => [
    { no: '1', due: '2026-11-02', open: date < '2026-11-12' ? 6400 : 4400, issued: '2026-10-03' },
  ];

  it('is reminded of two days before, and asked about on the day after the grace; nothing else goes out between', () => {
    const told = through(new Desk(), '2026-11-05', '2026-11-18', lines, change);
    expect(told).toEqual(['2026-11-11 Promise reminder 1', '2026-11-18 Promise missed 1']);
  });

  it('of which a part came asks for the rest, for review, with the account owner in copy', () => {
    const desk = new Desk();
    desk.plan('2026-11-05', lines('2026-11-05'), change);
    desk.plan('2026-11-18', lines('2026-11-18'), change);
    const { facts } = desk.waiting();
    expect(facts).toMatchObject({ anchor: 'promise', sending: 'review', to: ['ap@acme.example'] });
    expect(facts.cc).toEqual(['owner@ourfirm.example']);
    expect(askedOf(facts)).toEqual({ EUR: 440_000 });
    expect(facts.reasons[0]).toContain('2,000.00 EUR of it came in');
  });

  it('that was missed is asked about once; then the ladder goes on behind the contact gap', () => {
    const told = through(new Desk(), '2026-11-05', '2026-11-24', lines, change);
    expect(told.filter((one) => one.includes('Promise missed'))).toHaveLength(1);
    expect(told[2]).toMatch(/^2026-11-20 /);
  });

  it('lets a new invoice run its own ladder, and the missed promise goes first when both are due', () => {
    const fresh: InvoiceText = { no: '2', due: '2026-11-09', open: 1000, issued: '2026-11-06' };
    const both = (date: string): InvoiceText[] => (date < '2026-11-06' ? lines(date) : [...lines(date), fresh]);
    const told = through(new Desk(), '2026-11-05', '2026-11-18', both, change);
    const about2 = told.filter((one) => / 2$/.test(one));
    expect(about2.length).toBeGreaterThan(0);
    expect(told[told.length - 1]).toBe('2026-11-18 Promise missed 1');
  });

  it('takes the place of a reminder that waits: that one ends with the reason', () => {
    const desk = new Desk();
    desk.plan('2026-11-11', lines('2026-11-11'), { segment: 'Doubtful SMB' });
    const { id } = desk.waiting();
    expect(desk.plan('2026-11-11', lines('2026-11-11'), change)).toEqual(['cancelled', 'planned']);
    expect(desk.history.reminders.get(id)).toMatchObject({ state: 'cancelled', code: 'promised' });
    expect(desk.waiting().facts.template).toBe('Promise reminder');
    expect(desk.plan('2026-11-11', lines('2026-11-11'), change)).toEqual([]);
  });

  it('that was kept before its day protects nothing any more, and is not asked about', () => {
    const kept = (date: string): InvoiceText[] => [
      { no: '1', due: '2026-11-02', open: date < '2026-11-09' ? 8000 : 1600, issued: '2026-10-03' },
    ];
    const desk = new Desk();
    desk.plan('2026-11-05', kept('2026-11-05'), change);
    const decision = decisionOf(desk.facts('2026-11-10', kept('2026-11-10'), change), '1');
    expect(decision.reasons[0]?.code).not.toBe('promised');
    expect(through(desk, '2026-11-10', '2026-11-20', kept, change).join()).not.toContain('Promise');
  });

  it('covers what was open when it was first seen, not what was invoiced later, dated back or not', () => {
    const desk = new Desk();
    desk.plan('2026-11-05', lines('2026-11-05'), change);
    const later: InvoiceText = { no: '2', due: '2026-11-04', open: 900, issued: '2026-10-05' };
    const facts = desk.facts('2026-11-09', [...lines('2026-11-09'), later], change);
    expect(decisionOf(facts, '1').reasons[0]?.code).toBe('promised');
    expect(decisionOf(facts, '2').decision).toBe('remind');
  });

  it('of a large customer is a call, before and after', () => {
    const told = through(new Desk(), '2026-11-05', '2026-11-18', lines, { ...change, segment: 'Delinquent large' });
    expect(told).toEqual(['2026-11-11 Call promise reminder 1', '2026-11-18 Call promise missed 1']);
  });

  it('that was moved to a later day is not called missed', () => {
    const moved = {
      ...change,
      promises: [...(change.promises ?? []), promise('2026-12-04', { recorded: day('2026-11-16') })],
    };
    const told = through(new Desk(), '2026-11-05', '2026-11-20', lines, (date) =>
      date < '2026-11-16' ? change : moved,
    );
    expect(told).toEqual(['2026-11-11 Promise reminder 1']);
  });

  it('that nobody kept long ago is not asked about when the work begins', () => {
    const told = through(new Desk(), '2026-12-10', '2026-12-10', lines, change);
    expect(told.join()).not.toContain('Promise');
  });
});

describe('a statement', () => {
  const change: FactsChange = { segment: 'Timely large' };
  const lines: InvoiceText[] = [
    { no: '1', due: '2026-11-20', open: 9000 },
    { no: '2', due: '2026-12-20', open: 500 },
    { no: 'credit', due: '2026-10-20', open: -200 },
  ];

  it('goes out on the first business day of a month, with everything open on it, and once a month', () => {
    const desk = new Desk();
    const told = through(desk, '2026-11-01', '2026-11-19', () => lines, change);
    expect(told).toEqual(['2026-11-02 Statement credit+1+2']);
    expect(through(desk, '2026-11-20', '2026-12-01', () => lines, change)).toContain('2026-12-01 Statement credit+1+2');
  });

  it('is no contact: it neither keeps a gap nor starts one', () => {
    const desk = new Desk();
    through(desk, '2026-11-02', '2026-11-02', () => lines, change);
    expect(desk.history.lastContact.has('acme')).toBe(false);
    expect(desk.history.contacts.get('acme')?.map(({ reached }) => reached)).toEqual([false]);
  });

  it('that did not go out in the first days of a month waits for the next', () => {
    expect(through(new Desk(), '2026-11-12', '2026-11-19', () => lines, change)).toEqual([]);
  });

  it('that waits stays over a weekend', () => {
    const desk = new Desk();
    expect(desk.plan('2026-11-06', lines, change)).toEqual(['planned']);
    for (const date of ['2026-11-07', '2026-11-08', '2026-11-09']) expect(desk.plan(date, lines, change)).toEqual([]);
    expect(desk.waiting().facts.template).toBe('Statement');
  });

  it('does not go to a customer who must not be contacted', () => {
    const customers = [customer('Acme', { doNotContact: 'yes' })];
    expect(through(new Desk(), '2026-11-02', '2026-11-03', () => lines, { ...change, customers })).toEqual([]);
  });
});

describe('a discount', () => {
  const policy = defaultPolicy().map((row) => (row.anchor === 'discount' ? { ...row, active: true } : row));
  const line: InvoiceText = { no: '1', due: '2026-12-02', open: 1000, issued: '2026-11-02', terms: '2/10 net 30' };

  it('is mentioned three days before it ends, once, where a person has switched that on', () => {
    const change = { segment: 'Timely', policy };
    expect(through(new Desk(), '2026-11-02', '2026-11-12', () => [line], change)).toEqual(['2026-11-09 Discount 1']);
    expect(through(new Desk(), '2026-11-02', '2026-11-12', () => [line], { segment: 'Timely' })).toEqual([]);
  });

  it('is not mentioned any more once it has ended or a part was paid', () => {
    expect(decisionOf(factsOn('2026-11-13', [line], { policy, segment: 'Timely' }), '1').decision).toBe('wait');
    const part = { ...line, open: 500, amount: 100_000 };
    expect(through(new Desk(), '2026-11-02', '2026-11-12', () => [part], { segment: 'Timely', policy })).toEqual([]);
  });
});

describe('a stage that repeats', () => {
  const line: InvoiceText = { no: '1', due: '2026-11-02', open: 100 };
  const steps = (times: number): FactsChange => ({
    policy: ladder('New', [
      [1, 'friendly'],
      [5, 'firm', { repeatEvery: 7, times }],
      [30, 'final'],
    ]),
  });

  it('comes again so many days after the last time, as often as it says, and then the next stage follows', () => {
    expect(through(new Desk(), '2026-11-03', '2026-12-31', () => [line], steps(3))).toEqual([
      '2026-11-03 Text friendly 1',
      '2026-11-09 Text firm 1',
      '2026-11-16 Text firm 1',
      '2026-11-23 Text firm 1',
      '2026-12-21 Text final 1',
    ]);
  });

  it('comes once where it says once', () => {
    expect(through(new Desk(), '2026-11-03', '2026-12-31', () => [line], steps(1))).toHaveLength(3);
  });
});

describe('a first word about an old balance', () => {
  it('asks whether it is right, completes no stage, and the ladder begins behind the gap', () => {
    const desk = new Desk();
    const line: InvoiceText = { no: '1', due: '2026-04-01', open: 5000 };
    desk.append('2026-11-02', [
      {
        ...{ kind: 'ask-first', reminder: '', customer: 'Acme', invoices: '', stage: '', amounts: '' },
        ...{ to: '', actor: 'ann', note: '', facts: { customerKey: 'acme' } },
      },
    ]);
    const asked = proposalOf(desk.facts('2026-11-03', [line]));
    expect(asked).toMatchObject({ template: 'Old balance', channel: 'email' });
    expect(asked?.reasons.join(' ')).toContain('may begin the limitation period anew: ask your lawyer.');
    expect(through(desk, '2026-11-03', '2026-11-10', () => [line], {})).toEqual([
      '2026-11-03 Old balance 1',
      '2026-11-09 Friendly 1',
    ]);
  });
});
