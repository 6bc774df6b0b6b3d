// What the desk asks for itself: opening it, and whether anything was written down since it looked last.
import * as v from 'valibot';
import { aNumber, asked } from '../google/asked';
import { showDesk } from '../google/screen';
import type { Result } from '../usecases/result';
import { readState } from '../workbook/state';

const aSide = v.nullish(aNumber, 0);

/** Menu item, and a button of the sidebar: opens the desk. */
export function openDesk(screenWidth?: number, screenHeight?: number): Result<{ opened: boolean }> {
  return asked([screenWidth, screenHeight], [aSide, aSide], (_, width, height) => {
    showDesk({ width, height });
    return { opened: true };
  });
}

/** Up to which entry the log goes, by what is remembered: nothing else is read. */
export function getLogEnd(): Result<{ seq: number }> {
  return asked([], [], ({ properties }) => ({ seq: readState(properties).log.seq }));
}
