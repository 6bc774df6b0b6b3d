// The alarms of Today in one line with the page each leads to, and which of them a mail to the sender carries.
import { describe, expect, it } from 'vitest';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { runHour } from '../../../src/usecases/sending/run-hour';
import { showToday } from '../../../src/usecases/today/show-today';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, payments, records } from '../../builders/our-firm';

const LINES: InvoiceLine[] = [
  { no: '1', customer: 'Acme', due: '2026-11-01', amount: 1200 },
  { no: '2', customer: 'Mute', due: '2026-11-01', amount: 300, email: '' },
];

const alarms = (world: FakeWorld) => showToday(world.ports).alarms;

/** Changes a cell of AR Policy or AR Templates: the first row, by header. */
function change(world: FakeWorld, tab: string, header: string, value: string | number): void {
  const [headers = [], row = []] = world.cells(tab);
  row[headers.indexOf(header)] = value;
}

describe('the alarms of a day', () => {
  it('are one line, and nothing where nothing is out of the ordinary', () => {
    const world = liveAt('2026-11-04 09:00', LINES.slice(0, 1));
    expect(alarms(world)).toEqual({ summary: '', items: [] });
  });

  it('name who is on no ladder', () => {
    expect(alarms(liveAt('2026-11-04 09:00', LINES)).summary).toBe('To look at: 1 customer chased by nobody');
    expect(showToday(liveAt('2026-11-04 09:00', LINES).ports).unchased.items).toMatchObject([{ key: 'mute' }]);
  });

  it('tell a policy or a text that is another than at the last plan, once, until the day after', () => {
    const world = liveAt('2026-11-04 09:00', LINES.slice(0, 1));
    planDay(world.ports);
    change(world, 'AR Policy', 'Days', 3);
    planDay(world.ports);
    planDay(world.ports);
    const told = records(world, 'AR Log').filter((row) => row['Event'] === 'setting-changed');
    expect(told.map((row) => row['Note'])).toEqual([
      'AR Policy is another than at the last plan: Timely, step 1: Days "4" to "3".',
    ]);
    expect(alarms(world)).toMatchObject({
      summary: 'To look at: policy or texts changed',
      items: [{ what: 'Changed', page: 'policy', at: '2026-11-04 09:00' }],
    });
    change(world, 'AR Templates', 'Subject', 'Hello');
    world.at('2026-11-05 09:00');
    planDay(world.ports);
    expect(alarms(world).items).toHaveLength(2);
    world.at('2026-11-09 09:00');
    expect(alarms(world).summary).toBe('');
  });

  it('do not take sorted rows for a change', () => {
    const world = liveAt('2026-11-04 09:00', LINES.slice(0, 1));
    planDay(world.ports);
    const cells = world.cells('AR Templates');
    cells.push(...cells.splice(1, 1));
    planDay(world.ports);
    expect(alarms(world).summary).toBe('');
  });

  it('name the texts that are missing, and the mail to the sender says once a day that reminders wait for one', () => {
    const world = liveAt('2026-11-04 09:00', LINES.slice(0, 1));
    const cells = world.cells('AR Templates');
    const [headers = []] = cells;
    const at = [headers.indexOf('Template'), headers.indexOf('Language')];
    for (const row of cells.slice(1))
      if (at.every((column, i) => row[column] === ['Friendly', 'en'][i])) row[at[0] ?? 0] = 'Gone';
    expect(alarms(world).summary).toContain('missing');
    expect(alarms(world).items.find(({ what }) => what === 'Texts missing')).toMatchObject({ page: 'policy' });
    payments(world, '2026-11-04');
    runHour(world.ports);
    runHour(world.ports);
    expect(world.mails).toHaveLength(1);
    const [mail] = world.mails;
    expect(Buffer.from(mail?.raw ?? '', 'base64url').toString()).toContain(
      '1 reminder waits for a text that is missing.',
    );
    world.at('2026-11-05 09:00');
    runHour(world.ports);
    expect(world.mails).toHaveLength(2);
  });
});
