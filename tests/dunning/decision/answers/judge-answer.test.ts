// What is made of an answer by the form, by example; and the laws: no mail for two business days, no amount changes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type GivenAnswer,
  type JudgedAnswer,
  judgeAnswer,
} from '../../../../src/dunning/decision/answers/judge-answer';
import { blocksOf } from '../../../../src/dunning/decision/blocks';
import { decide } from '../../../../src/dunning/decision/decide';
import type { Facts } from '../../../../src/dunning/decision/facts';
import { ANSWER_KINDS, type AnswerFacts } from '../../../../src/dunning/history/answer-facts';
import { answered } from '../../../../src/dunning/history/answers';
import { workbookEvent } from '../../../../src/dunning/history/events';
import { isoOf, plusBusinessDays } from '../../../../src/receivables/day';
import {
  askedOf,
  asking,
  Desk,
  day,
  dispute,
  type FactsChange,
  hold,
  ladder,
  promise,
  said,
} from '../../../builders/dunning-facts';
import { runs } from '../../../builders/property-runs';

const LINES = [
  { no: '1', due: '2026-11-02', open: 4800 },
  { no: '2', due: '2026-11-05', open: 200 },
];
const POLICY = ladder('New', [
  [2, 'friendly'],
  [10, 'personal', { minimumGap: 1 }],
  [20, 'firm', { minimumGap: 1 }],
]);
const SENT = '2026-11-10';

/** A desk whose mail about both invoices left on a Tuesday, and the reference of that mail. */
function sentDesk(lines = LINES): {
  desk: Desk;
  reference: string;
  facts: (on: string, change?: FactsChange) => Facts;
} {
  const desk = new Desk();
  desk.plan(SENT, lines, { policy: POLICY });
  const reference = desk.waiting().id;
  desk.carryOut(SENT);
  return { desk, reference, facts: (on, change = {}) => desk.facts(on, lines, { policy: POLICY, ...change }) };
}

const GIVEN: Omit<GivenAnswer, 'reference'> = {
  ...{ row: 'r1', what: 'promise', on: day('2026-11-12'), day: day('2026-11-20'), words: '', address: '' },
};

function judge(facts: Facts, given: GivenAnswer): JudgedAnswer {
  return judgeAnswer(given, facts, blocksOf(facts));
}

/** What was made of it: `taken`, `asked: why`, or why it was left. */
function verdictOf(facts: Facts, given: GivenAnswer): string {
  const judged = judge(facts, given);
  if ('apart' in judged) return judged.apart;
  const { made, why = '' } = judged.taken;
  return why === '' ? made : `${made}: ${why}`;
}

function take(desk: Desk, on: string, judged: JudgedAnswer): AnswerFacts {
  if ('apart' in judged) throw new Error(judged.message);
  const { taken, reminder } = judged;
  const about = { reference: reminder.id, invoices: '', actor: 'ann@ourfirm.example', note: '' };
  desk.append(on, [answered(taken, { key: 'acme', name: 'Acme' }, about)]);
  return taken;
}

