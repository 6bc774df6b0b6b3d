// The queue brought in line with the day: planned, refreshed, returned, cancelled, kept; and nothing on the second run.
import { describe, expect, it } from 'vitest';
import {
  askedOf,
  customer,
  Desk,
  dispute,
  type FactsChange,
  hold,
  type InvoiceText,
  ladder,
  promise,
} from '../../builders/dunning-facts';

const ONE: InvoiceText = { no: '1', due: '2026-11-02', open: 4800 };
const TWO: InvoiceText = { no: '2', due: '2026-11-03', open: 1000 };
const TIMELY: FactsChange = { segment: 'Timely' };

/** A reminder about ONE, planned on Friday 6 November and brought into a state. */
function desk(state: 'planned' | 'approved' | 'snoozed' | 'failed' | 'sending' | 'unconfirmed'): Desk {
  const made = new Desk();
  made.plan('2026-11-06', [ONE], TIMELY);
  if (state === 'snoozed') made.act('2026-11-06', 'snoozed', { until: '2026-11-12' });
  if (state === 'planned' || state === 'snoozed') return made;
  made.act('2026-11-06', 'approved');
  if (state !== 'approved') made.act('2026-11-06', 'sending');
  if (state === 'failed' || state === 'unconfirmed') made.act('2026-11-06', state);
  return made;
}

describe('a waiting reminder', () => {
  it.each(['planned', 'approved', 'snoozed', 'failed', 'unconfirmed'] as const)(
    'that is %s stays when nothing changed, and no second one is planned beside it',
    (state) => {
      expect(desk(state).plan('2026-11-06', [ONE], TIMELY)).toEqual([]);
    },
  );

  it.each(['planned', 'approved', 'snoozed', 'failed'] as const)('that is %s is cancelled when paid', (state) => {
    const made = desk(state);
    const { id } = made.waiting();
    expect(made.plan('2026-11-09', [{ ...ONE, open: 0 }], TIMELY)).toEqual(['cancelled']);
    expect(made.history.reminders.get(id)?.code).toBe('paid');
    expect(made.history.waiting.size).toBe(0);
  });

  it.each([
    ['held', { holds: [hold()] }],
    ['promised', { promises: [promise('2026-11-20')] }],
    ['disputed', { disputes: [dispute('1')] }],
    ['do-not-contact', { customers: [customer('Acme', { doNotContact: 'yes' as const })] }],
  ])('is cancelled with the reason when it is blocked: %s', (code, change) => {
    const made = desk('approved');
    const { id } = made.waiting();
    made.plan('2026-11-09', [ONE], { ...TIMELY, ...change });
    expect(made.history.reminders.get(id)).toMatchObject({ state: 'cancelled', code });
  });

  it('is cancelled when its invoice is no longer in the sheet', () => {
    const made = desk('approved');
    const { id } = made.waiting();
    expect(made.plan('2026-11-09', [{ ...TWO, due: '2026-12-03' }], TIMELY)).toEqual(['cancelled']);
    expect(made.history.reminders.get(id)?.code).toBe('gone');
  });

  it('is kept over a weekend and a holiday', () => {
    const made = desk('approved');
    const settings = { holidays: new Set([made.facts('2026-11-09', []).asOf]) };
    for (const date of ['2026-11-07', '2026-11-08']) expect(made.plan(date, [ONE], TIMELY)).toEqual([]);
    expect(made.plan('2026-11-09', [ONE], { ...TIMELY, settings })).toEqual([]);
    expect(made.waiting().state).toBe('approved');
  });

  it('is refreshed when its amount fell: an approval stays', () => {
    const made = desk('approved');
    expect(made.plan('2026-11-09', [{ ...ONE, open: 4000 }], TIMELY)).toEqual(['refreshed']);
    expect([made.waiting().state, askedOf(made.waiting().facts)]).toEqual(['approved', { EUR: 400_000 }]);
  });

  it('comes back to a person when a line came on top of what was approved', () => {
    const made = desk('approved');
    expect(made.plan('2026-11-09', [ONE, TWO], TIMELY)).toEqual(['returned']);
    expect(made.waiting()).toMatchObject({ state: 'planned', approvedBy: '', code: 'changed' });
    expect(made.waiting().note).toContain('Invoice 2 came on top');
  });

  it('comes back to a person at any change when its words were edited', () => {
    const made = desk('planned');
    made.act('2026-11-06', 'edited', { edit: { to: 'x@acme.example', cc: '', subject: 'S', body: '4,800.00' } });
    made.act('2026-11-06', 'approved');
    expect(made.plan('2026-11-09', [{ ...ONE, open: 4000 }], TIMELY)).toEqual(['returned']);
  });

  it('that waits for a person is refreshed at any change', () => {
    const made = desk('planned');
    expect(made.plan('2026-11-09', [ONE, TWO], TIMELY)).toEqual(['refreshed']);
    expect(made.waiting().state).toBe('planned');
  });

  it('does not go by itself any more once its stage asks for review', () => {
    const policy = (sending: 'auto' | 'review') => ({ policy: ladder('New', [[1, 'friendly', { sending }]]) });
    const made = new Desk();
    made.plan('2026-11-06', [ONE], policy('auto'));
    expect(made.waiting().facts.sending).toBe('auto');
    made.plan('2026-11-06', [ONE], policy('review'));
    expect(made.waiting().facts.sending).toBe('review');
  });
});

