// The policy page and the forecast of a workbook: ladders as people read them, findings with their rows, the days to come.
import { describe, expect, it } from 'vitest';
import { withHints } from '../../../src/sidebar/policy/with-hints';
import { showForecast } from '../../../src/usecases/outlook/show-forecast';
import { showPolicy } from '../../../src/usecases/policy-page/show-policy';
import { showToday } from '../../../src/usecases/today/show-today';
import type { FakeWorld } from '../../builders/fake-workbook';
import { liveAt, records, setUpAt } from '../../builders/our-firm';

const BOOK = [{ no: '1', customer: 'Acme', due: '2026-11-01', amount: 900 }];

/** Changes a cell of AR Policy: the row of a segment's stage. */
function change(world: FakeWorld, segment: string, stage: number, header: string, value: string | number): number {
  const [headers = [], ...rows] = world.cells('AR Policy');
  const index = rows.findIndex((row) => row[0] === segment && row[1] === stage);
  const row = rows[index];
  if (row) row[headers.indexOf(header)] = value;
  return index + 2;
}

/** All that the page shows. */
const findings = (world: FakeWorld): string[] =>
  withHints(showPolicy(world.ports)).findings.map(({ severity, code, row }) => `${severity} ${code} ${row}`);

describe('the policy page', () => {
  it('shows each segment with its stages as they stand, and who is in it', () => {
    const { segments } = showPolicy(setUpAt('2026-11-02 09:00', BOOK).ports);
    const fresh = segments.find(({ segment }) => segment === 'New');
    expect(fresh).toMatchObject({ customers: 1 });
    expect(fresh?.steps[0]).toMatchObject({
      stage: 1,
      days: -3,
      channel: 'email',
      to: ['billing'],
      minimumGap: 5,
    });
    const large = segments.find(({ segment }) => segment === 'Timely large');
    expect(large?.steps[0]).toMatchObject({ anchor: 'month', days: 0, cc: ['owner'] });
    expect(segments.find(({ segment }) => segment === 'Any')?.steps.map(({ active }) => active)).toContain(false);
  });

  it('has no error and no warning about a workbook as set-up leaves it', () => {
    expect(findings(setUpAt('2026-11-02 09:00', BOOK)).filter((one) => !one.startsWith('note'))).toEqual([]);
  });

  it('names the row of what is off, wherever people moved it', () => {
    const world = setUpAt('2026-11-02 09:00', BOOK);
    world.cells('AR Policy').splice(1, 0, []);
    const row = change(world, 'New', 3, 'Days', 1);
    expect(findings(world)).toContain(`warning days-not-rising ${row}`);
    const step = showPolicy(world.ports)
      .segments.flatMap(({ steps }) => steps)
      .find((one) => one.row === row);
    expect(step).toMatchObject({ stage: 3, days: 1 });
  });

  it('names a row that cannot be read as an error', () => {
    const world = setUpAt('2026-11-02 09:00', BOOK);
    const row = change(world, 'New', 3, 'Tone', 'angry');
    expect(findings(world)).toContain(`error policy-unreadable ${row}`);
  });

  it('and Today name a text that is missing in a language in use, before anything is planned on it', () => {
    const world = setUpAt('2026-11-02 09:00', [{ no: '1', customer: 'Acme', due: '2026-11-30', amount: 900 }]);
    const [headers = [], ...rows] = world.cells('AR Customers');
    const row = rows[0];
    if (row) row[headers.indexOf('Country')] = 'France';
    const texts = world.cells('AR Templates');
    const friendly = texts.findIndex(([name, language]) => name === 'Friendly' && language === 'fr');
    texts.splice(friendly, 1);
    const told = showToday(world.ports).problems.first.map(({ sheet, message }) => `${sheet}: ${message}`);
    expect(
      told.some((one) => one.startsWith('AR Policy: ') && one.includes('"Friendly"') && one.includes('in fr,')),
    ).toBe(true);
  });

  it('has a word about a segment set by hand that no stage knows', () => {
    const world = setUpAt('2026-11-02 09:00', BOOK);
    const [headers = [], ...rows] = world.cells('AR Customers');
    const row = rows[0];
    if (row) row[headers.indexOf('Segment override')] = 'Timley';
    expect(showToday(world.ports).problems.first.map(({ message }) => message)).toEqual([
      'AR Customers, Acme: AR Policy has no steps for the segment "Timley", so those of Default are used. Did you mean "Timely"?',
    ]);
  });

  it('says what a cell counts as that cannot be read and does not stop its row', () => {
    const world = setUpAt('2026-11-02 09:00', BOOK);
    const row = change(world, 'New', 3, 'Minimum gap', 'seven');
    change(world, 'New', 3, 'Sending', 'automatik');
    const told = showPolicy(world.ports).findings.filter(({ code }) => code === 'cell-unreadable');
    expect(told.map(({ row: at, message }) => `${at} ${message}`)).toEqual([
      `${row} Sending "automatik" cannot be read; it counts as review: write review or auto.`,
      `${row} Minimum gap "seven" cannot be read; it counts as 0: write a whole number of days.`,
    ]);
  });

  it('tells of a language in use without texts before anything is planned in it', () => {
    const world = setUpAt('2026-11-02 09:00', BOOK);
    expect(findings(world).some((one) => one.includes('no-template'))).toBe(false);
    const [headers = [], first] = world.cells('AR Customers');
    if (first) first[headers.indexOf('Language')] = 'it';
    const told = showPolicy(world.ports).findings.filter(({ code }) => code === 'no-template');
    expect(told.length).toBeGreaterThan(3);
    expect(told[0]?.message).toContain(' in it,');
  });

  it('tells of a placeholder nobody knows with the stage that uses it', () => {
    const world = setUpAt('2026-11-02 09:00', BOOK);
    const row = world.cells('AR Templates').find(([name, language]) => name === 'Friendly' && language === 'en');
    if (row) row[3] = 'Dear {{contcat}}';
    const found = showPolicy(world.ports).findings.find(({ code }) => code === 'unknown-placeholder');
    expect(found).toMatchObject({ severity: 'error', message: expect.stringContaining('contcat') });
  });

  it('counts a customer under the override of a person', () => {
    const world = setUpAt('2026-11-02 09:00', BOOK);
    const [headers = [], first] = world.cells('AR Customers');
    if (first) first[headers.indexOf('Segment override')] = 'Friends';
    expect(showPolicy(world.ports).segments.find(({ segment }) => segment === 'Friends')).toMatchObject({
      customers: 1,
      steps: [],
    });
  });
});

describe('the forecast of a workbook', () => {
  it('shows the days to come and writes nothing', () => {
    const world = liveAt('2026-11-02 09:00', BOOK);
    const before = records(world, 'AR Log').length;
    const view = showForecast(world.ports, 30);
    expect(view.days).toHaveLength(22);
    expect(view.totals).toEqual({ mails: 3, calls: 1, whatsapp: 0, letters: 0, tasks: 0, customers: 1 });
    expect(view.days.flatMap(({ contacts }) => contacts)[0]).toMatchObject({ customer: 'Acme', amounts: '900.00 EUR' });
    expect(records(world, 'AR Log')).toHaveLength(before);
  });

  it('says who cannot be reached', () => {
    const world = liveAt('2026-11-02 09:00', [{ no: '1', customer: 'Acme', due: '2026-10-01', amount: 90, email: '' }]);
    expect(showForecast(world.ports, 30).fixes.map(({ customer }) => customer)).toEqual(['Acme']);
  });

  it('takes between one and ninety days', () => {
    const world = setUpAt('2026-11-02 09:00', BOOK);
    for (const days of [0, 91, 2.5]) expect(() => showForecast(world.ports, days)).toThrow('between 1 and 90');
  });
});
