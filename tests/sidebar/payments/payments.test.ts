// The page Payments in a browser: what is certain at one press, the rest by hand, a paste read where it is pasted.
import { expect, it } from 'vitest';
import { violationsIn } from '../accessibility';
import { openPage, withBrowser } from '../with-browser';

const open = withBrowser();

it('accepts all that is certain at one press, and offers to undo it', async () => {
  const page = await open({ lines: [] });
  await openPage(page, 'Payments');
  await page.getByRole('button', { name: 'Accept all 1' }).click();
  await page.getByText('1 accepted.').waitFor();
  await page.getByText('Decided').first().waitFor();
  expect(await page.getByRole('button', { name: 'Undo' }).count()).toBe(1);
});

it('fills in what fits an invoice that is chosen, and says what is left of the line', async () => {
  const page = await open({ lines: [] });
  await openPage(page, 'Payments');
  await page.getByRole('button', { name: 'Choose invoices' }).last().click();
  await page.getByRole('checkbox').check();
  expect(await page.getByLabel('Amount for INV-1002').inputValue()).toBe('300');
  await page.getByText('Left of the line: 0.00').waitFor();
  // What is open beside it is one of a few things, each within its limits.
  await page.getByLabel('The other 120.00').selectOption('bank charge');
  await page.getByRole('button', { name: 'Put it there' }).click();
  await page.getByText('At most 15.00 EUR count as bank charge.').waitFor();
  await page.getByLabel('The other 120.00').selectOption('deduction');
  await page.getByRole('button', { name: 'Put it there' }).click();
  await page.getByText('Put on acme|INV-1002 300 deduction.').waitFor();
});

it('takes a remittance advice that adds up to the line, and finds invoices and customers by a part of their name', async () => {
  const page = await open({ lines: [] });
  await openPage(page, 'Payments');
  await page.getByRole('button', { name: 'Choose invoices' }).last().click();
  await page.getByText('Paste the remittance advice').click();
  await page.getByLabel('Numbers and amounts').fill('INV-1002 200.00\nINV-1004 50.00');
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByText('It adds up to 250.00 EUR, and the line is 300.00 EUR.').waitFor();
  await page.getByLabel('Numbers and amounts').fill('INV-1002 250.00\nINV-1004 50.00');
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByText('Left of the line: 0.00').waitFor();
  expect(await page.getByLabel('Amount for INV-1004').inputValue()).toBe('50');
  await page.getByRole('button', { name: 'Put it there' }).click();
  await page.getByText('Put on acme|INV-1002 250 , acme|INV-1004 50 .').waitFor();
});

it('tells figures and learned payers, and forgets one', async () => {
  const page = await open({ lines: [] });
  await openPage(page, 'Payments');
  await page.getByText('Figures and learned payers').click();
  await page.getByText('1 of 1 line (100 %)').waitFor();
  await page.getByRole('button', { name: 'Forget ACME TOOLS TREASURY' }).click();
  await page.getByText(': forgotten').waitFor();
  await page.getByText('None yet').waitFor();
  expect(await violationsIn(page)).toEqual([]);
});

it('reads lines that are pasted with the headers of a bank, and names rows that it cannot read', async () => {
  const page = await open({ lines: [] });
  await openPage(page, 'Payments');
  await page.getByText('Read lines of the bank').click();
  const rows = [
    'Buchungstag;Betrag;Währung;Auftraggeber;Verwendungszweck',
    '23.11.2026;1.250,00;EUR;Acme;RE 1001',
    'unklar;12,00;EUR;X;Y',
  ];
  await page.getByLabel('Or paste lines').fill(rows.join('\n'));
  await page.getByRole('button', { name: 'Read the lines' }).click();
  await page.getByText('Lines read: 1, certain 0').waitFor();
  await page.getByText('"unklar" cannot be read').waitFor();
  expect(await page.getByLabel('Or paste lines').inputValue()).toBe('');
});

it('asks what a difference is, and notes the answer', async () => {
  const page = await open({ lines: [] });
  await openPage(page, 'Payments');
  await page.getByText('Your sheet shows 300.00 EUR open; before the payments it showed 1,000.00 EUR.').waitFor();
  await page.getByRole('button', { name: 'The sheet holds them: INV-1003' }).click();
  await page.getByText('INV-1003: noted.').waitFor();
  expect(await page.getByRole('heading', { name: 'What is this?' }).count()).toBe(0);
});

it('gives what is accepted as a list for the ledger', async () => {
  const page = await open({ lines: [] });
  await openPage(page, 'Payments');
  await page.getByText('Copy 1 payment to the ledger').click();
  const list = await page.getByLabel('To book').inputValue();
  expect(list.split('\n')[1]).toBe('2026-11-12\tAcme Tools\t2026.003\t400.00\tEUR\t\t\tB0');
  await page.getByRole('button', { name: 'Copy the list' }).click();
  await page.getByText(/^The list is (copied\.|marked)/).waitFor();
});
