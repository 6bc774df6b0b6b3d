// Stories of a collections manager, told by day through the built bundle: promise, Christmas, segment change, dispute.
import { describe, expect, it } from 'vitest';
import type { ReviewView } from '../../src/usecases/waiting/view';
import { Story, type StoryInvoice } from './story';
import { workday } from './workday';

/** What waits for a customer: `Friendly planned`. */
function waiting(story: Story, customer: string): string[] {
  return story
    .records('AR Queue')
    .filter((row) => row['Customer'] === customer)
    .map((row) => `${row['Template']} ${row['State']}`);
}

/** One working morning on each of some days. */
function mornings(story: Story, ...days: string[]): void {
  for (const day of days) workday(story.at(`${day} 09:00`).hour());
}

describe('story 5: a promise of 6,400.00 for Friday 13 November', () => {
  const first: StoryInvoice = { no: 'P1', customer: 'Doubtful', due: '2026-11-02', amount: 6400 };
  const fresh: StoryInvoice = { no: 'P2', customer: 'Doubtful', due: '2026-11-09', issued: '2026-11-06', amount: 1000 };

  it('is reminded of on the 11th; on the 18th the missing 4,400.00 wait for review, and the new invoice went its own way', async () => {
    const story = new Story('2026-11-03 09:00', [first]).setUp();
    story.change('AR Customers', (row) => row['Customer'] === 'Doubtful', 'Segment override', 'Doubtful SMB');
    story.ask('becomeSender');
    story.paymentsIn().ask('setLive', true);
    story.add('AR Promises', {
      Customer: 'Doubtful',
      Amount: 6400,
      Currency: 'EUR',
      'Promised on': '2026-11-13',
      Recorded: '2026-11-03',
      State: 'open',
    });
    mornings(story, '2026-11-03', '2026-11-04', '2026-11-05');
    story.invoices([first, fresh]);
    mornings(story, '2026-11-06', '2026-11-09', '2026-11-10', '2026-11-11');
    story.invoices([{ ...first, paid: 2000, paidOn: '2026-11-12' }, fresh]);
    mornings(story, '2026-11-12', '2026-11-13', '2026-11-16', '2026-11-17');
    story.at('2026-11-18 09:00').hour();
    story.paymentsIn();
    expect(waiting(story, 'Doubtful')).toEqual(['Promise missed planned']);
    expect(story.records('AR Promises').map((row) => row['State'])).toEqual(['partly kept']);
    story.approveAll();
    story.send();
    const mails = await story.mails();
    const about1 = mails.filter(({ text }) => text.includes('P1'));
    expect(about1.map(({ subject }) => subject)).toEqual([
      'Our Firm Ltd: the payment you planned',
      'Our Firm Ltd: the payment you planned has not arrived',
    ]);
    expect(about1[1]?.text).toContain('4,400.00 EUR');
    expect(about1[1]?.text).toContain('2,000.00 EUR');
    expect(mails.some(({ text }) => text.includes('P2') && !text.includes('P1'))).toBe(true);
  });
});

describe('story 8: a step due on Christmas Day', () => {
  it('goes out on Tuesday 5 January at the earliest, and the next one counts from there', async () => {
    const invoice: StoryInvoice = { no: 'X1', customer: 'Fest AG', due: '2026-12-21', amount: 700 };
    const story = new Story('2026-12-21 09:00', [invoice]).setUp();
    story.change('AR Customers', (row) => row['Customer'] === 'Fest AG', 'Segment override', 'Timely');
    story.change('AR Customers', (row) => row['Customer'] === 'Fest AG', 'Country', 'DE');
    story.change('AR Settings', (row) => row['Setting'] === 'Country', 'Value', 'DE');
    story.add('AR Holidays', { Day: '2026-12-23', Until: '2027-01-04', Name: 'Between the years' });
    story.ask('becomeSender');
    story.paymentsIn().ask('setLive', true);
    mornings(story, '2026-12-22', '2026-12-24', '2026-12-25', '2026-12-28', '2026-12-31', '2027-01-04');
    expect(await story.mails()).toEqual([]);
    mornings(story, '2027-01-05');
    const [mail] = await story.mails();
    expect(mail?.subject).toBe('Our Firm Ltd: Zahlungserinnerung, Rechnung X1');
    // Stage 2 follows stage 1 by 8 days: Wednesday 13 January.
    mornings(story, '2027-01-11', '2027-01-12');
    expect(await story.mails()).toHaveLength(1);
    mornings(story, '2027-01-13');
    expect(await story.mails()).toHaveLength(2);
  });

  it('under a daily cap goes out with the next business day’s mails', async () => {
    const lines = ['A', 'B', 'C'].map((customer): StoryInvoice => {
      return { no: `${customer}1`, customer, due: '2026-12-21', amount: 700 };
    });
    const story = new Story('2027-01-05 09:00', lines).goLive();
    story.change('AR Settings', (row) => row['Setting'] === 'Mails per day', 'Value', 2);
    story.approveAll();
    expect(story.send().stopped).toContain('2 mails left today');
    expect(await story.mails()).toHaveLength(2);
    story.at('2027-01-06 09:00').paymentsIn();
    story.send();
    expect(await story.mails()).toHaveLength(3);
  });
});

