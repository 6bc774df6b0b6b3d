// Stories of workbooks in which somebody made a Table of a tab: its typed columns refuse formats and rules, perhaps values.
import { describe, expect, it } from 'vitest';
import { type TypedValues, typeColumns, untypeColumns } from '../../src/local/google-services/typed-columns';
import type { SendResult } from '../../src/usecases/sending/view';
import type { SetupResult, SetupView } from '../../src/usecases/setup/view';
import type { TodayView } from '../../src/usecases/today/view';
import type { ProblemsView, ReminderView, ReviewView } from '../../src/usecases/waiting/view';
import { Story, type StoryInvoice } from './story';

const LATE: StoryInvoice[] = [
  { no: 'T1', customer: 'Late GmbH', due: '2026-10-26', amount: 1200 },
  { no: 'T2', customer: 'Also Late', due: '2026-10-27', amount: 800 },
];

/** A story whose tab was made a Table after set-up; the columns named, or all. */
function withTable(
  story: Story,
  tab: string,
  values: TypedValues,
  headers?: readonly string[],
  when: { late?: boolean } = {},
): Story {
  typeColumns(story.tab(tab), values, headers, when);
  return story;
}

function live(at = '2026-11-06 09:30'): Story {
  return new Story(at, LATE).goLive();
}

function firstReminder(story: Story): ReminderView {
  return story.ask('getReminder', story.ask<ReviewView>('getReview').lines[0]?.id);
}

function setting(story: Story, name: string): string {
  return story.records('AR Settings').find((row) => row['Setting'] === name)?.['Value'] ?? '';
}

const sentence = (tab: string, column: string): RegExp =>
  new RegExp(`The tab "${tab}" was made a Table, and the columns? .*${column}.* nothing from Duesheet.*type > None`);

describe.each(['pass', 'throw'] as const)('an invoice sheet that is a Table, where values %s', (values) => {
  it('is set up, planned, approved and sent beside: it is only read', async () => {
    const story = withTable(new Story('2026-11-06 09:30', LATE), 'Invoices', values);
    const before = JSON.stringify([...story.tab('Invoices').cells].map(([row, cells]) => [row, [...cells]]));
    expect(story.ask<SetupView>('getSetup').rowsRead).toBe(2);
    story.goLiveStepByStep();
    expect(story.approveAll()).toHaveLength(2);
    expect(story.send().sent).toBe(2);
    expect((await story.mails()).map(({ text }) => text.includes('1,200.00'))).toContain(true);
    story.live('2026-11-07', '2026-11-10');
    expect(JSON.stringify([...story.tab('Invoices').cells].map(([row, cells]) => [row, [...cells]]))).toBe(before);
  });
});

describe.each([
  ['at once', false],
  ['only when everything is made final', true],
] as const)('our own tabs made Tables, where values pass and looks are refused %s', (_when, late) => {
  const TABS = ['AR Settings', 'AR Customers', 'AR Policy', 'AR Promises', 'AR Queue', 'AR Log'];

  function tables(): Story {
    const story = live();
    for (const tab of TABS) withTable(story, tab, 'pass', undefined, { late });
    return story;
  }

  it('set-up goes through once more, and keeps what is there', () => {
    const story = tables();
    const { did } = story.setUp().ask<SetupResult>('applySetup', {
      sheet: 'Invoices',
      headerRow: 1,
      columns: { customer: 'Customer', due: 'Due date', amount: 'Amount', invoice: 'Invoice' },
      company: 'Our Firm Ltd',
      senderName: 'Ann Keller',
      replyTo: 'ann@ourfirm.example',
    });
    expect(did.join(' ')).toContain('Plan: ');
  });

  it('plan, approve and send go on for days', async () => {
    const story = tables();
    story.approveAll();
    expect(story.send()).toMatchObject({ sent: 2, stopped: '' });
    story.live('2026-11-09', '2026-11-13', (day) => story.at(`${day} 08:00`).paymentsIn(), [9, 12]);
    expect(story.ask<TodayView>('getToday').stops).toEqual([]);
    expect(await story.mails()).toHaveLength(2);
  });

  it('a promise is noted from the sidebar and keeps', () => {
    const story = tables();
    const { customerKey } = firstReminder(story);
    story.ask('recordPromise', { customerKey, promisedOn: '2026-11-13' });
    expect(story.records('AR Promises')).toMatchObject([{ 'Promised on': '2026-11-13', State: 'open' }]);
    expect(story.ask<ReviewView>('getReview').lines).toHaveLength(1);
  });

  it('the date of the payments is read back as that day', () => {
    const story = tables().at('2026-11-12 09:00');
    story.paymentsIn();
    expect(setting(story, 'Payments are in up to')).toBe('2026-11-12');
    expect(story.ask<TodayView>('getToday').stops).toEqual([]);
  });

  it('the first date of the payments is read back as well, though its cell cannot become one for dates', () => {
    const story = new Story('2026-11-06 09:30', LATE).setUp();
    withTable(story, 'AR Settings', 'pass', undefined, { late });
    story.ask('becomeSender');
    story.paymentsIn().ask('setLive', true);
    expect(setting(story, 'Payments are in up to')).toBe('2026-11-06');
    expect(story.ask<TodayView>('getToday').stops).toEqual([]);
    story.approveAll();
    expect(story.send().sent).toBe(2);
  });

  it('queue and log go on past the end of the grid', () => {
    const story = new Story('2026-11-06 09:30', LATE).setUp();
    const log = story.tab('AR Log');
    log.maxRows = story.records('AR Log').length + 2;
    withTable(story, 'AR Log', 'pass', undefined, { late });
    story.ask('becomeSender');
    story.paymentsIn().ask('setLive', true);
    story.approveAll();
    expect(story.send().sent).toBe(2);
    expect(log.maxRows).toBeGreaterThan(500);
    expect(story.at('2026-11-07 09:30').hour().ask<TodayView>('getToday').stops).toEqual([]);
  });
});

