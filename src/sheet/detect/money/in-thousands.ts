// Headers that give amounts in thousands or millions: what would be asked for is a thousandth of what is owed.
import type { Detection } from '../../fields';
import type { Problem } from '../../grid';
import { withoutAccents } from '../../vocabulary/language';

const SCALED =
  /['’]000\b|\b000s\b|\b(?:thousands?|milliers|miles de|duizend|tausend|tsd|tys|mille?oni|millions?|mio|mln|lakhs?|crores?)\b|\b[kt] ?(?:eur|usd|gbp|chf|pln|[€$£])|[€$£] ?k\b|\bin k\b/i;

/**
 * A problem for each column of amounts whose header says that they are not in full.
 * @param detection with the columns that are read
 * @example inThousands({ columns: { balance: { header: 'Open (TEUR)', ... } }, headerRow: 1, ... })[0].code // 'in-thousands'
 */
export function inThousands({ columns, headerRow }: Pick<Detection, 'columns' | 'headerRow'>): Problem[] {
  return [columns.amount, columns.paid, columns.balance].flatMap((match): Problem[] =>
    match && SCALED.test(withoutAccents(match.header))
      ? [
          {
            row: headerRow,
            column: match.header,
            code: 'in-thousands',
            message: `Row ${headerRow}, ${match.header}: the header says that the amounts are not in full. Reminders would ask for what stands in the cells: write the amounts in full.`,
          },
        ]
      : [],
  );
}
