// Lists of one's own, compared: contacts by any headers, who was chased when by number or customer, and what cannot be taken.
import { describe, expect, it } from 'vitest';
import type { ImportView } from '../../../src/entry/sidebar-calls';
import { dayFromIso } from '../../../src/receivables/day';
import { chasedList, LAST, reminderCount } from '../../../src/sidebar/imports/chased-list';
import { CONTACT_COLUMNS } from '../../../src/sidebar/imports/contact-columns';
import { contactList } from '../../../src/sidebar/imports/contact-list';

const columns = ['Customer', 'Customer ID', 'Aliases', ...CONTACT_COLUMNS];
const customer = (name: string, id: string, told: Record<string, string> = {}) => ({
  key: (id || name).toLowerCase(),
  name,
  cells: columns.map((column) => ({ Customer: name, 'Customer ID': id, ...told })[column] ?? ''),
});
const day = (iso: string): number => dayFromIso(iso) ?? 0;
const VIEW: ImportView = {
  asOf: '2026-11-27',
  columns,
  customers: [
    customer('Müller Holzbau GmbH', 'K-7', { Email: 'alt@mueller.example', Aliases: 'Mueller Holz' }),
    customer('Acme Tools', ''),
    customer('Acme Group', ''),
  ],
  invoices: [
    ['a', '1001', 'acme tools', day('2026-10-01')],
    ['b', '1002', 'acme tools', day('2026-12-20')],
    ['c', '2001', 'k-7', day('2026-11-01')],
  ],
};

function contacts(text: string, meant = new Map<string, string>()) {
  const list = contactList(text, VIEW, meant);
  if ('message' in list) throw new Error(list.message);
  return list;
}

function chased(text: string) {
  const list = chasedList(text, VIEW);
  if ('message' in list) throw new Error(list.message);
  return list;
}

describe('a list of contacts', () => {
  it('is read by its headers in several languages and separators, and says what would change with what stands there now', () => {
    const { changes, found, unused } = contacts(
      'Export vom 1.11.\nKundennr.;Kunde;E-Mail-Adresse;Ansprechpartner;Umsatz\nK-7;Müller;neu@mueller.example;Eva Roth;5\n',
    );
    expect(found).toEqual(['Email', 'Contact']);
    expect(unused).toEqual(['Umsatz']);
    expect(changes).toEqual([
      {
        key: 'k-7',
        name: 'Müller Holzbau GmbH',
        cells: [
          { column: 'Email', before: 'alt@mueller.example', value: 'neu@mueller.example' },
          { column: 'Contact', before: '', value: 'Eva Roth' },
        ],
        overwrites: true,
      },
    ]);
  });

  it('knows a customer by another name, and names the nearest for one it does not know', () => {
    const text = 'customer,phone\nmueller  holz,1\nAcme Tool Ltd,2\nQqq,3\n';
    const { changes, unknown } = contacts(text);
    expect(changes.map(({ key }) => key)).toEqual(['k-7']);
    expect(unknown.map(({ row, written, nearest }) => [row, written, nearest?.name ?? null])).toEqual([
      [3, 'Acme Tool Ltd', 'Acme Tools'],
      [4, 'Qqq', null],
    ]);
    expect(contacts(text, new Map([['Acme Tool Ltd', 'acme tools']])).changes).toHaveLength(2);
  });

  it('takes parents, consent and kind of debtor, and changes nothing where a cell is left empty', () => {
    const { changes } = contacts(
      'Customer\tEmail\tParent company\tWhatsApp consent\tCustomer type\nMüller Holzbau GmbH\t\tAcme Group\t13/11/2026\tB2C\n',
    );
    expect(changes[0]?.cells.map(({ column, value }) => [column, value])).toEqual([
      ['Paid by', 'Acme Group'],
      ['WhatsApp agreed on', '2026-11-13'],
      ['Kind', 'consumer'],
    ]);
  });

  it.each([
    ['Email\nAcme Tools,no-address', 'Row 2, Email: "no-address" is not an e-mail address'],
    ['Paid by\nAcme Tools,Acme Grup', 'Row 2, Paid by: “Acme Grup” is no customer of this workbook'],
    ['Paid by\nAcme Tools,Acme Tools', 'Row 2, Paid by: nobody pays for themselves'],
    ['WhatsApp\nAcme Tools,yes', 'Row 2, WhatsApp agreed on: “yes” is not a date'],
    ['WhatsApp\nAcme Tools,2027-01-01', 'Row 2, WhatsApp agreed on: 2027-01-01 is still to come'],
    ['Kind\nAcme Tools,alien', 'Row 2, Kind: “alien” is no kind of debtor'],
    ['Language\nAcme Tools,klingon', 'Row 2, Language: “klingon” is no language'],
    ['Do not contact\nAcme Tools,perhaps', 'Row 2, Do not contact: “perhaps” is neither yes nor no'],
  ])('says row and column of what cannot be taken: %j', (text, message) => {
    const { problems, changes } = contacts(`Customer,${text}`);
    expect(problems[0]?.message).toContain(message);
    expect(changes).toEqual([]);
  });

  it('takes the first of two rows about one customer, and says so', () => {
    const { problems } = contacts('Customer,Phone\nAcme Tools,1\nACME  tools,2\n');
    expect(problems[0]?.message).toBe('Row 3: Acme Tools stands in row 2 already; that one counts.');
  });

  it('says what is missing where no row names the columns', () => {
    expect(contactList('1;2\n3;4', VIEW)).toMatchObject({ message: expect.stringContaining('“Customer”') });
    expect(contactList('Customer\nAcme', VIEW)).toMatchObject({
      message: expect.stringContaining('nothing about them'),
    });
  });
});

describe('a list of who was chased when', () => {
  it('goes by invoice, the last day and the highest step of several lines', () => {
    const { chased: found } = chased(
      'Rechnungsnr.;Mahndatum;Mahnstufe\n1001;03.11.2026;1\n1001;14.11.2026;2. Mahnung\n',
    );
    expect(found).toEqual([['a', '2026-11-14', 2]]);
  });

  it('takes a line with a customer alone for what was due by that day', () => {
    expect(chased('Customer\tDay\tStep\nAcme Tools\t2026-11-03\tfinal reminder\n').chased).toEqual([
      ['a', '2026-11-03', LAST],
    ]);
  });

  it('passes what is not open any more, and says the row of what cannot be read', () => {
    const {
      chased: found,
      settled,
      problems,
      unknown,
    } = chased(
      'Invoice,Customer,Day,Step\n9999,,2026-11-01,1\n1001,,2026-12-01,1\n1001,,gestern,1\n1001,,,often\n,Nobody Known,2026-11-01,1\n1001,,,\n',
    );
    expect(found).toEqual([]);
    expect(settled).toBe(1);
    expect(problems.map(({ message }) => message)).toEqual([
      'Row 3, day: 2026-12-01 is still to come.',
      'Row 4, day: “gestern” is not a date. Write it like 2026-11-24.',
      'Row 5, step: “often” is no step. Write 1, 2, 3, or first, second, final reminder.',
      'Row 7 tells neither the day nor the step.',
    ]);
    expect(unknown.map(({ row }) => row)).toEqual([6]);
  });

  it.each([
    ['Zahlungserinnerung', 1],
    ['second reminder', 2],
    ['3rd', 3],
    ['Stufe 2', 2],
    ['letzte Mahnung', LAST],
    ['', 0],
    ['soon', null],
  ])('counts reminders: %s', (written, count) => {
    expect(reminderCount(written)).toBe(count);
  });
});
