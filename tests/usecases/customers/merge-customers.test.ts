// Saying that spellings are one customer, or are not: what is written where, what is lost nowhere, what is refused.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/sheet/grid';
import { keepApart, mergeCustomers } from '../../../src/usecases/customers/merge-customers';
import { showDataCheck } from '../../../src/usecases/data-check/data-check';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { showReview } from '../../../src/usecases/review/review-lines';
import { startAfresh } from '../../../src/usecases/workbook-mode/copied-workbook';
import type { FakeWorld } from '../../builders/fake-workbook';
import { factsIn, type InvoiceLine, liveAt, records, replaceInvoices, setUpAt } from '../../builders/our-firm';

const AT = '2026-11-04 09:00';
const TWO: InvoiceLine[] = [
  { no: '1', customer: 'Acme Ltd', due: '2026-10-20', amount: 100, email: 'ap@acme.example' },
  { no: '2', customer: 'Acme Ltd', due: '2026-10-21', amount: 50, email: 'ap@acme.example' },
  { no: '3', customer: 'ACME Limited', due: '2026-10-22', amount: 70, email: 'ap@acme.example' },
  { no: '4', customer: 'Bolt', due: '2026-10-22', amount: 10 },
];

const rowOf = (world: FakeWorld, name: string): Record<string, Cell> | undefined =>
  records(world, 'AR Customers').find((row) => row['Customer'] === name);

function write(world: FakeWorld, name: string, header: string, value: Cell): void {
  const [headers = [], ...rows] = world.cells('AR Customers');
  const row = rows.find((cells) => cells[0] === name);
  if (!row) throw new Error(name);
  row[headers.indexOf(header)] = value;
}

const log = (world: FakeWorld): Record<string, Cell>[] => records(world, 'AR Log');
const proposals = (world: FakeWorld): string[][] =>
  showDataCheck(world.ports).sameCustomers.map(({ keep, others }) => [keep, ...others].map(({ key }) => key));

