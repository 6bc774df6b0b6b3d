// What the demo company's people did before you came: set-up, contacts, holds, promises and disputes typed into the tabs.
import { HostFailure } from '../failure';
import type { StoredCell, StoredSheet } from '../google-services/state';
import type { Session } from '../session';
import { setUp } from '../set-up';
import { addDays } from '../wall-clock';
import { typedCell } from '../workbook/display';
import { cellAt, contentSize, plainText, putCell, rowsByHeader, sheetNamed } from '../workbook/stored-cells';
import { COMPANY, demoCustomers, domainOf, phoneOf } from './companies';

/** A row for a tab: header to what is typed there. */
type Typed = Record<string, string>;

/**
 * Sets the add-on up in the demo workbook and plans the first day; it stays in Preview, nothing is sent.
 *
 * @param session over `demoWorld`
 */
export function prepareDemo(session: Session): void {
  const abroad = { holder: '', iban: '', bic: '' };
  setUp(session, {
    company: COMPANY,
    senderName: 'Priya Nair',
    replyTo: 'receivables@example.com',
    // Account numbers of the banks' own examples: nobody's.
    payment: {
      EUR: { holder: COMPANY, iban: 'DE89 3704 0044 0532 0130 00', bic: 'COBADEFFXXX', instructions: '' },
      GBP: { holder: COMPANY, iban: 'GB29 NWBK 6016 1331 9268 19', bic: 'NWBKGB2LXXX', instructions: '' },
      USD: { ...abroad, instructions: `${COMPANY}\nAccount 000123456789, routing number 021000000` },
    },
  });
  const today = session.today();
  if (session.world.files) attachDocuments(session);
  fillCustomers(session);
  fillSettings(session);
  for (const row of holds(today)) appendTyped(session, 'AR Holds', row);
  for (const row of promises(session, today)) appendTyped(session, 'AR Promises', row);
  for (const row of disputes(session, today)) appendTyped(session, 'AR Disputes', row);
  session.formulas.recalculate();
  session.ask('confirmPayments', lastWorkingDay(today));
  session.ask('becomeSender');
  session.ask('setAutomatic', true);
  session.ask('runHour');
}

function lastWorkingDay(today: string): string {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return addDays(today, weekday === 1 ? -3 : weekday === 0 ? -2 : -1);
}

function holds(today: string): Typed[] {
  return [
    {
      Customer: 'Waalkade Logistiek BV',
      Until: addDays(today, 10),
      Reason: 'New bank details being agreed',
      By: 'Priya',
    },
    { Customer: 'Copper Mesa Ventures', Reason: 'Sale of the business, solicitors involved', By: 'Tom' },
  ];
}

function promises(session: Session, today: string): Typed[] {
  const promised = (customer: string, days: number, recorded: number, note: string): Typed => {
    const open = openInvoices(session, customer);
    const amount = open.reduce((sum, invoice) => sum + Number(invoice['Balance']), 0);
    return {
      Customer: customer,
      Amount: amount.toFixed(2),
      Currency: open[0]?.['Currency'] ?? '',
      'Promised on': addDays(today, days),
      Recorded: addDays(today, recorded),
      State: 'open',
      Note: note,
    };
  };
  return [
    promised('Textiles Garonne SARL', 6, -3, 'Yann on the phone: next payment run'),
    promised('Stonebridge Lettings', 2, -5, 'By mail from Peter'),
    promised('Tidewell Catering Group', -6, -14, 'Promised, nothing came'),
  ];
}

function disputes(session: Session, today: string): Typed[] {
  const dispute = (customer: string, nth: number, facts: Typed): Typed => {
    const invoice = openInvoices(session, customer)[nth];
    return {
      Invoice: invoice?.['Invoice No'] ?? '',
      Customer: customer,
      Currency: invoice?.['Currency'] ?? '',
      ...facts,
    };
  };
  return [
    dispute('Sternwerk Optik AG', 0, {
      Reason: 'Quantity: two pallets short',
      Opened: addDays(today, -12),
      Owner: 'Ines',
    }),
    dispute('Summit Ridge Fabrication', 0, {
      Reason: 'Price: differs from the order',
      Amount: '1250',
      Opened: addDays(today, -8),
      Owner: 'Tom',
    }),
    dispute('Lago Chiaro Ceramiche', 0, {
      Reason: 'Wrong delivery address',
      Opened: addDays(today, -4),
      Owner: 'Ines',
    }),
  ];
}

/** Overdue invoices of a customer, the oldest due first. */
function openInvoices(session: Session, customer: string): Record<string, string>[] {
  const sheet = tab(session, 'Invoices');
  const today = session.today();
  return rowsByHeader(sheet)
    .filter((row) => row['Customer'] === customer && Number(row['Balance']) > 0 && (row['Due Date'] ?? '') < today)
    .sort((a, b) => ((a['Due Date'] ?? '') < (b['Due Date'] ?? '') ? -1 : 1));
}

/** Contacts, countries and owners; one customer must not be contacted. */
function fillCustomers(session: Session): void {
  const sheet = tab(session, 'AR Customers');
  const byName = new Map(demoCustomers().map((customer) => [customer.name, customer]));
  rowsByHeader(sheet).forEach((row, index) => {
    const customer = byName.get(row['Customer'] ?? '');
    if (!customer) return;
    const phone = phoneOf(customer);
    typeInto(session, sheet, index + 1, {
      Contact: customer.contact,
      'Escalation email': customer.habit.endsWith('large') ? `finance.director@${domainOf(customer.name)}` : '',
      // With an apostrophe, or a number with a plus in front would be calculated.
      Phone: phone === '' ? '' : `'${phone}`,
      Country: customer.country,
      Owner: customer.owner,
      'Do not contact': customer.name === 'Lakeshore Event Rentals' ? 'yes' : '',
    });
  });
}

/** Every mail of AR Policy carries the documents of its invoices. */
function attachDocuments(session: Session): void {
  const sheet = tab(session, 'AR Policy');
  rowsByHeader(sheet).forEach((row, index) => {
    if (row['Channel'] === 'email') typeInto(session, sheet, index + 1, { Attach: 'documents' });
  });
}

/** Where the company sits, and when nobody is written to. */
function fillSettings(session: Session): void {
  const sheet = tab(session, 'AR Settings');
  const country = rowsByHeader(sheet).findIndex((row) => row['Setting'] === 'Country');
  typeInto(session, sheet, country + 1, { Value: 'GB' });
  const year = session.today().slice(0, 4);
  const quiet = { Day: `${year}-12-23`, Until: `${Number(year) + 1}-01-03`, Name: 'Between Christmas and New Year' };
  appendTyped(session, 'AR Holidays', quiet);
}

function appendTyped(session: Session, name: string, row: Typed): void {
  const sheet = tab(session, name);
  typeInto(session, sheet, Math.max(1, contentSize(sheet).rows), row);
}

function typeInto(session: Session, sheet: StoredSheet, row: number, typed: Typed): void {
  const { locale } = session.world.spreadsheet;
  for (let column = 0; column < contentSize(sheet).columns; column += 1) {
    const text = typed[plainText(cellAt(sheet, 0, column)?.value)] ?? '';
    if (text === '') continue;
    const cell: StoredCell = typedCell(text, cellAt(sheet, row, column), locale, session.today());
    putCell(sheet, row, column, cell);
  }
}

function tab(session: Session, name: string): StoredSheet {
  const sheet = sheetNamed(session.world.spreadsheet, name);
  if (!sheet) throw new HostFailure('tab-missing', `Set-up made no tab "${name}".`);
  return sheet;
}
