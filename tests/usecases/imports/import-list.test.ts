// Lists of one's own, written: cell by cell with old and new in the log, only over what was shown; and stages taken over.
import { describe, expect, it } from 'vitest';
import { importList, showImport } from '../../../src/usecases/imports/import-list';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { day, type FakeWorld } from '../../builders/fake-workbook';
import { factsIn, type InvoiceLine, liveAt, records } from '../../builders/our-firm';

const BOOK: InvoiceLine[] = [
  { no: '1001', customer: 'Acme Tools', due: '2026-10-01', amount: 1200 },
  { no: '2001', customer: 'Beta Works', due: '2026-10-20', amount: 300 },
];
const live = (): FakeWorld => liveAt('2026-11-04 09:00', BOOK);
const row = (world: FakeWorld, name: string) => records(world, 'AR Customers').find((one) => one['Customer'] === name);
const notes = (world: FakeWorld, kind: string): string[] =>
  records(world, 'AR Log')
    .filter((one) => one['Event'] === kind)
    .map((one) => `${one['Customer']}: ${one['Note']}`);

describe('a list of contacts', () => {
  it('is written cell by cell, with what the cells said before in the log', () => {
    const world = live();
    const shown = showImport(world.ports);
    const email = shown.customers[0]?.cells[shown.columns.indexOf('Email')] ?? '';
    const { message } = importList(world.ports, {
      contacts: [
        {
          key: 'acme tools',
          cells: [
            ['Email', email, 'new@acme.example'],
            ['WhatsApp agreed on', '', '2026-11-02'],
          ],
        },
      ],
      chased: [],
    });
    expect(row(world, 'Acme Tools')).toMatchObject({
      Email: 'new@acme.example',
      'WhatsApp agreed on': day('2026-11-02'),
    });
    expect(row(world, 'Beta Works')?.['Email']).not.toBe('new@acme.example');
    expect(notes(world, 'contact-changed')).toEqual([
      `Acme Tools: Email: ${email || 'empty'} → new@acme.example; WhatsApp agreed on: empty → 2026-11-02.`,
    ]);
    expect(message).toContain('1 customer changed.');
  });

  it('leaves a cell alone that says something else than what was shown, and says how many', () => {
    const world = live();
    const { message } = importList(world.ports, {
      contacts: [{ key: 'acme tools', cells: [['Phone', 'as it was', '+44 1']] }],
      chased: [],
    });
    expect(row(world, 'Acme Tools')?.['Phone']).toBe('');
    expect(notes(world, 'contact-changed')).toEqual([]);
    expect(message).toContain('Left, as they changed meanwhile: 1.');
  });

  it('writes nothing at all where an address or a customer is none', () => {
    const world = live();
    const both = (key: string, address: string) => ({
      contacts: [
        { key: 'acme tools', cells: [['Phone', '', '+44 1']] as [string, string, string][] },
        { key, cells: [['CC', '', address]] as [string, string, string][] },
      ],
      chased: [],
    });
    expect(() => importList(world.ports, both('beta works', 'nobody'))).toThrow('is not an e-mail address');
    expect(() => importList(world.ports, both('stranger', 'a@b.example'))).toThrow('not known any more');
    expect(row(world, 'Acme Tools')?.['Phone']).toBe('');
  });
});

describe('a list of who was chased when', () => {
  it('becomes the stage its invoices begin at, and the last contact: nobody is written to before the gap is over', () => {
    const world = live();
    const waiting = (): string[] => records(world, 'AR Queue').map((one) => `${one['Customer']} ${one['Template']}`);
    planDay(world.ports);
    expect(waiting().some((line) => line.startsWith('Acme Tools Friendly'))).toBe(true);
    const key = showImport(world.ports).invoices.find(([, number]) => number === '1001')?.[0] ?? '';
    const { message } = importList(world.ports, { contacts: [], chased: [[key, '2026-11-03', 2]] });
    expect(message).toContain('1 customer taken over with a step.');
    const taken = records(world, 'AR Log').find((one) => one['Event'] === 'onboarded');
    expect(factsIn(taken)).toMatchObject({ until: '2026-11-03', steps: [{ key, on: '2026-11-03' }] });
    expect(waiting().some((line) => line.startsWith('Acme Tools'))).toBe(false);
    // Once more changes nothing.
    importList(world.ports, { contacts: [], chased: [[key, '2026-11-03', 2]] });
    expect(notes(world, 'onboarded')).toHaveLength(1);
  });
});
