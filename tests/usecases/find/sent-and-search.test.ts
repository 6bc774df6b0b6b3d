// The Sent list and the search over everything: what the log has of each mail, filtered, cut, and found by any of its words.
import { describe, expect, it } from 'vitest';
import { holdCustomerUntil } from '../../../src/usecases/agreements/holds';
import { recordPromise } from '../../../src/usecases/agreements/record-promise';
import { changeOwners } from '../../../src/usecases/customers/change-owners';
import { changeContact } from '../../../src/usecases/customers/manual-status';
import { searchAll } from '../../../src/usecases/find/search';
import { showSent } from '../../../src/usecases/find/sent-list';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders } from '../../../src/usecases/review/review';
import { showReminder } from '../../../src/usecases/review/show-reminders';
import { voidReminder } from '../../../src/usecases/review/void-reminder';
import { sendStep } from '../../../src/usecases/sending/send';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, records, replaceInvoices } from '../../builders/our-firm';

const ACME: InvoiceLine = { no: '1001', customer: 'Acme Tools', due: '2026-11-01', amount: 4800 };
const BETA: InvoiceLine = { no: '2001', customer: 'Beta Müller', due: '2026-10-01', amount: 5000, currency: 'GBP' };
const ANN = 'ann@ourfirm.example';

/** Both are written to on Wed 4 Nov; Acme is Ann's. */
function sent(): FakeWorld {
  const world = liveAt('2026-11-04 09:00', [ACME, BETA]);
  changeContact(world.ports, 'acme tools', { owner: ANN, notes: 'Pays after the second call.' });
  planDay(world.ports);
  approveReminders(
    world.ports,
    records(world, 'AR Queue').map((row) => String(row['Reminder'])),
  );
  sendStep(world.ports, { unattended: false });
  return world;
}

const names = (lines: readonly { customer: string }[]): string[] => lines.map(({ customer }) => customer).sort();

describe('the Sent list', () => {
  it('says who got what, when and by whom, as the log has it', () => {
    const world = sent();
    const { lines, total, owners } = showSent(world.ports, { key: 'acme tools' });
    expect(total).toBe(1);
    expect(lines[0]).toMatchObject({
      customer: 'Acme Tools',
      owner: ANN,
      channel: 'email',
      amounts: '4,800.00 EUR',
      invoices: '1001',
      to: 'ap@acme-tools.example',
      by: [world.ports.session.user()],
      outcome: '',
    });
    expect(lines[0]?.at).toContain('2026-11-04 09:');
    expect(lines[0]?.subject).toContain('1001');
    expect(owners).toEqual(['', ANN]);
  });

  it('is filtered by owner, day, stage and words, whatever way an amount is written', () => {
    const { ports } = sent();
    const found = (asked: Parameters<typeof showSent>[1]): string[] => names(showSent(ports, asked).lines);
    expect(found({})).toEqual(['Acme Tools', 'Beta Müller']);
    expect(found({ owner: '' })).toEqual(['Beta Müller']);
    expect(found({ since: '2026-11-05' })).toEqual([]);
    expect(found({ since: '2026-11-04', until: '2026-11-04' })).toHaveLength(2);
    expect(found({ until: '2026-11-03' })).toEqual([]);
    expect(found({ search: 'muller 2001' })).toEqual(['Beta Müller']);
    for (const amount of ['4,800.00', '4800', '4.800,00']) expect(found({ search: amount })).toEqual(['Acme Tools']);
    const [stage = ''] = showSent(ports, {}).stages;
    expect(found({ stage })).toHaveLength(2);
  });

  it('tells what was taken back since, and keeps its line', () => {
    const world = sent();
    const [line] = showSent(world.ports, { key: 'acme tools' }).lines;
    voidReminder(world.ports, line?.id ?? '', 'wrong customer');
    expect(showSent(world.ports, { key: 'acme tools' }).lines).toMatchObject([{ outcome: 'taken back' }]);
  });

  it('answers with at most 60 KB, and the rest from there on', () => {
    const many = Array.from({ length: 130 }, (_, at) => ({
      ...ACME,
      no: `N${at}`,
      customer: `A firm with a long name that takes some room, number ${at}`,
    }));
    const world = liveAt('2026-11-04 09:00', many);
    const settings = world.cells('AR Settings').find(([name]) => name === 'New customers per day');
    if (settings) settings[1] = 1000;
    planDay(world.ports);
    approveReminders(
      world.ports,
      records(world, 'AR Queue').map((row) => String(row['Reminder'])),
    );
    for (let step = 0; step < 40; step += 1) if (sendStep(world.ports, { unattended: false }).remaining === 0) break;
    const first = showSent(world.ports, {});
    expect(first.total).toBeGreaterThan(100);
    expect(JSON.stringify(first).length).toBeLessThan(60_000);
    const rest = showSent(world.ports, { from: first.lines.length, lines: 1000 });
    expect(first.lines.length + rest.lines.length).toBe(first.total);
  });

  it('opens a mail as of its day, though it was paid since', () => {
    const world = sent();
    const [line] = showSent(world.ports, { key: 'acme tools' }).lines;
    world.at('2026-11-20 09:00');
    replaceInvoices(world, [{ ...ACME, paid: 4800, paidOn: '2026-11-10' }, BETA]);
    const { mail } = showReminder(world.ports, line?.id ?? '');
    expect(mail?.subject).toBe(line?.subject);
    expect(mail?.text).toContain('4,800.00 EUR');
  });
});

