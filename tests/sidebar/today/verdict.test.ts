// The sentence Today opens with: stops first, then the switches, the limit, the hours.
import { describe, expect, it } from 'vitest';
import type { TodayView } from '../../../src/entry/sidebar-calls';
import { verdictOf } from '../../../src/sidebar/today/verdict';
import { lineNumber } from '../fake/fake-lines';
import { todayOf } from '../fake/fake-views';

const stop = { code: 'stale-payments', message: 'Payments are 7 days old.', actions: [] };

function given(today: Partial<TodayView>): TodayView {
  return todayOf({ lines: [lineNumber(1, { state: 'approved' })], today });
}

describe('the verdict of the day', () => {
  it('says how many can go when nothing stands in the way', () => {
    expect(verdictOf(given({}))).toMatchObject({ tone: 'good', text: '1 approved reminder can go out now.' });
  });

  it('lets a stop win over every other obstacle', () => {
    const everything = given({
      stops: [stop],
      switches: { live: true, automatic: true },
      budget: { used: 9, limit: 9 },
    });
    expect(verdictOf(everything)).toMatchObject({ tone: 'bad', title: 'Nothing can be sent now' });
    const preview = { ...everything, switches: { live: false, automatic: true } };
    expect(verdictOf({ ...preview, stops: [{ ...stop, code: 'log-mismatch' }] }).tone).toBe('bad');
    // Which payments are in is asked by going live.
    expect(verdictOf(preview)).toMatchObject({ tone: 'warn', title: 'Preview: nothing leaves' });
  });

  it('is red where something that should happen does not, and stays as it is for a word beside', () => {
    const alert = { code: 'schedule-silent', message: 'The hourly run is silent.', actions: [] };
    expect(verdictOf(given({ alerts: [{ ...alert, tone: 'bad' }] }))).toMatchObject({
      tone: 'bad',
      title: 'Duesheet needs you',
    });
    expect(verdictOf(given({ alerts: [{ ...alert, tone: 'warn' }] })).tone).toBe('good');
  });

  it('never says ready in preview', () => {
    expect(verdictOf(given({ switches: { live: false, automatic: true } })).title).toBe('Preview: nothing leaves');
  });

  it('says the limit is reached at the limit itself', () => {
    expect(verdictOf(given({ budget: { used: 99, limit: 100 } })).tone).toBe('good');
    expect(verdictOf(given({ budget: { used: 100, limit: 100 } })).title).toBe('Today’s limit is reached');
  });

  it('says when mails go outside sending hours', () => {
    const closed = given({ window: { from: '08:00', to: '18:00', openNow: false, nextOpening: '2026-11-24 08:00' } });
    expect(verdictOf(closed).text).toBe('Approved mails go from Tue 24 Nov, 08:00.');
  });

  it('speaks only of setting up before set-up', () => {
    expect(verdictOf(given({ ready: false, stops: [stop] })).title).toBe('Welcome to Duesheet');
  });
});
