// The decision about each invoice of a day: what is chased, when, and the sentence that says why.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/dunning/decision/decide';
import { isoOf } from '../../../src/receivables/day';
import {
  Desk,
  day,
  decisionOf,
  type FactsChange,
  factsOn,
  type InvoiceText,
  ladder,
  proposalOf,
  said,
} from '../../builders/dunning-facts';

const ONE: InvoiceText = { no: '1', due: '2026-11-02', open: 4800 };
const TIMELY: FactsChange = { segment: 'Timely' };

function on(asOf: string, line: Partial<InvoiceText> = {}, change: FactsChange = TIMELY): string {
  return said(factsOn(asOf, [{ ...ONE, ...line }], change));
}

describe('an invoice is not chased', () => {
  it.each([
    ['when nothing is open', { open: 0 }, 'paid'],
    ['when it is a credit', { open: -50 }, 'credit'],
    ['as a draft', { status: 'draft' }, 'draft'],
    ['kept back by the customer until later', { status: 'retained' }, 'retention'],
    ['when it is void', { status: 'void' }, 'void'],
  ] as const)('%s', (_why, line, code) => {
    expect(on('2026-11-20', line)).toBe(`not-chased ${code}`);
  });

  it('is not chased while the status says paid and the figures say open: a person corrects one of them', () => {
    expect(on('2026-11-20', { status: 'paid' })).toBe('blocked contradiction');
  });

  it('at or below the tolerance, and is one cent above it', () => {
    const change = { ...TIMELY, settings: { tolerance: 0.05 } };
    expect(on('2026-11-20', { open: 0.05 }, change)).toBe('not-chased below-minimum');
    expect(on('2026-11-20', { open: 0.06 }, change)).toBe('remind stage-due');
  });

  it('when all that the customer owes overdue in the currency is below the minimum', () => {
    const lines = [
      { ...ONE, open: 30 },
      { ...ONE, no: '2', open: 19.99 },
    ];
    const change = { ...TIMELY, settings: { minimums: { EUR: 50, GBP: 10 } } };
    expect(said(factsOn('2026-11-20', lines, change))).toBe('not-chased below-minimum');
    expect(said(factsOn('2026-11-20', [...lines, { ...ONE, no: '3', open: 0.01 }], change))).toBe('remind stage-due');
  });

  it('when credits cover all that is overdue; a void credit covers nothing', () => {
    const credit: InvoiceText = { no: 'C', due: null, open: -4800 };
    expect(said(factsOn('2026-11-20', [ONE, credit], TIMELY))).toBe('not-chased net-credit');
    const more = factsOn('2026-11-20', [ONE, { ...credit, open: -4800.5 }], TIMELY);
    expect(decide(more).decisions[0]?.reasons[0]?.message).toBe(
      'Credits of 4,800.50 EUR cover all that is overdue (4,800.00 EUR); allocate them first. The other 0.50 EUR we owe them: set it against later invoices, or pay it back.',
    );
    expect(said(factsOn('2026-11-20', [ONE, { ...credit, status: 'void' }], TIMELY))).toBe('remind stage-due');
    expect(said(factsOn('2026-11-20', [ONE, { ...credit, currency: 'GBP' }], TIMELY))).toBe('remind stage-due');
  });

  it('when the policy has no stage for the segment, nor for Default', () => {
    expect(on('2026-11-20', {}, { policy: [] })).toBe('not-chased no-policy');
  });

  it('when all stages are done, and a person decides what is next', () => {
    const desk = new Desk();
    const change = { policy: ladder('New', [[1, 'friendly']]) };
    desk.plan('2026-11-06', [ONE], change);
    desk.carryOut('2026-11-06');
    expect(said(desk.facts('2026-12-20', [ONE], change))).toBe('not-chased ladder-finished');
  });

  it('when it was handed over, and then stands in no mail about others', () => {
    const desk = new Desk();
    const rows = ladder('New', [
      [1, 'neutral', { channel: 'task', template: 'Task hand-over', to: ['owner'] }],
      [5, 'friendly'],
    ]);
    desk.plan('2026-11-06', [ONE], { policy: rows });
    desk.carryOut('2026-11-06', 'done');
    const lines = [ONE, { no: '2', due: '2026-11-20', open: 100 }];
    expect(said(desk.facts('2026-12-21', lines, { policy: rows }))).toBe('not-chased handed-over');
    const change = { policy: ladder('New', [[1, 'friendly']]) };
    expect(proposalOf(desk.facts('2026-12-21', lines, change)).lines.map(({ invoice }) => invoice)).toEqual(['2']);
  });
});

