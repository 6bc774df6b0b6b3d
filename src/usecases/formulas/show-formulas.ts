// The Formulas page: which formulas are ready for the team's own columns, and putting one into a cell.
import { textOf } from '../../sheet/read/typed-cells';
import { readGrid } from '../../workbook/invoices';
import type { Ports } from '../../workbook/ports';
import { Refusal } from '../../workbook/refusal';
import { WorkbookSession } from '../../workbook/session';
import type { ChangeResult } from '../waiting/change-result';
import { type ColumnPlaces, placesOf, readyFormula, readyFormulas } from './ready-formulas';
import type { FormulasView } from './view';

/** The formulas that are ready for the team's own columns; none before set-up. */
export function showFormulas(ports: Ports): FormulasView {
  const places = placesIn(new WorkbookSession(ports));
  return { ready: places ? Object.fromEntries(readyFormulas(places)) : {} };
}

/**
 * Puts a ready formula into the selected cell.
 * @throws Refusal when the cell is not empty, or the table lacks a column the formula needs
 */
export function insertReadyFormula(ports: Ports, name: string): ChangeResult {
  const places = placesIn(new WorkbookSession(ports));
  if (!places)
    throw new Refusal('not-set-up', 'Duesheet does not know your columns yet. Choose Duesheet > Set up first.');
  const formula = readyFormula(name, places);
  if (!formula)
    throw new Refusal(
      'column-missing',
      `${name} needs a column that your invoice sheet does not have. Type it yourself, with the cells you mean.`,
    );
  const { cell, inserted } = ports.workbook.insertFormula(formula);
  if (!inserted)
    throw new Refusal(
      'cell-taken',
      `The selected cell ${cell} is not empty. Select an empty one with room below and to the right.`,
    );
  return { changed: 1, message: `Put into ${cell}.` };
}

/** Where the team's columns lie; null before set-up, or while the invoice sheet is missing. */
function placesIn(ws: WorkbookSession): ColumnPlaces | null {
  if (!ws.isSetUp()) return null;
  const { mapping, headerRow, invoiceSheet, bankDetails, defaultCurrency } = ws.settings();
  const sheet =
    ws.tabs.sheets.find(({ id }) => id === ws.state.invoiceSheet) ??
    ws.tabs.sheets.find(({ name }) => name === invoiceSheet);
  if (!sheet || headerRow < 1) return null;
  const grid = readGrid(ws.ports.workbook, sheet);
  const headers = (grid.values[headerRow - grid.firstRow] ?? []).map(textOf);
  const currency =
    defaultCurrency ||
    (Object.keys(bankDetails)[0] ?? '') ||
    commonest(grid.values.slice(headerRow).map((row) => textOf(row[headers.indexOf(mapping.currency ?? '')])));
  return placesOf(headers, mapping, { sheet: sheet.name, headerRow, currency });
}

/** The text that stands most often in a list; '' for none. */
function commonest(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== '') counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
