// A firm that calls its texts otherwise: what a stage is for stands in the column Purpose, not in a name.
import { describe, expect, it } from 'vitest';
import type { CustomerView } from '../../src/usecases/customers/view';
import type { TodayView } from '../../src/usecases/today/view';
import type { ReviewPageView, ReviewView } from '../../src/usecases/waiting/view';
import { fixture, opened } from './saved-workbook';
import { Story, type StoryCell, shift } from './story';

const DUE = '2026-10-05';
const on = (days: number): string => shift(DUE, days);
const AGENCY = 'Übergabe an Inkasso';

/** A ladder of two mails, a hand-over by task, and a final mail behind it that nobody should ever get. */
function ladder(purpose: string): Story {
  const story = new Story(`${on(1)} 09:00`, [{ no: 'LR-1', customer: 'Bram & Co', due: DUE, amount: 4800 }]);
  story.goLive();
  const sheet = story.tab('AR Policy');
  for (let row = story.records('AR Policy').length; row >= 1; row -= 1) sheet.cells.delete(row);
  const base = { Segment: 'Default', Anchor: 'due', Sending: 'review', 'Minimum gap': 5, Active: 'yes' };
  const stage = (values: Record<string, StoryCell>): Story => story.add('AR Policy', { ...base, ...values });
  stage({ Stage: 1, Days: 2, Channel: 'email', Template: 'Friendly', Tone: 'friendly', To: 'billing' });
  stage({ Stage: 2, Days: 7, Channel: 'email', Template: 'Firm', Tone: 'firm', To: 'billing' });
  stage({ Stage: 3, Days: 14, Channel: 'task', Template: AGENCY, Tone: 'neutral', To: 'owner', Purpose: purpose });
  stage({ Stage: 4, Days: 24, Channel: 'email', Template: 'Final', Tone: 'final', To: 'billing' });
  story.change('AR Settings', ({ Setting }) => Setting === 'Next step', 'Value', 'collection');
  story.add('AR Templates', { Template: AGENCY, Language: 'en', Subject: 'Inkasso', Body: '{{customer}}: {{total}}' });
  return story;
}

function days(story: Story, from: number, to: number): Story {
  for (let day = from; day <= to; day += 1) {
    story.at(`${on(day)} 09:30`).hour();
    story.morning();
  }
  return story;
}

describe('a stage whose purpose is a hand-over', () => {
  it('ends the chase, whatever its text is called', async () => {
    const story = days(ladder('hand-over'), 2, 29);
    expect(story.events('done')).toHaveLength(1);
    expect((await story.mails()).map(({ subject }) => subject)).toEqual([
      expect.not.stringMatching('final'),
      expect.not.stringMatching('final'),
    ]);
    const { withoutReminder } = story.ask<ReviewPageView>('getReviewPage', { without: true });
    expect(JSON.stringify(withoutReminder)).toContain('anded over');
  });

  it('is none as long as nobody says so', async () => {
    const story = days(ladder(''), 2, 29);
    expect((await story.mails()).map(({ subject }) => subject)).toContainEqual(expect.stringMatching('final'));
  });

  it('may be said after it was done: from then on the invoice is left alone', async () => {
    const story = days(ladder(''), 2, 15);
    story.change('AR Policy', ({ Template }) => Template === AGENCY, 'Purpose', 'hand-over');
    days(story, 16, 29);
    expect(await story.mails()).toHaveLength(2);
  });
});

describe('a workbook of version 0.1, which has no such column', () => {
  it('gets it with its first plan, behind everything that stands there, and goes on', () => {
    const story = opened(fixture('workbook-0.1.json')).at('2026-11-16 08:30');
    story.hour().paymentsIn('2026-11-16');
    const headers = (): string[] => Object.keys(story.records('AR Policy')[0] ?? {});
    expect(headers().slice(-2)).toEqual(['Purpose', 'Attach']);
    expect(story.ask<TodayView>('getToday').stops).toEqual([]);
    const before = story.ask<ReviewView>('getReview');
    const { sheet, headerRow, company, senderName, replyTo, fields } = story.ask<{
      sheet: string;
      headerRow: number;
      company: string;
      senderName: string;
      replyTo: string;
      fields: { field: string; header: string }[];
    }>('getSetup');
    const columns = Object.fromEntries(fields.map(({ field, header }) => [field, header]));
    const { did } = story.ask<{ did: string[] }>('applySetup', {
      ...{ sheet, headerRow, columns, company, senderName, replyTo },
    });
    expect(did.join()).not.toContain('Added the column');
    expect(headers().filter((header) => header === 'Purpose')).toHaveLength(1);
    expect(story.ask<ReviewView>('getReview').lines.map(({ id }) => id)).toEqual(before.lines.map(({ id }) => id));
    expect(story.ask<CustomerView>('getCustomer', 'acme tools')).toBeDefined();
  });
});