describe('joining', () => {
  it('writes the other name into Aliases, deletes its row and leaves one reminder over all invoices', () => {
    const world = setUpAt(AT, TWO);
    expect(proposals(world)).toEqual([['acme ltd', 'acme limited']]);
    const before = world.cells('Invoices').map((row) => [...row]);
    const { message, changed } = mergeCustomers(world.ports, 'acme ltd', ['acme limited']);
    expect(changed).toBe(1);
    expect(message).toContain('“ACME Limited” now counts as “Acme Ltd”.');
    expect(rowOf(world, 'Acme Ltd')?.['Aliases']).toBe('ACME Limited');
    expect(rowOf(world, 'ACME Limited')).toBeUndefined();
    expect(world.cells('Invoices')).toEqual(before);
    const acme = showReview(world.ports).lines.filter(({ customer }) => /acme/i.test(customer));
    expect(acme).toMatchObject([{ customer: 'Acme Ltd', invoices: 3 }]);
    expect(proposals(world)).toEqual([]);
  });

  it('keeps what the other row said: blanks are filled, what differs stays and stands in the log', () => {
    const world = setUpAt(AT, TWO);
    write(world, 'Acme Ltd', 'Aliases', 'Acme Group');
    write(world, 'Acme Ltd', 'Contact', 'Ann');
    write(world, 'ACME Limited', 'Contact', 'Bob');
    write(world, 'ACME Limited', 'Phone', '0049 30 1');
    write(world, 'ACME Limited', 'Aliases', 'Acme London; A.C.M.E.');
    const { message } = mergeCustomers(world.ports, 'acme ltd', ['acme limited']);
    expect(rowOf(world, 'Acme Ltd')).toMatchObject({
      Contact: 'Ann',
      Phone: '0049 30 1',
      Aliases: 'Acme Group; ACME Limited; Acme London; A.C.M.E.',
    });
    expect(message).toContain('Taken over: Phone.');
    expect(message).toContain('Kept as it was: Contact;');
    const event = log(world).find((row) => row['Event'] === 'customers-joined');
    expect(event?.['Note']).toMatch(/Contact: Bob · .*Phone: 0049 30 1/);
    expect(factsIn(event)).toEqual({ customerKey: 'acme ltd', keys: ['acme limited'] });
  });

  it('broken off between two writes never lets a mail through to somebody nobody writes to', () => {
    for (let call = 1; ; call += 1) {
      const world = setUpAt(AT, TWO);
      write(world, 'ACME Limited', 'Do not contact', 'yes');
      let writes = 0;
      world.before = (name) => {
        if (!/workbook\.(write|deleteRow)/.test(name)) return;
        writes += 1;
        if (writes === call) throw new Error('killed');
      };
      let isKilled = false;
      try {
        mergeCustomers(world.ports, 'acme ltd', ['acme limited']);
      } catch {
        isKilled = true;
      }
      world.before = () => {};
      planDay(world.ports);
      const listed = showReview(world.ports).lines.filter(({ customer }) => customer === 'ACME Limited');
      expect(listed).toEqual([]);
      const aliases = rowOf(world, 'Acme Ltd')?.['Aliases'];
      if (aliases) expect(showReview(world.ports).lines.filter(({ customer }) => /acme/i.test(customer))).toEqual([]);
      if (!isKilled) break;
    }
  });

  it('does not lift a "Do not contact" that stood at one of the spellings only', () => {
    const world = setUpAt(AT, TWO);
    write(world, 'ACME Limited', 'Do not contact', 'yes');
    write(world, 'Acme Ltd', 'Do not contact', 'no');
    mergeCustomers(world.ports, 'acme ltd', ['acme limited']);
    expect(rowOf(world, 'Acme Ltd')?.['Do not contact']).toBe('yes');
    expect(showReview(world.ports).lines.filter(({ customer }) => /acme/i.test(customer))).toEqual([]);
  });

  it('keeps a hold that names the other spelling', () => {
    const world = setUpAt(AT, TWO);
    const [headers = []] = world.cells('AR Holds');
    world.cells('AR Holds').push(headers.map((header) => (header === 'Customer' ? 'ACME Limited' : '')));
    mergeCustomers(world.ports, 'acme ltd', ['acme limited']);
    expect(showReview(world.ports).lines.filter(({ customer }) => /acme/i.test(customer))).toEqual([]);
    expect(showDataCheck(world.ports).findings.filter(({ code }) => code === 'own-tabs')).toEqual([]);
  });

  it('is told in words when it was done already, and changes nothing then', () => {
    const world = setUpAt(AT, TWO);
    mergeCustomers(world.ports, 'acme ltd', ['acme limited']);
    const cells = JSON.stringify(['AR Log', 'AR Customers'].map(world.cells));
    expect(mergeCustomers(world.ports, 'acme ltd', ['acme limited'])).toMatchObject({ changed: 0 });
    expect(JSON.stringify(['AR Log', 'AR Customers'].map(world.cells))).toBe(cells);
  });

  it('of a third spelling later goes to the one that was kept, also when it names the alias', () => {
    const world = setUpAt(AT, TWO);
    mergeCustomers(world.ports, 'acme ltd', ['acme limited']);
    replaceInvoices(world, [...TWO, { no: '5', customer: 'The Acme', due: '2026-10-22', amount: 5 }]);
    planDay(world.ports);
    mergeCustomers(world.ports, 'acme limited', ['the acme']);
    expect(rowOf(world, 'Acme Ltd')?.['Aliases']).toBe('ACME Limited; The Acme');
  });

  it('that was killed before the row was deleted is finished by doing it again', () => {
    const world = setUpAt(AT, TWO);
    world.before = (call) => {
      if (call === 'workbook.deleteRow') throw new Error('killed');
    };
    expect(() => mergeCustomers(world.ports, 'acme ltd', ['acme limited'])).toThrow('killed');
    world.before = () => {};
    expect(proposals(world).length).toBeLessThanOrEqual(1);
    mergeCustomers(world.ports, 'acme ltd', ['acme limited']);
    expect(rowOf(world, 'ACME Limited')).toBeUndefined();
    expect(rowOf(world, 'Acme Ltd')?.['Aliases']).toBe('ACME Limited');
    expect(showReview(world.ports).lines.filter(({ customer }) => /acme/i.test(customer))).toHaveLength(1);
  });

  it('leaves people’s own columns in place and keeps what stood there in a row that goes', () => {
    const world = setUpAt(AT, TWO);
    const cells = world.cells('AR Customers');
    cells[0]?.push('Rating');
    const other = cells.find((row) => row[0] === 'ACME Limited');
    while (other && other.length < 15) other.push('');
    other?.push('AAA');
    mergeCustomers(world.ports, 'acme ltd', ['acme limited']);
    expect(String(log(world).find((row) => row['Event'] === 'customers-joined')?.['Note'])).toContain('Rating: AAA');
  });

  it('refuses a customer who is not there, a name with a semicolon, a copy and an altered log, and changes nothing', () => {
    const world = liveAt(AT, [...TWO, { no: '9', customer: 'Acme; Ltd', due: '2026-10-22', amount: 5 }]);
    const cells = (): string => JSON.stringify(['AR Log', 'AR Customers'].map(world.cells));
    const before = cells();
    expect(() => mergeCustomers(world.ports, 'acme ltd', ['nobody'])).toThrow('is not there any more');
    expect(() => mergeCustomers(world.ports, 'nobody', ['acme ltd'])).toThrow('is not there any more');
    expect(() => mergeCustomers(world.ports, 'acme ltd', ['acme; ltd'])).toThrow('holds a semicolon');
    expect(cells()).toBe(before);
    expect(() => mergeCustomers(world.copy().ports, 'acme ltd', ['acme limited'])).toThrow('This workbook is a copy');
    expect(() => keepApart(world.copy().ports, ['acme ltd', 'acme limited'])).toThrow('This workbook is a copy');
    world.cells('AR Log').splice(1, 1);
    expect(() => mergeCustomers(world.ports, 'acme ltd', ['acme limited'])).toThrow('not as Duesheet left it');
    expect(() => keepApart(world.ports, ['acme ltd', 'acme limited'])).toThrow('not as Duesheet left it');
  });
});