describe('a reminder of a stage that sends by itself', () => {
  const auto = { policy: ladder('New', [[1, 'friendly', { sending: 'auto' }]]) };
  const edit = { to: 'x@acme.example', cc: '', subject: '', body: '' };

  it.each([
    ['put off and came back', [['snoozed', { until: '2026-11-09' }]]],
    [
      'had its approval taken back',
      [
        ['approved', {}],
        ['returned', {}],
      ],
    ],
    ['was edited', [['edited', { edit }]]],
  ] as const)('waits for a person once it %s, also after its amount fell', (_what, acts) => {
    const made = new Desk();
    made.plan('2026-11-06', [ONE], auto);
    expect(made.waiting().facts.sending).toBe('auto');
    for (const [kind, facts] of acts) made.act('2026-11-06', kind, facts);
    made.plan('2026-11-09', [ONE], auto);
    made.plan('2026-11-10', [{ ...ONE, open: 10 }], auto);
    expect(made.waiting().facts).toMatchObject({ sending: 'review', lines: [{ open: 1000 }] });
  });
});

describe('a reminder that was put off', () => {
  it('stays away until its day and comes back for review on it, with the figures of that day', () => {
    const made = desk('snoozed');
    expect(made.plan('2026-11-11', [ONE], TIMELY)).toEqual([]);
    expect(made.plan('2026-11-12', [ONE, TWO], TIMELY)).toEqual(['returned']);
    expect([made.waiting().state, made.waiting().facts.lines.length]).toEqual(['planned', 2]);
  });

  it('comes back on the next business day when its day is none', () => {
    const made = new Desk();
    made.plan('2026-11-06', [ONE], TIMELY);
    made.act('2026-11-06', 'snoozed', { until: '2026-11-14' });
    expect(made.plan('2026-11-14', [ONE], TIMELY)).toEqual([]);
    expect(made.plan('2026-11-16', [ONE], TIMELY)).toEqual(['returned']);
  });

  it('says at once what is missing for it when it comes back', () => {
    const made = desk('snoozed');
    const change = { ...TIMELY, customers: [customer('Acme', { email: '' })] };
    expect(made.plan('2026-11-12', [ONE], change)).toEqual(['returned', 'needs-fix']);
    expect(made.waiting()).toMatchObject({ state: 'needs-fix', code: 'no-address' });
    expect(made.plan('2026-11-12', [ONE], change)).toEqual([]);
  });
});

describe('a reminder for which something is missing', () => {
  const nobody = { ...TIMELY, customers: [customer('Acme', { email: '' })] };
  const wrong = { ...TIMELY, customers: [customer('Acme', { email: 'ap at acme' })] };

  it('waits from the beginning as one to fix, and can be approved when it was mended', () => {
    const made = new Desk();
    expect(made.plan('2026-11-06', [ONE], nobody)).toEqual(['planned']);
    expect(made.waiting()).toMatchObject({ state: 'needs-fix', code: 'no-address' });
    expect(made.plan('2026-11-06', [ONE], nobody)).toEqual([]);
    expect(made.plan('2026-11-06', [ONE], TIMELY)).toEqual(['refreshed']);
    expect(made.waiting()).toMatchObject({ state: 'planned', note: '', code: '' });
  });

  it('says the new fault when another took the place of the old one, once', () => {
    const made = new Desk();
    made.plan('2026-11-06', [ONE], nobody);
    expect(made.plan('2026-11-06', [ONE], wrong)).toEqual(['needs-fix']);
    expect(made.waiting().code).toBe('bad-address');
    expect(made.plan('2026-11-06', [ONE], wrong)).toEqual([]);
  });

  it('loses its approval', () => {
    const made = desk('approved');
    expect(made.plan('2026-11-09', [ONE], nobody)).toEqual(['needs-fix']);
    expect(made.waiting().state).toBe('needs-fix');
  });
});

describe('a reminder that was being sent when the run ended', () => {
  it('becomes unconfirmed, whatever else changed, and is never planned again by itself', () => {
    const made = desk('sending');
    expect(made.plan('2026-11-09', [{ ...ONE, open: 0 }], TIMELY)).toEqual(['unconfirmed']);
    for (const date of ['2026-11-10', '2026-12-10']) expect(made.plan(date, [ONE, TWO], TIMELY)).toEqual([]);
  });

  it('counts from the day it was started when a person finds it in Sent', () => {
    const made = desk('sending');
    made.plan('2026-11-09', [ONE], TIMELY);
    made.act('2026-11-20', 'sent');
    expect(made.history.lastContact.get('acme')?.on).toBe(made.facts('2026-11-06', []).asOf);
    expect(made.history.completed.get('acme|1')).toHaveLength(1);
  });
});

describe('references', () => {
  it('are different for reminders planned at once and later', () => {
    const made = new Desk();
    const lines = Array.from({ length: 300 }, (_, i) => ({ ...ONE, customer: `C${i}` }));
    made.plan('2026-11-06', lines, TIMELY);
    made.plan(
      '2026-11-06',
      lines.map((line) => ({ ...line, open: 0 })),
      TIMELY,
    );
    made.plan('2026-11-06', lines, TIMELY);
    expect(made.history.reminders.size).toBe(600);
  });
});
