// Customers that look like one: what is proposed with which words, what never is, and that order does not matter.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerKeyOf } from '../../src/receivables/customer';
import { type CustomerSpelling, proposeSameCustomers, type SameCustomer } from '../../src/receivables/same-customer';

interface Written {
  name?: string;
  id?: string;
  invoices?: number;
  row?: number;
  address?: string;
}

function spelling({ name = '', id = '', invoices = 1, row = 2, address = '' }: Written): CustomerSpelling {
  const key = customerKeyOf(id, name);
  return { key, id, name: name || id, invoices, row, addresses: address === '' ? [] : [address] };
}

function propose(...customers: (Written | string)[]): SameCustomer[] {
  return proposeSameCustomers(
    customers.map((one, index) => spelling({ row: index + 2, ...(typeof one === 'string' ? { name: one } : one) })),
  );
}

const whyOf = (...customers: (Written | string)[]): string | undefined => propose(...customers)[0]?.why;

describe('the same name', () => {
  it.each([
    ['Acme Ltd', 'Acme Limited', 'the legal form'],
    ['Acme Ltd', 'ACME, Ltd.', 'blanks and punctuation'],
    ['Acme', 'Acme GmbH', 'the legal form'],
    ['Meier GmbH & Co. KG', 'Meier GmbH und Co KG', 'blanks and punctuation'],
    ['Dupont S.A.R.L.', 'Dupont SARL', 'blanks and punctuation'],
    ['Dupont SARL', 'Dupont', 'the legal form'],
    ['Talleres Ruiz S. L.', 'Talleres Ruiz', 'the legal form'],
    ['Kowalski Sp. z o.o.', 'Kowalski sp zoo', 'blanks and punctuation'],
    ['Kowalski Spółka z o.o.', 'Kowalski Sp. z o.o.', 'the legal form'],
    ['Jansen B.V.', 'Jansen', 'the legal form'],
    ['Orion Pty Ltd', 'Orion Limited', 'the legal form'],
    ['Müller', 'Mueller', 'accents'],
    ['Müller', 'Muller', 'accents'],
    ['Mueller', 'Muller', 'accents'],
    ['Café Río S.A.', 'Cafe Rio', 'accents and the legal form'],
    ['Straße 9', 'Strasse 9', 'accents'],
    ['The Corner Shop', 'Corner Shop', '“The”'],
    ['Smith & Sons', 'Smith and Sons', 'blanks and punctuation'],
    ["O'Neil Traders", 'ONeil Traders', 'blanks and punctuation'],
    ['North-Shore Foods', 'Northshore Foods', 'blanks and punctuation'],
    ['株式会社山田', '山田株式会社', 'the legal form'],
  ])('%s and %s differ in %s', (a, b, difference) => {
    const expected = a.includes('山') ? /^Same name apart from/ : new RegExp(`^Same name apart from ${difference}$`);
    expect(whyOf(a, b)).toMatch(expected);
  });

  it('is told from a slip of the keyboard in a long name, by what slipped', () => {
    expect(whyOf('Brightwater Joinery', 'Brigthwater Joinery')).toBe(
      'Same name apart from two letters the other way round',
    );
    expect(whyOf('Brightwater Joinery', 'Brightwater Joinry')).toBe('Same name apart from a missing letter');
  });

  it.each([
    ['Acme Ltd', 'Acne Ltd'],
    ['Acme GmbH', 'Acme Ltd'],
    ['Mayer', 'Meyer'],
    ['Bolt', 'Bold'],
    ['Baker', 'Bakers'],
    ['Warehouse 1', 'Warehouse 11'],
    ['Warehouse 12', 'Warehouse 21'],
    ['Warehouse A', 'Warehouse'],
    ['Cust_A', 'Cust_B'],
    ['Alpine Foods', 'Alpine Goods'],
    ['がくぶん', 'かくふん'],
    ['GmbH', 'AG'],
  ])('%s and %s are two', (a, b) => {
    expect(propose(a, b)).toEqual([]);
  });

  it('of a series of names that differ by a letter each is no slip', () => {
    const series = ['A', 'AA', 'AAA', 'AAAA', 'AAAAA'].map((letters) => `Branchoffice${letters}`);
    expect(propose(...series)).toEqual([]);
  });
});

