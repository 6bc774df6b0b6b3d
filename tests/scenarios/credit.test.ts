// Credit through the bundle: limits and days typed in AR Customers become tasks, are logged and done, and put nobody on hold.
import { describe, expect, it } from 'vitest';
import type { AheadView } from '../../src/usecases/ahead/view';
import type { TodayView } from '../../src/usecases/today/view';
import type { ReviewView } from '../../src/usecases/waiting/view';
import { Story, type StoryInvoice } from './story';

const ACME: StoryInvoice = {
  ...{ no: '1001', customer: 'Acme Tools', issued: '2026-10-01', due: '2026-12-31', amount: 1200 },
  email: 'ap@acme.example',
};
const BETA: StoryInvoice = { ...ACME, no: '2001', customer: 'Beta Works', amount: 700, email: 'ap@beta.example' };

const says = (story: Story, customer: string, columns: Record<string, string | number>): void => {
  for (const [column, value] of Object.entries(columns))
    story.change('AR Customers', (row) => row['Customer'] === customer, column, value);
};
const waiting = (story: Story): ReviewView['lines'] => story.ask<ReviewView>('getReview').lines;

describe('limits and days of credit', () => {
  it('become tasks with their reason, are done once and logged, and nobody is put on hold', () => {
    const story = new Story('2026-11-05 09:00', [ACME, BETA]).goLive();
    says(story, 'Acme Tools', { 'Credit limit': 1000, 'Limit currency': 'EUR', 'Limit source': 'Coface' });
    says(story, 'Beta Works', { 'Credit limit': 1, 'Limit currency': 'USD', 'Report by': '2026-11-10' });
    story.hour();
    expect(waiting(story).map(({ customer, channel, state }) => `${customer} ${channel} ${state}`)).toEqual([
      'Acme Tools task planned',
      'Beta Works task planned',
    ]);
    const planned = story.records('AR Log').filter((row) => row['Event'] === 'planned');
    expect(planned.map((row) => row['Note'])).toEqual([
      '1,200.00 EUR of a limit of 1,000.00 EUR is used (120 %). Limit by Coface. Decide whether new orders go on hold; nothing is by itself.',
      'Report what is overdue to the insurer by Tue 10 Nov: nothing so far.',
    ]);
    const { credit } = story.ask<AheadView>('getAhead', true);
    expect(credit.map(({ key, limit, currency, open }) => [key, limit, currency, open])).toEqual([
      ['acme tools', 1000, 'EUR', { EUR: 120_000 }],
      ['beta works', 1, 'USD', { EUR: 70_000 }],
    ]);
    const [task] = waiting(story);
    story.ask('recordOutcome', task?.id, 'done', 'Deliveries go on.');
    expect(story.events('done')).toHaveLength(1);
    story.at('2026-11-12 09:00').paymentsIn().hour();
    expect(waiting(story).map(({ customer }) => customer)).toEqual(['Beta Works']);
    expect(story.ask<TodayView>('getToday').alerts.map(({ code }) => code)).toContain('report-late');
    expect(story.records('AR Customers').map((row) => row['Credit hold'])).toEqual(['', '']);
  });

  it('below nothing are none: the cell is named, and nobody is asked', () => {
    const story = new Story('2026-11-05 09:00', [ACME, BETA]).goLive();
    says(story, 'Acme Tools', { 'Credit limit': -5 });
    story.hour();
    expect(waiting(story)).toEqual([]);
    const { first } = story.ask<TodayView>('getToday').problems;
    expect(first.map(({ column }) => column)).toContain('Credit limit');
  });

  it('in a currency that is none are named, once no invoice has it either', () => {
    const story = new Story('2026-11-05 09:00', [ACME, { ...BETA, currency: 'XTS' }]).goLive();
    says(story, 'Acme Tools', { 'Credit limit': 100, 'Limit currency': 'XYZ' });
    says(story, 'Beta Works', { 'Credit limit': 100, 'Limit currency': 'XTS' });
    const { first } = story.ask<TodayView>('getToday').problems;
    expect(first.filter(({ column }) => column === 'Limit currency').map(({ message }) => message)).toEqual([
      'AR Customers, Acme Tools: "XYZ" is no currency, so nothing counts against the limit. Write a code such as EUR under "Limit currency", or empty the cell.',
    ]);
  });
});