describe('a promise by the form', () => {
  it('is taken by itself when nothing speaks against it', () => {
    const { facts, reference } = sentDesk();
    expect(verdictOf(facts('2026-11-12'), { ...GIVEN, reference })).toBe('taken');
  });

  it.each<[string, Partial<GivenAnswer>, FactsChange, RegExp]>([
    ['no day was named', { day: null }, {}, /no day/],
    ['the day has passed', { day: day('2026-11-11') }, {}, /has passed/],
    ['it is fifteen days ahead', { day: day('2026-11-27') }, {}, /more than 14 days/],
    ['a promise was broken', {}, { promises: [promise('2026-10-20', { state: 'broken' })] }, /broken within 90/],
    [
      'two were made about it',
      {},
      {
        promises: [
          promise('2026-10-02', { state: 'kept', recorded: day('2026-11-10') }),
          promise('2026-10-04', { state: 'kept', recorded: day('2026-11-11') }),
        ],
      },
      /2 times in this round/,
    ],
    ['another one runs', {}, { promises: [promise('2026-11-16')] }, /still runs/],
    ['it is disputed', {}, { disputes: [dispute('1')] }, /not settled/],
    ['they are paused', {}, { holds: [hold()] }, /paused/],
    [
      'a promise cannot be read',
      {},
      { promises: [promise('2026-11-16', { unreadable: 'State is odd' })] },
      /cannot be read/,
    ],
  ])('is a wish that a person decides about when %s', (_, change, facts, why) => {
    const { facts: on, reference } = sentDesk();
    const given = { ...GIVEN, ...change, reference };
    expect(verdictOf(on('2026-11-12', facts), given)).toMatch(why);
    expect(verdictOf(on('2026-11-12', facts), given)).toMatch(/^asked: /);
  });

  it.each([
    ['2026-11-26', 'taken', 'fourteen days ahead'],
    ['2026-11-27', 'asked', 'fifteen'],
  ])('is taken up to fourteen days ahead: %s is %s', (iso, made) => {
    const { facts, reference } = sentDesk();
    expect(verdictOf(facts('2026-11-12'), { ...GIVEN, day: day(iso), reference }).split(':')[0]).toBe(made);
  });

  it.each([
    ['2026-12-17', 'taken'],
    ['2026-12-18', 'asked'],
  ])('is taken for a day on which nothing is more than 45 days past due: %s is %s', (iso, made) => {
    const { facts, reference } = sentDesk();
    const given = { ...GIVEN, on: day('2026-12-10'), day: day(iso), reference };
    expect(verdictOf(facts('2026-12-10'), given).split(':')[0]).toBe(made);
  });

  it('is never taken after a final reminder, whichever mail it answers', () => {
    const policy = ladder('New', [
      [2, 'personal'],
      [3, 'final', { minimumGap: 1 }],
    ]);
    const desk = new Desk();
    const [lines] = [LINES.slice(0, 1)];
    const contactRules = null;
    desk.plan('2026-11-04', lines, { policy, settings: { contactRules } });
    const reference = desk.waiting().id;
    desk.carryOut('2026-11-04');
    desk.plan('2026-11-05', lines, { policy, settings: { contactRules } });
    expect(desk.waiting().facts.tone).toBe('final');
    desk.carryOut('2026-11-05');
    const facts = desk.facts('2026-11-12', lines, { policy, settings: { contactRules } });
    expect(verdictOf(facts, { ...GIVEN, reference })).toBe('asked: A final reminder was sent.');
  });

  it('that says the same as one that stands is taken again and promises nothing new', () => {
    const { facts, reference } = sentDesk();
    const on = facts('2026-11-12', { promises: [promise('2026-11-20')] });
    expect(verdictOf(on, { ...GIVEN, reference })).toBe('taken');
  });

  it('keeps all else silent for two business days, and not the word before its own day', () => {
    const { desk, facts, reference } = sentDesk();
    const taken = take(desk, '2026-11-12', judge(facts('2026-11-12'), { ...GIVEN, reference }));
    expect(taken.quietTo).toBe('2026-11-16');
    expect(said(facts('2026-11-16'))).toBe('blocked replied');
    const word = ladder('New', [[-2, 'friendly', { anchor: 'promise', template: 'Promise reminder' }]]);
    const ahead = (iso: string) =>
      facts(iso, { policy: [...POLICY, ...word], promises: [promise('2026-11-17', { recorded: day('2026-11-12') })] });
    expect(asking(ahead('2026-11-16')).map(({ anchor }) => anchor)).toEqual(['promise']);
  });
});

