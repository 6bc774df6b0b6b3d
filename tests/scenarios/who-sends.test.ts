// Stories of who sends, on which payments and on which approval: two people, one workbook, days that pass.
import { describe, expect, it } from 'vitest';
import type { TodayView } from '../../src/usecases/today/view';
import type { ReviewView } from '../../src/usecases/waiting/view';
import { Story, type StoryInvoice } from './story';

const FIRMLY: StoryInvoice = { no: '0001001', customer: 'Firmly', due: '2026-10-26', amount: 1200 };
const KINDLY: StoryInvoice = { no: '0002001', customer: 'Kindly', due: '2026-11-01', amount: 700 };

/** A firm and a friendly mail, approved on a day; payments in up to it. The firm one follows a call of 27 Oct. */
function approvedOn(day: string): Story {
  const story = new Story('2026-10-27 09:00', [FIRMLY, KINDLY]).goLive();
  const step = {
    Segment: 'Firm only',
    Anchor: 'due',
    To: 'billing',
    Sending: 'review',
    'Minimum gap': 3,
    Active: 'yes',
  };
  story.add('AR Policy', {
    ...step,
    Stage: 1,
    Days: 1,
    Channel: 'call',
    Template: 'Call personal',
    Tone: 'personal',
  });
  story.add('AR Policy', { ...step, Stage: 2, Days: 8, Channel: 'email', Template: 'Firm', Tone: 'firm' });
  story.change('AR Customers', (row) => row['Customer'] === 'Firmly', 'Segment override', 'Firm only');
  story.ask('planNow');
  const [call] = story.ask<ReviewView>('getReview').lines.filter(({ channel }) => channel === 'call');
  story.ask('recordOutcome', call?.id, 'answered', '');
  story.at(`${day} 09:00`).paymentsIn().ask('planNow');
  story.approveAll();
  return story;
}

const addressed = async (story: Story): Promise<string[]> => (await story.mails()).flatMap(({ to }) => to);

describe('payments that are not fresh', () => {
  it('keep a firm mail back while the friendly one leaves, and let it go once somebody confirms them', async () => {
    const story = approvedOn('2026-11-03');
    story.at('2026-11-05 10:00').hour();
    expect(await addressed(story)).toEqual(['ap@kindly.example']);
    const today = story.ask<TodayView>('getToday');
    expect(today.stops).toEqual([]);
    expect(today.alerts[0]?.message).toContain('1 firm mail waits');
    expect(story.ask<ReviewView>('getReview').lines).toMatchObject([{ customer: 'Firmly', state: 'approved' }]);
    story.paymentsIn('2026-11-04').at('2026-11-05 11:00').hour();
    expect(await addressed(story)).toEqual(['ap@kindly.example', 'ap@firmly.example']);
  });
});

describe('an approval that is too old', () => {
  it('of a firm mail is asked for again after three business days, of a friendly one after five; nothing of it leaves', async () => {
    const story = approvedOn('2026-11-04');
    const asked = (): string[] =>
      story.ask<ReviewView>('getReview').lines.map(({ customer, state }) => `${customer} ${state}`);
    story.at('2026-11-09 19:00').hour();
    expect(asked()).toEqual(expect.arrayContaining(['Firmly approved', 'Kindly approved']));
    // Friday 6 November, on which no firm word goes out, does not count.
    story.at('2026-11-10 19:00').hour();
    expect(asked()).toEqual(expect.arrayContaining(['Firmly approved', 'Kindly approved']));
    story.at('2026-11-11 19:00').hour();
    expect(asked()).toEqual(expect.arrayContaining(['Firmly planned', 'Kindly approved']));
    story.at('2026-11-12 07:00').paymentsIn('2026-11-11').at('2026-11-12 09:00').hour();
    expect(asked()).toEqual(expect.arrayContaining(['Firmly planned', 'Kindly planned']));
    expect(await story.mails()).toEqual([]);
    expect(story.events('returned')).toEqual(['2026-11-11 returned Firmly', '2026-11-12 returned Kindly']);
    story.approveAll();
    story.send();
    expect((await addressed(story)).sort()).toEqual(['ap@firmly.example', 'ap@kindly.example']);
  });
});

describe('a colleague who takes the sending over', () => {
  const BOB = 'bob@ourfirm.example';

  it('mails the former sender once, is told what is missing, and sends once the schedule is installed', async () => {
    const story = new Story('2026-11-04 09:00', [KINDLY]).goLive();
    story.ask('saveSetting', 'Payment details in mails', 'not needed');
    story.ask('setAutomatic', true);
    story.hour().approveAll();
    story.user = BOB;
    const { message } = story.ask<{ message: string }>('becomeSender');
    expect(message).toContain('What was approved comes back to review once');
    expect(message).toContain('No schedule of yours is installed');
    const [mail, ...more] = await story.allMails();
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: ['ann@ourfirm.example'], subject: `${BOB} sends from "Receivables" now` });
    expect(mail?.text).toContain('Your schedule there does nothing any more.');
    expect(story.world.mails[0]?.from).toBe(BOB);
    expect(story.records('AR Log').at(-1)).toMatchObject({ Event: 'sender', Actor: BOB });

    // The former schedule fires on for days and mails nobody.
    story.user = 'ann@ourfirm.example';
    story.at('2026-11-04 10:00').hour().at('2026-11-05 10:00').hour();
    expect(await story.allMails()).toHaveLength(1);

    story.user = BOB;
    const alerts = (): string[] => story.ask<TodayView>('getToday').alerts.map(({ code }) => code);
    expect(alerts()).toContain('no-schedule');
    story.ask('setAutomatic', true);
    expect(alerts()).toEqual([]);
    // It was approved to leave from Ann's mailbox: that of Bob is another mail.
    story.at('2026-11-05 11:00').hour();
    expect(story.events('returned')).toEqual(['2026-11-05 returned Kindly']);
    story.approveAll();
    story.at('2026-11-05 12:00').hour();
    expect(await addressed(story)).toEqual(['ap@kindly.example']);
    expect(story.world.mails.at(-1)?.from).toBe(BOB);
  });
});

