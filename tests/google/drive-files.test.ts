// Files of Google Drive by their id: how each is called, that it is read once, and what Google's words mean.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { googleFiles as usual } from '../../src/google/drive-files';
import { googleFiles } from '../../src/google/drive-files.with-attachments';
import { googleMailer } from '../../src/google/mailer';
import { type DriveFiles, FileRefused } from '../../src/workbook/ports';

interface Fake {
  name?: string;
  type?: string;
  size?: number;
  inBin?: boolean;
  fails?: string;
}

const asked = { id: 'a', key: '' };

/** The port over a Drive in which every file is like this; `reads` counts what is read. */
function over(file: Fake | string): { files: DriveFiles; reads: string[]; opened: unknown[][] } {
  const reads: string[] = [];
  const opened: unknown[][] = [];
  const blob = (how: string) => () => {
    reads.push(how);
    if (typeof file === 'object' && file.fails) throw new Error(file.fails);
    return { getBytes: () => [80, 68, 70] };
  };
  const open = (...given: unknown[]) => {
    opened.push(given);
    if (typeof file === 'string') throw new Error(file);
    return {
      isTrashed: () => file.inBin ?? false,
      getMimeType: () => file.type ?? 'application/pdf',
      getName: () => file.name ?? 'a.pdf',
      getSize: () => file.size ?? 3,
      getBlob: blob('blob'),
      getAs: blob('pdf'),
    };
  };
  vi.stubGlobal('DriveApp', { getFileById: open, getFileByIdAndResourceKey: open });
  vi.stubGlobal('Utilities', { base64Encode: (bytes: number[]) => Buffer.from(bytes).toString('base64') });
  const files = googleFiles();
  if (!files) throw new Error('no files');
  return { files, reads, opened };
}

function refusal(ask: () => unknown): string {
  try {
    ask();
    return 'given';
  } catch (error) {
    return error instanceof FileRefused ? error.code : 'thrown';
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('a file', () => {
  it('is opened and read once, with the key of its link where that has one', () => {
    const { files, reads, opened } = over({});
    expect(files.head(asked)).toEqual({ name: 'a.pdf', type: 'application/pdf', bytes: 3 });
    expect([files.read(asked), files.read(asked)]).toEqual(['UERG', 'UERG']);
    files.head({ id: 'b', key: '0-k' });
    expect([reads, opened]).toEqual([['blob'], [['a'], ['b', '0-k']]]);
  });

  it.each(['document', 'presentation', 'drawing'])(
    'of Google, a %s, becomes a PDF whose size is known then',
    (kind) => {
      const { files, reads } = over({ name: 'Invoice 7', type: `application/vnd.google-apps.${kind}`, size: 0 });
      expect(files.head(asked)).toEqual({ name: 'Invoice 7.pdf', type: 'application/pdf', bytes: null });
      files.read(asked);
      expect(reads).toEqual(['pdf']);
    },
  );

  it.each(['spreadsheet', 'folder', 'form', 'shortcut'])('of Google, a %s, stays a link', (kind) => {
    const { files } = over({ type: `application/vnd.google-apps.${kind}` });
    expect(refusal(() => files.head(asked))).toBe('no-file');
  });

  it('has a name and a type that fit a header, whatever Drive calls it', () => {
    const long = `${'ü'.repeat(200)}.pdf`;
    expect(over({ name: long }).files.head(asked).name).toBe(`${'ü'.repeat(76)}.pdf`);
    expect(over({ name: 'a\r\nBcc: x/y' }).files.head(asked).name).toBe('a Bcc: x y');
    // Turned round by a sign nobody sees, this would read "invoice exe.pdf".
    expect(over({ name: 'invoice \u202efdp.exe' }).files.head(asked).name).toBe('invoice fdp.exe');
    for (const name of ['', ' ', '..', '../..']) expect(over({ name }).files.head(asked).name).toBe('document');
    expect(over({ type: 'text/x\r\nX: y' }).files.head(asked).type).toBe('application/octet-stream');
  });
});

describe('a file that is not given out', () => {
  it.each([
    [
      'missing',
      'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.',
    ],
    ['missing', 'Something that nobody has seen before'],
    [
      'no-permission',
      'You do not have permission to call DriveApp.getFileById. Required permissions: (https://www.googleapis.com/auth/drive.readonly || https://www.googleapis.com/auth/drive)',
    ],
    ['no-permission', 'Access denied: DriveApp.'],
    ['later', 'Service invoked too many times for one day: drive.'],
    ['later', 'Limit Exceeded: DriveApp.'],
    ['silent', 'Service error: Drive'],
    ['silent', "We're sorry, a server error occurred. Please wait a bit and try again."],
  ])('is %s where Google says: %s', (code, words) => {
    expect(refusal(() => over(words).files.head(asked))).toBe(code);
  });

  it('lies in the bin, or cannot be made into a PDF', () => {
    expect(refusal(() => over({ inBin: true }).files.head(asked))).toBe('missing');
    expect(refusal(() => over({ fails: 'Conversion failed' }).files.read(asked))).toBe('missing');
  });

  it('is not asked for again; a limit and a missing permission hold for all, an error for that one', () => {
    const used = over('Service invoked too many times for one day: drive.');
    for (const id of ['a', 'b']) expect(refusal(() => used.files.head({ id, key: '' }))).toBe('later');
    expect(used.opened).toHaveLength(1);
    const broken = over('Service error: Drive');
    for (const id of ['a', 'b', 'a']) refusal(() => broken.files.head({ id, key: '' }));
    expect(broken.opened).toHaveLength(2);
  });
});

describe('the usual script', () => {
  it('has no files of Drive', () => {
    expect(usual()).toBeNull();
  });
});

describe('a mail with large files', () => {
  it('is handed to Gmail as an upload, a usual one within the request', () => {
    const sent: unknown[][] = [];
    vi.stubGlobal('Gmail', { Users: { Messages: { send: (...given: unknown[]) => sent.push(given) && { id: 'm' } } } });
    vi.stubGlobal('Utilities', {
      base64DecodeWebSafe: (raw: string) => raw.length,
      newBlob: (bytes: number, type: string) => ({ bytes, type }),
    });
    googleMailer().send('short', 't1');
    googleMailer().send('x'.repeat(4_000_001), 't1');
    expect(sent).toEqual([
      [{ raw: 'short', threadId: 't1' }, 'me'],
      [{ threadId: 't1' }, 'me', { bytes: 4_000_001, type: 'message/rfc822' }],
    ]);
  });
});
