// "Move closed years of the log": AR Log keeps this year; each earlier one has a tab of its own, which is read as before.

import { workbookEvent } from '../../dunning/history/events';
import { moveYearsBefore } from '../../workbook/log-upkeep';
import { NO_CHANGE, openUnless } from '../../workbook/opening';
import type { Ports } from '../../workbook/ports';
import { underLock } from '../../workbook/session';
import type { ChangeResult } from '../waiting/change-result';

/**
 * Moves the events of closed years. Nothing is lost, wherever a run ends.
 * @throws Refusal before set-up, in a copy, or beside a log that is not whole
 * @example moveClosedYears(ports).message // '812 entries of 2025 stand in the tab AR Log 2025 now.'
 */
export function moveClosedYears(ports: Ports): ChangeResult {
  return underLock(ports, () => {
    const ws = openUnless(ports, NO_CHANGE);
    const year = Number(ports.clock.now().text.slice(0, 4));
    const moved = moveYearsBefore(ws, year);
    if (moved.size === 0) return { changed: 0, message: `AR Log has no entries of years before ${year}.` };
    const message = [...moved]
      .map(([closed, count]) => `${count} entries of ${closed} stand in the tab AR Log ${closed} now.`)
      .join(' ');
    ws.log.append([workbookEvent('year-moved', ports.session.user(), message)]);
    ws.save();
    return { changed: [...moved.values()].reduce((sum, count) => sum + count, 0), message };
  });
}
