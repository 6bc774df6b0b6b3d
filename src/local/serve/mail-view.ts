// A mail as its recipient would see it, read from the raw message by an independent parser.
import PostalMime, { type Attachment } from 'postal-mime';
import type { StoredMail } from '../google-services/state';

/** What a person finds a reminder by. */
const REFERENCE = /\bDS-[0-9A-Z]+\b/;

export interface MailLine {
  id: string;
  at: string;
  /** By AR Log; '' where no reminder is behind it, as for a test to oneself. */
  customer: string;
  to: string;
  subject: string;
}

export interface MailView extends MailLine {
  from: string;
  cc: string;
  replyTo: string;
  html: string;
  text: string;
  /** What came along, each with its size: `Invoice-LR-1.pdf (84 KB)`. */
  files: string[];
}

/**
 * Reads a mail.
 *
 * @param at when it left, on the wall clock of the sheet's zone
 * @param customers of AR Log, by the reference that a mail carries
 */
export async function mailView(
  mail: StoredMail,
  at: string,
  customers: ReadonlyMap<string, string>,
): Promise<MailView> {
  const parsed = await PostalMime.parse(Buffer.from(mail.raw, 'latin1'));
  const list = (addresses: { name?: string; address?: string }[] | undefined) =>
    (addresses ?? []).map(({ name, address }) => (name ? `${name} <${address ?? ''}>` : (address ?? ''))).join(', ');
  return {
    id: mail.id,
    at,
    customer: customers.get(REFERENCE.exec(parsed.text ?? '')?.[0] ?? '') ?? '',
    to: list(parsed.to),
    subject: parsed.subject ?? '',
    from: parsed.from ? list([parsed.from]) : mail.from,
    cc: list(parsed.cc),
    replyTo: list(parsed.replyTo),
    html: (parsed.attachments ?? []).reduce(withPicture, parsed.html ?? ''),
    text: parsed.text ?? '',
    files: (parsed.attachments ?? []).filter(({ disposition }) => disposition === 'attachment').map(fileInWords),
  };
}

function fileInWords({ filename, content }: Attachment): string {
  const bytes = typeof content === 'string' ? content.length : content.byteLength;
  return `${filename ?? 'a file'} (${Math.max(1, Math.round(bytes / 1000))} KB)`;
}

/** A page loads no part of a mail, so a picture that the HTML names by its Content-ID is put into it. */
function withPicture(html: string, { contentId, mimeType, content }: Attachment): string {
  if (!contentId) return html;
  const bytes = typeof content === 'string' ? content : Buffer.from(new Uint8Array(content)).toString('base64');
  return html.replaceAll(`cid:${contentId.replace(/^<|>$/g, '')}`, `data:${mimeType};base64,${bytes}`);
}