describe('other answers', () => {
  it('“already paid” pauses five business days, once for each invoice', () => {
    const { desk, facts, reference } = sentDesk();
    const paid = { ...GIVEN, what: 'paid' as const, day: null, reference };
    const first = take(desk, '2026-11-12', judge(facts('2026-11-12'), paid));
    expect(first).toMatchObject({ until: '2026-11-19', keys: ['acme|1', 'acme|2'] });
    expect(said(facts('2026-11-19'))).toBe('blocked held');
    expect(said(facts('2026-11-20'))).toBe('remind stage-due');
    const again = judge(facts('2026-11-20'), { ...paid, row: 'r2', words: 'really', on: day('2026-11-20') });
    expect('taken' in again && again.taken.until).toBeUndefined();
    take(desk, '2026-11-20', again);
    expect(said(facts('2026-11-24'))).toBe('blocked replied');
    expect(said(facts('2026-11-25'))).toBe('remind stage-due');
  });

  it('a dispute pauses until a person decides, however long that takes', () => {
    const { desk, facts, reference } = sentDesk();
    take(desk, '2026-11-12', judge(facts('2026-11-12'), { ...GIVEN, what: 'dispute', reference }));
    expect(said(facts('2027-02-01'))).toBe('blocked held');
    const decided = (outcome: string) =>
      workbookEvent('answer-decided', 'ann@ourfirm.example', '', { keys: ['r1'], outcome });
    desk.append('2026-11-12', [decided('rejected')]);
    expect(said(facts('2026-11-16'))).toBe('blocked replied');
    expect(said(facts('2026-11-18'))).toBe('remind stage-due');
    desk.append('2026-11-17', [decided('accepted')]);
    expect(desk.history.answers.get('r1')?.decision?.as).toBe('rejected');
  });

  it('a wish nobody decided about has a person read the next reminder', () => {
    const { desk, facts, reference } = sentDesk();
    take(desk, '2026-11-12', judge(facts('2026-11-12'), { ...GIVEN, day: day('2026-12-24'), reference }));
    const [proposal] = asking(facts('2026-11-18'));
    expect(proposal?.look).toContain('they would like to pay on Thu 24 Dec');
  });

  it.each([
    ['forged', { reference: '' }, '2026-11-12'],
    ['not-sent', { reference: 'DS-00000' }, '2026-11-12'],
    ['old', { on: day('2026-11-12') }, '2026-12-13'],
    [
      'left: A link may be answered for 60 days; this mail is of Tue 10 Nov 2026.',
      { on: day('2027-01-10') },
      '2027-01-10',
    ],
  ])('changes nothing when it is %s', (expected, change, on) => {
    const { facts, reference } = sentDesk();
    expect(verdictOf(facts(on), { ...GIVEN, reference, ...change })).toBe(expected);
  });

  it('changes nothing once what the mail asked for is settled', () => {
    const { facts, reference } = sentDesk();
    const settled = facts('2026-11-12', { invoices: [] });
    expect(verdictOf(settled, { ...GIVEN, reference })).toBe('left: What the mail asked for is settled.');
  });

  it('changes nothing while the mail has not left', () => {
    const desk = new Desk();
    desk.plan(SENT, LINES, { policy: POLICY });
    const facts = desk.facts('2026-11-12', LINES, { policy: POLICY });
    expect(verdictOf(facts, { ...GIVEN, reference: desk.waiting().id })).toBe('not-sent');
  });

  it('keeps back what another customer pays for them since', () => {
    const { desk, facts, reference } = sentDesk();
    take(desk, '2026-11-12', judge(facts('2026-11-12'), { ...GIVEN, what: 'contact', reference }));
    const debtorOn = (date: string) => {
      const own = facts(date);
      const [invoice] = own.invoices.map((one) => ({ ...one, customerKey: 'holding', debtorKey: 'acme' }));
      return invoice && blocksOf({ ...own, invoices: [invoice] }).debtor(invoice)?.reasons[0]?.code;
    };
    expect(['2026-11-13', '2026-11-16', '2026-11-17'].map(debtorOn)).toEqual(['replied', 'replied', undefined]);
  });

  it('changes nothing a second time; said otherwise it is asked about', () => {
    const { desk, facts, reference } = sentDesk();
    take(desk, '2026-11-12', judge(facts('2026-11-12'), { ...GIVEN, reference }));
    expect(verdictOf(facts('2026-11-13'), { ...GIVEN, row: 'r2', reference })).toBe('repeated');
    expect(verdictOf(facts('2026-11-13'), { ...GIVEN, row: 'r3', day: day('2026-11-23'), reference })).toMatch(
      /^asked: .*otherwise/,
    );
    for (let at = 2; at < 9; at += 1) {
      const judged = judge(facts('2026-11-13'), { ...GIVEN, row: `s${at}`, words: `${at}`, reference });
      if ('taken' in judged) take(desk, '2026-11-13', judged);
    }
    expect(desk.history.answers.size).toBe(5);
  });

  it('counts the very same row once, and follows an invoice that gets another number', () => {
    const { desk, facts, reference } = sentDesk();
    const judged = judge(facts('2026-11-12'), { ...GIVEN, what: 'dispute', reference });
    take(desk, '2026-11-12', judged);
    take(desk, '2026-11-13', judged);
    expect(desk.history.answers.size).toBe(1);
    desk.append('2026-11-13', [
      workbookEvent('marks-followed', 'x', '', {
        customerKey: 'acme',
        code: 'renumbered',
        keys: [],
        moved: [['acme|1', 'acme|1a']],
      }),
    ]);
    const moved = desk.facts('2026-11-30', [{ no: '1a', due: '2026-11-02', open: 4800 }], { policy: POLICY });
    expect(said(moved, '1a')).toBe('blocked held');
  });
});

