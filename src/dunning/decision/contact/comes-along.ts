// What comes along with a mail, as its step says it: the statement, and files of Drive where its invoices have any.
import type { Invoice } from '../../../receivables/invoice';
import { documentLinks, driveFile } from '../../mail/drive-link';
import { isSentByUs } from '../../policy/channels';
import type { Attachment, PolicyRow } from '../../policy/policy';

const NOTHING = { attach: undefined, files: undefined };

/** So much of a file's id tells it from others. */
const TELLING = 10;

/**
 * What comes along; nothing with what a person does, or with what is said of assigned invoices. The files are told by the end of
 * their ids, so that an approval holds for those that were approved and no other.
 * @param row the step that speaks
 * @param listed the invoices that the mail lists
 * @example comesAlong({ ...row, attach: ['documents'] }, [invoice]) // { attach: ['documents'], files: ['IjKlMnOpQr'] }
 */
export function comesAlong(
  { attach = [], channel, anchor }: Pick<PolicyRow, 'attach' | 'channel' | 'anchor'>,
  listed: readonly Pick<Invoice, 'documents'>[],
): { attach: Attachment[] | undefined; files: string[] | undefined } {
  if (attach.length === 0 || !isSentByUs(channel) || anchor === 'assigned') return NOTHING;
  const links = attach.includes('documents') ? listed.flatMap(documentLinks) : [];
  const files = links.flatMap(([, link]) => driveFile(link)?.id.slice(-TELLING) ?? []);
  const come = attach.filter((one) => one !== 'documents' || files.length > 0);
  return {
    attach: come.length > 0 ? [...come] : undefined,
    files: files.length > 0 ? [...new Set(files)].sort() : undefined,
  };
}
