// What a mail in our mailbox is, told from its headers: a bounce, a delay, an absence, a robot's answer, a person's answer, or none of ours.
import { type Day, dayFromIso, dayOf, isoOf } from '../../receivables/day';
import { withoutAccents } from '../vocabulary/language';
import { ARRIVED, AWAY, AWAY_PREFIX, DELAYED, FULL, NO_SUCH_PERSON, REFUSED } from './machine-words';
import { type Decode, headersIn, type MailHeaders } from './mail-headers';
import { returnDay } from './return-day';

/** A message, and our mail that it may be about. */
export interface IncomingMessage {
  sent: { to: readonly string[]; cc: readonly string[]; from: string; subject: string; messageId: string };
  /** Gmail's labels of the message. */
  labels: readonly string[];
  /** Whether Gmail keeps it in the thread of our mail. */
  sameThread: boolean;
  /** The block of headers. */
  headers: string;
}

export const MESSAGE_CLASSES = [
  'bounce',
  'delay',
  'out-of-office',
  'auto-reply',
  'reply',
  'reply-other',
  'own',
  'unrelated',
] as const;

/** What a message is. */
export interface MessageClass {
  class: (typeof MESSAGE_CLASSES)[number];
  /** Of a bounce: addresses that its headers name. */
  failed?: string[];
  /** Of a bounce: whether the address is wrong for good; left out where nothing tells. */
  hard?: boolean;
  /** Of an absence: ISO day, back at work. */
  until?: string;
  /** Of a bounce that names nobody, where our mail had several recipients. */
  doubtAll?: true;
}

const ADDRESS = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/giu;
const DAEMON = /^(?:mailer-?daemon|postmaster|mail-?daemon|microsoftexchange[0-9a-f]{8,})$/;
const DAEMON_NAME = /^"?(?:mail delivery (?:sub)?system|mail delivery service|mailer-daemon)\b/i;
const ROBOT =
  /^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|donotreply|ne[-_.]?pas[-_.]?repondre|nicht[-_.]?antworten|no[-_.]?responder|no[-_.]?contestar|non[-_.]?rispondere|nao[-_.]?responda|niet[-_.]?beantwoorden|nie[-_.]?odpowiadaj)/;

/**
 * Tells what a message is.
 * @param decode for encodings beyond UTF-8 and the Latin ones
 * @example classOf({ ...message, labels: ['SENT'] }, decode) // { class: 'own' }
 */
export function classOf(message: IncomingMessage, decode: Decode): MessageClass {
  const headers = headersIn(message.headers, decode);
  if (message.labels.includes('SENT')) return { class: 'own' };
  if (!isAboutOurs(message, headers)) return { class: 'unrelated' };
  const mail = signsOf(message, headers);
  // Our own mail that a mailing list of ours brought back.
  if (mail.address === message.sent.from.toLowerCase()) return { class: 'own' };
  if (mail.isReport && !mail.isReceipt) return ofReport(message, headers, mail);
  if (mail.isReceipt) return { class: 'auto-reply' };
  if (isAway(mail, message, headers)) {
    const until = returnDay(mail.ownWords, dateOf(headers));
    return { class: 'out-of-office', ...(until === null ? {} : { until: isoOf(until) }) };
  }
  if (mail.isAutomatic && REFUSED.test(mail.ownWords) && !isOfDocument(mail)) return ofReport(message, headers, mail);
  if (mail.isAutomatic || ROBOT.test(mail.user)) return { class: 'auto-reply' };
  return { class: isOfRecipients(message, mail.address) ? 'reply' : 'reply-other' };
}

/** What the headers show. */
interface Signs {
  /** Who wrote it, small letters. */
  address: string;
  /** What stands before the @. */
  user: string;
  /** The subject without accents, in small letters. */
  subject: string;
  /** The subject without what it repeats of ours. */
  ownWords: string;
  /** A mail system tells about the delivery. */
  isReport: boolean;
  /** It tells that the mail arrived, or was opened. */
  isReceipt: boolean;
  /** Nobody typed it. */
  isAutomatic: boolean;
  /** It was sent so that nobody can answer the sender by machine. */
  hasNoReturn: boolean;
}

function isAboutOurs({ sent, sameThread }: IncomingMessage, headers: MailHeaders): boolean {
  if (sameThread) return true;
  if (sent.messageId === '') return false;
  return ['in-reply-to', 'references'].some((name) => first(headers, name).includes(sent.messageId));
}

