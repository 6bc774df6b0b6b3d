// Stories of sending: crashes, colleagues, quotas, and facts that change between approval and sending.
import { describe, expect, it } from 'vitest';
import type { SendResult } from '../../src/usecases/sending/view';
import type { TodayView } from '../../src/usecases/today/view';
import type { ProblemsView } from '../../src/usecases/waiting/view';
import { Story, type StoryInvoice } from './story';

const ACME: StoryInvoice = { no: '0001001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 };
const BETA: StoryInvoice = { no: '0002001', customer: 'Beta Works', due: '2026-11-01', amount: 700 };

describe('through the built bundle', () => {
  it('an approved reminder becomes one mail, once', async () => {
    const story = new Story('2026-11-04 09:00', [ACME]).goLive();
    story.approveAll();
    expect(story.send()).toMatchObject({ sent: 1, remaining: 0 });
    story.morning().at('2026-11-04 15:00').hour();
    const mails = await story.mails();
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      to: ['ap@acme-tools.example'],
      subject: 'Our Firm Ltd: invoice 0001001, a short reminder',
    });
    expect(mails[0]?.text).toContain('1,200.00 EUR');
    expect(mails[0]?.text).toMatch(/Ref DS-[0-9A-Z]{5}/);
  });

  it('story 2: a part payment that lands after the approval is shown, and only the rest is asked for', async () => {
    const line = { no: '5001', customer: 'Part Payer', due: '2026-11-01', amount: 5000 };
    const story = new Story('2026-11-04 08:40', [line]).goLive();
    story.approveAll();
    story.at('2026-11-04 09:10').invoices([{ ...line, paid: 2000 }]);
    story.at('2026-11-04 10:00').hour();
    const [mail] = await story.mails();
    expect(mail?.text).toContain('3,000.00 EUR');
    expect(mail?.text).toContain('2,000.00');
    expect(mail?.text).not.toContain('5,000.00 EUR, due');
  });

  it('story 2: had all of it landed, the reminder is cancelled as paid', async () => {
    const line = { no: '5001', customer: 'Part Payer', due: '2026-11-01', amount: 5000 };
    const story = new Story('2026-11-04 08:40', [line]).goLive();
    story.approveAll();
    story.at('2026-11-04 09:10').invoices([{ ...line, paid: 5000, paidOn: '2026-11-04' }]);
    story.at('2026-11-04 10:00').hour();
    expect(await story.mails()).toHaveLength(0);
    expect(story.events('cancelled')).toEqual(['2026-11-04 cancelled Part Payer']);
  });

  it('a dispute opened between approval and sending stops the mail; a week after it closed the ladder goes on', async () => {
    const story = new Story('2026-11-04 09:00', [ACME]).goLive();
    story.approveAll();
    story.add('AR Disputes', {
      Invoice: '0001001',
      Customer: 'Acme Tools',
      Reason: 'wrong price',
      Opened: '2026-11-04',
    });
    expect(story.send()).toMatchObject({ sent: 0, cancelled: 1 });
    story.at('2026-11-10 09:00').morning();
    story.change('AR Disputes', (row) => row['Invoice'] === '0001001', 'Resolved', '2026-11-10');
    for (const day of ['2026-11-11', '2026-11-13', '2026-11-16']) story.at(`${day} 09:00`).morning();
    expect(await story.mails()).toHaveLength(0);
    story.at('2026-11-17 09:00').morning();
    expect(await story.mails()).toHaveLength(1);
  });

  it('killed between the write-ahead and Gmail: nothing left, a person is asked, and the mail is not repeated by itself', async () => {
    const story = new Story('2026-11-04 09:00', [ACME]).goLive();
    const [id = ''] = story.approveAll();
    story.killedBefore(
      (method) => method.includes('Messages.send'),
      () => story.send(),
    );
    expect(story.events('sending')).toHaveLength(1);
    for (const day of ['2026-11-05', '2026-11-06', '2026-11-20']) story.at(`${day} 09:00`).morning().hour();
    expect(await story.mails()).toHaveLength(0);
    const { unconfirmed } = story.ask<ProblemsView>('getProblems');
    expect(unconfirmed).toMatchObject([{ reference: id, customer: 'Acme Tools' }]);
    story.ask('resolveUnconfirmed', id, 'approved');
    story.send();
    expect(await story.mails()).toHaveLength(1);
  });

  it('killed between Gmail and the outcome: the mail is out, a person finds its reference, and it is never sent again', async () => {
    const story = new Story('2026-11-04 09:00', [ACME]).goLive();
    const [id = ''] = story.approveAll();
    let sent = false;
    const afterSending = (method: string): boolean => {
      const now = sent;
      if (method.includes('Messages.send')) sent = true;
      return now;
    };
    story.killedBefore(afterSending, () => story.send());
    expect(await story.mails()).toHaveLength(1);
    story.at('2026-11-04 10:30').hour();
    expect(story.ask<TodayView>('getToday').waiting.unconfirmed).toBe(1);
    story.ask('resolveUnconfirmed', id, 'sent');
    story.at('2026-11-05 09:00').morning();
    expect(await story.mails()).toHaveLength(1);
    expect(story.events('sent')).toEqual(['2026-11-04 sent Acme Tools']);
  });

  it('two colleagues: whoever approves, only the sender’s run sends, and only once', async () => {
    const story = new Story('2026-11-04 09:00', [ACME, BETA]).goLive();
    story.user = 'bob@ourfirm.example';
    story.approveAll();
    expect(story.ask<SendResult>('sendNext')).toMatchObject({
      sent: 0,
      stopped: expect.stringContaining('ann@ourfirm.example'),
    });
    story.hour();
    expect(await story.mails()).toHaveLength(0);
    story.user = 'ann@ourfirm.example';
    story.hour().hour();
    expect(await story.mails()).toHaveLength(2);
  });

  it('the quota of Gmail is reached: the rest stays queued in order and goes out the next day', async () => {
    const lines = Array.from({ length: 6 }, (_, index) => ({ ...ACME, no: `${index}`, customer: `Customer ${index}` }));
    const story = new Story('2026-11-04 09:00', lines).goLive();
    story.approveAll();
    story.world.mailQuota['ann@ourfirm.example'] = 4;
    expect(story.send().stopped).toContain('limit of Gmail');
    expect(await story.mails()).toHaveLength(4);
    delete story.world.mailQuota['ann@ourfirm.example'];
    story.at('2026-11-05 09:05').paymentsIn().hour().at('2026-11-05 10:05').hour();
    const mails = await story.mails();
    expect(new Set(mails.flatMap(({ to }) => to)).size).toBe(6);
    expect(mails).toHaveLength(6);
  });

  it('the sheet is sorted while the queue is open: the right customers get the right invoices', async () => {
    const story = new Story('2026-11-04 09:00', [ACME, BETA]).goLive();
    story.approveAll();
    story.invoices([BETA, ACME]);
    story.send();
    for (const mail of await story.mails()) {
      expect(mail.text).toContain(mail.to[0] === 'ap@acme-tools.example' ? '0001001' : '0002001');
    }
    expect(story.world.mails).toHaveLength(2);
  });

  it('a deleted log row stops sending and repeats nothing', async () => {
    const story = new Story('2026-11-04 09:00', [ACME, BETA]).goLive();
    story.approveAll();
    story.send();
    const log = story.tab('AR Log');
    const sent = story.records('AR Log').findIndex((row) => row['Event'] === 'sent');
    log.cells.delete(sent + 1);
    story.at('2026-11-05 09:00').hour();
    expect(story.ask<TodayView>('getToday').stops[0]?.code).toBe('log-mismatch');
    expect(story.answer('approveReminders', [])).toMatchObject({ ok: false, code: 'log-mismatch' });
    expect(
      await story.mails().then((mails) => mails.filter(({ subject }) => subject.includes(': invoice '))),
    ).toHaveLength(2);
  });
});
