// Published cases of other programs about reminding: schedules, catching up, grouping, reversals, opting out.
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/dunning/decision/decide';
import { isoOf } from '../../src/receivables/day';
import {
  customer,
  Desk,
  day,
  decisionOf,
  type FactsChange,
  factsOn,
  hold,
  type InvoiceText,
  ladder,
  proposalOf,
  said,
} from '../builders/dunning-facts';
import { ABOUT_REMINDING, type DeliberateCase, type ForeignCase, SOURCES, type TriedCase } from '../peer-cases';

const LINE: InvoiceText = { no: '1', due: '2026-11-02', open: 100 };

/** One mail after so many days past due. */
function after(...days: readonly number[]): FactsChange {
  return {
    policy: ladder(
      'New',
      days.map((one) => [one, 'friendly', { minimumGap: 1 }] as const),
    ),
  };
}

/** Plans several times on each day of a span, carries out what waits, and tells what: `2024-03-06 1`. */
function sentOn(desk: Desk, from: string, to: string, line: InvoiceText, change: FactsChange, times = 1): string[] {
  const told: string[] = [];
  for (let at = day(from); at <= day(to); at += 1)
    for (let hour = 0; hour < times; hour += 1) {
      desk.plan(isoOf(at), [line], change);
      if (desk.history.waiting.size > 0) told.push(`${isoOf(at)} ${desk.carryOut(isoOf(at)).stage}`);
    }
  return told;
}

/** The day of the next contact about the only invoice. */
function nextOn(desk: Desk, on: string, line: InvoiceText, change: FactsChange): string {
  const { nextDate } = decisionOf(desk.facts(on, [line], change), line.no);
  return nextDate === null ? '' : isoOf(nextDate);
}

// Invoiced 1 March 2024, 14 days: due 15 March. 5, 10 and 15 days after the invoice are -9, -4 and 1 from the due date.
const MARCH: InvoiceText = { no: '1', due: '2024-03-15', open: 100, issued: '2024-03-01' };
const THREE = after(-9, -4, 1);
const ENDLESS: FactsChange = {
  policy: ladder('New', [
    [-9, 'friendly', { minimumGap: 1 }],
    [-4, 'friendly', { minimumGap: 1 }],
    [1, 'friendly', { minimumGap: 1, repeatEvery: 14, times: 99 }],
  ]),
};

/** A reminder about the first of two halves of an invoice of 100.00, the second not yet due. */
function halves(first: number): InvoiceText[] {
  return [
    { ...LINE, key: 'acme|1#1', due: '2026-11-05', open: first },
    { ...LINE, key: 'acme|1#2', due: '2026-11-10', open: 50 },
  ];
}