describe('story 9: a timely customer who is now computed as delinquent', () => {
  it('is never written to in a friendly tone again, and a small old invoice leaves the ladder of the large one alone', async () => {
    const large: StoryInvoice = { no: 'L1', customer: 'Turns', due: '2026-11-02', amount: 18_000 };
    const small: StoryInvoice = { no: 'S1', customer: 'Turns', due: '2026-10-24', issued: '2026-10-20', amount: 300 };
    const story = new Story('2026-11-05 09:00', [large]).goLive();
    const segment = (name: string) =>
      story.change('AR Customers', (row) => row['Customer'] === 'Turns', 'Segment override', name);
    segment('Timely');
    mornings(story, '2026-11-06', '2026-11-16');
    const before = (await story.mails()).length;
    expect(before).toBe(2);
    story.invoices([large, small]);
    segment('Delinquent SMB');
    mornings(story, '2026-11-17', '2026-11-20', '2026-11-24', '2026-11-27', '2026-12-02', '2026-12-08');
    const tones = story
      .records('AR Log')
      .filter((row) => row['Event'] === 'sent')
      .map((row) => /\((\w+)\)/.exec(row['Stage'] ?? '')?.[1] ?? '');
    expect(tones.slice(before)).not.toContain('friendly');
    expect(tones.slice(before).length).toBeGreaterThan(0);
    const leads = story.records('AR Log').filter((row) => row['Event'] === 'planned');
    for (const row of leads.slice(before)) expect(row['Note']).toContain('L1');
  });
});

describe('story 10: a dispute over a part', () => {
  const lines: StoryInvoice[] = [
    { no: 'D1', customer: 'Argues', due: '2026-11-02', amount: 9000 },
    { no: 'D2', customer: 'Argues', due: '2026-11-03', amount: 2500 },
  ];

  it('is shown apart: the mail asks for 10,000.00; once resolved on 1 December nothing is said of it before the 8th', async () => {
    const story = new Story('2026-11-20 09:00', lines).setUp();
    story.change('AR Customers', (row) => row['Customer'] === 'Argues', 'Segment override', 'Timely');
    story.ask('becomeSender');
    story.paymentsIn().ask('setLive', true);
    story.add('AR Disputes', {
      Invoice: 'D1',
      Customer: 'Argues',
      Reason: 'damaged',
      Amount: 1500,
      Currency: 'EUR',
      Opened: '2026-11-18',
    });
    mornings(story, '2026-11-20');
    const [mail] = await story.mails();
    expect(mail?.text).toContain('10,000.00 EUR');
    expect(mail?.text).toContain('1,500.00 EUR');
    story.change('AR Disputes', (row) => row['Invoice'] === 'D1', 'Resolved', '2026-12-01');
    mornings(story, '2026-12-01', '2026-12-03', '2026-12-07');
    expect((await story.mails()).slice(1).some(({ text }) => text.includes('D1'))).toBe(false);
    mornings(story, '2026-12-08', '2026-12-15', '2026-12-16');
    expect((await story.mails()).some(({ text }, index) => index > 0 && text.includes('D1'))).toBe(true);
    expect(story.ask<ReviewView>('getReview').lines.every(({ state }) => state !== 'unconfirmed')).toBe(true);
  });
});
