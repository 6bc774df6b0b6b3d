// Gmail behind the port Mailbox: history and headers by the advanced service, so that the permission for metadata is enough.
import type { ListedMessage, Mailbox, MailboxNews, MessageHead } from '../workbook/ports';
import { MailboxRefused } from '../workbook/ports';

type Message = GoogleAppsScript.Gmail.Schema.Message;

/** So many records come in one answer, the most that Gmail gives; so many answers are read in a run. */
const RECORDS = 500;
const MOST_ANSWERS = 5;

/** The port over the mailbox of whoever runs the script. */
export function googleMailbox(): Mailbox | null {
  return {
    place: () => String(asked(() => users().getProfile('me')).historyId ?? ''),
    since,
    head: (id) => found(() => headOf(asked(() => messages().get('me', id, { format: 'metadata' })))),
    thread: (id) =>
      found(() => asked(() => threads().get('me', id, { format: 'metadata' })).messages ?? [])?.map(headOf) ?? [],
    decoded,
  };
}

/** A place that lies too far back, or a message that is gone. */
class NotFound extends Error {}

function found<T>(ask: () => T): T | null {
  try {
    return ask();
  } catch (error) {
    if (error instanceof NotFound) return null;
    throw error;
  }
}

function since(place: string): MailboxNews | null {
  return found(() => {
    const news: MailboxNews['messages'][number][] = [];
    let pageToken: string | undefined;
    let last = place;
    for (let answers = 0; answers < MOST_ANSWERS; answers += 1) {
      const answer = asked(() =>
        history().list('me', {
          startHistoryId: place,
          historyTypes: ['messageAdded'],
          maxResults: RECORDS,
          ...(pageToken === undefined ? {} : { pageToken }),
        }),
      );
      for (const { id, messagesAdded } of answer.history ?? []) {
        last = String(id ?? last);
        for (const { message } of messagesAdded ?? []) if (message) news.push({ ...listed(message), place: last });
      }
      pageToken = answer.nextPageToken || undefined;
      if (pageToken === undefined) return { messages: news, place: String(answer.historyId ?? last) };
    }
    // The rest is read by the next run.
    return { messages: news, place: last };
  });
}

function listed({ id = '', threadId = '', labelIds = [] }: Message): ListedMessage {
  return { id, threadId, labels: labelIds };
}

function headOf(message: Message): MessageHead {
  const lines = (message.payload?.headers ?? []).map(
    ({ name = '', value = '' }) => `${name}: ${value.replace(/\s*[\r\n]+\s*/g, ' ')}`,
  );
  return { ...listed(message), headers: lines.join('\r\n'), at: Number(message.internalDate ?? 0) };
}

function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return Utilities.newBlob([...bytes].map((byte) => (byte > 127 ? byte - 256 : byte))).getDataAsString(encoding);
  } catch {
    return null;
  }
}

function users(): GoogleAppsScript.Gmail.Collection.UsersCollection {
  const service = typeof Gmail === 'undefined' ? undefined : Gmail.Users;
  if (!service)
    throw new MailboxRefused(
      'failed',
      'The Gmail service is not switched on in this script, so no reply is noticed. Push Duesheet again with its own appsscript.json.',
    );
  return service;
}

function messages(): GoogleAppsScript.Gmail.Collection.Users.MessagesCollection {
  return collection(users().Messages);
}

function threads(): GoogleAppsScript.Gmail.Collection.Users.ThreadsCollection {
  return collection(users().Threads);
}

function history(): GoogleAppsScript.Gmail.Collection.Users.HistoryCollection {
  return collection(users().History);
}

/** The library's types have each collection as one that may be missing. */
function collection<T>(service: T | undefined): T {
  if (!service) throw new MailboxRefused('failed', 'Gmail does not answer here, so no reply is noticed.');
  return service;
}

/** @throws NotFound, MailboxRefused */
function asked<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    throw refusalOf(error);
  }
}

function refusalOf(error: unknown): unknown {
  if (error instanceof MailboxRefused) return error;
  const message = String((error as { message?: unknown } | null)?.message ?? error);
  if (/not found|notFound/i.test(message)) return new NotFound(message);
  if (/too many times|quota|limit exceeded|rate limit/i.test(message)) {
    return new MailboxRefused(
      'quota',
      'Gmail answers no more questions for now, so replies were not looked for. The next hourly run looks again.',
    );
  }
  if (/permission|insufficient|not authori[sz]ed|unauthenticated|access (was )?denied|scope/i.test(message)) {
    return new MailboxRefused(
      'no-permission',
      'Google does not let Duesheet see whether somebody replied. Allow it under More > Optional extras; until then note replies yourself.',
    );
  }
  return new MailboxRefused(
    'failed',
    `Gmail did not say whether somebody replied (${message}). The next hourly run asks again.`,
  );
}
