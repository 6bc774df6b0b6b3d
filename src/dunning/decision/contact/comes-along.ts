// What comes along with a mail, as its step says it: the statement, and files of Drive where its invoices have any.
import type { Invoice } from '../../../receivables/invoice';
import type { ReminderFacts } from '../../history/events';
import { documentLinks, driveFile } from '../../mail/drive-link';
import { isSentByUs } from '../../policy/channels';
import type { PolicyRow } from '../../policy/policy';

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
): Pick<ReminderFacts, 'attach' | 'files'> {
  if (attach.length === 0 || !isSentByUs(channel) || anchor === 'assigned') return {};
  const links = attach.includes('documents') ? listed.flatMap(documentLinks) : [];
  const files = links.flatMap(([, link]) => driveFile(link)?.id.slice(-TELLING) ?? []);
  const come = attach.filter((one) => one !== 'documents' || files.length > 0);
  return {
    ...(come.length > 0 ? { attach: [...come] } : {}),
    ...(files.length > 0 ? { files: [...new Set(files)].sort() } : {}),
  };
}