describe('a schedule that stopped running', () => {
  it('is red under Today after a business day, for the sender and for colleagues, until it runs again', () => {
    const story = new Story('2026-11-06 09:00', [KINDLY]).goLive();
    story.ask('setAutomatic', true);
    story.at('2026-11-06 16:30').hour();
    const red = (): string[] =>
      story
        .ask<TodayView>('getToday')
        .alerts.filter(({ tone }) => tone === 'bad')
        .map(({ message }) => message);
    expect(story.at('2026-11-09 16:00') && red()).toEqual([]);
    story.at('2026-11-09 17:00');
    expect(red()).toEqual([expect.stringContaining('Your hourly run has not run since Fri 6 Nov, 16:30')]);
    story.user = 'bob@ourfirm.example';
    expect(red()).toEqual([expect.stringContaining('Ask ann@ourfirm.example')]);
    story.user = 'ann@ourfirm.example';
    story.hour();
    expect(red()).toEqual([]);
  });
});

describe('a deputy', () => {
  it('is offered the sending by Today after a missed business day, takes it over, and the mails leave', async () => {
    const story = new Story('2026-11-04 09:00', [KINDLY]).goLive();
    story.ask('saveSetting', 'Deputy', 'deb@ourfirm.example');
    story.ask('setAutomatic', true);
    story.hour().approveAll();
    const offered = (user: string): string[] => {
      story.user = user;
      return story.ask<TodayView>('getToday').stops.flatMap(({ actions }) => actions.map(({ label }) => label));
    };
    expect(offered('deb@ourfirm.example')).toEqual([]);
    story.at('2026-11-05 10:00');
    expect(offered('cy@ourfirm.example')).toEqual([]);
    expect(offered('deb@ourfirm.example')).toEqual(['I will send']);
    story.ask('becomeSender');
    expect(story.send()).toMatchObject({ sent: 0, backToReview: 1 });
    story.approveAll();
    expect(story.send()).toMatchObject({ sent: 1 });
    expect(story.world.mails.at(-1)?.from).toBe('deb@ourfirm.example');
    expect(offered('ann@ourfirm.example')).toEqual(['I will send instead']);
  });
});

describe('a shared address to send as', () => {
  const SHARED = 'accounts@ourfirm.example';
  const fromOf = (story: Story): string => /^From: (.*)$/m.exec(story.world.mails.at(-1)?.raw ?? '')?.[1]?.trim() ?? '';
  const buttons = (story: Story): string[] =>
    story.ask<TodayView>('getToday').stops.flatMap(({ actions }) => actions.map(({ call }) => call));

  it('is confirmed by a test mail: Gmail puts another From in the place of one it does not know, and says nothing', async () => {
    const story = new Story('2026-11-04 09:00', [KINDLY]).goLive();
    story.ask('saveSetting', 'Send as', SHARED);
    story.approveAll();
    expect(story.send()).toMatchObject({ sent: 0, remaining: 1, stopped: expect.stringContaining(SHARED) });
    expect(buttons(story)).toEqual(['testSendAs']);

    story.ask('testSendAs');
    expect(fromOf(story)).toBe('"Ann Keller, Our Firm Ltd" <ann@ourfirm.example>');
    expect((await story.allMails()).at(-1)).toMatchObject({
      to: ['ann@ourfirm.example'],
      subject: expect.stringMatching(/^Duesheet test \d{4}: did this come from accounts@ourfirm\.example\?$/),
    });
    story.ask('denySendAs');
    expect(story.send()).toMatchObject({ sent: 0 });

    story.world.sendAs = { 'ann@ourfirm.example': [SHARED] };
    story.ask('testSendAs');
    expect(fromOf(story)).toBe(`"Ann Keller, Our Firm Ltd" <${SHARED}>`);
    story.ask('confirmSendAs');
    expect(story.send()).toMatchObject({ sent: 1 });
    expect(await addressed(story)).toEqual(['ap@kindly.example']);
    expect(fromOf(story)).toBe(`"Ann Keller, Our Firm Ltd" <${SHARED}>`);
    expect(story.world.mails.at(-1)?.raw).toContain('\r\nSender: ann@ourfirm.example\r\n');
    expect(story.world.mails.at(-1)?.raw).toContain('\r\nReply-To: ann@ourfirm.example\r\n');
  });

  it('is asked for again from a colleague who takes over, whose Gmail does not know it', async () => {
    const story = new Story('2026-11-04 09:00', [KINDLY]).goLive();
    story.world.sendAs = { 'ann@ourfirm.example': [SHARED] };
    story.ask('saveSetting', 'Send as', SHARED);
    story.ask('testSendAs');
    story.ask('confirmSendAs');
    story.approveAll();
    story.user = 'bob@ourfirm.example';
    expect(story.ask<{ message: string }>('becomeSender').message).toContain(`Mails are to leave as ${SHARED}`);
    expect(story.send()).toMatchObject({ sent: 0, remaining: 1 });
    expect(buttons(story)).toEqual(['testSendAs']);
    story.ask('testSendAs');
    expect(fromOf(story)).toBe('"Ann Keller, Our Firm Ltd" <bob@ourfirm.example>');
  });
});
