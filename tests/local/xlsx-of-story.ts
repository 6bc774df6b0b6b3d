// The workbook of a story as an .xlsx file, as people download it from Google Sheets.
import type { CellValue } from 'hucre/xlsx';
import { writeXlsx } from 'hucre/xlsx';
import type { StoredCell, StoredSpreadsheet } from '../../src/local/google-services/state';
import { contentSize } from '../../src/local/workbook/stored-cells';

/** The bytes of the file. */
export function xlsxOf({ sheets }: StoredSpreadsheet): Promise<Uint8Array> {
  return writeXlsx({
    sheets: sheets.map((sheet) => {
      const { rows, columns } = contentSize(sheet);
      const cells = (row: number): CellValue[] =>
        Array.from({ length: columns }, (_, column) => cellValue(sheet.cells.get(row)?.get(column)));
      return { name: sheet.name, rows: Array.from({ length: rows }, (_, row) => cells(row)) };
    }),
  });
}

function cellValue(cell: StoredCell | undefined): CellValue {
  const value = cell?.value;
  if (!value || value.kind === 'empty') return null;
  return value.kind === 'date' ? new Date(`${value.wall}Z`) : value.value;
}
