// The local mailbox has the traps of Gmail's: what metadata refuses, places that are forgotten, limits, pages, deleted messages.
import { describe, expect, it } from 'vitest';
import { builtServices } from '../../../src/local/built-project';
import { freshWorld } from '../../../src/local/google-services/fresh-world';
import type { World } from '../../../src/local/google-services/state';
import { createRuntime } from '../../../src/local/runtime';

const USER = 'you@example.com';
const SCOPE = 'https://www.googleapis.com/auth/gmail.';

/** What an expression gives in a script with some permissions of Gmail. */
function asked(code: string, world: World = inbox(), scopes: string[] = ['metadata']): unknown {
  const manifest = { timeZone: 'Etc/UTC', oauthScopes: scopes.map((name) => `${SCOPE}${name}`) };
  const project = { code: `function main() { return JSON.stringify(${code}); }`, html: {}, manifest };
  const runtime = createRuntime(project, world, { servicesCode: builtServices() });
  const options = { user: USER, authMode: 'FULL' as const, now: 1_700_000_000_000, editorOpen: false };
  return JSON.parse(String(runtime.call('main', [], options)));
}

/** A mailbox with three messages, and one of somebody else's. */
function inbox(): World {
  const message = (place: number, user = USER) => ({
    ...{ id: `m${place}`, threadId: 't1', user, labels: ['INBOX'], at: 5, place },
    headers: `From: a${place}@x.example\r\nSubject: one\r\n two`,
  });
  return { ...freshWorld(), mailPlaces: 4, inbox: [message(1), message(2), message(3), message(4, 'other@x.example')] };
}

const list = (start: number, more = '') =>
  `Gmail.Users.History.list('me', { startHistoryId: '${start}', historyTypes: ['messageAdded']${more} })`;

describe('the local mailbox', () => {
  it('tells what came behind a place, in pages, and nothing of other people', () => {
    expect(asked(list(1001))).toMatchObject({ history: [{ id: '1002' }, { id: '1003' }], historyId: '1004' });
    const page = asked(list(1000, ', maxResults: 2')) as { history: object[]; nextPageToken: string };
    expect(page.history).toHaveLength(2);
    expect(asked(list(1000, `, maxResults: 2, pageToken: '${page.nextPageToken}'`))).toMatchObject({
      history: [{ messagesAdded: [{ message: { id: 'm3', threadId: 't1', labelIds: ['INBOX'] } }] }],
    });
    // Where nothing came there is no list at all.
    expect(asked(list(1003))).toEqual({ historyId: '1004' });
    expect(asked("Gmail.Users.getProfile('me')")).toEqual({ emailAddress: USER, historyId: '1004' });
  });

  it('has forgotten places that lie too far back', () => {
    expect(() => asked(list(1001), { ...inbox(), forgottenPlaces: 2 })).toThrow('Requested entity was not found.');
  });

  it('gives headers by the permission for metadata, and refuses whole messages and searches even beside another one', () => {
    const get = (format: string) => `Gmail.Users.Messages.get('me', 'm1', { format: '${format}' })`;
    expect(asked(get('metadata'))).toMatchObject({
      payload: {
        headers: [
          { name: 'From', value: 'a1@x.example' },
          { name: 'Subject', value: 'one two' },
        ],
      },
      internalDate: '5',
    });
    for (const scopes of [['metadata'], ['metadata', 'readonly']]) {
      expect(() => asked(get('full'), inbox(), scopes)).toThrow("Metadata scope doesn't allow format FULL");
      expect(() => asked("Gmail.Users.Messages.get('me', 'm1')", inbox(), scopes)).toThrow('format FULL');
      expect(() => asked("Gmail.Users.Messages.list('me', { q: 'from:a' })", inbox(), scopes)).toThrow(
        "Metadata scope does not support 'q' parameter",
      );
    }
    expect(asked(get('full'), inbox(), ['readonly'])).toMatchObject({ id: 'm1' });
    expect(asked("Gmail.Users.Threads.get('me', 't1', { format: 'metadata' })")).toMatchObject({
      messages: [{ id: 'm1' }, { id: 'm2' }, { id: 'm3' }],
    });
  });

  it('refuses without the permission, beyond the limit, and for what is gone', () => {
    expect(() => asked(list(1001), inbox(), ['send'])).toThrow(
      'You do not have permission to call gmail.users.history.list',
    );
    expect(() => asked(list(1001), { ...inbox(), gmailAnswers: 0 })).toThrow('User-rate limit exceeded');
    expect(() => asked("Gmail.Users.Messages.get('me', 'm9', { format: 'metadata' })")).toThrow('was not found');
    expect(() => asked("Gmail.Users.Threads.get('me', 't9', { format: 'metadata' })")).toThrow('was not found');
  });
});
