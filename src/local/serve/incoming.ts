// What a customer's side sends back to a mail of the outbox: an answer, an absence, a bounce, as the header block that Gmail would have.
import { messageIdOf } from '../google-services/mailbox';
import type { StoredIncoming, StoredMail, World } from '../google-services/state';

/** What may come back. */
export const INCOMING = {
  reply: 'They answer',
  other: 'Somebody else answers',
  away: 'They are away for a week',
  bounce: 'The mail comes back',
  delay: 'The mail is delayed',
} as const;
export type IncomingKind = keyof typeof INCOMING;

/**
 * Puts a message that answers a mail into the mailbox of who sent it.
 * @param now epoch milliseconds of the virtual clock
 * @example receive(world, mail, 'reply', now).threadId === mail.threadId // true
 */
export function receive(world: World, mail: StoredMail, kind: IncomingKind, now: number): StoredIncoming {
  const place = (world.mailPlaces ?? 0) + 1;
  const message: StoredIncoming = {
    ...{ id: `in${place.toString(16).padStart(14, '0')}`, threadId: mail.threadId, user: mail.from, place, at: now },
    labels: ['INBOX', 'UNREAD'],
    headers: [
      ...headersOf(mail, kind, now),
      `To: ${mail.from}`,
      `Date: ${new Date(now).toUTCString().replace('GMT', '+0000')}`,
      `Message-ID: <in.${place}@customer.example>`,
      `In-Reply-To: ${messageIdOf(mail.id)}`,
      `References: ${messageIdOf(mail.id)}`,
    ].join('\r\n'),
  };
  world.mailPlaces = place;
  world.inbox = [...(world.inbox ?? []), message];
  return message;
}

const WEEK = 7 * 86_400_000;

function headersOf({ raw }: StoredMail, kind: IncomingKind, now: number): string[] {
  const head = (raw.split(/\r?\n\r?\n/, 1)[0] ?? '').replace(/\r?\n[ \t]+/g, ' ');
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  const to = header('To').split(',')[0]?.trim() ?? '';
  const subject = header('Subject');
  const daemon = ['Return-Path: <>', 'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>'];
  const report = 'Content-Type: multipart/report; report-type=delivery-status; boundary="x"';
  switch (kind) {
    case 'reply':
      return [`From: ${to}`, `Subject: Re: ${subject}`];
    case 'other':
      return ['From: Bookkeeping <office@bookkeeper.example>', `Subject: Re: ${subject}`];
    case 'away': {
      const back = new Date(now + WEEK).toISOString().slice(0, 10);
      return [
        'Return-Path: <>',
        `From: ${to}`,
        `Subject: Out of office until ${back}: ${subject}`,
        'Auto-Submitted: auto-replied',
      ];
    }
    case 'bounce':
    case 'delay':
      return [
        ...daemon,
        report,
        `X-Failed-Recipients: ${to}`,
        'Auto-Submitted: auto-replied',
        `Subject: Delivery Status Notification (${kind === 'bounce' ? 'Failure' : 'Delay'})`,
      ];
  }
}
