// What the desk asks for itself: opening it, and whether anything was written down since it looked last.
import * as v from 'valibot';
import { aNumber, asked } from '../google/asked';
import { showDesk, showSidebar } from '../google/screen';
import type { Result } from '../usecases/result';
import { isSetUp } from '../usecases/setup/set-up';
import { readState } from '../workbook/state';

const aSide = v.nullish(aNumber, 0);

/** Menu item, and a button of the sidebar: opens the desk; before set-up the sidebar on Set-up. */
export function openDesk(screenWidth?: number, screenHeight?: number): Result<{ opened: boolean }> {
  return asked([screenWidth, screenHeight], [aSide, aSide], (ports, width, height) => {
    const opened = isSetUp(ports);
    if (opened) showDesk({ width, height });
    else showSidebar('setup');
    return { opened };
  });
}

/** Up to which entry the log goes, by what is remembered: nothing else is read. */
export function getLogEnd(): Result<{ seq: number }> {
  return asked([], [], ({ properties }) => ({ seq: readState(properties).log.seq }));
}
