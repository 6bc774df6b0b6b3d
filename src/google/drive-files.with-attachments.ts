// Google Drive behind the port DriveFiles: a file by its id, read once in an execution; a document of Google's own becomes a PDF.
import { type DriveFiles, type FileHead, FileRefused } from '../workbook/ports';

/** What Google makes a PDF of. A table is none: its PDF would have every tab, those of other customers too. */
const MADE_INTO_PDF = ['document', 'presentation', 'drawing'].map((kind) => `application/vnd.google-apps.${kind}`);
/** So many characters of what was read are kept for further mails; the oldest give way. */
const KEPT = 40_000_000;
/** A longer name is cut, its ending kept. */
const LONGEST_NAME = 80;

const USED_UP = 'Google Drive gives out no more files for now; mails with documents leave with a later run.';

type Asked = { id: string; key: string };

/** The port over the Drive of whoever runs the script. */
export function googleFiles(): DriveFiles | null {
  const opened = new Map<string, { file: GoogleAppsScript.Drive.File; head: FileHead }>();
  const refused = new Map<string, FileRefused>();
  const read = new Map<string, string>();
  let stopped: FileRefused | null = null;

  function once<T>({ id }: Asked, ask: () => T): T {
    const known = stopped ?? refused.get(id);
    if (known) throw known;
    try {
      return ask();
    } catch (error) {
      const refusal = refusalOf(error);
      // A limit or a missing permission is the same for every file.
      if (refusal.code === 'no-permission' || refusal.message === USED_UP) stopped = refusal;
      else refused.set(id, refusal);
      throw refusal;
    }
  }

  function open(asked: Asked): { file: GoogleAppsScript.Drive.File; head: FileHead } {
    return once(asked, () => {
      const known = opened.get(asked.id);
      if (known) return known;
      const { id, key } = asked;
      const file = key === '' ? DriveApp.getFileById(id) : DriveApp.getFileByIdAndResourceKey(id, key);
      const found = { file, head: headOf(file) };
      opened.set(id, found);
      return found;
    });
  }

  function bytesOf(asked: Asked): string {
    const { file, head } = open(asked);
    const known = read.get(asked.id);
    if (known !== undefined) return known;
    return once(asked, () => {
      const blob = head.bytes === null ? file.getAs('application/pdf') : file.getBlob();
      const base64 = Utilities.base64Encode(blob.getBytes());
      read.set(asked.id, base64);
      let kept = [...read.values()].reduce((sum, one) => sum + one.length, 0);
      for (const [id, one] of read) {
        if (kept <= KEPT || id === asked.id) break;
        read.delete(id);
        kept -= one.length;
      }
      return base64;
    });
  }

  return { head: (asked) => open(asked).head, read: bytesOf };
}

/** @throws FileRefused for what lies in the bin, and for what is no single file */
function headOf(file: GoogleAppsScript.Drive.File): FileHead {
  if (file.isTrashed()) throw new FileRefused('missing', 'Its file lies in the bin of Google Drive.');
  const type = file.getMimeType();
  const name = file.getName();
  if (MADE_INTO_PDF.includes(type))
    return { name: nameOf(/\.pdf$/i.test(name) ? name : `${name}.pdf`), type: 'application/pdf', bytes: null };
  if (type.startsWith('application/vnd.google-apps.'))
    throw new FileRefused(
      'no-file',
      type.endsWith('spreadsheet')
        ? 'It is a Google Sheet, whose PDF would show every tab of it.'
        : 'It is nothing that can be attached.',
    );
  const isType = /^[\w.+-]+\/[\w.+-]+$/.test(type);
  return { name: nameOf(name), type: isType ? type : 'application/octet-stream', bytes: file.getSize() };
}

/** What gets into no name but as one blank: control characters, signs that turn the direction of what follows, what parts folders. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: no control character gets into a header
const NO_LETTERS = /[\s\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff/\\]+/g;

function nameOf(name: string): string {
  const clean =
    name
      .replace(NO_LETTERS, ' ')
      .trim()
      .replace(/^[.\s]*$/, '') || 'document';
  const letters = [...clean];
  if (letters.length <= LONGEST_NAME) return clean;
  const ending = /\.\w{1,8}$/.exec(clean)?.[0] ?? '';
  return letters.slice(0, LONGEST_NAME - ending.length).join('') + ending;
}

function refusalOf(error: unknown): FileRefused {
  if (error instanceof FileRefused) return error;
  const message = String((error as { message?: unknown } | null)?.message ?? error);
  if (/too many times|quota|limit exceeded|rate limit|bandwidth/i.test(message))
    return new FileRefused('later', USED_UP);
  if (/no item with the given id|not found|permission to access/i.test(message))
    return new FileRefused('missing', 'Google Drive has no such file any more, or whoever sends may not open it.');
  if (/permission|not authori[sz]ed|unauthenticated|access denied|scope|is not defined/i.test(message))
    return new FileRefused(
      'no-permission',
      'Google does not let Duesheet read files of Google Drive. Allow it under More > Optional extras.',
    );
  if (/service error|server error|internal error|unavailable|time(d )?[- ]?out|try again|empty response/i.test(message))
    return new FileRefused('silent', `Google Drive did not answer (${message}).`);
  return new FileRefused('missing', `Google Drive does not give its file out (${message}).`);
}