const TRIED: readonly TriedCase[] = [
  {
    id: 'P027',
    says: '100.00 at 20 days without fee or interest asks for 100.00',
    answer: () => proposalOf(factsOn('2026-11-23', [LINE])).lines.map(({ open }) => open),
    expected: [10_000],
  },
  {
    id: 'P029',
    says: 'the full payment settles the reminder',
    answer: () => {
      const desk = new Desk();
      desk.plan('2026-11-06', [LINE]);
      desk.plan('2026-11-09', [{ ...LINE, open: 0 }]);
      return [...desk.history.reminders.values()].map(({ state, code }) => `${state} ${code}`);
    },
    expected: ['cancelled paid'],
  },
  {
    id: 'P031',
    says: 'of two instalments only the overdue one is listed',
    answer: () => proposalOf(factsOn('2026-11-06', halves(50), after(1))).lines.map(({ key }) => key),
    expected: ['acme|1#1'],
  },
  {
    id: 'P033',
    says: 'the instalment is paid, then the payment is cancelled: overdue again',
    answer: () => {
      const desk = new Desk();
      desk.plan('2026-11-06', halves(50), after(1, 3));
      desk.carryOut('2026-11-06');
      const paid = desk.facts('2026-11-09', halves(0), after(1, 3));
      const again = desk.facts('2026-11-09', halves(50), after(1, 3));
      return [decide(paid).proposals.length, proposalOf(again).stage, proposalOf(again).leadKey];
    },
    expected: [0, 2, 'acme|1#1'],
  },
  {
    id: 'P037',
    says: 'reminder 1 on 6 March, once, the next five days later',
    answer: () => {
      const desk = new Desk();
      return [...sentOn(desk, '2024-03-01', '2024-03-07', MARCH, THREE, 24), nextOn(desk, '2024-03-07', MARCH, THREE)];
    },
    expected: ['2024-03-06 1', '2024-03-11'],
  },
  {
    id: 'P045',
    says: 'an hourly run of 50 hours sends reminder 1 once, not before its day',
    answer: () =>
      sentOn(
        new Desk(),
        '2026-11-02',
        '2026-11-05',
        { ...LINE, due: '2026-11-07', issued: '2026-11-02' },
        after(-3),
        24,
      ),
    expected: ['2026-11-04 1'],
  },
  {
    id: 'P047',
    says: 'due in 30 days, reminders 23 and 1 before and 1 after: the next is in seven days',
    answer: () =>
      nextOn(new Desk(), '2026-11-02', { ...LINE, due: '2026-12-02', issued: '2026-11-02' }, after(-23, -1, 1)),
    expected: '2026-11-09',
  },
  {
    id: 'P051',
    says: 'an invoice due a year ago gets level 1 alone',
    answer: () => {
      const { proposals } = decide(
        factsOn('2026-11-20', [{ ...LINE, due: '2025-11-20', open: 500 }], after(10, 30, 40)),
      );
      return proposals.map(({ stage, lines }) => [stage, lines.length]);
    },
    expected: [[1, 1]],
  },
  {
    id: 'P055',
    says: 'due 20 January, 10 days: fires on the 30th, not on the 29th',
    answer: () =>
      ['2026-01-29', '2026-01-30'].map((on) => said(factsOn(on, [{ ...LINE, due: '2026-01-20' }], after(10)))),
    expected: ['wait not-due-yet', 'remind stage-due'],
  },
  {
    id: 'P061',
    says: 'one invoice 20 and one 2 days late, from 7 days on: one reminder that lists both',
    answer: () => {
      const lines = [
        { ...LINE, due: '2026-10-31' },
        { ...LINE, no: '2', due: '2026-11-18' },
      ];
      return proposalOf(factsOn('2026-11-20', lines, after(7))).lines.map(({ invoice, stage }) => [
        invoice,
        stage?.stage ?? null,
      ]);
    },
    expected: [
      ['1', 1],
      ['2', null],
    ],
  },
  {
    id: 'P063',
    says: 'a customer, or an invoice, that is not to be reminded is left out',
    answer: () => [
      said(factsOn('2026-11-20', [LINE], { customers: [customer('Acme', { doNotContact: 'yes' })] })),
      decide(factsOn('2026-11-20', [LINE, { ...LINE, no: '2' }], { holds: [hold({ invoice: '1' })] })).proposals.map(
        ({ lines }) => lines.map(({ invoice }) => invoice),
      ),
    ],
    expected: ['blocked do-not-contact', [['2']]],
  },
  {
    id: 'P069',
    says: 'due in four days: no stage yet',
    answer: () => said(factsOn('2026-07-16', [{ ...LINE, due: '2026-07-20' }], after(7, 14))),
    expected: 'wait not-due-yet',
  },
  {
    id: 'P071',
    says: 'the first dunning at 14 days comes on the 14th day',
    answer: () => said(factsOn('2026-07-16', [{ ...LINE, due: '2026-07-02' }], after(14))),
    expected: 'remind stage-due',
  },
  {
    id: 'P075',
    says: 'no due date: no stage, no days, and it is named',
    answer: () => {
      const { invoice, stage, decision, reasons } = decisionOf(factsOn('2026-07-16', [{ ...LINE, due: null }]), '1');
      return [invoice.daysPastDue, stage, decision, reasons[0]?.code];
    },
    expected: [null, null, 'needs-fix', 'no-due-date'],
  },
];

