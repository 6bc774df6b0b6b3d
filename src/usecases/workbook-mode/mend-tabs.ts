// "Put the formats back": the cells of our tabs get their formats again, and AR Log says again what was written down.

import { paymentsKnown } from '../../workbook/halts';
import { openUnless } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { underLock } from '../../workbook/session';
import { SETTINGS_TAB, TABS, TABS_OF_USE } from '../../workbook/tab-specs';
import { writeQueue } from '../../workbook/tabs/queue';
import type { ChangeResult } from '../waiting/change-result';

/**
 * Mends what somebody cleared or typed over in our tabs. What people decide in them stays; the values of AR Settings have
 * formats of their own.
 * @throws Refusal `not-set-up`, `copied`, `tab-missing`
 */
export function mendTabs(ports: Ports): ChangeResult {
  return underLock(ports, () => {
    const ws = openUnless(ports, ['not-set-up', 'copied', 'tab-missing']);
    for (const spec of [...TABS, ...TABS_OF_USE]) if (spec !== SETTINGS_TAB && ws.tabs.find(spec)) ws.tabs.format(spec);
    const rows = ws.log.showAsWritten();
    if (!ws.log.fault) writeQueue(ws.tabs, ws.log.history, paymentsKnown(ws, ports.clock.now().day));
    ws.save();
    const log =
      rows === 0 ? '' : ` ${rows === 1 ? '1 row' : `${rows} rows`} of AR Log say again what was written down.`;
    return { changed: rows + 1, message: `The cells of Duesheet's tabs have their formats again.${log}` };
  });
}