function signsOf({ sent }: IncomingMessage, headers: MailHeaders): Signs {
  const address = senderOf(headers, sent.from);
  const user = address.slice(0, Math.max(0, address.lastIndexOf('@')));
  const subject = plain(first(headers, 'subject'));
  const type = first(headers, 'content-type').toLowerCase();
  const automatic = first(headers, 'auto-submitted').toLowerCase();
  const hasNoReturn = first(headers, 'return-path').replace(/\s/g, '') === '<>';
  const isDaemon = DAEMON.test(user) || DAEMON_NAME.test(first(headers, 'from'));
  const isAutomatic =
    (automatic !== '' && !automatic.startsWith('no')) ||
    hasNoReturn ||
    ['x-autoreply', 'x-autorespond', 'x-autoresponder', 'x-auto-reply', 'x-otrs-loop'].some(
      (name) => !/^(?:|no|false)$/i.test(first(headers, name)),
    ) ||
    /^auto[_-]reply/i.test(first(headers, 'precedence'));
  const isReport =
    /report-type="?delivery-status/.test(type) ||
    headers.has('x-ms-exchange-message-is-ndr') ||
    headers.has('x-failed-recipients') ||
    (isDaemon && isAutomatic);
  const isReceipt =
    /report-type="?disposition-notification/.test(type) ||
    (isReport && ARRIVED.test(subject) && !headers.has('x-failed-recipients'));
  const own = plain(sent.subject);
  const ownWords = (own.length > 3 ? subject.split(own).join(' ') : subject).trim();
  return { address, user, subject, ownWords, isReport, isReceipt, isAutomatic, hasNoReturn };
}

/** What a mail system says of the delivery: late, or not possible. */
function ofReport({ sent }: IncomingMessage, headers: MailHeaders, { ownWords }: Signs): MessageClass {
  const isWarning = /warning-timeout|\bdelay/i.test(first(headers, 'auto-submitted'));
  if (isWarning || (DELAYED.test(ownWords) && !/\(failure\)/.test(ownWords))) return { class: 'delay' };
  const told = `${ownWords} ${reasons(headers)}`;
  const named = addressesIn(`${values(headers, 'x-failed-recipients').join(' ')} ${ownWords}`).filter(
    (one) => one !== sent.from.toLowerCase(),
  );
  const recipients = [...sent.to, ...sent.cc];
  const hard = FULL.test(told) ? false : NO_SUCH_PERSON.test(told) ? true : undefined;
  return {
    class: 'bounce',
    ...(named.length > 0 ? { failed: named } : {}),
    ...(hard === undefined ? {} : { hard }),
    ...(named.length === 0 && recipients.length > 1 ? { doubtAll: true as const } : {}),
  };
}

/** A robot that reads invoices refuses what was attached; the mail itself came in. */
function isOfDocument({ ownWords, hasNoReturn }: Signs): boolean {
  return !hasNoReturn && /\b(?:rechnung|invoice|facture|fattura|factura|pdf|attachment|anhang|ticket)/.test(ownWords);
}

/** Headers in which mail systems give their reason. */
function reasons(headers: MailHeaders): string {
  return [...headers]
    .filter(([name]) => /diagnostic|supplementary|reason|status-code|smtp-error/.test(name))
    .flatMap(([, told]) => told)
    .map(plain)
    .join(' ');
}

/** An absence: the prefix of a mail system, words of absence, or the marks by which Exchange answers for somebody who is away. */
function isAway(mail: Signs, message: IncomingMessage, headers: MailHeaders): boolean {
  if (AWAY_PREFIX.test(mail.subject)) return true;
  if (!mail.isAutomatic) return false;
  if (AWAY.test(mail.ownWords)) return true;
  const exchange = ['thread-topic', 'x-ms-has-attach', 'x-ms-tnef-correlator'].filter((name) => headers.has(name));
  return (
    mail.hasNoReturn &&
    exchange.length >= 2 &&
    /^auto-generated/i.test(first(headers, 'auto-submitted')) &&
    /\ball\b|\boof\b/i.test(first(headers, 'x-auto-response-suppress')) &&
    isOfRecipients(message, mail.address)
  );
}

/** Whether somebody of a firm that we wrote to wrote this. */
function isOfRecipients({ sent }: IncomingMessage, address: string): boolean {
  const domains = [...sent.to, ...sent.cc].map(domainOf);
  return address !== '' && domains.includes(domainOf(address));
}

/** Who wrote it; a group of ours that sends in the name of somebody keeps who that was apart. */
function senderOf(headers: MailHeaders, ours: string): string {
  const [from = ''] = addressesIn(first(headers, 'from'));
  if (domainOf(from) !== domainOf(ours)) return from;
  const [original = from] = addressesIn(`${first(headers, 'x-original-sender')} ${first(headers, 'x-original-from')}`);
  return original;
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

function addressesIn(text: string): string[] {
  return [...new Set((text.match(ADDRESS) ?? []).map((one) => one.toLowerCase()))];
}

/** The day of the header Date, in the zone it was written in; a day without one is never needed. */
function dateOf(headers: MailHeaders): Day {
  const [, day = '', month = '', year = ''] = /(\d{1,2}) (\p{L}{3}) (\d{4})/u.exec(first(headers, 'date')) ?? [];
  const at = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').indexOf(month.toLowerCase());
  return dayOf(Number(year), at + 1, Number(day)) ?? dayFromIso('1970-01-01') ?? 0;
}

function first(headers: MailHeaders, name: string): string {
  return headers.get(name)?.[0] ?? '';
}

function values(headers: MailHeaders, name: string): readonly string[] {
  return headers.get(name) ?? [];
}

/** Small letters without accents. */
function plain(text: string): string {
  return withoutAccents(text).toLowerCase().replace(/\s+/g, ' ').trim();
}