describe('customer numbers', () => {
  it('are one apart from leading zeros, alone or with names that agree', () => {
    expect(whyOf({ id: '000123' }, { id: '123' })).toBe('Same number apart from leading zeros (000123 and 123)');
    expect(propose({ id: '000123', name: 'Acme' }, { id: '123', name: 'Acme Ltd' })).toHaveLength(1);
    expect(propose({ name: '0004711' }, { name: '4711' })).toHaveLength(1);
  });

  it('that differ are two customers where the names differ, however little', () => {
    expect(propose({ id: 'C1', name: 'Acme Ltd' }, { id: 'C2', name: 'Acme Limited' })).toEqual([]);
    expect(propose({ id: '000123', name: 'Acme' }, { id: '123', name: 'Bolt' })).toEqual([]);
    const address = 'ap@acme.example';
    expect(propose({ id: 'C1', name: 'Acme North', address }, { id: 'C2', name: 'Acme', address })).toEqual([]);
  });

  it('that differ under one name are proposed with both numbers', () => {
    expect(whyOf({ id: 'C1', name: 'Acme Ltd' }, { id: 'C2', name: 'ACME Ltd.' })).toBe(
      'Same name, under two customer numbers (C1 and C2)',
    );
  });

  it('say nothing where a name has many of them, as a cash sale has', () => {
    expect(propose(...Array.from({ length: 8 }, (_, at) => ({ id: `C${at}`, name: 'Cash sale' })))).toEqual([]);
  });

  it('that are missing in some rows do not make a second customer', () => {
    expect(propose({ id: 'C1', name: 'Acme Ltd', invoices: 3 }, { name: 'Acme Ltd' })).toEqual([
      { keep: 'c1', others: ['acme ltd'], why: 'Same name, once without a customer number' },
    ]);
  });

  it('keep two customers apart also where a third spelling is like both', () => {
    const [group, ...more] = propose(
      { id: 'C1', name: 'Acme GmbH', invoices: 5 },
      { id: 'C2', name: 'Acme AG', invoices: 3 },
      { name: 'Acme' },
    );
    expect(group).toMatchObject({ keep: 'c1', others: ['acme'] });
    expect(more).toEqual([]);
  });
});

describe('a billing address', () => {
  const address = 'ap@acme.example';

  it('in common makes similar names one, and legal forms that exclude each other too', () => {
    expect(whyOf({ name: 'Acme Trading', address }, { name: 'Acme', address })).toBe(
      'Same address (ap@acme.example) and similar names',
    );
    expect(propose({ name: 'International Business Works', address }, { name: 'IBW', address })).toHaveLength(1);
    expect(propose({ name: 'Acme GmbH', address }, { name: 'Acme Ltd', address })).toHaveLength(1);
  });

  it('does not make one of names that are not alike, nor of many names', () => {
    expect(propose({ name: 'Acme', address }, { name: 'Bolt', address })).toEqual([]);
    const many = ['Hotel North', 'Hotel South', 'Hotel East', 'Hotel West'];
    expect(propose(...many.map((name) => ({ name, address })))).toEqual([]);
  });
});

describe('a group', () => {
  it('keeps the customer with the most invoices, of equals the first row', () => {
    expect(propose({ name: 'Acme', invoices: 2 }, { name: 'Acme Ltd', invoices: 9 })[0]?.keep).toBe('acme ltd');
    expect(propose({ name: 'Acme Ltd', row: 9 }, { name: 'Acme', row: 4 })[0]?.keep).toBe('acme');
  });

  it('joins all spellings with each reason once', () => {
    expect(propose('Müller GmbH', 'Mueller GmbH', 'Muller', 'MÜLLER GMBH.')).toEqual([
      {
        keep: 'müller gmbh',
        others: ['mueller gmbh', 'muller', 'müller gmbh.'],
        why: expect.stringContaining('Same name apart from accents'),
      },
    ]);
  });

  it('is not proposed again for customers that a person keeps apart, but a third spelling is', () => {
    const customers = ['Acme Ltd', 'Acme Limited', 'Acme'].map((name, at) => spelling({ name, row: at, invoices: at }));
    const apart = [['acme ltd', 'acme limited']];
    expect(proposeSameCustomers(customers.slice(0, 2), apart)).toEqual([]);
    const [group] = proposeSameCustomers(customers, apart);
    expect([group?.keep, ...(group?.others ?? [])].sort()).toEqual(['acme', 'acme limited']);
  });
});

