// What a threat needs: the hold notice a credit hold, the final reminder a chosen next step, two contacts, tasks that were done.
import { describe, expect, it } from 'vitest';
import { decide } from '../../../src/dunning/decision/decide';
import type { Customer } from '../../../src/dunning/decision/facts';
import type { PolicyRow } from '../../../src/dunning/policy/policy';
import { customer, Desk, type FactsChange, type InvoiceText, ladder, proposalOf } from '../../builders/dunning-facts';

const POLICY = ladder('New', [
  [2, 'friendly', { template: 'Friendly' }],
  [9, 'firm', { template: 'Firm' }],
  [21, 'final', { template: 'Final' }],
  [35, 'neutral', { template: 'Task hand-over', channel: 'task', to: ['owner'] }],
]);
const BOOK: InvoiceText[] = [{ no: '1', due: '2026-11-02', open: 4800 }];
const NO_STEP: FactsChange = { policy: POLICY, settings: { nextStep: '' } };

/** A desk that has sent the friendly and the firm mail. */
function warned(change: FactsChange = { policy: POLICY }): Desk {
  const desk = new Desk();
  for (const on of ['2026-11-04', '2026-11-11']) {
    desk.plan(on, BOOK, change);
    desk.carryOut(on);
  }
  return desk;
}

describe('the final reminder', () => {
  it('waits as needs fixing while no next step was chosen, and is planned once one is', () => {
    const desk = warned(NO_STEP);
    expect(desk.plan('2026-11-23', BOOK, NO_STEP)).toEqual(['planned']);
    expect(desk.waiting()).toMatchObject({ state: 'needs-fix', code: 'next-step-missing' });
    expect(desk.waiting().note).toContain('Choose the next step');
    const chosen = { policy: POLICY, settings: { nextStep: 'handing the account to our lawyers' } };
    expect(desk.plan('2026-11-24', BOOK, chosen)).toEqual(['refreshed']);
    expect(desk.waiting()).toMatchObject({ state: 'planned', facts: { tone: 'final', template: 'Final' } });
  });

  it.each([
    ['de: die Übergabe an unsere Anwälte', 'en', 'next-step-missing'],
    ['de: die Übergabe an unsere Anwälte', 'de', ''],
    ['-', 'en', ''],
    ['collection', 'en', ''],
  ])('with the next step “%s” and a mail in %s: “%s”', (nextStep, language, code) => {
    const facts = warned().facts('2026-11-23', BOOK, {
      policy: POLICY,
      settings: { nextStep },
      customers: [customer('Acme', { language })],
    });
    expect(proposalOf(facts)).toMatchObject({ tone: 'final', fixCode: code });
  });

  it('asks for no next step of a milder word', () => {
    expect(proposalOf(new Desk().facts('2026-11-04', BOOK, NO_STEP)).fix).toBe('');
  });

  it('comes after two contacts that reached them, counted from the beginning of the round', () => {
    expect(proposalOf(warned().facts('2026-11-23', BOOK, { policy: POLICY })).template).toBe('Final');
  });

  it('is preceded by the strongest mail below it where too little reached them, which completes no stage', () => {
    const desk = new Desk();
    desk.plan('2026-11-04', BOOK, { policy: POLICY });
    desk.carryOut('2026-11-04');
    desk.plan('2026-11-11', BOOK, { policy: POLICY });
    desk.act('2026-11-11', 'skipped');
    desk.plan('2026-11-23', BOOK, { policy: POLICY });
    const { facts } = desk.waiting();
    expect(facts).toMatchObject({ template: 'Firm', tone: 'firm', sending: 'review', fix: '' });
    expect(facts.look).toContain('in place of a final reminder');
    expect(facts.reasons).toContain(
      'A final one follows once two contacts of this round reached them; this is a word before it.',
    );
    expect(facts.lines.map(({ stage }) => stage)).toEqual([null]);
    desk.carryOut('2026-11-23');
    desk.plan('2026-11-30', BOOK, { policy: POLICY });
    expect(desk.waiting().facts).toMatchObject({ template: 'Final', tone: 'final' });
  });

  it('does not count a mail that came back, nor a call that nobody answered', () => {
    const calls = ladder('New', [
      [2, 'friendly', { template: 'Friendly' }],
      [9, 'firm', { template: 'Call firm', channel: 'call' }],
      [21, 'final', { template: 'Final' }],
      [40, 'firm', { template: 'Firm' }],
    ]);
    for (const [outcome, template] of [
      ['no answer', 'Firm'],
      ['answered', 'Final'],
    ] as const) {
      const desk = new Desk();
      for (const on of ['2026-11-04', '2026-11-11']) {
        desk.plan(on, BOOK, { policy: calls });
        desk.carryOut(on, outcome);
      }
      expect(proposalOf(desk.facts('2026-11-24', BOOK, { policy: calls })).template, outcome).toBe(template);
    }
    const desk = warned();
    desk.history.bounced.set('acme', { on: desk.facts('2026-11-12', []).asOf, addresses: ['old@acme.example'] });
    expect(proposalOf(desk.facts('2026-11-24', BOOK, { policy: POLICY })).template).toBe('Firm');
  });

  it('needs fixing where no milder mail is left to say first', () => {
    const only = ladder('New', [
      [2, 'personal', { template: 'Call personal', channel: 'call' }],
      [9, 'final', { template: 'Final' }],
    ]);
    const desk = new Desk();
    desk.plan('2026-11-04', BOOK, { policy: only });
    desk.carryOut('2026-11-04');
    expect(proposalOf(desk.facts('2026-11-11', BOOK, { policy: only }))).toMatchObject({
      tone: 'final',
      fixCode: 'too-few-contacts',
    });
  });
});

