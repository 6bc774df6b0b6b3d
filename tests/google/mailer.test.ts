// What Gmail's words mean: a refusal for certain may be tried again, anything else may have left.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { googleMailer } from '../../src/google/mailer';
import { MailRefused } from '../../src/workbook/ports';

function outcomeOf(message: string): string {
  const send = (): never => {
    throw new Error(message);
  };
  vi.stubGlobal('Gmail', { Users: { Messages: { send } } });
  try {
    googleMailer().send('raw', '');
    return 'sent';
  } catch (error) {
    return error instanceof MailRefused ? error.code : 'open';
  }
}

const failed = (words: string): string => `API call to gmail.users.messages.send failed with error: ${words}`;

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('an error of Gmail', () => {
  it.each([
    ['bad-address', failed('Invalid To header')],
    ['bad-address', failed('Recipient address required')],
    ['quota', 'Service invoked too many times for one day: email.'],
    ['quota', failed('User-rate limit exceeded. Retry after 2026-11-05T09:00:00Z')],
    ['no-permission', failed('Request had insufficient authentication scopes.')],
    ['refused', failed('Precondition check failed.')],
    ['refused', failed('Mail service not enabled')],
    ['refused', failed('Message too large')],
  ])('is a certain refusal (%s): %s', (code, message) => {
    expect(outcomeOf(message)).toBe(code);
  });

  it.each([
    'Empty response',
    failed('Empty response'),
    failed('Bad Gateway'),
    failed('Internal Server Error'),
    failed('Backend Error'),
    failed('Service unavailable'),
    failed('Deadline exceeded'),
    failed('The connection was reset by the server'),
    failed('Invalid response: gateway timeout'),
    'Exception: Address unavailable: https://gmail.googleapis.com',
    'Wir konnten den Vorgang nicht abschliessen.',
    'Service Gmail timed out while accessing: rate limit',
    'Service unavailable: quota could not be checked',
    failed('Backend error: permission service did not answer, connection reset'),
  ])('leaves open whether the mail left: %s', (message) => {
    expect(outcomeOf(message)).toBe('open');
  });

  it('says what to do where the advanced service is off', () => {
    expect(() => googleMailer().send('raw', '')).toThrow('not switched on');
  });
});

describe('a thread', () => {
  it('that somebody deleted begins anew instead of failing; any other error is not tried again', () => {
    const sent: object[] = [];
    const fails = (words: string) => (message: { threadId?: string }) => {
      sent.push(message);
      if (message.threadId) throw new Error(failed(words));
      return { id: 'm', threadId: 'new' };
    };
    vi.stubGlobal('Gmail', { Users: { Messages: { send: fails('Requested entity was not found.') } } });
    expect(googleMailer().send('raw', 'gone')).toEqual({ id: 'm', threadId: 'new' });
    expect(sent).toEqual([{ raw: 'raw', threadId: 'gone' }, { raw: 'raw' }]);
    vi.stubGlobal('Gmail', { Users: { Messages: { send: fails('Backend Error') } } });
    expect(() => googleMailer().send('raw', 'gone')).toThrow('Backend Error');
    expect(sent).toHaveLength(3);
  });
});
