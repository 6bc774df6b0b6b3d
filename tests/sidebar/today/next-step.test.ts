// The one next step of Today, by example: what a person would do first.
import { describe, expect, it } from 'vitest';
import type { TodayView } from '../../../src/entry/sidebar-calls';
import { nextStepOf } from '../../../src/sidebar/today/next-step';
import { todayOf } from '../fake/fake-views';

const NOTHING: TodayView['waiting'] = {
  toReview: 0,
  approved: 0,
  callsAndTasks: 0,
  answers: 0,
  needsFix: 0,
  failed: 0,
  unconfirmed: 0,
};
const PREVIEW = { switches: { live: false, automatic: false } };

/** What the button says, or which stop it lifts. */
function step(waiting: Partial<TodayView['waiting']> = {}, change: Partial<TodayView> = {}): string {
  const approved = waiting.approved ?? 0;
  const today: TodayView = {
    ...todayOf({ lines: [] }),
    waiting: { ...NOTHING, ...waiting },
    leaves: { now: approved, next: '' },
    ...change,
  };
  const found = nextStepOf(today);
  return found.kind === 'told' ? `told ${found.at}` : `${found.kind} ${found.label}`.trim();
}

const stop = (
  code: string,
  actions: TodayView['stops'][number]['actions'] = [{ label: 'Yes', call: 'acceptLog' }],
) => ({
  code,
  message: 'A stop.',
  actions,
});

describe('the next step', () => {
  it('lifts what stops everything before anything else', () => {
    const all = { toReview: 3, approved: 2, unconfirmed: 1 };
    expect(step(all, { stops: [stop('no-permission', []), stop('log-mismatch')] })).toBe('told 1');
    expect(step(all, { stops: [stop('stale-payments')] })).toBe('told 0');
    expect(step({}, { ready: false })).toBe('setup Set up');
    expect(step({}, { ready: false, stops: [stop('copied')] })).toBe('told 0');
  });

  it('is to plan the day where no hourly run came today, before what stops no reminder', () => {
    const problems = { count: 1, first: [] };
    expect(step({}, { heartbeat: null, problems })).toBe('look Plan today’s reminders');
    expect(step({}, { heartbeat: { at: '2020-01-01 08:00', by: '', did: '', wrong: '' }, problems })).toMatch(/^look /);
    expect(step({ needsFix: 1 }, { heartbeat: null, problems })).toBe('problems Mend 1 reminder');
  });

  it('is the sending where nobody sends, and no step of every day where a colleague does', () => {
    const colleague = { email: 'ann@firm.example', isYou: false, you: 'bob@firm.example', isOffered: true };
    const stops = [stop('not-sender')];
    expect(step({ toReview: 2 }, { stops, sender: { ...colleague, email: '' } })).toBe('told 0');
    expect(step({ toReview: 2 }, { stops, sender: colleague })).toBe('review Review 2 reminders');
    expect(step({}, { stops, sender: colleague })).toBe('look Look again');
  });

  it('confirms payments that firm mails wait for, and answers what is red, before the review', () => {
    const warn = { ...stop('stale-payments'), tone: 'warn' as const };
    const red = { ...stop('schedule-silent'), tone: 'bad' as const };
    expect(step({ toReview: 2 }, { alerts: [warn] })).toBe('told 0');
    expect(step({ toReview: 2 }, { alerts: [{ ...warn, code: 'no-payment-details' }, red] })).toBe('told 1');
  });

  it('asks what became of a mail before the next ones', () => {
    expect(step({ toReview: 2, approved: 1, failed: 1, unconfirmed: 2 })).toBe('problems Say whether 2 mails left');
    expect(step({ toReview: 2, failed: 1 })).toBe('problems See 1 mail that failed');
  });

  it('sends what is approved, then reviews, then calls, then mends', () => {
    expect(step({ approved: 2, toReview: 5 })).toBe('send');
    expect(step({ toReview: 1, callsAndTasks: 4 })).toBe('review Review 1 reminder');
    expect(step({ callsAndTasks: 4, needsFix: 1 })).toBe('review See 4 calls and tasks');
    expect(step({ needsFix: 1 })).toBe('problems Mend 1 reminder');
    expect(step({}, { problems: { count: 3, first: [] } })).toBe('problems See 3 things to put right');
    expect(step()).toBe('look Look again');
  });

  it.each<[string, Partial<TodayView>]>([
    ['that leaves by itself', { switches: { live: true, automatic: true } }],
    ['outside the hours', { window: { from: '08:00', to: '18:00', openNow: false, nextOpening: 'today, 08:00' } }],
    ['beyond the limit', { budget: { used: 100, limit: 100 } }],
    ['that waits for another day', { leaves: { now: 0, next: '2026-11-24' } }],
  ])('sends nothing %s', (_, change) => {
    expect(step({ approved: 2, toReview: 5 }, change)).toBe('review Review 5 reminders');
  });

  it('is no stop in Preview what going live asks about: payments, and who sends', () => {
    const stops = [stop('stale-payments'), stop('not-sender')];
    const sender = { email: '', isYou: false, you: 'bob@firm.example', isOffered: true };
    expect(step({ toReview: 4 }, { ...PREVIEW, stops, sender })).toBe('review Review 4 reminders');
    expect(step({ approved: 1 }, { ...PREVIEW, stops, sender })).toBe('goLive Go live with 1 approved…');
    expect(step({ approved: 1 }, { ...PREVIEW, stops: [...stops, stop('log-mismatch')], sender })).toBe('told 0');
    expect(step({ approved: 1 }, { ...PREVIEW, stops: [stop('not-sender')] })).toBe('goLive Go live with 1 approved…');
  });

  it('reviews in Preview, fills in how to pay, then goes live', () => {
    const pay = { ...stop('no-payment-details'), tone: 'warn' as const };
    expect(step({ toReview: 4 }, PREVIEW)).toBe('review Review 4 reminders');
    expect(step({ toReview: 4, approved: 1 }, PREVIEW)).toBe('goLive Go live with 1 approved…');
    expect(step({ approved: 1 }, { ...PREVIEW, alerts: [pay] })).toBe('told 0');
    expect(step({}, PREVIEW)).toBe('goLive Go live…');
  });
});
