// A payment that came back: why it did is read from the bank's line as somebody decides about it.
import { expect, it } from 'vitest';
import type { ReturnReason } from '../../../src/receivables/cash/return-reason';
import { acceptLines } from '../../../src/usecases/payments/decide-lines';
import { readBankLines } from '../../../src/usecases/payments/read-lines';
import { showPayments } from '../../../src/usecases/payments/show-payments';
import { WorkbookSession } from '../../../src/workbook/session';
import { liveAt } from '../../builders/our-firm';

const NOTHING = { account: '', charges: '', original: null };

it.each([
  ['1001 AM04 RETURN', 'no-funds'],
  ['1001 Rücklastschrift Konto erloschen', 'wrong-account'],
  ['1001 RETURN', 'unknown'],
] as [string, ReturnReason][])('by “%s” came back for %s', (text, reason) => {
  const world = liveAt('2026-11-09 09:00', [{ no: '1001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 }]);
  const accept = (date: string, amount: string, words: string): void => {
    const line = { date, amount, currency: 'EUR', payer: 'Acme Tools', text: words, bankId: words, ...NOTHING };
    readBankLines(world.ports, { lines: [line], name: 'bank.csv', ends: [] });
    acceptLines(
      world.ports,
      showPayments(world.ports).lines.flatMap(({ id, state }) => (state === 'proposed' ? id : [])),
    );
  };
  accept('2026-11-06', '1200.00', '1001');
  accept('2026-11-09', '-1200.00', text);
  const { returned } = new WorkbookSession(world.ports).log.history.payments;
  expect([...returned.values()].map((one) => one.reason)).toEqual([reason]);
});
