// Which file of Google Drive a link leads to, told by the link alone.
import { DOCUMENTS, type DocumentName, type Invoice } from '../../receivables/invoice';

/** A file of Google Drive; `key` is what older links carry beside the id, '' for most. */
export interface DriveFile {
  id: string;
  key: string;
}

/** Links to a file, a document, a presentation or a drawing; of a folder, a form, a table or a published page nothing comes along. */
const BY_PATH =
  /^https?:\/\/(?:drive|docs)\.google\.com\/(?:a\/[^/]+\/)?(?:file|document|presentation|drawings)\/(?:u\/\d+\/)?d\/([\w-]{15,})(?![\w-])/i;
const BY_QUERY =
  /^https?:\/\/(?:(?:drive|docs)\.google\.com\/(?:a\/[^/]+\/)?(?:u\/\d+\/)?(?:open|uc)|drive\.usercontent\.google\.com\/download)\?(?:[^#]*&)?id=([\w-]{15,})(?![\w-])/i;

/**
 * The file that a link leads to; null where it is no link to a file of Drive.
 * @example driveFile('https://drive.google.com/file/d/1AbCdEfGhIjKlMnOp/view')?.id // '1AbCdEfGhIjKlMnOp'
 */
export function driveFile(link: string): DriveFile | null {
  const written = link.trim();
  const [, id] = BY_PATH.exec(written) ?? BY_QUERY.exec(written) ?? [];
  if (id === undefined) return null;
  return { id, key: /[?&]resourcekey=([\w-]+)/i.exec(written)?.[1] ?? '' };
}

/** The links of an invoice to its documents, in the order in which a mail has them. @example documentLinks({ documents: { invoice: 'https://a.example/1' } }) // [['invoice', 'https://a.example/1']] */
export function documentLinks({ documents = {} }: Pick<Invoice, 'documents'>): [what: DocumentName, link: string][] {
  return DOCUMENTS.flatMap((what): [DocumentName, string][] => {
    const link = documents[what] ?? '';
    return link === '' ? [] : [[what, link]];
  });
}
