// What a message is by its headers: bounces, delays, absences, robots, persons, and what is about no mail of ours.
import { describe, expect, it } from 'vitest';
import { classOf, type IncomingMessage } from '../../../src/sheet/replies/message-class';

const SENT = {
  to: ['ann@firm.example'],
  cc: [] as string[],
  from: 'accounts@us.example',
  subject: 'Payment reminder: invoice LR-7',
  messageId: '<one@us.example>',
};

/** A message in our thread. */
function told(headers: readonly string[], change: Partial<IncomingMessage> = {}): ReturnType<typeof classOf> {
  const date = 'Date: Wed, 11 Mar 2026 09:00:00 +0000';
  const message = { sent: SENT, labels: ['INBOX'], sameThread: true, headers: [date, ...headers].join('\r\n') };
  return classOf({ ...message, ...change }, () => null);
}

const DAEMON = ['Return-Path: <>', 'From: Mail Delivery Subsystem <mailer-daemon@mail.example>'];
const REPORT = 'Content-Type: multipart/report; report-type=delivery-status;\r\n\tboundary="x"';
const ANN = 'From: Ann Hart <ann@firm.example>';
const BOTH = { sent: { ...SENT, cc: ['jo@firm.example'] } };

describe('a bounce', () => {
  it('names the address where its headers do, else leaves it open, and doubts all where there were several', () => {
    const failed = [...DAEMON, REPORT, 'Subject: Undelivered Mail Returned to Sender'];
    expect(told([...failed, 'X-Failed-Recipients: ann@firm.example'])).toEqual({
      class: 'bounce',
      failed: ['ann@firm.example'],
    });
    expect(told(failed)).toEqual({ class: 'bounce' });
    expect(told(failed, BOTH)).toEqual({ class: 'bounce', doubtAll: true });
  });

  it('is hard where the person is unknown, not hard where the mailbox is full, and neither where nothing says so', () => {
    expect(told([...DAEMON, REPORT, 'Subject: Delivery failure: user ann@firm.example unknown user'])).toMatchObject({
      failed: ['ann@firm.example'],
      hard: true,
    });
    expect(told([...DAEMON, REPORT, 'Subject: Undeliverable: mailbox full'])).toEqual({ class: 'bounce', hard: false });
  });

  it('is a refusal by a filter too', () => {
    expect(told(['Return-Path: <>', 'From: filter@firm.example', 'Subject: Message blocked by policy'])).toEqual({
      class: 'bounce',
    });
  });
});

describe('a delay', () => {
  it('is none of a bounce, though it names the address', () => {
    const late = [...DAEMON, REPORT, 'X-Failed-Recipients: ann@firm.example'];
    expect(told([...late, 'Subject: Delivery Status Notification (Delay)'])).toEqual({ class: 'delay' });
    expect(told([...DAEMON, REPORT, 'Subject: Zustellung verz=?utf-8?q?=C3=B6gert?='])).toEqual({ class: 'delay' });
    expect(told([...DAEMON, REPORT, 'Auto-Submitted: auto-generated (warning-timeout)'])).toEqual({ class: 'delay' });
  });
});

describe('an absence', () => {
  const away = (subject: string): ReturnType<typeof classOf> =>
    told(['Auto-Submitted: auto-replied', ANN, `Subject: ${subject}`]);

  it('is told by the prefix of a mail system or by words, with the day of return where the subject gives it', () => {
    expect(away(`Automatic reply: ${SENT.subject}`)).toEqual({ class: 'out-of-office' });
    expect(away('Out of office, back on 23 March 2026')).toEqual({ class: 'out-of-office', until: '2026-03-23' });
    expect(away('Abwesenheit (zurück am 23.03.2026)')).toEqual({ class: 'out-of-office', until: '2026-03-23' });
    expect(away('Im Urlaub bis einschließlich 20.03.2026')).toEqual({ class: 'out-of-office', until: '2026-03-23' });
    expect(away('On leave, back on 04/05/2026')).toEqual({ class: 'out-of-office' });
    expect(away('Out of office: back Monday 23 March 2026')).toMatchObject({ until: '2026-03-23' });
    expect(away('On annual leave until 23 March 2026 Re: reminder')).toMatchObject({ until: '2026-03-23' });
  });

  it('needs no other mark where the prefix is one that mail systems write, and is none where a person answers it', () => {
    for (const prefix of ['Automatic reply', 'Automatische Antwort', 'Réponse automatique ', 'Respuesta automática'])
      expect([prefix, told([ANN, `Subject: ${prefix}: ${SENT.subject}`])]).toEqual([
        prefix,
        { class: 'out-of-office' },
      ]);
    expect(told([ANN, `Subject: Re: Automatic reply: ${SENT.subject}`])).toEqual({ class: 'reply' });
  });

  it('takes no date out of the subject it repeats', () => {
    const sent = { ...SENT, subject: 'Invoice LR-7 was due on 1 March 2026' };
    const headers = ['Auto-Submitted: auto-replied', ANN, `Subject: Out of office: ${sent.subject}`].join('\n');
    expect(told([], { sent, headers })).toEqual({ class: 'out-of-office' });
  });
});

