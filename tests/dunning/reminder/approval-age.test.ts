// How long an approval holds: five business days, three for firm and above; then the plan asks for it again.
import { describe, expect, it } from 'vitest';
import { reminderEvent } from '../../../src/dunning/history/events';
import type { Reminder } from '../../../src/dunning/history/reminder';
import { tooOld } from '../../../src/dunning/reminder/approval-age';
import { Desk, day, type FactsChange, factsOn, type InvoiceText } from '../../builders/dunning-facts';

const ONE: InvoiceText = { no: '1', due: '2026-11-02', open: 4800 };
const TIMELY: FactsChange = { segment: 'Timely' };

/** A reminder planned on Fri 6 Nov, approved that day by Ann. */
function approved(): Desk {
  const desk = new Desk();
  desk.plan('2026-11-06', [ONE], TIMELY);
  desk.act('2026-11-06', 'approved');
  return desk;
}

function oldOn(
  asOf: string,
  change: Partial<Reminder['facts']>,
  more: Partial<Reminder> = {},
  holidays: string[] = [],
) {
  const waiting = approved().waiting();
  const facts = factsOn(asOf, [], { settings: { holidays: new Set(holidays.map(day)) } });
  return tooOld({ ...waiting, ...more, facts: { ...waiting.facts, ...change } }, facts);
}

describe('an approval', () => {
  it('holds five business days', () => {
    expect(oldOn('2026-11-13', { tone: 'friendly' })).toBe('');
    expect(oldOn('2026-11-16', { tone: 'friendly' })).toBe(
      'Approved on Fri 6 Nov, asked again because more than 5 business days have passed.',
    );
  });

  it.each(['firm', 'final'])('of a %s mail holds three', (tone) => {
    expect(oldOn('2026-11-11', { tone })).toBe('');
    expect(oldOn('2026-11-12', { tone })).toBe(
      'Approved on Fri 6 Nov, asked again because more than 3 business days have passed, which is as long as the approval of a firm mail holds.',
    );
  });

  it('of a firm mail does not grow older on a Friday, when no firm word goes out', () => {
    const wednesday = { approvedAt: '2026-11-04 09:00:00' };
    expect(oldOn('2026-11-10', { tone: 'firm' }, wednesday)).toBe('');
    expect(oldOn('2026-11-11', { tone: 'firm' }, wednesday)).toContain('Approved on Wed 4 Nov, asked again');
    expect(oldOn('2026-11-11', { tone: 'friendly' }, wednesday)).toBe('');
    expect(oldOn('2026-11-12', { tone: 'friendly' }, wednesday)).toContain('more than 5 business days');
  });

  it('does not grow older on a holiday', () => {
    expect(oldOn('2026-11-16', { tone: 'friendly' }, {}, ['2026-11-11'])).toBe('');
  });

  it('of the policy itself holds as long as the policy says so, and that of a call as long as nobody calls', () => {
    expect(oldOn('2026-11-30', {}, { approvedBy: 'policy' })).toBe('');
    expect(oldOn('2026-11-30', { channel: 'call' })).toBe('');
  });
});

describe('the plan', () => {
  it('brings a mail back to review whose approval is too old, once', () => {
    const desk = approved();
    expect(desk.plan('2026-11-13', [ONE], TIMELY)).toEqual([]);
    expect(desk.plan('2026-11-16', [ONE], TIMELY)).toEqual(['returned']);
    expect(desk.waiting()).toMatchObject({ state: 'planned', code: 'approval-old', approvedAt: '', approvedBy: '' });
    expect(desk.waiting().note).toContain('Approved on Fri 6 Nov, asked again because');
    expect(desk.plan('2026-11-16', [ONE], TIMELY)).toEqual([]);
  });

  it('brings it back although less is open meanwhile, with the figures of today', () => {
    const desk = approved();
    expect(desk.plan('2026-11-16', [{ ...ONE, open: 1000 }], TIMELY)).toEqual(['returned']);
    expect(desk.waiting().facts.lines[0]?.open).toBe(100_000);
  });

  it('leaves it approved for as long again once a person approved it anew', () => {
    const desk = approved();
    desk.plan('2026-11-16', [ONE], TIMELY);
    desk.act('2026-11-16', 'approved');
    expect(desk.plan('2026-11-23', [ONE], TIMELY)).toEqual([]);
    expect(desk.plan('2026-11-24', [ONE], TIMELY)).toEqual(['returned']);
  });

  it('counts from the approval of the person, not from the hours at which the schedule tried again', () => {
    const desk = approved();
    desk.act('2026-11-13', 'sending');
    desk.act('2026-11-13', 'failed', { code: 'quota' });
    const { id, facts } = desk.waiting();
    desk.append('2026-11-16', [reminderEvent('approved', id, facts, 'schedule', 'Tried again.')]);
    expect(desk.waiting()).toMatchObject({ state: 'approved', approvedBy: 'ann@ourfirm.example' });
    expect(desk.plan('2026-11-16', [ONE], TIMELY)).toEqual(['returned']);
  });
});
