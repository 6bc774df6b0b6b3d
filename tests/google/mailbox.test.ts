// The mailbox by Gmail's history and headers: pages, places, and what its errors mean.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { googleMailbox as usual } from '../../src/google/mailbox';
import { googleMailbox } from '../../src/google/mailbox.with-replies';
import { type Mailbox, MailboxRefused } from '../../src/workbook/ports';

type Answers = Record<string, (...given: unknown[]) => unknown>;

/** The port over a Gmail that answers so. */
function over(answers: Answers): Mailbox {
  const part = (name: string): object =>
    Object.fromEntries(
      Object.entries(answers)
        .filter(([key]) => key.startsWith(`${name}.`))
        .map(([key, answer]) => [key.slice(name.length + 1), answer]),
    );
  const Users = { ...part('Users'), History: part('History'), Messages: part('Messages'), Threads: part('Threads') };
  vi.stubGlobal('Gmail', { Users });
  const mailbox = googleMailbox();
  if (!mailbox) throw new Error('no mailbox');
  return mailbox;
}

const failing = (words: string) => (): never => {
  throw new Error(`API call to gmail.users.history.list failed with error: ${words}`);
};

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the history of a mailbox', () => {
  it('is asked for added messages only, page after page, and tells the place behind each', () => {
    const list = vi.fn((_: unknown, options: unknown) =>
      (options as { pageToken?: string }).pageToken === undefined
        ? {
            history: [{ id: '11', messagesAdded: [{ message: { id: 'a', threadId: 't', labelIds: ['INBOX'] } }] }],
            nextPageToken: 'more',
          }
        : { history: [{ id: '12', messagesAdded: [{ message: { id: 'b', threadId: 't' } }] }], historyId: '15' },
    );
    expect(over({ 'History.list': list }).since('10')).toEqual({
      messages: [
        { id: 'a', threadId: 't', labels: ['INBOX'], place: '11' },
        { id: 'b', threadId: 't', labels: [], place: '12' },
      ],
      place: '15',
    });
    expect(list.mock.calls.map(([, options]) => options)).toEqual([
      { startHistoryId: '10', historyTypes: ['messageAdded'], maxResults: 500 },
      { startHistoryId: '10', historyTypes: ['messageAdded'], maxResults: 500, pageToken: 'more' },
    ]);
  });

  it('that never ends is read in part, and goes on from there the next time', () => {
    let at = 10;
    const list = (): object => {
      at += 1;
      return { history: [{ id: String(at), messagesAdded: [] }], nextPageToken: 'x', historyId: '99' };
    };
    expect(over({ 'History.list': list }).since('10')).toEqual({ messages: [], place: '15' });
  });

  it('is forgotten where Gmail does not find the place', () => {
    expect(over({ 'History.list': failing('Requested entity was not found.') }).since('1')).toBeNull();
  });
});

describe('a message', () => {
  it('is read by its headers alone', () => {
    const get = vi.fn(() => ({
      ...{ id: 'a', threadId: 't', labelIds: ['INBOX'], internalDate: '1700000000000' },
      payload: { headers: [{ name: 'From', value: 'Ann\r\n <ann@x.example>' }] },
    }));
    const head = over({ 'Messages.get': get }).head('a');
    expect(head).toEqual({
      ...{ id: 'a', threadId: 't', labels: ['INBOX'], at: 1_700_000_000_000 },
      headers: 'From: Ann <ann@x.example>',
    });
    expect(get.mock.calls).toEqual([['me', 'a', { format: 'metadata' }]]);
  });

  it('or a thread that somebody deleted is none', () => {
    const gone = failing('Not Found');
    const mailbox = over({ 'Messages.get': gone, 'Threads.get': gone });
    expect([mailbox.head('a'), mailbox.thread('t')]).toEqual([null, []]);
  });
});

describe('an error of Gmail', () => {
  it.each([
    ['quota', 'User-rate limit exceeded. Retry after a while.'],
    ['no-permission', 'Request had insufficient authentication scopes.'],
    ['no-permission', "Metadata scope doesn't allow format FULL"],
    ['failed', 'Backend Error'],
  ])('is %s: %s', (code, words) => {
    try {
      over({ 'History.list': failing(words) }).since('1');
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(MailboxRefused);
      expect((error as MailboxRefused).code).toBe(code);
    }
  });

  it('is a sentence too where the service is off', () => {
    const mailbox = over({});
    vi.unstubAllGlobals();
    expect(() => mailbox.place()).toThrow('The Gmail service is not switched on');
  });
});

describe('the usual build', () => {
  it('has no mailbox', () => {
    expect(usual()).toBeNull();
  });
});