describe('the search over everything', () => {
  it('finds in each kind what holds every word', () => {
    const world = sent();
    recordPromise(world.ports, {
      ...{ customerKey: 'acme tools', invoices: [], amount: null, currency: '', promisedOn: '2026-11-20' },
      note: 'Ms Weber by telephone',
    });
    holdCustomerUntil(world.ports, 'beta müller', '', '2026-11-30', 'credit note on its way');
    expect(searchAll(world.ports, 'acme').totals).toEqual({ invoices: 1, sent: 1, agreements: 1 });
    expect(searchAll(world.ports, '2001').hits).toMatchObject([
      { kind: 'invoices', key: 'beta müller|2001', title: '2001' },
      { kind: 'sent', title: 'Beta Müller' },
    ]);
    expect(searchAll(world.ports, 'weber').hits).toMatchObject([{ kind: 'agreements', key: 'acme tools' }]);
    expect(searchAll(world.ports, 'credit way').hits).toMatchObject([{ kind: 'agreements', title: 'Beta Müller' }]);
    expect(searchAll(world.ports, 'second call').customers).toMatchObject([{ key: 'acme tools' }]);
    expect(searchAll(world.ports, 'acme nothing').hits).toEqual([]);
  });

  it('finds what waits by its invoice, address or reference', () => {
    const world = liveAt('2026-11-04 09:00', [ACME]);
    planDay(world.ports);
    const id = String(records(world, 'AR Queue')[0]?.['Reminder']);
    for (const text of ['1001', 'ap@acme-tools', id.toLowerCase(), '4.800,00'])
      expect(searchAll(world.ports, text).totals['waiting']).toBe(1);
  });
});

describe('the owner of several customers', () => {
  const owner = (world: FakeWorld): unknown[] => records(world, 'AR Customers').map((row) => row['Owner']);

  it('changes in one cell each, is told in the log, and is taken back the same way', () => {
    const world = liveAt('2026-11-04 09:00', [ACME, BETA]);
    const there = [
      { key: 'acme tools', from: '', to: ANN },
      { key: 'beta müller', from: '', to: ANN },
    ];
    expect(changeOwners(world.ports, there).message).toContain('Owner changed: 2 of 2.');
    expect(owner(world)).toEqual([ANN, ANN]);
    const notes = records(world, 'AR Log').filter((row) => row['Event'] === 'contact-changed');
    expect(notes.map((row) => [row['Customer'], row['Note'], row['Actor']])).toEqual([
      ['Acme Tools', `Owner: empty → ${ANN}.`, world.ports.session.user()],
      ['Beta Müller', `Owner: empty → ${ANN}.`, world.ports.session.user()],
    ]);
    changeOwners(
      world.ports,
      there.map(({ key, from, to }) => ({ key, from: to, to: from })),
    );
    expect(owner(world)).toEqual(['', '']);
  });

  it('stays where it is another by now than was shown', () => {
    const world = liveAt('2026-11-04 09:00', [ACME, BETA]);
    changeContact(world.ports, 'acme tools', { owner: 'bob@ourfirm.example' });
    const result = changeOwners(world.ports, [{ key: 'acme tools', from: '', to: ANN }]);
    expect(result.message).toContain('0 of 1');
    expect(owner(world)).toContain('bob@ourfirm.example');
  });
});
