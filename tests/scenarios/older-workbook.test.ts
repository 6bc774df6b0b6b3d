// A workbook that version 0.1 left behind after ten days, opened by the product of today: what was written then still holds.
import { describe, expect, it } from 'vitest';
import type { PromisesView } from '../../src/usecases/agreements/view';
import type { CustomersView, CustomerView } from '../../src/usecases/customers/view';
import type { TodayView } from '../../src/usecases/today/view';
import type { ProblemsView, ReviewPageView, ReviewView } from '../../src/usecases/waiting/view';
import { fixture, opened, saved } from './saved-workbook';
import { Story } from './story';

const WORKBOOK = fixture('workbook-0.1.json');
const MONDAY = '2026-11-16';

/** What people see first on the Monday after. */
function shown(story: Story): unknown {
  const { stops, waiting, overdue, problems, changes } = story.ask<TodayView>('getToday');
  const { lines } = story.ask<ReviewView>('getReview');
  const { withoutReminder, groups } = story.ask<ReviewPageView>('getReviewPage', { without: true });
  // The snapshot has the cards of the first 20.
  const found = story.ask<CustomersView>('findCustomers', '').customers.slice(0, 20);
  const cards = found.map(({ key }) => {
    const { name, balances, facts, running, invoices } = story.ask<CustomerView>('getCustomer', key);
    return { key, name, balances, facts, running, invoices };
  });
  return {
    today: { stops, waiting, overdue, problems, changes },
    review: { lines, groups, withoutReminder },
    problems: story.ask<ProblemsView>('getProblems'),
    promises: story.ask<PromisesView>('getPromises'),
    cards,
  };
}

/** What the log and the outbox got from then on. */
async function done(story: Story): Promise<unknown> {
  const before = WORKBOOK.tabs.find(({ name }) => name === 'AR Log')?.rows.length ?? 0;
  const events = story.records('AR Log').slice(before - 1);
  return {
    // To the minute: the clock of a story runs on while the machine works.
    log: events.map(({ At = '', Event, Customer, Invoices, Stage, Amounts, To, Actor, Note }) =>
      [At.slice(0, 16), Event, Customer, Invoices, Stage, Amounts, To, Actor, Note].join(' | '),
    ),
    mails: (await story.allMails()).map(({ to, cc, subject, text }) => ({ to, cc, subject, text: text.split('\n') })),
  };
}

describe('a workbook of version 0.1 after ten days', () => {
  it('opens with its log whole, shows what waits, and sends on Monday what was approved on Friday', async () => {
    const story = opened(WORKBOOK).at(`${MONDAY} 08:30`);
    story.hour().paymentsIn(MONDAY);
    const monday = shown(story);
    story.at(`${MONDAY} 10:00`).hour().morning().at(`${MONDAY} 11:00`).hour();
    const next = { monday, after: await done(story) };
    await expect(`${JSON.stringify(next, null, 1)}\n`).toMatchFileSnapshot('../fixtures/workbook-0.1.next.json');
  });

  it('is the same workbook when it is written to a file again', () => {
    expect(saved(opened(WORKBOOK), WORKBOOK.at)).toEqual(WORKBOOK);
  });
});

describe('a workbook kept in a file', () => {
  it('goes on as the one it was made of', () => {
    const invoices = [{ no: '1', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 }];
    const story = new Story('2026-11-04 09:00', invoices).goLive();
    story.approveAll();
    const other = opened(saved(story, '2026-11-04 09:00'));
    for (const one of [story, other]) one.at('2026-11-04 10:00').hour();
    expect(other.events()).toEqual(story.events());
    expect(other.world.mails).toHaveLength(1);
  });
});
