// The raw mail, read back by an independent parser (postal-mime): what went in comes out, and nothing more.
import fc from 'fast-check';
import PostalMime, { type Email } from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { buildMessage, MessageError, type MessageInput, toBase64Url } from '../../../src/dunning/mail/message';
import { runs } from '../../builders/property-runs';

function mail(change: Partial<MessageInput> = {}): MessageInput {
  return {
    from: { name: 'Mara Lind', address: 'mara@acme.example' },
    to: ['ap@example.com'],
    subject: 'Invoice 1001',
    text: 'Hello',
    html: '<p>Hello</p>',
    ...change,
  };
}

async function readBack(input: MessageInput): Promise<Email> {
  return new PostalMime().parse(buildMessage(input));
}

function headersOf(raw: string): string {
  return raw.slice(0, raw.indexOf('\r\n\r\n'));
}

function header(email: Email, key: string): string | undefined {
  return email.headers.find((one) => one.key === key)?.value;
}

const normal = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
// What a header may hold: control characters become a blank; the halves of a broken pair are no characters.
const inHeader = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
const letters = fc.string({ unit: 'grapheme', maxLength: 120 });
const awkward = fc.oneof(
  letters,
  fc.constantFrom(
    'Größe & Söhne — 50 % Rabatt',
    '请于本周五之前付款，谢谢您的合作与理解',
    'تذكير بالدفع: الفاتورة ١٠٠١',
    '👩‍👩‍👧‍👦 🇩🇪 invoice 🧾'.repeat(8),
    'Weber, Anna "AW" <cfo@example.org>',
    'a=?UTF-8?B?SGk=?= b',
    'back\\slash (comment) ; : , @',
    'x'.repeat(2000),
    '  two  blanks  ',
    '=20=0D=0A.',
    '',
  ),
);

/** A name as Drive may have it, without what no header holds. */
function fileName(text: string): string {
  return `${text.replace(/\p{Cc}/gu, '')}x.pdf`;
}

