// Mail: the Gmail advanced service (sending raw messages) and the quota that MailApp tells.
import type { Blob } from './blob';
import { serve } from './call';
import { fail } from './exception';
import type { Host } from './host';
import { recipientsOf, withKnownFrom } from './mail-headers';
import { createMailbox } from './mailbox';
import { demand, SCOPES } from './rights';

/** Recipients a day: 100 for consumer addresses, else 1,500. */
function dailyLimit(user: string): number {
  return /@(?:gmail|googlemail)\.com$/i.test(user) ? 100 : 1500;
}

/** Recipients that a person may still write to. */
function remaining(host: Host): number {
  return host.world.mailQuota[host.user] ?? dailyLimit(host.user);
}

function accept(
  host: Host,
  raw: string,
  recipients: number,
  threadId: string | null,
): { id: string; threadId: string } {
  const id = host.uuid().replace(/-/g, '').slice(0, 16);
  const thread = threadId ?? id;
  const seen = withKnownFrom(raw, [host.user, ...(host.world.sendAs?.[host.user] ?? [])]);
  host.addMail({ id, threadId: thread, from: host.user, raw: seen, at: host.now() });
  host.world.mailQuota[host.user] = remaining(host) - recipients;
  return { id, threadId: thread };
}

interface Resource {
  raw?: unknown;
  threadId?: unknown;
}

/** So many characters of a raw message stand in a request at most; what is longer is uploaded. */
const LONGEST_RAW = 5_000_000;

function send(host: Host, resource: Resource, upload: Blob | null): object {
  demand(host, 'gmail.users.messages.send', SCOPES.gmail);
  const refuse = (text: string): never => fail(`API call to gmail.users.messages.send failed with error: ${text}`);
  if (upload === null && String(resource.raw).length > LONGEST_RAW)
    return refuse('Request payload size exceeds the limit.');
  if (upload === null && (typeof resource.raw !== 'string' || resource.raw === '')) {
    return refuse("'raw' RFC822 payload message string or uploading message via /upload/* URL required");
  }
  const raw = upload ? latin1(upload.getBytes()) : host.decoded(String(resource.raw));
  if (raw === null) return refuse('Invalid value for ByteString: raw');
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

function latin1(bytes: readonly number[]): string {
  return bytes.map((byte) => String.fromCharCode(byte & 255)).join('');
}

/** Makes the Gmail advanced service for an execution. */
export function createGmail(host: Host): object {
  const { getProfile, more } = createMailbox(host);
  const { messages: reading, ...collections } = more;
  const messages = {
    ...reading,
    send: (resource: Resource, _userId: string, upload: Blob | null = null): object => send(host, resource, upload),
  };
  const users = { ...collections, Messages: messages, getProfile };
  serve(host, messages, 'gmail.users.messages', 'Gmail.Users.Messages', {
    ...{ send: 'x o,S|o,S,e', get: 'x S,S|S,S,o', list: 'x S|S,o' },
  });
  serve(host, users, 'gmail.users', 'Gmail.Users', { getProfile: 'x S' });
  return {
    Users: users,
    toString: () => 'AdvancedServiceIdentifier{name=gmail, version=v1}',
  };
}

/** Makes MailApp for an execution: it is only asked how many recipients are left today. */
export function createMailApp(host: Host): object {
  const app = {
    getRemainingDailyQuota(): number {
      demand(host, 'MailApp.getRemainingDailyQuota', SCOPES.mail);
      return remaining(host);
    },
  };
  serve(host, app, 'MailApp', 'MailApp', { getRemainingDailyQuota: 'x ' });
  return Object.assign(app, { toString: () => 'MailApp' });
}
