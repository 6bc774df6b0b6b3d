// Rules of AR Segments in a workbook: held seven days, logged with the rule, below an override, never a mail by itself without a ladder.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/sheet/grid';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { saveRules } from '../../../src/usecases/policy-page/save-rules';
import { showSegments } from '../../../src/usecases/policy-page/show-segments';
import { showPortfolio } from '../../../src/usecases/portfolio/show-portfolio';
import { runHour } from '../../../src/usecases/sending/run-hour';
import { setAutomatic } from '../../../src/usecases/workbook-mode/workbook-mode';
import { openForShowing } from '../../../src/workbook/opening';
import { SEGMENTS_TAB } from '../../../src/workbook/tab-specs';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, payments, records, replaceInvoices } from '../../builders/our-firm';

const LINES: InvoiceLine[] = [
  { no: '1', customer: 'Acme', due: '2026-11-25', amount: 12_000 },
  { no: '2', customer: 'Bolt', due: '2026-11-25', amount: 800 },
];

/** A live workbook in which somebody made the tab. */
function begin(lines = LINES): FakeWorld {
  const world = liveAt('2026-11-02 09:00', lines);
  world.ports.workbook.createTabs([SEGMENTS_TAB]);
  return world;
}

function rule(world: FakeWorld, ...rows: Cell[][]): void {
  world.cells('AR Segments').push(...rows);
}

function segmentOf(world: FakeWorld, name: string): Cell | undefined {
  return records(world, 'AR Customers').find(({ Customer }) => Customer === name)?.['Segment'];
}

function problemsOf(world: FakeWorld) {
  return openForShowing(world.ports).gathered.problems.map(({ problem }) => problem);
}

function notes(world: FakeWorld, kind: string): string[] {
  return records(world, 'AR Log')
    .filter(({ Event }) => Event === kind)
    .map(({ Note }) => String(Note));
}

function plan(world: FakeWorld, day: string): void {
  world.at(`${day} 09:00`);
  payments(world, day);
  planDay(world.ports);
}

const KEY = [1, 'Timely', 'balance', 'at least', '10,000', 'yes', ''];

