// Stories of who sends, on which payments and on which approval: two people, one workbook, days that pass.
import { describe, expect, it } from 'vitest';
import type { ReviewView } from '../../src/usecases/review/view';
import type { TodayView } from '../../src/usecases/today/view';
import { Story, type StoryInvoice } from './story';

const FIRMLY: StoryInvoice = { no: '0001001', customer: 'Firmly', due: '2026-11-01', amount: 1200 };
const KINDLY: StoryInvoice = { no: '0002001', customer: 'Kindly', due: '2026-11-01', amount: 700 };

/** A firm and a friendly mail, approved on a day; payments in up to it. */
function approvedOn(day: string): Story {
  const story = new Story(`${day} 09:00`, [FIRMLY, KINDLY]).goLive();
  story.add('AR Policy', {
    Segment: 'Firm only',
    Stage: 1,
    Anchor: 'due',
    Days: 1,
    Channel: 'email',
    Template: 'Firm',
    To: 'billing',
    Sending: 'review',
    'Minimum gap': 3,
    Tone: 'firm',
    Active: 'yes',
  });
  story.change('AR Customers', (row) => row['Customer'] === 'Firmly', 'Segment override', 'Firm only');
  story.ask('planNow');
  story.approveAll();
  return story;
}

const addressed = async (story: Story): Promise<string[]> => (await story.mails()).flatMap(({ to }) => to);

describe('payments that are not fresh', () => {
  it('keep a firm mail back while the friendly one leaves, and let it go once somebody confirms them', async () => {
    const story = approvedOn('2026-11-04');
    story.at('2026-11-06 10:00').hour();
    expect(await addressed(story)).toEqual(['ap@kindly.example']);
    const today = story.ask<TodayView>('getToday');
    expect(today.stops).toEqual([]);
    expect(today.alerts[0]?.message).toContain('1 firm mail waits');
    expect(story.ask<ReviewView>('getReview').lines).toMatchObject([{ customer: 'Firmly', state: 'approved' }]);
    story.paymentsIn('2026-11-05').at('2026-11-06 11:00').hour();
    expect(await addressed(story)).toEqual(['ap@kindly.example', 'ap@firmly.example']);
  });
});
