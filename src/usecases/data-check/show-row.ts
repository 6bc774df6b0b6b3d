// Jumps to a row in the grid, so that a problem can be mended where it is.

import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import type { ChangeResult } from '../waiting/change-result';

/** Puts the cursor on a row of a sheet. @throws Refusal `sheet-missing` */
export function showRow(ports: Ports, sheetName: string, row: number): ChangeResult {
  const sheet = ports.workbook.sheets().find(({ name }) => name === sheetName);
  if (!sheet) throw new Refusal('sheet-missing', `There is no sheet "${sheetName}" any more.`);
  ports.workbook.show(sheet, row);
  return { changed: 0, message: `Row ${row} of ${sheetName}.` };
}
