// The raw mail: a MIME message of a text and an HTML part, all ASCII, that no value can break out of.
import { checkAddress } from './address';
import { cleanHeader, mailbox, unstructuredHeader } from './mail-header';
import { quotedPrintable } from './mime-encoding';
import { type Picture, pngOf } from './picture';

export { toBase64Url } from './mime-encoding';

/** A file that travels with a mail. */
export interface MailFile {
  /** Its name; letters beyond ASCII are kept where the mail program of the reader knows RFC 2231. */
  name: string;
  /** `application/pdf`; of a text with its charset. */
  type: string;
  base64: string;
}

/** What a mail is made of. Addresses are bare (`ap@example.com`). */
export interface MessageInput {
  from: { name: string; address: string };
  /** The account it leaves from, where `from` is another address of that account; '' or absent where it is the same. */
  sender?: string;
  to: readonly string[];
  cc?: readonly string[];
  /** Who gets it without the others seeing so: the mail service takes the header out. */
  bcc?: readonly string[];
  /** '' or absent: answers go to the sender. */
  replyTo?: string;
  subject: string;
  text: string;
  html: string;
  /** The pictures that the HTML part refers to as `cid:`. */
  pictures?: readonly Picture[];
  /** Files that come along, in order. */
  files?: readonly MailFile[];
  /** The visible reference, e.g. `DS-7F3K2`; goes into `X-Duesheet-Ref`. */
  reference?: string;
  /** `<left@right>`; absent: the mail service makes one. */
  messageId?: string;
  /** Message ids of the thread so far, oldest first. */
  references?: readonly string[];
  /** Message id this one answers. */
  inReplyTo?: string;
  /** Milliseconds since 1970-01-01 UTC; absent: the mail service dates it. */
  date?: number;
  /** Further headers; names that this module writes itself are refused. */
  headers?: Readonly<Record<string, string>>;
}

/** Thrown when a mail cannot be built; `code` is stable, the message says what to mend. */
export class MessageError extends Error {
  readonly code: 'no-address' | 'bad-address' | 'bad-header';
  constructor(code: MessageError['code'], message: string) {
    super(message);
    this.name = 'MessageError';
    this.code = code;
  }
}

const OWN_HEADERS = new Set(
  (
    'from to cc bcc sender reply-to return-path subject date message-id references in-reply-to mime-version ' +
    'content-type content-transfer-encoding content-disposition x-duesheet-ref'
  ).split(' '),
);
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function checked(address: string): string {
  const trimmed = address.trim();
  const problem = checkAddress(trimmed);
  if (problem) throw new MessageError(problem.code, problem.message);
  return trimmed;
}

// One address a line: the longest valid address is 254 characters, far below the limit of 998.
function addressHeader(name: string, addresses: readonly string[]): string {
  return `${name}: ${addresses.map(checked).join(',\r\n ')}`;
}

function idHeader(name: string, ids: readonly string[]): string[] {
  const clean: string[] = [];
  for (const id of ids) {
    for (const found of id.match(/<[!-;=?-~]{1,240}>/g) ?? []) if (found.includes('@')) clean.push(found);
  }
  return clean.length === 0 ? [] : [`${name}: ${clean.join('\r\n ')}`];
}

// RFC 5322 section 3.3, always in UTC.
function dateHeader(instant: number): string {
  const date = new Date(instant);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${WEEKDAYS[date.getUTCDay()]}, ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
  const time = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()].map(two).join(':');
  return `Date: ${day} ${date.getUTCFullYear()} ${time} +0000`;
}

function furtherHeaders(headers: Readonly<Record<string, string>>): string[] {
  return Object.keys(headers).map((name) => {
    if (!/^[A-Za-z][A-Za-z0-9-]{0,50}$/.test(name) || OWN_HEADERS.has(name.toLowerCase())) {
      throw new MessageError('bad-header', `"${cleanHeader(name)}" cannot be set as a further header of a mail.`);
    }
    return unstructuredHeader(name, headers[name] ?? '');
  });
}

// Derived from the content, so that the same mail is the same bytes; "=_" occurs in no quoted-printable text
// (RFC 2045 section 6.7), so a boundary with it cannot be mistaken for a line of a part. The mix is FNV-1a.
function boundaryOf(content: string): string {
  let hash = 0x811c9dc5;
  let other = 0x01000193;
  for (let i = 0; i < content.length; i += 1) {
    hash = Math.imul(hash ^ content.charCodeAt(i), 0x01000193);
    other = Math.imul(other ^ (content.charCodeAt(i) + i), 0x85ebca6b);
  }
  return `=_duesheet_${(hash >>> 0).toString(16)}${(other >>> 0).toString(16)}`;
}

function partOf(type: string, content: string): string[] {
  return [`Content-Type: ${type}; charset=UTF-8`, 'Content-Transfer-Encoding: quoted-printable', '', content];
}

