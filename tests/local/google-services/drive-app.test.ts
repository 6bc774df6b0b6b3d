// The local Drive has the traps of Google's: what one may not open is not there, the bin is, a limit ends, Google's own kinds have no size.
import { describe, expect, it } from 'vitest';
import { builtServices } from '../../../src/local/built-project';
import { freshWorld } from '../../../src/local/google-services/fresh-world';
import type { StoredFile, World } from '../../../src/local/google-services/state';
import { createRuntime } from '../../../src/local/runtime';

const USER = 'you@example.com';
const NOT_THERE = 'No item with the given ID could be found.';

const file = (id: string, change: Partial<StoredFile> = {}): StoredFile => ({
  ...{ id, name: `${id}.pdf`, type: 'application/pdf', content: '%PDF \xff' },
  ...change,
});

/** What an expression gives in a script that may read Drive, or has another permission alone. */
function asked(code: string, files: StoredFile[], more: Partial<World> = {}, scope = 'drive.readonly'): unknown {
  const manifest = { timeZone: 'Etc/UTC', oauthScopes: [`https://www.googleapis.com/auth/${scope}`] };
  const project = { code: `function main() { return JSON.stringify(${code}); }`, html: {}, manifest };
  const runtime = createRuntime(project, { ...freshWorld(), files, ...more }, { servicesCode: builtServices() });
  const options = { user: USER, authMode: 'FULL' as const, now: 1_700_000_000_000, editorOpen: false };
  return JSON.parse(String(runtime.call('main', [], options)));
}

const open = (id: string): string => `DriveApp.getFileById('${id}')`;

describe('the local Drive', () => {
  it('gives a file by its id, with bytes as Java has them', () => {
    expect(
      asked(`[${open('a')}.getName(), ${open('a')}.getSize(), ${open('a')}.getBlob().getBytes()]`, [file('a')]),
    ).toEqual(['a.pdf', 6, [37, 80, 68, 70, 32, -1]]);
    expect(
      asked(`[${open('a')}.isTrashed(), ${open('b')}.isTrashed()]`, [file('a', { inBin: true }), file('b')]),
    ).toEqual([true, false]);
  });

  it('makes a PDF of a document, which has no size, and of nothing else', () => {
    const type = 'application/vnd.google-apps.document';
    const made = asked(
      `[${open('d')}.getSize(), ${open('d')}.getAs('application/pdf').getContentType(), ${open('d')}.getBlob().getDataAsString().slice(0, 5)]`,
      [file('d', { type, content: '<p>Hello</p>' })],
    );
    expect(made).toEqual([0, 'application/pdf', '%PDF-']);
    const picture = [file('p', { type: 'image/webp' })];
    expect(() => asked(`${open('p')}.getAs('application/pdf')`, picture)).toThrow('not supported');
  });

  it('knows no file that is not there, belongs to others or lacks the key of its link', () => {
    const files = [file('theirs', { readers: ['other@example.com'] }), file('old', { resourceKey: '0-k' })];
    for (const id of ['none', 'theirs', 'old']) expect(() => asked(open(id), files)).toThrow(NOT_THERE);
    expect(asked("DriveApp.getFileByIdAndResourceKey('old', '0-k').getId()", files)).toBe('old');
  });

  it('refuses without its permission, at its limit, and what it is told to refuse', () => {
    const read = `${open('a')}.getBlob().getName()`;
    expect(() => asked(read, [file('a')], {}, 'drive.file')).toThrow(
      'You do not have permission to call DriveApp.getFileById. Required permissions: (https://www.googleapis.com/auth/drive.readonly || https://www.googleapis.com/auth/drive)',
    );
    expect(() => asked(read, [file('a')], { driveAnswers: 0 })).toThrow(
      'Service invoked too many times for one day: drive.',
    );
    expect(() => asked(read, [file('a', { refuses: 'Conversion failed' })])).toThrow('Conversion failed');
  });

  it('takes a long message as an upload only', () => {
    const raw = (length: number) => `'${'QUFB'.repeat(length / 4)}'`;
    const scope = 'gmail.send';
    expect(() => asked(`Gmail.Users.Messages.send({ raw: ${raw(5_000_004)} }, 'me')`, [], {}, scope)).toThrow(
      'exceeds',
    );
    const mime = "'To: a@x.example\\r\\n\\r\\nHello'";
    const sent = `Gmail.Users.Messages.send({}, 'me', Utilities.newBlob(${mime}, 'message/rfc822')).labelIds`;
    expect(asked(sent, [], {}, scope)).toEqual(['SENT']);
  });
});
