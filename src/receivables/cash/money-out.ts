// Money that went out: a payment that came back, a credit that was paid out, or nothing of customers.
import { formatMoney } from '../money';
import type { CashLine, OpenItem } from './cash-lines';
import { isReturn } from './not-receipts';
import { type OpenBook, unique } from './open-book';

/**
 * Proposes what a line of money out is about; it is never put on an invoice that was not paid before.
 * @param named the items that its text names
 * @param customers keys of the customers that its party may be
 */
export function matchMoneyOut(
  book: OpenBook,
  line: CashLine,
  named: readonly OpenItem[],
  customers: readonly string[],
): void {
  if (isReturn(line)) {
    takeBack(book, line, named, customers);
    return;
  }
  const credits = named.filter((item) => book.openOf(item) < 0 && item.currency === line.currency);
  const [credit] = credits;
  if (!credit) {
    book.leave(line, line.minor, 'not receivable', 'Money went out, and no credit of a customer is named.');
  } else if (credits.length === 1 && line.minor >= book.openOf(credit)) {
    book.put(line, {
      parts: [{ item: credit, amount: line.minor, discount: 0, fee: 0 }],
      why: `We paid the credit ${credit.invoice} back.`,
    });
  } else {
    book.askAbout(line, credits, 'Money went out, and it is not certain for which credit.');
  }
}

function takeBack(book: OpenBook, line: CashLine, named: readonly OpenItem[], customers: readonly string[]): void {
  const back = -line.minor - line.charges;
  const [item] = named;
  const reason = line.returnReason === '' ? '' : ` (${line.returnReason})`;
  const isPaid = item !== undefined && item.currency === line.currency && book.paidOn(item) >= back;
  if (item && named.length === 1 && isPaid && back > 0) {
    book.put(line, {
      parts: [{ item, amount: -back, discount: 0, fee: 0 }],
      why: `The payment of ${item.invoice} came back${reason}: ${formatMoney(back, line.currency)} is open again.`,
    });
    if (line.charges > 0) book.leave(line, -line.charges, 'bank fee', 'The bank charged the return.');
    return;
  }
  const paid = book.allocations.filter(
    ({ item: of, amount }) =>
      amount === back &&
      of.currency === line.currency &&
      (customers.length === 0 || customers.includes(of.customerKey)),
  );
  const candidates = named.length > 0 ? named : unique(paid.map(({ item: of }) => of));
  const gone = candidates.length === 0 ? ' Is its row gone? Put it back.' : '';
  book.askAbout(line, candidates, `A payment came back${reason}, and it is not certain of which invoice.${gone}`);
}
