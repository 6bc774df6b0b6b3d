// A final demand by post, told by day: mails first, then a letter that a person prints and posts, then the hand-over.
import { describe, expect, it } from 'vitest';
import type { ReminderView, ReviewView } from '../../src/usecases/waiting/view';
import { Story, type StoryCell, shift } from './story';

const DUE = '2026-10-05';
const on = (days: number): string => shift(DUE, days);

/** A policy of our own for New: two mails, a final demand by post, a task that hands the account over. */
function byPost(): Story {
  const story = new Story(`${on(1)} 09:00`, [{ no: 'LR-1', customer: 'Bram & Co', due: DUE, amount: 4800 }]);
  story.goLive();
  const rows = story.records('AR Policy').length;
  const sheet = story.tab('AR Policy');
  for (let row = 1; row <= rows; row += 1) sheet.cells.delete(row);
  const stage = (values: Record<string, StoryCell>): void => {
    story.add('AR Policy', {
      ...{ Segment: 'Default', Anchor: 'due', To: 'billing', Sending: 'review', 'Minimum gap': 5, Active: 'yes' },
      ...values,
    });
  };
  stage({ Stage: 1, Days: 2, Channel: 'email', Template: 'Friendly', Tone: 'friendly', Sending: 'auto' });
  stage({ Stage: 2, Days: 8, Channel: 'email', Template: 'Personal', Tone: 'personal', Sending: 'auto' });
  stage({ Stage: 3, Days: 16, Channel: 'letter', Template: 'Final', Tone: 'final', Sending: 'auto' });
  stage({ Stage: 4, Days: 30, Channel: 'task', Template: 'Task hand-over', Tone: 'neutral', To: 'owner' });
  story.change('AR Settings', ({ Setting }) => Setting === 'Next step', 'Value', 'collection');
  return story;
}

/** Payments are confirmed and the trigger fires once a day, counted from the due date. */
function runDaily(story: Story, from: number, to: number): void {
  for (let day = from; day <= to; day += 1)
    story
      .at(`${on(day)} 09:30`)
      .paymentsIn()
      .hour();
}

const waiting = (story: Story): string[] =>
  story.ask<ReviewView>('getReview').lines.map(({ channel, state, list }) => `${channel} ${state} ${list}`);

describe('a final demand by post', () => {
  it('is planned on its day, posted by a person, keeps the gap, and leads on to the hand-over', async () => {
    const story = byPost();
    story.ask('setAutomatic', true);
    // A first contact is read by a person, even where the stage says auto.
    story
      .at(`${on(2)} 09:30`)
      .paymentsIn()
      .ask('planNow');
    story.approveAll();
    story.send();
    expect(await story.mails()).toHaveLength(1);

    runDaily(story, 3, 16);
    expect(waiting(story)).toEqual(['letter planned by-hand']);

    // Auto, three days of runs and "Send now" send nothing: a letter is a person's.
    expect(await story.mails()).toHaveLength(2);
    runDaily(story, 17, 18);
    story.send();
    expect(await story.mails()).toHaveLength(2);

    const [line] = story.ask<ReviewView>('getReview').lines;
    const { mail } = story.ask<ReminderView>('getReminder', line?.id);
    expect(mail?.html).toContain('<p class="from">Our Firm Ltd</p>');
    expect(mail?.html).toContain('<address class="to">Bram &amp; Co</address>');
    expect(mail?.html).toContain('4,800.00 EUR');
    expect(mail?.subject).toMatch(/: final reminder, /);

    story.ask('recordOutcome', line?.id, 'answered', '');
    expect(story.events('done')).toEqual([`${on(18)} done Bram & Co`]);
    expect(waiting(story)).toEqual([]);

    // 14 days lie between the stages, counted from the day it was posted.
    runDaily(story, 19, 31);
    expect(waiting(story)).toEqual([]);
    runDaily(story, 32, 32);
    expect(waiting(story)).toEqual(['task planned by-hand']);
  });

  it('is taken out of the list when the money comes before it was posted', () => {
    const story = byPost();
    story
      .at(`${on(2)} 09:30`)
      .paymentsIn()
      .ask('planNow');
    story.approveAll();
    story.send();
    runDaily(story, 3, 8);
    story.approveAll();
    story.send();
    runDaily(story, 9, 16);
    expect(waiting(story)).toEqual(['letter planned by-hand']);
    story.change('Invoices', (record) => record['Invoice'] === 'LR-1', 'Paid', 4800);
    story
      .at(`${on(17)} 09:00`)
      .paymentsIn()
      .ask('planNow');
    expect(waiting(story)).toEqual([]);
    expect(story.events('cancelled')).toEqual([`${on(17)} cancelled Bram & Co`]);
  });
});
