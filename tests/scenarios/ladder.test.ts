// Stories of the ladder: a whole round of reminders, promises, currencies, residues, month ends and clock changes.
import { describe, expect, it } from 'vitest';
import type { ReminderView, ReviewView } from '../../src/usecases/waiting/view';
import { Story, type StoryInvoice, shift } from './story';
import { workday } from './workday';

/** A history that makes a customer Timely: four invoices paid on time. */
function paidOnTime(customer: string, before: string): StoryInvoice[] {
  return [120, 90, 60, 35].map((days, index) => {
    const due = shift(before, -days);
    return { no: `H-${customer}-${index}`, customer, due, amount: 1000, paid: 1000, paidOn: due };
  });
}

/** A history that makes a customer Doubtful: paid more than 30 days late. */
function paidVeryLate(customer: string, before: string): StoryInvoice[] {
  return [200, 160, 120].map((days, index) => {
    const due = shift(before, -days);
    return { no: `L-${customer}-${index}`, customer, due, amount: 1000, paid: 1000, paidOn: shift(due, 45) };
  });
}

/** A large customer, so that the one under test is not among those that make most of the sales. */
function bigOne(before: string): StoryInvoice[] {
  return [300, 200, 100].map((days, index) => {
    const due = shift(before, -days);
    return { no: `B-${index}`, customer: 'Big One', due, amount: 500_000, paid: 500_000, paidOn: due };
  });
}

function policyRow(story: Story, segment: string, stage: number): Record<string, string> {
  const row = story
    .records('AR Policy')
    .find((one) => one['Segment'] === segment && one['Stage'] === String(stage) && one['Anchor'] === 'due');
  if (!row) throw new Error(`no stage ${stage} of ${segment}`);
  return row;
}

