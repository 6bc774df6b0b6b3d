// Erasing the personal details of one customer: what goes and what stays is said before.
import { confirmDialog } from '../shell/controls';
import { count } from '../shell/format';
import type { Shell } from '../shell/shell';

/**
 * Asks, with what goes and what stays, and erases one customer's details.
 * @returns what was done; undefined where the person thought better of it
 */
export async function eraseWithPreview(
  key: string,
  shell: Shell,
): Promise<{ message: string; keepsName: boolean } | undefined> {
  const preview = await shell.ask('previewErasure', key);
  if (!preview) return undefined;
  const { customer, goes, stays, entries, keepsName } = preview;
  const sentences = [`${goes} ${count(entries, 'entry', 'entries')} of the log.`, stays, 'This cannot be undone.'];
  if (!(await confirmDialog(`Erase the personal details of ${customer}?`, sentences, 'Erase'))) return undefined;
  const result = await shell.ask('erasePersons', [key]);
  return result && { message: result.message, keepsName };
}