describe('a raw mail', () => {
  it('carries files behind text, HTML and pictures, and gives them back byte for byte', async () => {
    const pictures = [{ cid: 'logo@duesheet', png: 'iVBORw0KGgo=' }];
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        awkward,
        awkward,
        fc.boolean(),
        async (bytes, text, name, withPicture) => {
          const type = 'application/pdf';
          const files = [
            {
              name: fileName(name),
              type,
              base64: Buffer.from(bytes).toString('base64'),
            },
            {
              name: 'payment.ics',
              type: 'text/calendar; charset=UTF-8; method=PUBLISH',
              base64: btoa('BEGIN:VCALENDAR'),
            },
          ];
          const input = mail({ text, files, ...(withPicture ? { pictures } : {}) });
          expect(buildMessage(input)).toMatch(/^\p{ASCII}*$/u);
          const email = await readBack(input);
          expect(normal(email.text ?? '')).toBe(normal(text));
          expect(email.html).toContain('<p>Hello</p>');
          const [pdf, calendar] = email.attachments.filter(({ disposition }) => disposition === 'attachment');
          expect(pdf).toMatchObject({ mimeType: type });
          expect(pdf?.filename).toBe(
            fileName(name)
              .replace(/\p{Cs}/gu, '_')
              .replace(/=\?/g, '=_'),
          );
          expect(Buffer.from(pdf?.content as ArrayBuffer).equals(Buffer.from(bytes))).toBe(true);
          expect(calendar).toMatchObject({ mimeType: 'text/calendar', method: 'PUBLISH', filename: 'payment.ics' });
          expect(email.attachments).toHaveLength(withPicture ? 3 : 2);
        },
      ),
      { numRuns: runs(60, 2_000) },
    );
    const shape = buildMessage(mail({ files: [{ name: 'a.pdf', type: 'application/pdf', base64: '' }], pictures }));
    expect(shape.match(/multipart\/\w+/g)).toEqual(['multipart/mixed', 'multipart/alternative', 'multipart/related']);
  });

  it('names the account as Sender where From is a shared address of it, and no Sender elsewhere', async () => {
    const shared = { name: 'Mara Lind', address: 'accounts@acme.example' };
    const email = await readBack(mail({ from: shared, sender: 'mara@acme.example' }));
    expect([email.from?.address, email.sender?.address]).toEqual(['accounts@acme.example', 'mara@acme.example']);
    expect(headersOf(buildMessage(mail()))).not.toContain('Sender:');
    expect(() => buildMessage(mail({ sender: 'mara@acme.example\r\nBcc: x@y.example' }))).toThrow(MessageError);
  });

  it('is read back by another program: people, subject, both parts, the reference', async () => {
    const email = await readBack(
      mail({
        cc: ['owner@acme.example', 'cfo@example.com'],
        replyTo: 'ar@acme.example',
        reference: 'DS-7F3K2',
        text: 'Guten Tag,\n\n4.800,00 €\n',
        html: '<p>4.800,00 €</p>',
      }),
    );
    expect(email.from).toMatchObject({ name: 'Mara Lind', address: 'mara@acme.example' });
    expect(email.to?.map((one) => one.address)).toEqual(['ap@example.com']);
    expect(email.cc?.map((one) => one.address)).toEqual(['owner@acme.example', 'cfo@example.com']);
    expect(email.replyTo?.map((one) => one.address)).toEqual(['ar@acme.example']);
    expect(email.subject).toBe('Invoice 1001');
    expect(normal(email.text ?? '')).toBe('Guten Tag,\n\n4.800,00 €');
    expect(normal(email.html ?? '')).toBe('<p>4.800,00 €</p>');
    expect(header(email, 'x-duesheet-ref')).toBe('DS-7F3K2');
    expect(header(email, 'mime-version')).toBe('1.0');
    expect(header(email, 'auto-submitted')).toBeUndefined();
  });

  it('carries the thread and the date it was given', async () => {
    const email = await readBack(
      mail({
        messageId: '<ds-7f3k2.2@acme.example>',
        inReplyTo: '<ds-7f3k2.1@acme.example>',
        references: ['<ds-7f3k2.0@acme.example>', '<ds-7f3k2.1@acme.example>'],
        date: Date.UTC(2026, 10, 6, 9, 5, 7),
      }),
    );
    expect(email.messageId).toBe('<ds-7f3k2.2@acme.example>');
    expect(email.inReplyTo).toBe('<ds-7f3k2.1@acme.example>');
    expect(email.references?.split(/\s+/)).toEqual(['<ds-7f3k2.0@acme.example>', '<ds-7f3k2.1@acme.example>']);
    expect(buildMessage(mail({ date: Date.UTC(2026, 10, 6, 9, 5, 7) }))).toContain(
      'Date: Fri, 6 Nov 2026 09:05:07 +0000\r\n',
    );
  });

  it('keeps any subject and any name exactly', async () => {
    await fc.assert(
      fc.asyncProperty(awkward, awkward, async (subject, name) => {
        const email = await readBack(mail({ subject, from: { name, address: 'mara@acme.example' } }));
        expect(email.subject ?? '').toBe(inHeader(subject));
        expect(email.from?.address).toBe('mara@acme.example');
        expect(email.from?.name ?? '').toBe(inHeader(name));
      }),
      { numRuns: runs(75, 300) },
    );
  });

  it('keeps any text and any HTML exactly, line ends apart', async () => {
    const body = fc.oneof(
      awkward,
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(awkward).map((lines) => lines.join('\r\n')),
    );
    await fc.assert(
      fc.asyncProperty(body, body, async (text, html) => {
        const email = await readBack(mail({ text: `${text}.`, html: `${html}.` }));
        expect(normal(email.text ?? '')).toBe(normal(`${text}.`));
        expect(normal(email.html ?? '')).toBe(normal(`${html}.`));
      }),
      { numRuns: runs(75, 300) },
    );
  });

  it('is ASCII with CRLF, header and body lines short, encoded words at most 75 long', () => {
    fc.assert(
      fc.property(awkward, awkward, awkward, (subject, name, text) => {
        const raw = buildMessage(
          mail({
            subject,
            text,
            html: text,
            from: { name, address: 'mara@acme.example' },
            reference: name,
            headers: { 'X-A-Rather-Long-Header-Name': subject },
          }),
        );
        expect(raw).toMatch(/^[\t\r\n -~]*$/);
        expect(raw.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/);
        for (const line of headersOf(raw).split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
        for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(100);
        for (const word of headersOf(raw).match(/=\?UTF-8\?B\?[^?]*\?=/g) ?? [])
          expect(word.length).toBeLessThanOrEqual(75);
      }),
      { numRuns: runs(75, 300) },
    );
  });

  it('never splits a character between two encoded words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 40, maxLength: 200 }), (subject) => {
        const words = headersOf(buildMessage(mail({ subject: `é${subject}` }))).match(/=\?UTF-8\?B\?([^?]*)\?=/g) ?? [];
        const strict = new TextDecoder('utf-8', { fatal: true });
        for (const word of words) {
          const bytes = Buffer.from(word.slice(10, -2), 'base64');
          expect(() => strict.decode(bytes)).not.toThrow();
        }
      }),
    );
  });

  it('writes half a surrogate pair as the replacement character instead of broken bytes', async () => {
    const email = await readBack(mail({ subject: 'a\ud800b', text: 'x\udc00y' }));
    expect(email.subject).toBe('a\ufffdb');
    expect(normal(email.text ?? '')).toBe('x\ufffdy');
  });

  it('is the same bytes for the same input, and has another boundary for another text', () => {
    expect(buildMessage(mail())).toBe(buildMessage(mail()));
    const boundary = (raw: string): string => /boundary="([^"]+)"/.exec(raw)?.[1] ?? '';
    expect(boundary(buildMessage(mail()))).not.toBe(boundary(buildMessage(mail({ text: 'Hullo' }))));
  });

  it('encodes blanks at line ends, which relays would strip, and keeps lines within 76 characters', async () => {
    const text = `a \n\tb\t\n \n${'ü '.repeat(100)}\n-- `;
    const raw = buildMessage(mail({ text }));
    expect(raw).not.toMatch(/[ \t]\r\n/);
    for (const row of raw.split('\r\n')) expect(row.length).toBeLessThanOrEqual(76);
    expect(normal((await readBack(mail({ text }))).text ?? '')).toBe(text);
  });

  it('cannot be cut short by a body that contains its own boundary', async () => {
    const boundary = /boundary="([^"]+)"/.exec(buildMessage(mail()))?.[1] ?? '';
    const text = `before\n--${boundary}--\nafter`;
    expect(normal((await readBack(mail({ text }))).text ?? '')).toBe(text);
  });
});