const word = fc.constantFrom(
  'Acme',
  'Müller',
  'Mueller',
  'Brightwater',
  'Brigthwater',
  'The',
  'Foods',
  '&',
  'Sons',
  '1',
);
const form = fc.constantFrom('', '', ' GmbH', ' Ltd', ' Limited', ' S.A.', ' Sp. z o.o.');
const customer = fc
  .record({
    words: fc.array(word, { minLength: 1, maxLength: 3 }),
    form,
    id: fc.constantFrom('', '', '', '007', '7', 'C1'),
    invoices: fc.nat(4),
    row: fc.nat(50),
    address: fc.constantFrom('', '', 'ap@acme.example'),
  })
  .map(({ words, form: ending, ...rest }) => spelling({ name: words.join(' ') + ending, ...rest }));
const customers = fc.uniqueArray(customer, { selector: ({ key }) => key, maxLength: 14 });

describe('proposals of any customers', () => {
  it('are the same whatever the order of the customers', () => {
    fc.assert(
      fc.property(customers, fc.infiniteStream(fc.nat()), (list, numbers) => {
        const shuffled = list.map((one) => ({ one, at: numbers.next().value })).sort((a, b) => a.at - b.at);
        expect(proposeSameCustomers(shuffled.map(({ one }) => one))).toEqual(proposeSameCustomers(list));
      }),
    );
  });

  it('have each customer once, and never two with different numbers and names', () => {
    fc.assert(
      fc.property(customers, (list) => {
        const groups = proposeSameCustomers(list).map(({ keep, others }) => [keep, ...others]);
        const keys = groups.flat();
        expect(new Set(keys).size).toBe(keys.length);
        const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
        for (const group of groups) {
          const members = group.flatMap((key) => list.filter((one) => one.key === key));
          for (const a of members) {
            for (const b of members) {
              const sameId = a.id === '' || b.id === '' || a.id.replace(/^0+/, '') === b.id.replace(/^0+/, '');
              expect(sameId || bare(a.name).replace(/&/g, 'and') === bare(b.name)).toBe(true);
            }
          }
        }
      }),
    );
  });

  it('of two customers do not depend on which is named first', () => {
    fc.assert(
      fc.property(customer, customer, (a, b) => {
        fc.pre(a.key !== b.key);
        expect(proposeSameCustomers([a, b])).toEqual(proposeSameCustomers([b, a]));
      }),
    );
  });

  it('leave nothing to propose once every group is kept apart', () => {
    fc.assert(
      fc.property(customers, (list) => {
        const apart: string[][] = [];
        for (let round = 0; round < 20; round += 1) {
          const groups = proposeSameCustomers(list, apart);
          if (groups.length === 0) return;
          apart.push(...groups.map(({ keep, others }) => [keep, ...others]));
        }
        expect(proposeSameCustomers(list, apart)).toEqual([]);
      }),
    );
  });
});

describe('many customers', () => {
  it('are compared in little time: 5,000 names of up to 40 letters', () => {
    const parts = ['Alder', 'Bright', 'Casa', 'Donnelly', 'Elbe', 'Fjord', 'Granite', 'Harrow', 'Iron', 'Juniper'];
    const names = Array.from(
      { length: 5000 },
      (_, at) => `${[at, at / 10, at / 100, at / 1000].map((n) => parts[Math.floor(n) % 10]).join(' ')} ${at % 3} GmbH`,
    );
    const list = [...new Set(names)].map((name, at) => spelling({ name, row: at, address: `ap@c${at}.example` }));
    const start = performance.now();
    proposeSameCustomers(list);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
