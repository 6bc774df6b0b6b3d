// Headers that say that amounts are not in full.
import { describe, expect, it } from 'vitest';
import { inThousands } from '../../../src/sheet/detect/money/in-thousands';
import type { Detection } from '../../../src/sheet/fields';

describe('a column of amounts', () => {
  const codes = (header: string): string[] =>
    inThousands({ columns: { balance: { header, index: 3 } } as Detection['columns'], headerRow: 1 }).map(
      ({ code }) => code,
    );

  it('whose header names thousands, lakhs or millions is doubted', () => {
    for (const header of ["Balance (USD '000)", 'Offen (TEUR)', 'Amount (Rs in Lakhs)', 'Open $k', 'Saldo tys. zł'])
      expect([header, codes(header)]).toEqual([header, ['in-thousands']]);
  });

  it('in full is not', () => {
    for (const header of ['Balance (USD)', 'Offen EUR', 'Kontostand', 'Amount over 1000', 'Ticket total'])
      expect([header, codes(header)]).toEqual([header, []]);
  });
});
