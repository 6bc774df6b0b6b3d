// The whole ladder of a customer who never answers, told over 60 days.
import { expect } from 'vitest';
import type { ReviewPageView, ReviewView } from '../../src/usecases/waiting/view';
import { Story, shift } from './story';

/**
 * Every stage comes on its day, one contact at a time, and then nothing more.
 * @param work what a person does each morning, after the run at nine
 */
export async function expectEveryStage(work: (story: Story) => unknown): Promise<void> {
  const line = { no: '7001', customer: 'Silent Ltd', due: '2026-09-14', amount: 900, issued: '2026-09-01' };
  const story = new Story('2026-09-02 09:00', [line]).goLive();
  story.change('AR Settings', ({ Setting }) => Setting === 'Next step', 'Value', 'collection');
  for (let day = '2026-09-03'; day <= '2026-11-30'; day = shift(day, 1)) {
    work(story.at(`${day} 09:00`).hour());
  }
  const contacts = story.events('sent', 'done').map((event) => event.slice(0, 15).trim());
  // -3 Fri 11 Sep, +2 Wed 16 Sep, +9 Wed 23 Sep, +14 Mon 28 Sep (call); a fifth contact in 30 days waits until Mon 12 Oct; the
  // final one 14 days behind it, the task 15 days behind that.
  expect(contacts).toEqual([
    '2026-09-11 sent',
    '2026-09-16 sent',
    '2026-09-23 sent',
    '2026-09-28 done',
    '2026-10-12 sent',
    '2026-10-26 sent',
    '2026-11-10 done',
  ]);
  const subjects = (await story.mails()).map(({ subject }) => subject);
  // The friendly and the personal one are one conversation; each other mail has a subject of its own.
  expect(subjects[2]).toBe(subjects[1]);
  expect(new Set(subjects).size).toBe(subjects.length - 1);
  expect(story.ask<ReviewView>('getReview').lines).toEqual([]);
  expect(story.ask<ReviewPageView>('getReviewPage', { without: true }).withoutReminder).toMatchObject([
    { reason: 'Handed over', invoices: 1, customers: 1 },
  ]);
}
