// Story 6: a firm with 1,500 invoices and 240 overdue customers goes live on a Monday, without a burst and without the lawyer's case.
import { beforeAll, describe, expect, it } from 'vitest';
import type { GoingLiveChoices, GoingLiveView } from '../../src/usecases/going-live/view';
import type { ReviewView } from '../../src/usecases/waiting/view';
import { Story, type StoryInvoice, shift } from './story';

const GO = '2026-11-23';
const CASE = 'Lost Cause Ltd';
/** How many customers are overdue, by the age of their oldest invoice: 240 with the lawyer's case. */
const OVERDUE: [customers: number, oldest: number][] = [
  [120, 18],
  [50, 44],
  [30, 75],
  [25, 130],
  [14, 260],
];
const INVOICES = 1_500;
const CAP = 20;
/** The days that are worked through; the dry run tells of all. */
const WORKED = ['2026-11-24', '2026-11-25'];

function book(): StoryInvoice[] {
  const lines: StoryInvoice[] = [{ no: 'L-1', customer: CASE, due: shift(GO, -200), amount: 12_000 }];
  let customer = 0;
  for (const [customers, oldest] of OVERDUE) {
    for (let at = 0; at < customers; at += 1) {
      customer += 1;
      const name = `Customer ${String(customer).padStart(3, '0')}`;
      lines.push({ no: `O-${customer}`, customer: name, due: shift(GO, -oldest), amount: 100 + customer });
      lines.push({ no: `Y-${customer}`, customer: name, due: shift(GO, -3), amount: 50 });
    }
  }
  for (let at = 0; lines.length < INVOICES; at += 1) {
    const name = `Payer ${String(at % 360).padStart(3, '0')}`;
    const due = shift(GO, at % 3 === 0 ? 40 + (at % 20) : -60 - (at % 200));
    const paid = at % 3 === 0 ? {} : { paid: 800, paidOn: due };
    lines.push({ no: `P-${at}`, customer: name, due, amount: 800, ...paid });
  }
  return lines;
}

const CHOICES: GoingLiveChoices = { bands: {}, withLawyer: CASE, chasedOn: '', lastStage: '' };

/** Customers reached for the first time on each day, by the log. */
function firstContacts(story: Story): Map<string, string[]> {
  const seen = new Set<string>();
  const days = new Map<string, string[]>();
  for (const event of story.events('sent', 'done')) {
    const [day = ''] = event.split(' ');
    const name = event.replace(/^\S+ \S+ /, '');
    if (seen.has(name)) continue;
    seen.add(name);
    days.set(day, [...(days.get(day) ?? []), name]);
  }
  return days;
}

describe('story 6: going live with 1,500 invoices and 240 overdue customers', () => {
  let story: Story;
  let view: GoingLiveView;

  beforeAll(() => {
    story = new Story(`${GO} 09:00`, book()).setUp();
    story.ask('becomeSender');
    story.paymentsIn('2026-11-20');
    view = story.ask<GoingLiveView>('getGoingLive', CHOICES);
    story.ask('applyGoingLive', CHOICES);
    story.ask('goLive');
  });

  it('proposes a step for each age, and leaves the lawyer’s case out', () => {
    expect(view.bands.map(({ label, customers, choice }) => `${label}: ${customers} ${choice}`)).toEqual([
      '1-30 days: 120 begin',
      '31-60 days: 50 personal',
      '61-90 days: 30 personal',
      '91-180 days: 25 ask-first',
      'over 180 days: 14 ask-first',
    ]);
    expect(view.lawyer).toEqual({ matched: [`${CASE}: 1 open invoice`], unmatched: [] });
  });

  it('tells before what would happen, and keeps it: nobody on that day, then at most 20 new customers a day', () => {
    expect(view.dryRun.sentence).toMatch(/^If you went live now: .* to 239 customers on 8 business days\.$/);
    expect(view.dryRun.days[0]).toMatchObject({ day: GO, customers: 0 });
    const told = new Map(view.dryRun.days.map(({ day, customers }) => [day, customers]));
    story.approveAll();
    story.send();
    for (const day of WORKED) {
      story.at(`${day} 09:00`).hour();
      story.paymentsIn(shift(day, -1));
      story.morning();
    }
    const days = firstContacts(story);
    expect(days.get(GO)).toBeUndefined();
    for (const [, names] of days) expect(names.length).toBeLessThanOrEqual(CAP);
    expect([...days.keys()]).toEqual(WORKED);
    expect([...days.values()].flat()).toHaveLength(CAP * WORKED.length);
    const worked = new Map<string, number>();
    for (const event of story.events('sent', 'done'))
      worked.set(event.slice(0, 10), (worked.get(event.slice(0, 10)) ?? 0) + 1);
    for (const day of WORKED) expect([day, worked.get(day)]).toEqual([day, told.get(day)]);
  });

  it('never writes to the lawyer’s case, and begins old balances with a question', async () => {
    const mails = await story.mails();
    expect(mails).toHaveLength(CAP * WORKED.length);
    expect(mails.filter(({ to }) => to.some((address) => address.includes('lost-cause')))).toEqual([]);
    expect(story.events().filter((event) => /(sent|sending|done|approved) Lost Cause/.test(event))).toEqual([]);
    const old = mails.filter(({ to }) => to[0] === 'ap@customer-230.example');
    expect(old[0]?.text).toContain('balance');
    const { lines } = story.ask<ReviewView>('getReview');
    expect(lines.filter(({ customer }) => customer === CASE)).toEqual([]);
  });

  it('changes nothing when the choices are written down a second time', () => {
    const rows = story.records('AR Log').length;
    expect(story.ask('applyGoingLive', CHOICES)).toMatchObject({ changed: 0 });
    expect(story.records('AR Log')).toHaveLength(rows);
  });
});