// Gmail drops pictures that are put into the HTML part; those beside it, named by Content-ID, are shown.
function htmlPart(html: string, pictures: readonly Picture[], boundary: string): string[] {
  const part = partOf('text/html', html);
  if (pictures.length === 0) return part;
  return [
    `Content-Type: multipart/related; type="text/html"; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    ...part,
    ...pictures.flatMap((picture) => [`--${boundary}`, ...picturePart(picture)]),
    `--${boundary}--`,
    '',
  ];
}

function picturePart(picture: Picture): string[] {
  const { cid } = picture;
  return [
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    `Content-ID: <${cid}>`,
    `Content-Disposition: inline; filename="${cid.replace(/@.*/, '')}.png"`,
    '',
    ...(pngOf(picture).match(/.{1,76}/g) ?? []),
  ];
}

/** The body of a part with its headers in front, and files behind it (RFC 2046 section 5.1.3). */
function withFiles(part: readonly string[], files: readonly MailFile[], boundary: string): string[] {
  if (files.length === 0) return [...part];
  return [
    `Content-Type: multipart/mixed; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    ...part,
    ...files.flatMap((file) => [`--${boundary}`, ...filePart(file)]),
    `--${boundary}--`,
    '',
  ];
}

/** A name with all its letters, in pieces that fit a line (RFC 2231 section 3 and 4). */
function wholeName(name: string): string {
  // Half a surrogate pair, which encodeURIComponent refuses, is no letter.
  const letters = [...name].map((letter) => (/^[\ud800-\udfff]$/.test(letter) ? '_' : letter));
  const coded = letters.map((letter) =>
    encodeURIComponent(letter).replace(/['()*!]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`),
  );
  const pieces: string[] = [];
  let piece = "UTF-8''";
  for (const letter of coded) {
    if (piece.length + letter.length > 60) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece].map((part, at) => `\r\n filename*${at}*=${part}`).join(';');
}

function filePart({ name: given, type, base64 }: MailFile): string[] {
  // "=?" begins a word in another encoding, for programs that look for it everywhere.
  const name = given.replace(/=\?/g, '=_');
  const shown = name.replace(/[^\x20-\x7e]|["\\]/g, '_');
  return [
    `Content-Type: ${type}; name="${shown}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${shown}"${shown === name ? '' : `;${wholeName(name)}`}`,
    '',
    ...(base64.match(/.{1,76}/g) ?? []),
  ];
}

function headerLines(input: MessageInput): string[] {
  const from = 'From: ';
  return [
    `${from}${mailbox(input.from.name, checked(input.from.address), from.length)}`,
    ...(input.sender ? [addressHeader('Sender', [input.sender])] : []),
    addressHeader('To', input.to),
    ...(input.cc && input.cc.length > 0 ? [addressHeader('Cc', input.cc)] : []),
    ...(input.bcc && input.bcc.length > 0 ? [addressHeader('Bcc', input.bcc)] : []),
    ...(input.replyTo ? [addressHeader('Reply-To', [input.replyTo])] : []),
    unstructuredHeader('Subject', input.subject),
    ...(input.date === undefined ? [] : [dateHeader(input.date)]),
    ...idHeader('Message-ID', input.messageId ? [input.messageId] : []),
    ...idHeader('In-Reply-To', input.inReplyTo ? [input.inReplyTo] : []),
    ...idHeader('References', input.references ?? []),
    ...(input.reference ? [unstructuredHeader('X-Duesheet-Ref', input.reference)] : []),
    ...furtherHeaders(input.headers ?? {}),
    'MIME-Version: 1.0',
  ];
}

/**
 * The raw message (RFC 5322, RFC 2045 to 2047): multipart/alternative of a plain text and an HTML part, both
 * quoted-printable UTF-8; pictures stand beside the HTML part in multipart/related, files behind both in multipart/mixed. The result is ASCII with CRLF line ends; the same input gives the same bytes.
 * @param input what the mail is made of
 * @throws MessageError `no-address` or `bad-address` for an address that cannot be written to, `bad-header` for a
 * further header whose name is not free
 * @example buildMessage({ from: { name: 'Anna', address: 'anna@acme.com' }, to: ['ap@example.com'],
 *   subject: 'Invoice 7', text: 'Hello', html: '<p>Hello</p>' }) // 'From: Anna <anna@acme.com>\r\nTo: ...'
 */
export function buildMessage(input: MessageInput): string {
  if (input.to.length === 0) throw new MessageError('no-address', 'The mail has no recipient: fill in an address.');
  const text = quotedPrintable(input.text);
  const html = quotedPrintable(input.html);
  const boundary = boundaryOf(`${input.subject}\n${text}\n${html}`);
  const alternative = [
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    ...partOf('text/plain', text),
    `--${boundary}`,
    ...htmlPart(html, input.pictures ?? [], `${boundary}r`),
    `--${boundary}--`,
    '',
  ];
  return [...headerLines(input), ...withFiles(alternative, input.files ?? [], `${boundary}m`)].join('\r\n');
}
