// The mailbox behind the Gmail advanced service: its history, and headers of messages and threads, as far as a scope lets them be read.
import { serve } from './call';
import { fail } from './exception';
import type { Host } from './host';
import { demand, isMetadataOnly, SCOPES } from './rights';
import type { StoredIncoming } from './state';

/** The first number of a mailbox's history, and how many records come in one answer where nobody asks for fewer. */
const FIRST_PLACE = 1000;
const USUAL_RECORDS = 100;
const MOST_RECORDS = 500;

interface Message {
  id: string;
  threadId: string;
  labelIds: string[];
  historyId: string;
  internalDate: string;
  sizeEstimate: number;
  payload: { headers: { name: string; value: string }[] };
}

type Options = Record<string, unknown>;

/** Everything that stands in the mailbox of the person at work, in the order in which it came. */
function contents({ world, user }: Host): StoredIncoming[] {
  const sent = world.mails
    .filter((mail) => mail.from === user)
    .map(({ id, threadId, raw, at, place = 0 }): StoredIncoming => {
      const head = raw.split(/\r?\n\r?\n/, 1)[0] ?? '';
      return { id, threadId, user, at, place, labels: ['SENT'], headers: `${head}\r\nMessage-ID: ${messageIdOf(id)}` };
    });
  const came = (world.inbox ?? []).filter((message) => message.user === user);
  return [...sent, ...came].sort((a, b) => a.place - b.place);
}

/** The header Message-ID that Gmail gives a mail which has none. @example messageIdOf('19ab') // '<CA19ab@mail.gmail.com>' */
export function messageIdOf(id: string): string {
  return `<CA${id}@mail.gmail.com>`;
}

function shown({ id, threadId, labels, headers, at, place }: StoredIncoming): Message {
  const lines = headers.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return {
    ...{ id, threadId, labelIds: [...labels], historyId: String(FIRST_PLACE + place), internalDate: String(at) },
    sizeEstimate: headers.length,
    payload: {
      headers: lines
        .filter((line) => line.indexOf(':') > 0)
        .map((line) => ({ name: line.slice(0, line.indexOf(':')), value: line.slice(line.indexOf(':') + 1).trim() })),
    },
  };
}

/** Makes what the service has of a mailbox. @returns by the names under `Gmail.Users` */
export function createMailbox(host: Host): { getProfile: (user: string) => object; more: Record<string, object> } {
  const refuse = (method: string, words: string): never =>
    fail(`API call to gmail.users.${method} failed with error: ${words}`);
  const may = (method: string): void => {
    demand(host, `gmail.users.${method}`, SCOPES.mailbox);
    if ((host.world.gmailAnswers ?? 1) <= 0) refuse(method, 'User-rate limit exceeded. Retry after a while.');
    if (host.world.gmailAnswers !== undefined) host.world.gmailAnswers -= 1;
  };
  /** The permission for metadata gives no bodies, even beside one that would. */
  const checkFormat = (method: string, { format = 'full' }: Options): void => {
    if (format !== 'metadata' && format !== 'minimal' && isMetadataOnly(host))
      refuse(method, `Metadata scope doesn't allow format ${String(format).toUpperCase()}`);
  };
  const history = {
    list(_user: string, options: Options = {}): object {
      may('history.list');
      const start = Number(options['startHistoryId']);
      if (!(start > 0)) return refuse('history.list', 'startHistoryId is required.');
      if (start < FIRST_PLACE + (host.world.forgottenPlaces ?? 0))
        return refuse('history.list', 'Requested entity was not found.');
      const records = contents(host).filter(({ place }) => FIRST_PLACE + place > start);
      const from = Number(options['pageToken'] ?? 0);
      const many = Math.min(Number(options['maxResults'] ?? USUAL_RECORDS), MOST_RECORDS);
      const part = records.slice(from, from + many);
      return {
        ...(part.length > 0 ? { history: part.map(record) } : {}),
        ...(from + many < records.length ? { nextPageToken: String(from + many) } : {}),
        historyId: String(FIRST_PLACE + (host.world.mailPlaces ?? 0)),
      };
    },
  };
  const messages = {
    get(_user: string, id: string, options: Options | null = null): object {
      may('messages.get');
      checkFormat('messages.get', options ?? {});
      const found = contents(host).find((message) => message.id === id);
      return found ? shown(found) : refuse('messages.get', 'Requested entity was not found.');
    },
    list(_user: string, options: Options = {}): object {
      may('messages.list');
      if (options['q'] !== undefined && isMetadataOnly(host))
        return refuse('messages.list', "Metadata scope does not support 'q' parameter");
      return { messages: contents(host).map(({ id, threadId }) => ({ id, threadId })) };
    },
  };
  const threads = {
    get(_user: string, id: string, options: Options | null = null): object {
      may('threads.get');
      checkFormat('threads.get', options ?? {});
      const found = contents(host).filter(({ threadId }) => threadId === id);
      if (found.length === 0) return refuse('threads.get', 'Requested entity was not found.');
      return { id, messages: found.map(shown) };
    },
  };
  serve(host, history, 'gmail.users.history', 'Gmail.Users.History', { list: 'x S,o' });
  serve(host, threads, 'gmail.users.threads', 'Gmail.Users.Threads', { get: 'x S,S|S,S,o' });
  return {
    getProfile: (user) => {
      may('getProfile');
      return {
        emailAddress: user === 'me' ? host.user : user,
        historyId: String(FIRST_PLACE + (host.world.mailPlaces ?? 0)),
      };
    },
    more: { History: history, Threads: threads, messages },
  };
}

function record({ id, threadId, labels, place }: StoredIncoming): object {
  const message = { id, threadId, labelIds: [...labels] };
  return { id: String(FIRST_PLACE + place), messages: [{ id, threadId }], messagesAdded: [{ message }] };
}
