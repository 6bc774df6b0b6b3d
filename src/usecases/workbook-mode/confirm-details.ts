// "Confirm" beside changed payment details: by another person than the one who changed them, or by the sender who types their end.

import { NO_CHANGE, openUnless } from '../../workbook/opening';
import { changedDetails, confirmDetail, endingOf, mayConfirm } from '../../workbook/payment-details';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { underLock } from '../../workbook/session';
import type { ChangeResult } from '../waiting/change-result';

/**
 * Confirms the first change of payment details that waits for it.
 * @param typed the last four letters or digits, where the person has to type them
 * @throws Refusal `not-yours` to somebody who may not, `ending-wrong` where something else was typed
 */
export function confirmDetails(ports: Ports, typed: string): ChangeResult {
  return underLock(ports, () => {
    const ws = openUnless(ports, NO_CHANGE);
    const [changed] = changedDetails(ws);
    if (!changed) return { changed: 0, message: 'Nothing has to be confirmed.' };
    const may = mayConfirm(ws, changed);
    if ('refused' in may) throw new Refusal('not-yours', may.refused);
    if (may.typed && endingOf(typed) !== changed.ending)
      throw new Refusal(
        'ending-wrong',
        `${changed.name} does not end in "${typed.trim()}". Look at it in AR Settings, and at your own papers.`,
      );
    ws.log.append([confirmDetail(ws, changed)]);
    ws.save();
    const more = changedDetails(ws).length;
    const rest = more > 0 ? ` ${more} more to confirm.` : ' Mails may leave again.';
    return { changed: 1, message: `${changed.name} is confirmed.${rest}` };
  });
}
