// Rows of the extract that a warehouse gives (docs/warehouse.md), under the column names of its model.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const DOCUMENTED = join(import.meta.dirname, '../../warehouse/models/facts/facts.yml');

/** The columns of the extract in their order. */
export const EXTRACT_COLUMNS: readonly string[] = columnsOf('fct_sheet_extract');

function columnsOf(model: string): string[] {
  const text = readFileSync(DOCUMENTED, 'utf8');
  const part = text.slice(text.indexOf(`- name: ${model}`)).split(/\n {2}- name: /)[0] ?? '';
  return [...part.matchAll(/^ {6}- name: (\w+)$/gm)].map((found) => found[1] ?? '');
}

/** A row by column; what is not named is blank. @example extractRow({ customer: 'Acme' }).length // 22 */
export function extractRow<Cell extends string | number | boolean | object>(
  values: Record<string, Cell>,
): (Cell | '')[] {
  const strange = Object.keys(values).find((name) => !EXTRACT_COLUMNS.includes(name));
  if (strange !== undefined) throw new Error(`The extract has no column ${strange}.`);
  return EXTRACT_COLUMNS.map((name) => values[name] ?? '');
}