describe('the ladder', () => {
  it('story 1: a timely customer gets one friendly mail, in German, on the fourth day, none before, and nothing after the payment', async () => {
    const line = { no: '4800', customer: 'Timely Ltd', due: '2026-11-02', amount: 4800 };
    const history = [...bigOne('2026-11-02'), ...paidOnTime('Timely Ltd', '2026-11-02')];
    const story = new Story('2026-11-02 09:00', [...history, line]).goLive();
    story.change('AR Customers', (row) => row['Customer'] === 'Timely Ltd', 'Language', 'German');
    for (const day of ['2026-11-03', '2026-11-04', '2026-11-05']) story.at(`${day} 09:00`).morning().hour();
    expect(await story.mails()).toHaveLength(0);
    story.at('2026-11-06 09:00').morning();
    const mails = await story.mails();
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe('Our Firm Ltd: Zahlungserinnerung, Rechnung 4800');
    expect(mails[0]?.text).toContain('4.800,00 EUR');
    story.invoices([...history, { ...line, paid: 4800, paidOn: '2026-11-09' }]);
    // Each day on which a step could come, then once a week up to the end of the year.
    for (let day = '2026-11-09'; day <= '2026-12-31'; day = shift(day, day < '2026-11-18' ? 1 : 7))
      story.at(`${day} 09:00`).hour();
    expect(await story.mails()).toHaveLength(1);
  });

  it('story 3: two currencies go out in one mail with one table of invoices per currency, and no sum across them', async () => {
    const lines = [
      { no: 'G-1', customer: 'Two Currencies', due: '2026-10-31', amount: 1200, currency: 'GBP' },
      { no: 'E-1', customer: 'Two Currencies', due: '2026-10-31', amount: 900, currency: 'EUR' },
    ];
    const story = new Story('2026-11-20 09:00', lines).goLive();
    story.change('AR Settings', (row) => row['Setting'] === 'Payment instructions: GBP', 'Value', 'Sort code 01-02-03');
    story.change('AR Settings', (row) => row['Setting'] === 'Payment instructions: EUR', 'Value', 'IBAN DE00 1234');
    story.morning();
    const mails = await story.mails();
    expect(mails).toHaveLength(1);
    const { text = '', html = '' } = mails[0] ?? {};
    expect(text).toContain('1,200.00 GBP');
    expect(text).toContain('900.00 EUR');
    expect(text).toContain('Sort code 01-02-03');
    expect(text).toContain('IBAN DE00 1234');
    expect(text).not.toContain('2,100');
    // What has column heads is a table of invoices; the boxes around the sum and how to pay have none.
    const tables = [...html.matchAll(/<table[^>]*>(.*?)<\/table>/gs)].map(([, inner = '']) => inner);
    const ofInvoices = tables.filter((table) => table.includes('<th '));
    expect(ofInvoices.map((table) => ['G-1', 'E-1'].filter((invoice) => table.includes(invoice)))).toEqual([
      ['E-1'],
      ['G-1'],
    ]);
    expect(html).not.toContain('2,100');
    expect(story.events('sent')).toHaveLength(1);
  });

  it('story 4: a residue of 38.00 does not set the tone for 24,000.00', async () => {
    const lines = [
      { no: 'OLD', customer: 'Residue Ltd', due: '2026-08-17', amount: 38 },
      { no: 'NEW', customer: 'Residue Ltd', due: '2026-11-17', amount: 24_000 },
    ];
    const story = new Story('2026-11-20 09:00', lines).goLive();
    const [line] = story.ask<ReviewView>('getReview').lines;
    const { reasons } = story.ask<ReminderView>('getReminder', line?.id);
    expect(reasons.join(' ')).toContain('Invoice NEW (24,000.00 EUR, due Tue 17 Nov) decides: step 2 of 7, friendly.');
    expect(line?.stage).toContain('friendly');
    story.morning();
    const [mail] = await story.mails();
    expect(mail?.to).toEqual(['ap@residue-ltd.example']);
    expect(mail?.cc).toEqual([]);
    expect(mail?.text).toContain('OLD');
    expect(mail?.text).toContain('24,038.00 EUR');
  });

  it('a promise is reminded of before its day; when it is kept nothing follows, when it is broken that is asked about after its grace', async () => {
    const promised = (customer: string): StoryInvoice => ({
      no: `P-${customer}`,
      customer,
      due: '2026-11-03',
      amount: 6400,
    });
    const history = [
      ...bigOne('2026-11-03'),
      ...paidVeryLate('Keeps', '2026-11-03'),
      ...paidVeryLate('Breaks', '2026-11-03'),
    ];
    const story = new Story('2026-11-05 09:00', [...history, promised('Keeps'), promised('Breaks')]).goLive();
    story.approveAll();
    story.send();
    expect(await story.mails()).toHaveLength(2);
    for (const customer of ['Keeps', 'Breaks']) {
      story.add('AR Promises', {
        Customer: customer,
        Amount: 6400,
        Currency: 'EUR',
        'Promised on': '2026-11-13',
        Recorded: '2026-11-09',
        State: 'open',
      });
    }
    story.at('2026-11-09 09:00').hour().morning();
    expect(await story.mails()).toHaveLength(2);
    for (const day of ['2026-11-11', '2026-11-13', '2026-11-16']) story.at(`${day} 09:00`).hour().morning();
    const reminded = (await story.mails()).slice(2);
    expect(reminded.map(({ subject }) => subject)).toEqual(
      Array.from({ length: 2 }, () => 'Our Firm Ltd: the payment you planned'),
    );
    story.invoices([...history, { ...promised('Keeps'), paid: 6400, paidOn: '2026-11-13' }, promised('Breaks')]);
    story.at('2026-11-17 09:00').hour().morning();
    expect(await story.mails()).toHaveLength(4);
    for (const day of ['2026-11-18', '2026-11-19', '2026-11-20']) story.at(`${day} 09:00`).hour().morning();
    const mails = await story.mails();
    expect(mails[4]?.subject).toBe('Our Firm Ltd: the payment you planned has not arrived');
    for (const mail of mails.slice(4)) expect(mail.to).toEqual(['ap@breaks.example']);
  });

  it('an invoice issued after the promise runs its own ladder', async () => {
    const old = { no: 'OLD', customer: 'Mixed Ltd', due: '2026-11-01', amount: 500, issued: '2026-10-01' };
    const fresh = { no: 'FRESH', customer: 'Mixed Ltd', due: '2026-11-16', amount: 800, issued: '2026-11-10' };
    const story = new Story('2026-11-09 08:00', [old, fresh]).goLive();
    story.add('AR Promises', {
      Customer: 'Mixed Ltd',
      'Promised on': '2026-11-27',
      Recorded: '2026-11-09',
      State: 'open',
    });
    story.at('2026-11-18 09:00').morning();
    const [mail] = await story.mails();
    expect(mail?.text).toContain('FRESH');
    expect(mail?.text).not.toContain('OLD');
  });
});

