// "Payments are in up to", confirmed by imports.
import { expect, it } from 'vitest';
import { ignoreLines } from '../../../src/usecases/payments/decide-lines';
import { readBankLines } from '../../../src/usecases/payments/read-lines';
import { showPayments } from '../../../src/usecases/payments/show-payments';
import type { BankLinesRequest } from '../../../src/usecases/payments/view';
import { WorkbookSession } from '../../../src/workbook/session';
import type { FakeWorld } from '../../builders/fake-workbook';
import { liveAt, records } from '../../builders/our-firm';

const LINE = { account: '', date: '2026-11-10', amount: '5.00', currency: 'EUR', payer: 'N', text: '', bankId: '1' };
const END: [string, string, string] = ['DE1 EUR', '2026-11-10', ''];
const world = (): FakeWorld =>
  liveAt('2026-11-09 09:00', [{ no: '1001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 }]);
const read = (to: FakeWorld, request: Partial<BankLinesRequest>): string =>
  readBankLines(to.ports, { name: 'b.xml', lines: [], ends: [END], ...request }).message;
const isoUpTo = (of: FakeWorld): string =>
  records(of, 'AR Settings').flatMap((row) =>
    row['Setting'] === 'Payments are in up to' ? [JSON.stringify(row['Value'])] : [],
  )[0] ?? '';

it('moves on with a file that has no new line, and is written down', () => {
  const to = world();
  to.at('2026-11-11 09:00');
  expect(read(to, {})).toContain('Payments are in up to Tue 10 Nov.');
  const told = records(to, 'AR Log').filter((row) => row['Event'] === 'payments-confirmed');
  expect(told.at(-1)?.['Note']).toBe('Payments are in up to 2026-11-10, by the lines of the bank.');
});

it('waits for the last decision about a line of that time', () => {
  const to = world();
  to.at('2026-11-11 09:00');
  const before = isoUpTo(to);
  read(to, { lines: [{ ...LINE, charges: '', original: null }] });
  expect(isoUpTo(to)).toBe(before);
  const [line] = showPayments(to.ports).lines;
  expect(ignoreLines(to.ports, [line?.id ?? '']).message).toContain('Payments are in up to Tue 10 Nov.');
  expect(new WorkbookSession(to.ports).settings().paymentsUpTo).not.toBeNull();
});

it('stays where a row could not be read', () => {
  const to = world();
  to.at('2026-11-11 09:00');
  const unread = { ...LINE, amount: 'x', charges: '', original: null };
  expect(read(to, { lines: [unread] })).not.toContain('in up to');
});