describe('an invoice needs fixing', () => {
  it('without a due date', () => {
    expect(on('2026-11-20', { due: null })).toBe('needs-fix no-due-date');
  });

  it('when a cell of its row cannot be read, and then stands in no mail about others', () => {
    const lines = [
      { ...ONE, unreadable: ['Paid'] },
      { ...ONE, no: '2' },
    ];
    const facts = factsOn('2026-11-20', lines, TIMELY);
    expect(said(facts)).toBe('needs-fix unreadable-block');
    expect(proposalOf(facts).lines.map(({ invoice }) => invoice)).toEqual(['2']);
  });
});

describe('the day of a stage', () => {
  it.each([
    ['2026-11-03', 'wait not-due-yet'],
    ['2026-11-05', 'wait not-due-yet'],
    ['2026-11-06', 'remind stage-due'],
    ['2026-11-09', 'remind stage-due'],
  ])('"4 days past due" means 4 or more, in whole calendar days: %s', (asOf, expected) => {
    expect(on(asOf)).toBe(expected);
  });

  it('is told with the sentence a collector would write', () => {
    const { reasons, nextDate } = decisionOf(factsOn('2026-11-03', [ONE], TIMELY), '1');
    expect(reasons[0]?.message).toBe('Waiting until Fri 6 Nov (friendly) unless paid.');
    expect(nextDate && isoOf(nextDate)).toBe('2026-11-06');
  });

  it('rolls from a weekend to Monday', () => {
    const due = { due: '2026-11-03' };
    expect(on('2026-11-07', due)).toBe('wait not-a-business-day');
    expect(decisionOf(factsOn('2026-11-07', [{ ...ONE, ...due }], TIMELY), '1').nextDate).toBe(day('2026-11-09'));
    expect(decisionOf(factsOn('2026-11-05', [{ ...ONE, ...due }], TIMELY), '1').nextDate).toBe(day('2026-11-09'));
    expect(on('2026-11-09', due)).toBe('remind stage-due');
  });

  it('rolls over holidays', () => {
    const settings = { holidays: new Set([day('2026-11-06'), day('2026-11-09')]) };
    expect(on('2026-11-06', {}, { ...TIMELY, settings })).toBe('wait not-a-business-day');
    expect(decisionOf(factsOn('2026-11-06', [ONE], { ...TIMELY, settings }), '1').nextDate).toBe(day('2026-11-10'));
  });
});