describe('a further final reminder', () => {
  const policy = [...POLICY.slice(0, 3), { ...POLICY[3], days: 49 }] as PolicyRow[];
  const two: InvoiceText[] = [...BOOK, { no: '2', due: '2026-11-24', open: 4800 }];
  const saidOf = (desk: Desk, on: string, lines = two) =>
    decide(desk.facts(on, lines, { policy })).decisions.find(({ invoice }) => invoice.invoice === '2');

  /** The final one about 1 was sent on 23 Nov, its task is due from 21 Dec on; 2 went through its milder stages. */
  function undone(): Desk {
    const desk = warned();
    for (const on of ['2026-11-23', '2026-11-30', '2026-12-07']) {
      desk.plan(on, two, { policy });
      desk.carryOut(on);
    }
    expect(desk.history.completed.get('acme|1')?.map(({ stage }) => stage)).toEqual([1, 2, 3]);
    expect(desk.history.completed.get('acme|2')?.map(({ stage }) => stage)).toEqual([1, 2]);
    return desk;
  }

  it('waits while the task behind an earlier one is undone for ten business days, and says so', () => {
    const desk = undone();
    desk.plan('2026-12-21', two, { policy });
    expect(desk.waiting().facts).toMatchObject({ channel: 'task', template: 'Task hand-over' });
    expect(saidOf(desk, '2026-12-31')?.decision).toBe('remind');
    expect(saidOf(desk, '2027-01-04')).toMatchObject({ decision: 'wait', reasons: [{ code: 'final-not-followed' }] });
    expect(saidOf(desk, '2027-01-04')?.reasons[0]?.message).toContain(
      'The final reminder about 1 was not followed up: its task has waited for 10 business days.',
    );
  });

  it('goes once the earlier one is paid or handed over', () => {
    const desk = undone();
    const paid: InvoiceText[] = [{ no: '1', due: '2026-11-02', open: 0 }, ...two.slice(1)];
    expect(proposalOf(desk.facts('2027-01-04', paid, { policy }))).toMatchObject({ template: 'Final', tone: 'final' });
    desk.history.handedOver.set('acme|1', desk.facts('2026-12-28', []).asOf);
    expect(saidOf(desk, '2027-01-04')?.decision).toBe('remind');
  });
});

describe('the hold notice', () => {
  const policy = ladder('New', [
    [2, 'friendly', { template: 'Friendly' }],
    [9, 'firm', { template: 'Hold notice' }],
    [14, 'firm', { template: 'Firm' }],
  ]);
  const on = (creditHold: Customer['creditHold']) => ({ policy, customers: [customer('Acme', { creditHold })] });

  it.each([
    ['yes', 'Hold notice'],
    ['no', 'Firm'],
    ['unreadable', 'Firm'],
  ] as const)('leaves only while the credit hold is on (%s): else the ladder goes on without it', (state, template) => {
    const desk = new Desk();
    desk.plan('2026-11-04', BOOK, on(state));
    desk.carryOut('2026-11-04');
    desk.plan('2026-11-18', BOOK, on(state));
    expect(desk.waiting().facts.template).toBe(template);
  });

  it('is no longer what was approved once the hold is lifted', () => {
    const desk = new Desk();
    desk.plan('2026-11-04', BOOK, on('yes'));
    desk.carryOut('2026-11-04');
    desk.plan('2026-11-11', BOOK, on('yes'));
    desk.act('2026-11-11', 'approved');
    expect(desk.plan('2026-11-12', BOOK, on('no'))).toEqual(['cancelled']);
    expect(desk.plan('2026-11-16', BOOK, on('no'))).toEqual(['planned']);
    expect(desk.waiting().facts.template).toBe('Firm');
  });
});