describe('an answer', () => {
  it('of a person of a firm we wrote to is a reply, of anybody else a reply of another', () => {
    expect(told([ANN, 'Subject: Re: Payment reminder'])).toEqual({ class: 'reply' });
    expect(told(['From: Jo <jo@firm.example>', 'Subject: AW: Payment reminder'])).toEqual({ class: 'reply' });
    expect(told(['From: Jo <jo@lawfirm.example>', 'Subject: Re: Payment reminder'])).toEqual({ class: 'reply-other' });
  });

  it('is a person’s although the subject quotes a failure or an absence, and although their system says bulk', () => {
    expect(told([ANN, 'Return-Path: <ann@firm.example>', 'Subject: Re: Undeliverable: Payment reminder'])).toEqual({
      class: 'reply',
    });
    expect(told([ANN, 'Precedence: bulk', 'Subject: Re: Out of office: Payment reminder'])).toEqual({ class: 'reply' });
  });

  it('of a robot is an automatic reply: tickets, receipts, addresses that nobody reads', () => {
    const robots = [
      [ANN, 'Auto-Submitted: auto-generated', 'Subject: [Request received] Payment reminder'],
      ['From: noreply@firm.example', 'Subject: We got your mail'],
      [ANN, 'Content-Type: multipart/report; report-type=disposition-notification', 'Subject: Read: Payment reminder'],
      [...DAEMON, REPORT, 'Subject: Delivered: Payment reminder'],
      ['From: scan@firm.example', 'Auto-Submitted: auto-generated', 'Subject: Invoice rejected: no PDF found'],
    ];
    for (const headers of robots) expect([headers, told(headers)]).toEqual([headers, { class: 'auto-reply' }]);
  });
});

describe('what is not about our mail', () => {
  it('is unrelated, a true bounce of another mail too', () => {
    const other = { sameThread: false };
    expect(told([...DAEMON, REPORT, 'References: <other@us.example>', 'Subject: failure notice'], other)).toEqual({
      class: 'unrelated',
    });
    expect(told([ANN, 'In-Reply-To: <one@us.example>', 'Subject: Question'], other)).toEqual({ class: 'reply' });
  });

  it('is our own where Gmail files it under what was sent', () => {
    expect(told([ANN, 'Subject: Re: x'], { labels: ['SENT'] })).toEqual({ class: 'own' });
  });

  it('is read in encodings that only the host knows, and left as it is where nobody does', () => {
    const headers = 'Subject: =?iso-2022-jp?b?GyRCRnwbKEI=?=\nFrom: ann@firm.example';
    expect(classOf({ sent: SENT, labels: [], sameThread: true, headers }, () => '日')).toEqual({ class: 'reply' });
    expect(classOf({ sent: SENT, labels: [], sameThread: true, headers }, () => null)).toEqual({ class: 'reply' });
  });
});

describe('our own mail', () => {
  it('that a list of ours brought back is ours, and one that a group sends in the name of somebody else is theirs', () => {
    expect(told(['From: Accounts <Accounts@us.example>', 'Subject: Payment reminder'])).toEqual({ class: 'own' });
    expect(told(['From: "Ann via Accounts" <accounts@us.example>', 'X-Original-Sender: ann@firm.example'])).toEqual({
      class: 'reply',
    });
  });
});