describe('keeping apart', () => {
  it('ends the proposal for good, and neither customer is changed', () => {
    const world = setUpAt(AT, TWO);
    const rows = JSON.stringify(world.cells('AR Customers'));
    expect(keepApart(world.ports, ['acme ltd', 'acme limited']).message).toBe(
      '“Acme Ltd” and “ACME Limited” are two customers. They are not proposed again.',
    );
    expect(JSON.stringify(world.cells('AR Customers'))).toBe(rows);
    expect(proposals(world)).toEqual([]);
    planDay(world.ports);
    expect(proposals(world)).toEqual([]);
    expect(showReview(world.ports).lines.filter(({ customer }) => /acme/i.test(customer))).toHaveLength(2);
  });

  it('can be changed later by joining them all the same', () => {
    const world = setUpAt(AT, TWO);
    keepApart(world.ports, ['acme ltd', 'acme limited']);
    expect(mergeCustomers(world.ports, 'acme ltd', ['acme limited']).changed).toBe(1);
  });

  it('is forgotten in a copy that starts afresh', () => {
    const world = setUpAt(AT, TWO);
    keepApart(world.ports, ['acme ltd', 'acme limited']);
    const copy = world.copy();
    copy.at(AT);
    startAfresh(copy.ports);
    planDay(copy.ports);
    expect(proposals(copy)).toHaveLength(1);
  });
});