describe('our own tabs made Tables, where values throw', () => {
  it('nothing is sent while AR Log takes nothing, with a sentence; without the Table it goes on', async () => {
    const story = live();
    story.approveAll();
    withTable(story, 'AR Log', 'throw', ['At', 'Note']);
    const kept = JSON.stringify(story.records('AR Log'));
    const { sent, stopped } = story.ask<SendResult>('sendNext');
    expect([sent, stopped]).toEqual([0, expect.stringMatching(sentence('AR Log', '"At" \\(B\\), "Note" \\(K\\)'))]);
    story.at('2026-11-06 10:30').hour().at('2026-11-06 11:30').hour();
    expect(story.answer('acceptTable')).toMatchObject({ ok: false, code: 'typed-column' });
    expect(await story.mails()).toEqual([]);
    expect(JSON.stringify(story.records('AR Log'))).toBe(kept);
    const { stops, heartbeat } = story.ask<TodayView>('getToday');
    expect(stops).toEqual([]);
    expect(heartbeat?.did).toMatch(sentence('AR Log', '"At"'));
    untypeColumns(story.tab('AR Log'));
    expect(story.send().sent).toBe(2);
    expect(story.at('2026-11-06 12:30').hour().ask<TodayView>('getToday').stops).toEqual([]);
    expect(await story.mails()).toHaveLength(2);
  });

  it('nothing is sent, and no end of the log is remembered, where Google tells of the refusal only at the end', async () => {
    const story = live();
    story.approveAll();
    const kept = JSON.stringify(story.records('AR Log'));
    withTable(story, 'AR Log', 'throw', undefined, { late: true });
    expect(story.answer('sendNext')).toMatchObject({ ok: false, code: 'typed-column' });
    expect(await story.mails()).toEqual([]);
    expect(JSON.stringify(story.records('AR Log'))).toBe(kept);
    untypeColumns(story.tab('AR Log'));
    expect(story.send().sent).toBe(2);
    expect(story.at('2026-11-06 10:30').hour().ask<TodayView>('getToday').stops).toEqual([]);
  });

  it('nothing is sent twice when AR Log begins to refuse after a mail has left', async () => {
    const story = live();
    story.approveAll();
    const log = story.tab('AR Log');
    // The outcome of a mail is written with the start of the next one.
    const meanwhile = (method: string): boolean => {
      if (method === 'Gmail.Users.Messages.send') typeColumns(log, 'throw');
      return false;
    };
    story.killedBefore(meanwhile, () => story.answer('sendNext'));
    expect(await story.mails()).toHaveLength(1);
    untypeColumns(log);
    story.at('2026-11-06 10:30').hour();
    story.send();
    expect(story.ask<ProblemsView>('getProblems').unconfirmed).toHaveLength(1);
    expect(await story.mails()).toHaveLength(2);
    const [first, second] = await story.mails();
    expect(first?.to).not.toEqual(second?.to);
  });

  it('the date of the payments is refused with tab and column, and what stood there stands there still', () => {
    const story = live().at('2026-11-12 09:00');
    withTable(story, 'AR Settings', 'throw', ['Value']);
    const answer = story.answer('confirmPayments', '2026-11-12');
    expect(answer).toMatchObject({ ok: false, code: 'typed-column' });
    expect(answer).toMatchObject({ message: expect.stringMatching(sentence('AR Settings', '"Value" \\(B\\)')) });
    expect(setting(story, 'Payments are in up to')).toBe('2026-11-06');
    untypeColumns(story.tab('AR Settings'));
    story.paymentsIn();
    expect(setting(story, 'Payments are in up to')).toBe('2026-11-12');
  });

  it('a promise is noted whole or not at all', () => {
    const story = live();
    withTable(story, 'AR Promises', 'throw', ['Promised on']);
    const { customerKey } = firstReminder(story);
    const request = { customerKey, promisedOn: '2026-11-13' };
    expect(story.answer('recordPromise', request)).toMatchObject({ ok: false, code: 'typed-column' });
    expect(story.records('AR Promises')).toEqual([]);
    untypeColumns(story.tab('AR Promises'));
    story.ask('recordPromise', request);
    expect(story.records('AR Promises')).toHaveLength(1);
  });

  it('a queue that takes nothing stops the plan with a sentence, and nothing is lost', async () => {
    const story = live();
    withTable(story, 'AR Queue', 'throw', ['State']);
    story.at('2026-11-09 09:00');
    expect(story.answer('planNow')).toMatchObject({ ok: false, code: 'typed-column' });
    untypeColumns(story.tab('AR Queue'));
    story.paymentsIn();
    story.approveAll();
    story.send();
    expect(await story.mails()).toHaveLength(2);
  });

  it('cells that are taken one by one are written one by one', () => {
    const story = live();
    for (const tab of ['AR Log', 'AR Queue', 'AR Promises']) withTable(story, tab, 'single');
    story.approveAll();
    expect(story.send()).toMatchObject({ sent: 2, stopped: '' });
    expect(story.at('2026-11-07 09:30').hour().ask<TodayView>('getToday').stops).toEqual([]);
  });
});