describe('the calendar', () => {
  it.each([
    ['month end', '2026-04-30', '2026-05-04'],
    ['a leap day', '2028-02-29', '2028-03-02'],
    ['the change to summer time', '2026-03-27', '2026-03-30'],
    ['the change to winter time', '2026-10-23', '2026-10-26'],
  ])(
    'counts whole days over %s: due %s, reminded two days later or on the next business day, %s',
    async (_, due, reminded) => {
      const line = { no: '1', customer: 'Calendar Ltd', due, amount: 100, issued: due };
      const story = new Story(`${due} 09:00`, [line]).goLive();
      // Up to the day after: a second mail would come then at the earliest.
      for (let day = due; day <= shift(reminded, 1); day = shift(day, 1)) workday(story.at(`${day} 09:00`).hour());
      expect(story.events('sent')).toEqual([`${reminded} sent Calendar Ltd`]);
    },
  );

  it.each([
    ['Asia/Tokyo', 'America/New_York'],
    ['America/New_York', 'Asia/Tokyo'],
    ['Pacific/Auckland', 'America/Los_Angeles'],
  ])('is that of the sheet in %s, whatever the script’s zone (%s)', async (sheetZone, scriptZone) => {
    const line = { no: '1', customer: 'Far Away', due: '2026-11-02', amount: 100 };
    const story = new Story('2026-11-03 23:30', [line], { sheetZone, scriptZone }).goLive();
    expect(story.ask<ReviewView>('getReview').lines).toEqual([]);
    story.at('2026-11-04 00:30').hour();
    expect(story.ask<ReviewView>('getReview').lines).toHaveLength(1);
    expect(policyRow(story, 'New', 2)['Days']).toBe('2');
    story.at('2026-11-04 09:00').morning();
    const [mail] = await story.mails();
    expect(mail?.text).toContain('2 November 2026');
  });

  it('story 7: on a Monday with old payments nothing is sent; once they are confirmed the paid ones cancel and the rest waits', async () => {
    const lines = Array.from({ length: 12 }, (_, index) => ({
      no: `${index}`,
      customer: `Customer ${index}`,
      due: '2026-11-18',
      amount: 100 + index,
    }));
    const story = new Story('2026-11-12 09:00', lines).goLive();
    story.at('2026-11-23 08:30').hour();
    story.approveAll();
    expect(story.send()).toMatchObject({ sent: 0, stopped: expect.stringContaining('Payments are in only up to') });
    story.invoices(
      lines.map((line, index) => (index < 3 ? { ...line, paid: line.amount, paidOn: '2026-11-20' } : line)),
    );
    const { message } = story.ask<{ message: string }>('confirmPayments', '2026-11-20');
    expect(message).toContain('3 reminders were cancelled');
    expect(story.send()).toMatchObject({ sent: 9 });
    expect(await story.mails()).toHaveLength(9);
  });
});
