// Text in columns for a terminal, and amounts and days as they stand there.

/**
 * Pads the cells of each column to its widest; the last column is left as it is.
 * @param right which columns are aligned on the right
 * @example inColumns([['a', '1.00'], ['bb', '10.00']], [false, true]) // ['  a    1.00', '  bb  10.00']
 */
export function inColumns(rows: readonly (readonly string[])[], right: readonly boolean[]): string[] {
  const widths = right.map((_, column) => Math.max(0, ...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows.map((row) =>
    `  ${row
      .map((cell, column) => {
        const gap = ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)));
        return right[column] ? gap + cell : cell + gap;
      })
      .join('  ')}`.trimEnd(),
  );
}

/** How many places a text takes in a terminal: signs of Chinese, Japanese and Korean take two, accents set apart none. */
function widthOf(text: string): number {
  let width = 0;
  for (const sign of text) {
    if (/\p{Mn}|\p{Cf}/u.test(sign)) continue;
    width += /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\uffe0-\uffe6]/.test(sign)
      ? 2
      : 1;
  }
  return width;
}

/**
 * A decimal amount with its thousands parted and the decimals of its currency.
 * @example amountText(1234.5, 'JPY') // '1,235'
 */
export function amountText(amount: number, currency: string): string {
  const digits = decimalsOf(currency);
  return amount.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** The same with its currency behind it, where one is known. @example moneyText(4800, 'EUR') // '4,800.00 EUR' */
export function moneyText(amount: number, currency: string): string {
  return `${amountText(amount, currency)}${currency === '' || currency === 'XXX' ? '' : ` ${currency}`}`;
}

/** Yen have no decimals, dinars three. */
function decimalsOf(currency: string): number {
  try {
    const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
    return currency === 'XXX' ? 2 : (maximumFractionDigits ?? 2);
  } catch {
    return 2;
  }
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day in words. @example dateText('2013-07-06') // '6 Jul 2013' */
export function dateText(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** @example counted(1, 'invoice') // '1 invoice' */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
