// Stories of what people note by hand, day by day: nothing goes out while it stands, and lifting it sends nothing.
import { describe, expect, it } from 'vitest';
import type { PromisesView } from '../../src/usecases/agreements/view';
import type { CustomersView, CustomerView } from '../../src/usecases/customers/view';
import type { ChangeResult } from '../../src/usecases/waiting/change-result';
import type { ReminderView, ReviewView } from '../../src/usecases/waiting/view';
import { killedEverywhere } from './killed';
import { Story, type StoryInvoice } from './story';
import { workday } from './workday';

const ACME: StoryInvoice = { no: '0001001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 };
const KEY = 'acme tools';
/** Once while mails leave, and once when they no longer do. */
const SENDING = [9, 21];

const live = (...lines: StoryInvoice[]): Story =>
  new Story('2026-11-04 09:00', lines.length > 0 ? lines : [ACME]).goLive();
const waiting = (story: Story): string[] =>
  story.records('AR Queue').map((row) => `${row['Template']}: ${row['Invoices']}`);
const card = (story: Story): CustomerView => story.ask<CustomerView>('getCustomer', KEY);

/** Mornings on which everything is approved and sent, until one on which something leaves; that day, '' for none. */
async function firstMailFrom(story: Story, from: number, to = from + 8): Promise<string> {
  const before = (await story.mails()).length;
  for (let day = from; day <= to; day += 1) {
    const date = `2026-11-${String(day).padStart(2, '0')}`;
    workday(story.at(`${date} 09:00`));
    if ((await story.mails()).length > before) return date;
  }
  return '';
}

describe('marks set by hand, through the built bundle', () => {
  it('"They replied" on a Wednesday lets nothing go before the Wednesday after', async () => {
    const story = live();
    story.approveAll();
    story.ask('markReplied', KEY, 'wants a copy');
    expect(story.send()).toMatchObject({ sent: 0 });
    expect(await firstMailFrom(story, 5)).toBe('2026-11-11');
  });

  it('"Bounced" lets nothing go until the address changes, however long that takes', async () => {
    const story = live();
    story.ask('markBounced', KEY, '');
    expect(await firstMailFrom(story, 24, 30)).toBe('');
    story.at('2026-12-07 09:00').paymentsIn();
    story.change('AR Customers', (row) => row['Customer'] === 'Acme Tools', 'Email', 'ledger@acme-tools.example');
    story.ask('planNow');
    expect(await story.mails()).toEqual([]);
    story.morning();
    expect((await story.mails()).map(({ to }) => to)).toEqual([['ledger@acme-tools.example']]);
  });

  it('a promise of a part is missed when less comes in, and what came in is shown', async () => {
    const story = live();
    story.ask('recordPromise', {
      customerKey: KEY,
      invoices: [],
      amount: 1000,
      currency: '',
      promisedOn: '2026-11-13',
      note: 'Ms Weber',
    });
    story.invoices([{ ...ACME, paid: 400, paidOn: '2026-11-12' }]);
    story.live('2026-11-11', '2026-11-17', () => story.paymentsIn(), SENDING);
    expect((await story.mails()).filter(({ subject }) => !/you planned/.test(subject))).toEqual([]);
    story.at('2026-11-18 09:00').morning();
    const mails = await story.mails();
    const missed = mails[mails.length - 1];
    expect(missed?.subject).toBe('Our Firm Ltd: the payment you planned has not arrived');
    expect(missed?.text).toContain('of 1,000.00 EUR for 13 November 2026');
    expect(missed?.text).toContain('So far we have received 400.00 EUR, on 12 November 2026');
    expect(missed?.text).toContain('800.00 EUR open');
    expect(story.ask<PromisesView>('getPromises').promises[0]?.state).toBe('partly kept');
  });

  it('an invoice issued after a promise runs its own ladder meanwhile', async () => {
    const story = live();
    story.ask('recordPromise', {
      customerKey: KEY,
      invoices: [],
      amount: null,
      currency: '',
      promisedOn: '2026-11-27',
      note: '',
    });
    const later = { ...ACME, no: '0001002', issued: '2026-11-05', due: '2026-11-08', amount: 300 };
    story.invoices([ACME, later]);
    expect(await firstMailFrom(story, 9)).toBe('2026-11-10');
    const [mail] = await story.mails();
    expect(mail?.text).toContain('0001002');
    expect(mail?.text).not.toContain('0001001');
  });

  it('what was handed over is never asked for again; taken back it queues, and sends nothing', async () => {
    const story = live();
    story.ask('handOver', KEY, [], 'to the lawyer');
    expect(await firstMailFrom(story, 24, 30)).toBe('');
    story.at('2026-12-01 09:00').paymentsIn('2026-12-01');
    story.ask('takeBack', KEY);
    expect(waiting(story)).toHaveLength(1);
    expect(await story.mails()).toEqual([]);
  });

  it('lifting a mark sends nothing, not even an approved or automatic reminder', async () => {
    const story = live();
    story.ask('setAutomatic', true);
    story.approveAll();
    story.ask('holdCustomerUntil', KEY, '', '', 'visit');
    story.ask('markReplied', KEY, '');
    const hold = card(story).running.find(({ kind }) => kind === 'hold');
    story.ask('liftHold', hold?.row, hold?.seen);
    story.ask('resumeCustomer', KEY);
    expect(waiting(story)).toHaveLength(1);
    expect(story.records('AR Queue')[0]?.['State']).toBe('planned');
    expect(await story.mails()).toEqual([]);
  });

  it('knows a customer by a part of the name or an invoice number, and tells the whole history', () => {
    const story = live();
    story.morning();
    story.ask('markReplied', KEY, 'wants a copy');
    expect(story.ask<CustomersView>('findCustomers', '0001001').customers[0]?.key).toBe(KEY);
    const { history, running } = card(story);
    expect(running.map(({ kind }) => kind)).toEqual(['replied']);
    expect(history.map(({ what }) => what.replace(/ \(.*/, '')).slice(0, 3)).toEqual([
      'They replied',
      'Sent',
      'Sending begun',
    ]);
  });
});

describe('another text, through the built bundle', () => {
  it('tells the outcome of a dispute with the ladder’s mail a week later, and the ladder goes on from there', async () => {
    const story = live();
    story.morning();
    story.at('2026-11-06 09:00').ask('recordDispute', {
      customerKey: KEY,
      invoice: '0001001',
      amount: null,
      currency: '',
      reason: 'short delivery',
      owner: '',
      deadline: '',
    });
    story.at('2026-11-10 09:00');
    const { disputes } = story.ask<PromisesView>('getPromises');
    story.ask('resolveDispute', disputes[0]?.row, disputes[0]?.seen, 'partly accepted', 'we credit 200.00 EUR');
    story.invoices([{ ...ACME, amount: 1000 }]);
    expect(await firstMailFrom(story, 11, 16)).toBe('');
    story.at('2026-11-17 09:00').paymentsIn();
    story.ask('planNow');
    const id = story.ask<ReviewView>('getReview').lines[0]?.id ?? '';
    const { mail } = story.ask<ReminderView>('getReminder', id);
    expect(mail?.texts).toMatchObject({ policy: 'Personal', chosen: 'Personal' });
    const draft = story.ask<{ subject: string; body: string }>('draftWith', id, 'Dispute closed');
    expect(draft.subject).toBe('Our Firm Ltd: outcome of your query on invoice 0001001');
    expect(story.ask<ReminderView>('getReminder', id).mail?.edited).toBe(false);
    story.ask('editReminder', id, { to: mail?.to, cc: mail?.cc, ...draft, text: 'Dispute closed' });
    story.morning();
    const mails = await story.mails();
    expect(mails).toHaveLength(2);
    expect(mails[1]?.subject).toBe('Our Firm Ltd: outcome of your query on invoice 0001001');
    expect(mails[1]?.text).toContain('We agree with you in part: we credit 200.00 EUR');
    expect(mails[1]?.text).toContain('Could you please pay 1,000.00 EUR by');
    expect(mails[1]?.text).not.toContain('{{');
    // The stage of the policy is done: the next one follows behind it, a call.
    expect(await firstMailFrom(story, 18, 20)).toBe('');
    story.at('2026-11-23 09:00').paymentsIn();
    story.ask('planNow');
    expect(story.ask<ReviewView>('getReview').lines.map(({ stage }) => stage)).toEqual(['step 4 of 7, personal']);
  });
});

describe('a mail that is taken back, through the built bundle', () => {
  it('sends nothing, and comes again alike on the day that was said', async () => {
    const story = live();
    story.morning();
    const line = card(story).history.find(({ takesBack }) => takesBack !== '');
    story.at('2026-11-05 09:00');
    const { message } = story.ask<ChangeResult>('voidReminder', line?.takesBack, 'went out too early');
    expect(message).toContain('comes again on Mon 9 Nov');
    expect(await firstMailFrom(story, 5)).toBe('2026-11-09');
    const [first, again] = await story.mails();
    expect(again?.subject).toBe(first?.subject);
    expect(again?.to).toEqual(first?.to);
  });
});

const isFirst = (record: Record<string, string>): boolean => record['Segment'] === 'New' && record['Days'] === '2';

/** A story in which a call waits on its first day. */
function withCall(): { story: Story; id: string } {
  const story = live();
  story.change('AR Policy', isFirst, 'Channel', 'call');
  story.change('AR Policy', isFirst, 'Template', 'Call personal');
  story.ask('planNow');
  story.ask('planNow');
  const call = story.ask<ReviewView>('getReview').lines.find(({ channel }) => channel === 'call');
  return { story, id: call?.id ?? '' };
}

describe('the outcome of a call, through the built bundle', () => {
  it('"will call back" waits until after that day', async () => {
    const { story, id } = withCall();
    story.ask('recordOutcome', id, 'will call back', '', { on: '2026-11-12' });
    story.live('2026-11-11', '2026-11-12', () => story.paymentsIn(), SENDING);
    expect(waiting(story)).toEqual([]);
    expect(await firstMailFrom(story, 13)).toBe('2026-11-13');
  });

  it('"paid" waits five business days, then asks again when nothing came', async () => {
    const { story, id } = withCall();
    story.ask('recordOutcome', id, 'paid', 'by transfer', { on: '2026-11-03' });
    expect(story.records('AR Holds')[0]).toMatchObject({ Reason: 'says paid on Tue 3 Nov' });
    story.live('2026-11-10', '2026-11-11', () => story.paymentsIn(), SENDING);
    expect(waiting(story)).toEqual([]);
    expect(await firstMailFrom(story, 12)).toBe('2026-11-12');
  });

  it('"paid" is over when the payment is in', async () => {
    const { story, id } = withCall();
    story.ask('recordOutcome', id, 'paid', '', {});
    story.invoices([{ ...ACME, paid: 1200, paidOn: '2026-11-06' }]);
    expect(await firstMailFrom(story, 5)).toBe('');
  });

  it('"no answer" does not hold the next contact back as an answered call does', () => {
    const quiet = withCall();
    quiet.story.ask('recordOutcome', quiet.id, 'no answer', '');
    const spoken = withCall();
    spoken.story.ask('recordOutcome', spoken.id, 'answered', '');
    const last = (story: Story): string | undefined =>
      card(story).facts.find(({ label }) => label === 'Last contact')?.value;
    expect(last(quiet.story)).toBe('Wed 4 Nov, call: no answer');
    expect(card(quiet.story).changes).toBeNull();
    expect(card(spoken.story).changes).toMatchObject({ since: '2026-11-04' });
  });
});

/** A story whose first stage writes to the senior contact, approved. */
function toSenior(): Story {
  const story = live();
  story.change('AR Policy', isFirst, 'To', 'senior');
  story.ask('changeContact', KEY, { owner: 'olga@ourfirm.example', escalationEmail: 'cfo@acme-tools.example' });
  story.approveAll();
  return story;
}

const recipients = async (story: Story): Promise<string[]> =>
  (await story.allMails()).map(({ to }) => to.join()).filter((to) => to !== 'ann@ourfirm.example');

describe('the heads-up, through the built bundle', () => {
  it('reaches the account owner before the senior contact gets the mail, and once', async () => {
    const story = toSenior();
    story.at('2026-11-04 10:00').hour();
    story.at('2026-11-04 11:00').hour();
    expect(await recipients(story)).toEqual(['olga@ourfirm.example', 'cfo@acme-tools.example']);
    const [headsUp] = await story.allMails();
    expect(headsUp?.subject).toContain('Acme Tools');
    expect(headsUp?.text).toContain('cfo@acme-tools.example');
  });

  it('reaches the owner at most once and never after the mail, wherever the run is killed', async () => {
    const killed = await killedEverywhere(
      toSenior(),
      (method) => /(setValues|flush|Messages\.send|setProperties|tryLock)$/.test(method),
      (story) => story.at('2026-11-04 10:00').hour(),
      async (story, n) => {
        story.at('2026-11-04 12:00').hour();
        const where = `killed before call ${n}`;
        const to = await recipients(story);
        expect(to.filter((one) => one === 'olga@ourfirm.example').length, where).toBeLessThanOrEqual(1);
        expect(to.indexOf('olga@ourfirm.example'), where).toBeLessThanOrEqual(0);
        expect(to.filter((one) => one.startsWith('cfo')).length, where).toBeLessThanOrEqual(1);
      },
    );
    expect(killed).toBeGreaterThan(10);
  }, 120_000);
});
