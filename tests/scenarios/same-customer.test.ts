// One customer under two spellings: two reminders wait, a person says that they are one, and nobody is mailed twice.
import { describe, expect, it } from 'vitest';
import type { DataCheckView } from '../../src/usecases/data-check/view';
import type { ChangeResult } from '../../src/usecases/waiting/change-result';
import type { ReviewView } from '../../src/usecases/waiting/view';
import { Story, type StoryInvoice } from './story';

const LINES: StoryInvoice[] = [
  { no: '1', customer: 'Müller Bau GmbH', due: '2026-10-20', amount: 100, email: 'ap@mueller-bau.example' },
  { no: '2', customer: 'Müller Bau GmbH', due: '2026-10-21', amount: 50, email: 'ap@mueller-bau.example' },
  { no: '3', customer: 'Mueller Bau GmbH', due: '2026-10-22', amount: 70, email: 'ap@mueller-bau.example' },
];

const waiting = (story: Story): ReviewView['lines'] => story.ask<ReviewView>('getReview').lines;
const proposed = (story: Story): DataCheckView['sameCustomers'] =>
  story.ask<DataCheckView>('getDataCheck').sameCustomers;

function join(story: Story): ChangeResult {
  const [group] = proposed(story);
  return story.ask<ChangeResult>(
    'joinCustomers',
    group?.keep.key,
    group?.others.map(({ key }) => key),
  );
}

describe('two spellings, both overdue', () => {
  it('have two reminders; joined they have one over all invoices, the other is cancelled, and one mail leaves', async () => {
    const story = new Story('2026-11-04 09:00', LINES).goLive();
    expect(waiting(story).map(({ invoices }) => invoices)).toEqual([2, 1]);
    expect(join(story).message).toContain('“Mueller Bau GmbH” now counts as “Müller Bau GmbH”.');
    expect(waiting(story)).toMatchObject([{ customer: 'Müller Bau GmbH', invoices: 3 }]);
    expect(story.events('cancelled')).toHaveLength(1);
    expect(proposed(story)).toEqual([]);
    story.approveAll();
    story.send();
    const [mail, ...more] = await story.mails();
    expect(more).toEqual([]);
    expect(mail?.to).toEqual(['ap@mueller-bau.example']);
    for (const total of ['100.00', '50.00', '70.00']) expect(mail?.text).toContain(total);
    expect(story.records('AR Customers').map((row) => [row['Customer'], row['Aliases']])).toEqual([
      ['Müller Bau GmbH', 'Mueller Bau GmbH'],
    ]);
  });

  it('are not mailed again on the next days because one of them was approved before they were joined', async () => {
    const story = new Story('2026-11-04 09:00', LINES).goLive();
    story.approveAll();
    join(story);
    story.approveAll();
    story.send();
    story.at('2026-11-05 10:00').paymentsIn();
    story.hour();
    story.approveAll();
    story.send();
    expect(await story.mails()).toHaveLength(1);
    expect(story.events('planned').filter((event) => event.startsWith('2026-11-05'))).toEqual([]);
  });

  it('of whom one was mailed already: the mail counts for both, and the gap holds for all invoices', async () => {
    const story = new Story('2026-11-04 09:00', LINES).goLive();
    const [first] = waiting(story);
    story.ask('approveReminders', [first?.id]);
    story.send();
    join(story);
    story.at('2026-11-05 10:00').paymentsIn();
    story.hour();
    story.approveAll();
    story.send();
    expect(await story.mails()).toHaveLength(1);
    expect(waiting(story)).toEqual([]);
  });

  it('that a person keeps apart stay two, and are not asked about again', async () => {
    const story = new Story('2026-11-04 09:00', LINES).goLive();
    const [group] = proposed(story);
    story.ask('keepApart', [group?.keep.key, ...(group?.others.map(({ key }) => key) ?? [])]);
    story.at('2026-11-05 10:00').paymentsIn();
    story.hour();
    expect(proposed(story)).toEqual([]);
    expect(waiting(story)).toHaveLength(2);
  });

  it('that were joined by mistake are two again once the name is taken out of Aliases', () => {
    const story = new Story('2026-11-04 09:00', LINES).goLive();
    join(story);
    story.change('AR Customers', (row) => row['Customer'] === 'Müller Bau GmbH', 'Aliases', ' ');
    story.ask('planNow');
    expect(waiting(story).map(({ invoices }) => invoices)).toEqual([2, 1]);
    expect(story.records('AR Customers')).toHaveLength(2);
  });
});

describe('numbers and odd names', () => {
  it('are written into Aliases as texts: zeros and signs stay', () => {
    const lines = [
      { no: '1', customer: '4711', due: '2026-10-20', amount: 100, email: 'a@there.example' },
      { no: '2', customer: '4711', due: '2026-10-20', amount: 100, email: 'a@there.example' },
      { no: '3', customer: '0004711', due: '2026-10-20', amount: 100, email: 'a@there.example' },
      { no: '4', customer: '=SUM(1) Trading', due: '2026-10-20', amount: 100, email: 'b@there.example' },
      { no: '5', customer: '=SUM(1) Trading Ltd', due: '2026-10-20', amount: 100, email: 'c@there.example' },
    ];
    const story = new Story('2026-11-04 09:00', lines).goLive();
    join(story);
    join(story);
    expect(
      story
        .records('AR Customers')
        .map((row) => row['Aliases'])
        .sort(),
    ).toEqual(['0004711', '=SUM(1) Trading Ltd']);
    expect(waiting(story)).toHaveLength(2);
  });
});