const DELIBERATE: readonly DeliberateCase[] = [
  {
    id: 'P035',
    says: 'a full credit note that is not applied leaves the dunning unresolved',
    answer: () => {
      const desk = new Desk();
      desk.plan('2026-11-12', [LINE]);
      desk.plan('2026-11-12', [LINE, { no: 'C', due: null, open: -100 }]);
      return [...desk.history.reminders.values()].map(({ state, code }) => `${state} ${code}`);
    },
    expected: ['cancelled net-credit'],
    because: 'Nobody is asked for money that is owed back to them; a person allocates the credit first.',
  },
  {
    id: 'P039',
    says: 'reminder 2 on 11 March; the next on 16 March, a Saturday',
    answer: () => {
      const desk = new Desk();
      return [...sentOn(desk, '2024-03-01', '2024-03-12', MARCH, THREE), nextOn(desk, '2024-03-12', MARCH, THREE)];
    },
    expected: ['2024-03-06 1', '2024-03-11 2', '2024-03-18'],
    because: 'Nothing is sent on a weekend: the day rolls to Monday.',
  },
  {
    id: 'P041',
    says: 'after three reminders an endless one on 30 March, a Saturday, and again 14 days later',
    answer: () => sentOn(new Desk(), '2024-03-01', '2024-04-16', MARCH, ENDLESS),
    expected: ['2024-03-06 1', '2024-03-11 2', '2024-03-18 3', '2024-04-01 3', '2024-04-15 3'],
    because: 'The third fell on a Monday instead of a Saturday, and fourteen days count from the actual sending.',
  },
  {
    id: 'P049',
    says: 'reminder 1 was sent yesterday, reminder 2 is of today: the next is tomorrow',
    answer: () => {
      const line = { ...LINE, due: '2026-11-03' };
      const desk = new Desk();
      sentOn(desk, '2026-11-04', '2026-11-04', line, after(1, 2, 3));
      return [said(desk.facts('2026-11-05', [line], after(1, 2, 3))), nextOn(desk, '2026-11-05', line, after(1, 2, 3))];
    },
    expected: ['remind stage-due', '2026-11-05'],
    because: 'A day is not past before it is over: what is due today goes out today.',
  },
  {
    id: 'P053',
    says: 'a run dated before the last one is an error',
    answer: () => {
      const desk = new Desk();
      sentOn(desk, '2026-11-06', '2026-11-06', LINE, after(1, 2));
      return decide(desk.facts('2026-10-22', [LINE], after(1, 2))).proposals.length;
    },
    expected: 0,
    because: 'A dry run of any day is allowed: it writes nothing and repeats nothing; the schedule knows today alone.',
  },
  {
    id: 'P065',
    says: 'start days of -1 and an interval of 0 days are errors',
    answer: () => {
      const policy = ladder('New', [
        [-1, 'friendly', { minimumGap: 0 }],
        [-1, 'friendly', { minimumGap: 0 }],
      ]);
      return sentOn(new Desk(), '2026-11-10', '2026-11-13', { ...LINE, due: '2026-11-13' }, { policy }, 3);
    },
    expected: ['2026-11-12 1'],
    because: 'Negative days are before the due date; a gap of 0 counts as one day.',
  },
  {
    id: 'P073',
    says: 'a table of stages in any order, 14 days late: the highest threshold that was reached wins',
    answer: () => {
      const [first, second] = ladder('New', [
        [0, 'friendly'],
        [7, 'firm'],
      ]);
      const policy = first && second ? [second, first] : [];
      return proposalOf(factsOn('2026-07-16', [{ ...LINE, due: '2026-07-02' }], { policy })).stage;
    },
    expected: 1,
    because: 'Rows may stand in any order, but no stage is skipped: the first contact is the first stage.',
  },
];

const FOREIGN: readonly ForeignCase[] = [
  {
    id: 'P043',
    says: 'an endless reminder every month',
    because: 'Stages repeat after days; what comes monthly is the statement, on the first business day.',
  },
  {
    id: 'P057',
    says: 'the lowest level counts from the previous one',
    because: 'Stages count from a day, never from the stage before.',
  },
  {
    id: 'P091',
    says: 'a block repeated for each row of a recipient',
    because: 'A mail has one table a currency instead of repeated blocks.',
  },
];

describe('published cases about reminding', () => {
  it.each(TRIED.map((one) => [one.id, one.says, one] as const))('%s: %s', (id, _says, { answer, expected }) => {
    expect(answer(), SOURCES[id]).toEqual(expected);
  });

  it.each(DELIBERATE.map((one) => [one.id, one.says, one] as const))(
    '%s, answered otherwise on purpose: %s',
    (id, _says, { answer, expected, because }) => {
      expect(answer(), SOURCES[id]).toEqual(expected);
      expect(because).toMatch(/\.$/);
    },
  );

  it('are all here: tried, answered otherwise, or about something else', () => {
    const here = [...TRIED, ...DELIBERATE, ...FOREIGN].map(({ id }) => id);
    expect(here.sort()).toEqual([...ABOUT_REMINDING].sort());
    for (const { because } of FOREIGN) expect(because).toMatch(/\.$/);
  });

  it('are 48, those about what is owed included', () => {
    expect(Object.keys(SOURCES)).toHaveLength(48);
  });
});