describe('laws of answers', () => {
  const anything = fc.record({
    what: fc.constantFrom(...ANSWER_KINDS),
    ahead: fc.option(fc.integer({ min: -20, max: 80 }), { nil: null }),
    after: fc.integer({ min: 0, max: 50 }),
    words: fc.string({ maxLength: 30 }),
    address: fc.string({ maxLength: 30 }),
  });

  it('no mail leaves within two business days of an answer that is taken, and no amount changes', () => {
    const { desk: _, reference: __, ...rest } = sentDesk();
    expect(rest).toBeDefined();
    fc.assert(
      fc.property(anything, fc.integer({ min: 0, max: 20 }), ({ what, ahead, after, words, address }, later) => {
        const { desk, facts, reference } = sentDesk();
        const today = day(SENT) + after;
        const on = isoOf(today);
        const before = facts(isoOf(today + later));
        const asked = asking(before).map((one) => askedOf(one));
        const given = {
          ...GIVEN,
          reference,
          what,
          on: today,
          day: ahead === null ? null : today + ahead,
          words,
          address,
        };
        const judged = judge(facts(on), given);
        expect(judge(facts(on), given)).toEqual(judged);
        if ('apart' in judged) return;
        if (judged.taken.made === 'taken') {
          expect(what).toBe('promise');
          expect(ahead ?? -1).toBeGreaterThanOrEqual(0);
          expect(ahead ?? 99).toBeLessThanOrEqual(14);
          expect(today + (ahead ?? 0)).toBeLessThanOrEqual(day('2026-11-02') + 45);
        }
        take(desk, on, judged);
        const then = facts(isoOf(today + later));
        expect(then.invoices).toEqual(before.invoices);
        const proposals = decide(then).proposals;
        if (judged.taken.made === 'left') expect(proposals).toEqual(decide(before).proposals);
        else if (then.asOf <= plusBusinessDays(today, 2)) expect(proposals).toEqual([]);
        for (const one of asking(then)) expect(asked).toContainEqual(askedOf(one));
      }),
      { numRuns: runs(60, 600) },
    );
  });
});
