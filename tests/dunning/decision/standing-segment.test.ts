// Segments that change: a new one counts after a week, and every step of it is written down with its rule.
import { describe, expect, it } from 'vitest';
import { segmentEvents, standingSegment } from '../../../src/dunning/decision/standing-segment';
import { Desk, decisionOf, type FactsChange, type InvoiceText } from '../../builders/dunning-facts';

const LINE: InvoiceText = { no: '1', due: '2026-12-20', open: 500 };
const TIMELY: FactsChange = { segment: 'Timely' };
const DELINQUENT: FactsChange = { segment: 'Delinquent SMB' };

/** What the log says about segments: `2026-11-03 segment-pending Delinquent SMB`. */
function told(desk: Desk): string[] {
  return desk.events
    .filter(({ kind }) => kind.startsWith('segment'))
    .map(({ at, kind, facts }) =>
      `${at.slice(0, 10)} ${kind} ${facts.segment ?? Object.keys(facts.segments ?? {}).join()}`.trim(),
    );
}

describe('the segment of a customer without a running round', () => {
  it('is the computed one when the customer is seen for the first time', () => {
    const desk = new Desk();
    desk.plan('2026-11-02', [LINE], TIMELY);
    expect(decisionOf(desk.facts('2026-11-02', [LINE], TIMELY), '1').segment).toBe('Timely');
    expect(told(desk)).toEqual(['2026-11-02 segments Timely']);
  });

  it('changes on the seventh day after another one was first computed, not a day earlier', () => {
    const desk = new Desk();
    desk.plan('2026-11-02', [LINE], TIMELY);
    for (let date = 3; date <= 9; date += 1) {
      desk.plan(`2026-11-0${date}`, [LINE], DELINQUENT);
      expect(decisionOf(desk.facts(`2026-11-0${date}`, [LINE], DELINQUENT), '1').segment).toBe('Timely');
    }
    expect(decisionOf(desk.facts('2026-11-10', [LINE], DELINQUENT), '1').segment).toBe('Delinquent SMB');
    desk.plan('2026-11-10', [LINE], DELINQUENT);
    expect(told(desk)).toEqual([
      '2026-11-02 segments Timely',
      '2026-11-03 segment-pending Delinquent SMB',
      '2026-11-10 segment-changed Delinquent SMB',
    ]);
  });

  it('stays when the computed one comes back within the week, and the week begins anew', () => {
    const desk = new Desk();
    desk.plan('2026-11-02', [LINE], TIMELY);
    desk.plan('2026-11-03', [LINE], DELINQUENT);
    desk.plan('2026-11-06', [LINE], TIMELY);
    desk.plan('2026-11-07', [LINE], DELINQUENT);
    expect(decisionOf(desk.facts('2026-11-13', [LINE], DELINQUENT), '1').segment).toBe('Timely');
    expect(decisionOf(desk.facts('2026-11-14', [LINE], DELINQUENT), '1').segment).toBe('Delinquent SMB');
    expect(told(desk)).toContain('2026-11-06 segment-kept Timely');
  });

  it('says while it waits what is computed and from when it counts', () => {
    const desk = new Desk();
    desk.plan('2026-11-02', [LINE], TIMELY);
    desk.plan('2026-11-03', [LINE], DELINQUENT);
    const { segment, reason } = standingSegment(desk.facts('2026-11-05', [LINE], DELINQUENT), 'acme');
    expect(segment).toBe('Timely');
    expect(reason).toContain('until Tue 10 Nov at least');
  });

  it('set by hand counts at once', () => {
    const desk = new Desk();
    desk.plan('2026-11-02', [LINE], TIMELY);
    const facts = desk.facts('2026-11-03', [LINE], TIMELY);
    const known = facts.customers.get('acme');
    if (!known) throw new Error('no customer');
    const customers = new Map([['acme', { ...known, segmentOverride: 'Doubtful SMB' }]]);
    expect(decisionOf({ ...facts, customers }, '1').segment).toBe('Doubtful SMB');
  });

  it('is written down once a day at most: planning again adds nothing', () => {
    const desk = new Desk();
    desk.plan('2026-11-02', [LINE], TIMELY);
    desk.plan('2026-11-03', [LINE], DELINQUENT);
    expect(segmentEvents(desk.facts('2026-11-03', [LINE], DELINQUENT), 'plan')).toEqual([]);
  });

  it('of thousands of new customers is told in events that fit a cell', () => {
    const lines = Array.from({ length: 3000 }, (_, i) => ({ ...LINE, customer: `Customer with a long name ${i}` }));
    const events = segmentEvents(new Desk().facts('2026-11-02', lines, TIMELY), 'plan');
    expect(events.length).toBeGreaterThan(1);
    for (const { facts } of events) expect(JSON.stringify(facts).length).toBeLessThan(40_000);
    expect(events.flatMap(({ facts }) => Object.values(facts.segments ?? {}).flat())).toHaveLength(3000);
  });
});
