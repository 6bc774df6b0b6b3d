// Mail: the Gmail advanced service (sending raw messages) and MailApp.
import { fromBase64, toBase64, utf8 } from './bytes';
import { serve } from './call';
import { fail, ServiceException } from './exception';
import type { Host } from './host';
import { isAddress, recipientsOf } from './mail-headers';
import { demand, SCOPES } from './rights';

/** Recipients a day: 100 for consumer addresses, else 1,500. */
function dailyLimit(user: string): number {
  return /@(?:gmail|googlemail)\.com$/i.test(user) ? 100 : 1500;
}

/** Recipients that a person may still write to. */
export function remaining(host: Host): number {
  return host.world.mailQuota[host.user] ?? dailyLimit(host.user);
}

function latin(bytes: readonly number[]): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte & 255);
  return text;
}

function accept(
  host: Host,
  raw: string,
  recipients: number,
  threadId: string | null,
): { id: string; threadId: string } {
  const id = host.uuid().replace(/-/g, '').slice(0, 16);
  const thread = threadId ?? id;
  host.addMail({ id, threadId: thread, from: host.user, raw, at: host.now() });
  host.world.mailQuota[host.user] = remaining(host) - recipients;
  return { id, threadId: thread };
}

interface Resource {
  raw?: unknown;
  threadId?: unknown;
}

function send(host: Host, resource: Resource): object {
  demand(host, 'gmail.users.messages.send', SCOPES.gmail);
  const refuse = (text: string): never => fail(`API call to gmail.users.messages.send failed with error: ${text}`);
  if (typeof resource.raw !== 'string' || resource.raw === '') {
    return refuse("'raw' RFC822 payload message string or uploading message via /upload/* URL required");
  }
  const bytes = fromBase64(resource.raw);
  if (!bytes) return refuse('Invalid value for ByteString: raw');
  const raw = latin(bytes);
  const parsed = recipientsOf(raw);
  if ('refusal' in parsed) return refuse(parsed.refusal);
  const threadId = typeof resource.threadId === 'string' && resource.threadId !== '' ? resource.threadId : null;
  if (threadId !== null && !host.world.mails.some((mail) => mail.threadId === threadId && mail.from === host.user)) {
    return refuse('Requested entity was not found.');
  }
  if (parsed.recipients.length > remaining(host))
    return refuse('User-rate limit exceeded. Service invoked too many times for one day: email.');
  return { ...accept(host, raw, parsed.recipients.length, threadId), labelIds: ['SENT'] };
}

/** Makes the Gmail advanced service for an execution. */
export function createGmail(host: Host): object {
  const messages = {
    send: (resource: Resource, _userId: string): object => send(host, resource),
  };
  const generic = { send: messages.send };
  serve(host, generic, 'gmail.users.messages', 'Gmail.Users.Messages', { send: 'x o,S' });
  return {
    Users: { Messages: generic },
    newMessage: (): Resource => ({}),
    toString: () => 'AdvancedServiceIdentifier{name=gmail, version=v1}',
  };
}

interface MailOptions {
  to?: string;
  cc?: string;
  bcc?: string;
  subject?: string;
  body?: string;
  htmlBody?: string;
  name?: string;
  replyTo?: string;
}

function mailAppMessage(options: MailOptions): string {
  const encoded = (text: string) => (/^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${toBase64(utf8(text))}?=`);
  const headers = [
    ['To', options.to],
    ['Cc', options.cc],
    ['Bcc', options.bcc],
    ['Reply-To', options.replyTo],
    ['Subject', encoded(options.subject ?? '')],
  ]
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}: ${value}`);
  const html = options.htmlBody !== undefined;
  const type = `Content-Type: text/${html ? 'html' : 'plain'}; charset=UTF-8`;
  return [...headers, 'MIME-Version: 1.0', type, '', latin(utf8(options.htmlBody ?? options.body ?? ''))].join('\r\n');
}

/** Makes MailApp for an execution. */
export function createMailApp(host: Host): object {
  const app = {
    getRemainingDailyQuota(): number {
      demand(host, 'MailApp.getRemainingDailyQuota', SCOPES.mail);
      return remaining(host);
    },
    sendEmail(first: unknown, ...rest: unknown[]): void {
      demand(host, 'MailApp.sendEmail', SCOPES.mail);
      const [subject, body, options] = rest;
      const given: MailOptions =
        typeof first === 'object' && first !== null
          ? first
          : {
              ...(typeof options === 'object' ? options : {}),
              to: String(first),
              subject: String(subject),
              body: String(body),
            };
      if (!given.to && !given.cc && !given.bcc) fail('Failed to send email: no recipient');
      const raw = mailAppMessage(given);
      const parsed = recipientsOf(raw);
      if ('refusal' in parsed) throw new ServiceException(`Invalid email: ${given.to ?? ''}`);
      if (!parsed.recipients.every(isAddress)) fail(`Invalid email: ${given.to ?? ''}`);
      if (parsed.recipients.length > remaining(host)) fail('Service invoked too many times for one day: email.');
      accept(host, raw, parsed.recipients.length, null);
    },
  };
  serve(host, app, 'MailApp', 'MailApp', { getRemainingDailyQuota: 'x ', sendEmail: 'x o|S,S,S|S,S,S,o|S,S,S,S' });
  return Object.assign(app, { toString: () => 'MailApp' });
}