describe('a rule of AR Segments', () => {
  it('names the segment once it has held for seven days, and the log tells by which rule', () => {
    const world = begin();
    plan(world, '2026-11-02');
    expect(segmentOf(world, 'Acme')).toBe('New');
    rule(world, KEY);
    plan(world, '2026-11-03');
    expect(segmentOf(world, 'Acme')).toBe('New');
    expect(notes(world, 'segment-pending')[0]).toContain('rule 1 (balance at least 10,000.00) of AR Segments');
    plan(world, '2026-11-09');
    expect(segmentOf(world, 'Acme')).toBe('New');
    plan(world, '2026-11-10');
    expect(segmentOf(world, 'Acme')).toBe('Timely');
    expect(segmentOf(world, 'Bolt')).toBe('New');
    expect(notes(world, 'segment-changed')[0]).toContain('rule 1 (balance at least 10,000.00) of AR Segments');
    // The page shows both, the one that counts and the one of the figures.
    const labels = (by: string): string[] => showPortfolio(world.ports, by).lines.map(({ label }) => label);
    expect(labels(':segment')).toEqual(['Pays on time', 'New customer']);
    expect(labels(':computed')).toEqual(['New customer']);
  });

  it('counts at once for customers who are seen for the first time', () => {
    const world = begin(LINES.slice(1));
    rule(world, KEY);
    replaceInvoices(world, LINES);
    plan(world, '2026-11-03');
    expect(segmentOf(world, 'Acme')).toBe('Timely');
    expect(notes(world, 'segments').join()).toContain(
      '1 customer starts as pays on time by rule 1 (balance at least 10,000.00) of AR Segments.',
    );
  });

  it('yields to a Segment override', () => {
    const world = begin();
    rule(world, KEY);
    plan(world, '2026-11-02');
    const [headers = [], ...rows] = world.cells('AR Customers');
    const row = rows.find(([name]) => name === 'Acme') ?? [];
    row[headers.indexOf('Segment override')] = 'Doubtful SMB';
    plan(world, '2026-11-03');
    expect(segmentOf(world, 'Acme')).toBe('Doubtful SMB');
    expect(showSegments(world.ports).overrides).toBe(1);
  });

  it('that cannot be read is told among the problems and moves nobody', () => {
    const world = begin();
    rule(world, [1, 'Timely', 'balanse', 'at least', '10,000', 'yes', '']);
    plan(world, '2026-11-02');
    expect(segmentOf(world, 'Acme')).toBe('New');
    const told = problemsOf(world).map(({ message }) => message);
    expect(told.join(' ')).toContain('AR Segments, row 2: there is no field "balanse". Did you mean "balance"?');
  });

  it('that names a segment without steps is told, and leads to no mail without a person', () => {
    const late: InvoiceLine = { no: '9', customer: 'Cord', due: '2026-11-01', amount: 12_000 };
    const sent = (segment: string): number => {
      const world = begin();
      for (const row of world.cells('AR Policy').slice(1)) row[8] = 'auto';
      rule(world, [1, segment, 'balance', 'at least', '12,000', 'yes', '']);
      setAutomatic(world.ports, true);
      replaceInvoices(world, [...LINES, late]);
      for (const time of ['03 09:02', '04 09:02', '04 10:02', '05 09:02', '05 10:02']) {
        world.at(`2026-11-${time}`);
        payments(world, `2026-11-${time.slice(0, 2)}`);
        runHour(world.ports);
      }
      expect(segmentOf(world, 'Cord')).toBe(segment);
      expect(records(world, 'AR Queue').length + world.mails.length).toBeGreaterThan(0);
      if (segment === 'Key accounts')
        expect(problemsOf(world).map(({ code }) => code)).toContain('rule-without-ladder');
      return world.mails.length;
    };
    expect(sent('New')).toBeGreaterThan(0);
    expect(sent('Key accounts')).toBe(0);
  });

  it('is written from its page, switched off, with whom it would catch; the log has old and new', () => {
    const world = begin();
    const cells = { Order: '1', Segment: 'Timely', Field: 'balance', Is: 'at least', Value: '10,000', Active: 'no' };
    expect(saveRules(world.ports, 'AR Segments', [{ seen: null, cells }]).changed).toBe(1);
    const [found] = showSegments(world.ports).rules;
    expect(found).toMatchObject({ active: false, takes: { customers: 1, open: '12,000.00 EUR' }, moves: 1 });
    const [line] = found?.lines ?? [];
    const wrong = { seen: line ?? null, cells: { Value: 'many' } };
    expect(saveRules(world.ports, 'AR Segments', [wrong])).toMatchObject({ changed: 0 });
    const on = saveRules(world.ports, 'AR Segments', [{ seen: line ?? null, cells: { Active: 'yes' } }]);
    expect(showSegments(world.ports).rules[0]?.active).toBe(true);
    expect(notes(world, 'setting-changed').join()).toContain('Timely, rule 1 (balance): Active "no" to "yes"');
    saveRules(world.ports, 'AR Segments', on.undo);
    expect(showSegments(world.ports).rules[0]?.active).toBe(false);
  });

  it('that is nowhere is not taken out, and nothing is told of it', () => {
    const world = begin();
    expect(saveRules(world.ports, 'AR Segments', [{ seen: null, cells: null }]).message).toBe('Nothing was changed.');
    expect(notes(world, 'setting-changed')).toEqual([]);
  });

  it('changed by hand in the tab is told by the next plan', () => {
    const world = begin();
    plan(world, '2026-11-02');
    rule(world, KEY);
    plan(world, '2026-11-03');
    plan(world, '2026-11-04');
    expect(notes(world, 'setting-changed').filter((note) => note.startsWith('AR Segments'))).toHaveLength(1);
  });
});