describe('injection', () => {
  const ATTACKS = [
    '\r\nBcc: evil@example.org',
    '\nBcc: evil@example.org',
    '\rBcc: evil@example.org',
    '\r\n\r\n<p>evil</p>',
    '\u2028Bcc: evil@example.org',
    '\u0085Bcc: evil@example.org',
    '\u0000\r\n Bcc: evil@example.org',
  ];

  it.each(ATTACKS)('stays in its line in subject, name, reference and further headers: %j', async (attack) => {
    const email = await readBack(
      mail({
        subject: `Invoice${attack}`,
        from: { name: `Mara${attack}`, address: 'mara@acme.example' },
        reference: `DS-7F3K2${attack}`,
        messageId: `<a@b.example>${attack}`,
        references: [`<c@d.example>${attack}`],
        headers: { 'X-Note': `note${attack}` },
      }),
    );
    expect(email.bcc ?? []).toEqual([]);
    for (const one of email.headers) expect(one.value).not.toMatch(/[\p{Cc}\u2028]/u);
    expect(email.subject).toMatch(/^Invoice +(Bcc: evil@example.org|<p>evil<\/p>)$/);
    expect(email.from?.name).toMatch(/^Mara +(Bcc: evil@example.org|<p>evil<\/p>)$/);
    expect(email.headers.map((one) => one.key)).toEqual([
      'from',
      'to',
      'subject',
      'message-id',
      'references',
      'x-duesheet-ref',
      'x-note',
      'mime-version',
      'content-type',
    ]);
    expect(normal(email.text ?? '')).toBe('Hello');
  });

  it.each(ATTACKS)('is refused in an address: %j', (attack) => {
    for (const change of [
      { to: [`ap@example.com${attack}`] },
      { cc: [`ap@example.com${attack}`] },
      { replyTo: `ap@example.com${attack}` },
    ]) {
      expect(() => buildMessage(mail(change))).toThrow(MessageError);
    }
  });

  it('refuses further headers that would take the place of ours', () => {
    for (const name of ['Bcc', 'bcc', 'To', 'Subject', 'Content-Type', 'X Note', 'X-A:', 'X-A\r\nBcc', '']) {
      expect(() => buildMessage(mail({ headers: { [name]: 'x' } })), name).toThrow(MessageError);
    }
  });

  it('refuses a mail without a recipient', () => {
    expect(() => buildMessage(mail({ to: [] }))).toThrow('no recipient');
  });
});

describe('base64 for the raw message', () => {
  it('matches an independent encoder, padding included', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const expected = Buffer.from(text, 'utf8').toString('base64').replace(/\+/g, '-').replace(/\//g, '_');
        expect(toBase64Url(text)).toBe(expected);
      }),
    );
    expect(toBase64Url('a?>')).toBe('YT8-');
  });
});