describe('the gap between contacts', () => {
  const SECOND: InvoiceText = { no: '2', due: '2026-11-05', open: 3000 };

  /** A first mail on Friday 6 November; what is said of the second invoice, whose own first stage is the 9th. */
  function afterFirst(
    asOf: string,
    outcome?: string,
    first: Parameters<typeof ladder>[1][number] = [4, 'friendly'],
  ): string {
    const change = { policy: ladder('New', [first, [12, 'personal']]) };
    const desk = new Desk();
    desk.plan('2026-11-06', [ONE], change);
    desk.carryOut('2026-11-06', outcome);
    return said(
      desk.facts(asOf, [ONE, SECOND], {
        policy: ladder('New', [
          [4, 'friendly'],
          [12, 'personal'],
        ]),
      }),
      '2',
    );
  }

  it('holds for the whole customer, in calendar days, and ends with its last day', () => {
    expect(afterFirst('2026-11-10')).toBe('wait gap');
    expect(afterFirst('2026-11-11')).toBe('remind stage-due');
  });

  it('counts an answered call, and neither an unanswered one nor a task', () => {
    const call = [4, 'friendly', { channel: 'call' }] as const;
    expect(afterFirst('2026-11-10', 'answered', call)).toBe('wait gap');
    expect(afterFirst('2026-11-10', 'no answer', call)).toBe('remind stage-due');
    expect(afterFirst('2026-11-10', 'done', [4, 'neutral', { channel: 'task' }])).toBe('remind stage-due');
  });

  it('does not keep a task waiting: it reaches nobody', () => {
    const desk = new Desk();
    desk.plan('2026-11-06', [ONE], TIMELY);
    desk.carryOut('2026-11-06');
    const change = { policy: ladder('Timely', [[4, 'neutral', { channel: 'task' }]]), segment: 'Timely' };
    expect(said(desk.facts('2026-11-09', [SECOND], change), '2')).toBe('remind stage-due');
  });

  it('is at least a day, whatever the policy says: nobody is written to twice on one day', () => {
    const change = {
      policy: ladder('New', [
        [1, 'friendly', { minimumGap: 0 }],
        [1, 'firm', { minimumGap: 0 }],
      ]),
    };
    const desk = new Desk();
    desk.plan('2026-11-06', [ONE], change);
    desk.carryOut('2026-11-06');
    expect(said(desk.facts('2026-11-06', [ONE], change))).toBe('wait gap');
  });

  it('says when it ends and when the last contact was', () => {
    const desk = new Desk();
    desk.plan('2026-11-06', [ONE], TIMELY);
    desk.carryOut('2026-11-06');
    const { reasons } = decisionOf(desk.facts('2026-11-10', [ONE, SECOND], TIMELY), '2');
    expect(reasons[0]?.message).toBe(
      'Waiting until Wed 11 Nov (friendly) unless paid; last contact Fri 6 Nov. At least 5 days lie between contacts.',
    );
  });
});

describe('a completed stage', () => {
  it('does not come again, planned ones do not count as completed', () => {
    const desk = new Desk();
    desk.plan('2026-11-06', [ONE], TIMELY);
    expect(decisionOf(desk.facts('2026-11-20', [ONE], TIMELY), '1').stage?.stage).toBe(1);
    desk.carryOut('2026-11-06');
    expect(decisionOf(desk.facts('2026-11-20', [ONE], TIMELY), '1').stage?.stage).toBe(2);
  });

  it('is also one that a person treated as done; it is no contact', () => {
    const desk = new Desk();
    desk.plan('2026-11-06', [ONE], TIMELY);
    desk.act('2026-11-06', 'skipped');
    expect(decisionOf(desk.facts('2026-11-13', [ONE], TIMELY), '1')).toMatchObject({ nextDate: day('2026-11-16') });
    expect(desk.history.lastContact.size).toBe(0);
  });

  it('is not one that was put off or failed', () => {
    const desk = new Desk();
    desk.plan('2026-11-06', [ONE], TIMELY);
    desk.act('2026-11-06', 'snoozed', { until: '2026-11-12' });
    expect(desk.history.completed.size).toBe(0);
  });

  it('is followed by one stage per contact after missed runs: no burst to catch up', () => {
    const desk = new Desk();
    const stages = ['2027-01-04', '2027-01-12', '2027-01-25'].map((date) => {
      desk.plan(date, [ONE], TIMELY);
      return desk.carryOut(date).stage;
    });
    expect(stages).toEqual([1, 2, 3]);
    expect(desk.plan('2027-01-26', [ONE], TIMELY)).toEqual([]);
  });
});

describe('a plan', () => {
  it('gives a decision and a reason for every row, in the order of the rows of a customer', () => {
    const lines = [ONE, { ...ONE, no: '2', open: 0 }, { ...ONE, no: '3', due: null }];
    expect(decide(factsOn('2026-11-20', lines)).decisions.map(({ reasons }) => reasons[0]?.code)).toEqual([
      'stage-due',
      'paid',
      'no-due-date',
    ]);
  });

  it('proposes nothing for an empty book', () => {
    expect(decide(factsOn('2026-11-20', []))).toEqual({ kept: new Map(), decisions: [], proposals: [] });
  });
});
