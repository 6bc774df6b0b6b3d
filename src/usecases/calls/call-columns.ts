// The columns of the invoice sheet that a team wants to see beside each invoice of a call: product, delivery, whatever they have.
import { type Day, shortDay } from '../../receivables/day';
import type { Field } from '../../sheet/fields';
import { type Cell, isDayCell } from '../../sheet/grid';
import { textOf } from '../../sheet/read/typed-cells';
import type { InvoiceTable } from '../../workbook/invoices';

/** Fields that stand on a card in any case. */
const SHOWN: readonly Field[] = ['customer', 'customerId', 'invoice', 'due', 'balance', 'email'];
/** So many different values of the rows of one invoice are told. */
const MOST_VALUES = 3;
/** So long a value may be on a card. */
const LONGEST = 120;

/** The columns, and what they say of an invoice. */
export interface CallColumns {
  /** Headers that may be chosen, in the order of the sheet. */
  offered: string[];
  /** What the chosen columns say. @param row of the invoice, 1-based */
  of: (row: number) => { label: string; value: string }[];
}

/**
 * The columns of a sheet as cards show them; those of an invoice with several rows are told together.
 * @param chosen headers as AR Settings has them; one that is not in the sheet says nothing
 * @param today days are written beside this one
 * @example callColumns(book, ['Product'], today).of(12) // [{ label: 'Product', value: 'Frames, Lenses' }]
 */
export function callColumns(
  { grid, detection, leftOut }: Pick<InvoiceTable, 'grid' | 'detection' | 'leftOut'>,
  chosen: readonly string[],
  today: Day,
): CallColumns {
  const taken = new Set(SHOWN.map((field) => detection.columns[field]?.index));
  const places = new Map<string, number>();
  for (const [index, header] of detection.headers.entries())
    if (header !== '' && !places.has(header)) places.set(header, index);
  const shown = chosen.flatMap((label) => {
    const index = places.get(label);
    return index === undefined ? [] : [{ label, index }];
  });
  const items = shown.length === 0 ? new Map<number, number[]>() : lineItems(leftOut);
  return {
    offered: [...places].flatMap(([header, index]) => (taken.has(index) ? [] : [header])),
    of: (row) =>
      shown.flatMap(({ label, index }) => {
        const rows = [row, ...(items.get(row) ?? [])];
        const said = rows.map((one) => inWords(grid.values[one - grid.firstRow]?.[index] ?? '', today));
        const values = [...new Set(said.filter((text) => text !== ''))];
        const more = values.length > MOST_VALUES ? `, ${values.length - MOST_VALUES} more` : '';
        return values.length === 0 ? [] : [{ label, value: `${values.slice(0, MOST_VALUES).join(', ')}${more}` }];
      }),
  };
}

/** The rows of line items that went into each invoice, by its first row. */
function lineItems(leftOut: InvoiceTable['leftOut']): Map<number, number[]> {
  const items = new Map<number, number[]>();
  for (const { row, why } of leftOut) {
    const first = Number(/^line item of row (\d+)$/.exec(why)?.[1] ?? 0);
    if (first > 0) items.set(first, [...(items.get(first) ?? []), row]);
  }
  return items;
}

function inWords(cell: Cell, today: Day): string {
  const text = isDayCell(cell) ? shortDay(cell.day, today) : textOf(cell).replace(/\s+/g, ' ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
