// "Apply now": the words of the Decide column, what they do, and what is said about those that are no decision.
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/sheet/grid';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { applyGrid } from '../../../src/usecases/review/apply-grid';
import { editReminder } from '../../../src/usecases/review/review';
import { runHour } from '../../../src/usecases/sending/run-hour';
import { sendStep } from '../../../src/usecases/sending/send';
import { showToday } from '../../../src/usecases/today/show-today';
import { setLive } from '../../../src/usecases/workbook-mode/workbook-mode';
import { day, type FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, records, replaceInvoices, setUpAt } from '../../builders/our-firm';

const LINES: InvoiceLine[] = ['Acme', 'Bolt', 'Cord', 'Dune', 'Elm'].map((customer, at) => ({
  no: `${1000 + at}`,
  customer,
  due: '2026-11-01',
  amount: 100 + at,
}));

function queueAt(text: string): FakeWorld {
  const world = liveAt(text, LINES);
  planDay(world.ports);
  return world;
}

/** Writes into a column of AR Queue, row by row from the first reminder on. */
function write(world: FakeWorld, header: string, words: readonly Cell[]): void {
  const [headers = [], ...rows] = world.cells('AR Queue');
  words.forEach((word, at) => {
    const row = rows[at];
    if (row) row[headers.indexOf(header)] = word;
  });
}

const column = (world: FakeWorld, header: string): Cell[] =>
  records(world, 'AR Queue').map((record) => record[header] ?? '');

describe('applying the grid', () => {
  it('does what the words say, and says it', () => {
    const world = queueAt('2026-11-04 09:00');
    write(world, 'Decide', ['approve', 'Approve', 'not now', 'treat as done']);
    write(world, 'Snoozed until', ['', '', day('2026-11-13')]);
    expect(applyGrid(world.ports)).toEqual({
      changed: 4,
      message: '2 approved, 1 put off until Fri 13 Nov, 1 treated as done.',
    });
    expect(column(world, 'State').sort()).toEqual(['approved', 'approved', 'planned', 'snoozed']);
    expect(column(world, 'Decide').every((word) => word === '')).toBe(true);
  });

  it('names a word that is no decision with its row, and leaves it there', () => {
    const world = queueAt('2026-11-04 09:00');
    write(world, 'Decide', ['approve', 'aprove']);
    expect(applyGrid(world.ports).message).toBe(
      '1 approved. 1 word not understood: "aprove" in row 3. Write approve, not now, treat as done or hold back.',
    );
    expect(column(world, 'Decide').slice(0, 2)).toEqual(['', 'aprove']);
  });

  it('names three of many such words', () => {
    const world = queueAt('2026-11-04 09:00');
    write(world, 'Decide', ['a', 'b', 'c', 'd', 'e']);
    expect(applyGrid(world.ports).message).toContain(
      '5 words not understood: "a" in row 2, "b" in row 3, "c" in row 4 and 2 more.',
    );
    expect(records(world, 'AR Log').filter((row) => row['Event'] === 'approved')).toHaveLength(0);
  });

  it('says that nothing was decided, and writes nothing', () => {
    const world = queueAt('2026-11-04 09:00');
    const writes = world.calls['workbook.write'];
    expect(applyGrid(world.ports)).toEqual({ changed: 0, message: expect.stringContaining('Nothing was decided') });
    expect(world.calls['workbook.write']).toBe(writes);
  });

  it('takes an approval off that a colleague’s words came after, and says so until somebody chooses again', () => {
    const world = queueAt('2026-11-04 09:00');
    write(world, 'Decide', ['approve', 'not now']);
    const id = String(column(world, 'Reminder')[0]);
    world.at('2026-11-04 09:05');
    const edit = { to: 'ap@acme.example', cc: '', subject: 'Other words', body: '{{greeting}} {{invoices}}' };
    expect(editReminder(world.ports, id, edit).changed).toBe(1);
    expect(column(world, 'Decide').slice(0, 2)).toEqual(['', 'not now']);
    expect(column(world, 'Why')[0]).toMatch(/^It changed after “approve” was chosen here: read it and choose again\./);
    expect(applyGrid(world.ports).message).toBe('1 put off until Wed 11 Nov.');
    expect(column(world, 'State')[0]).toBe('planned');
    expect(column(world, 'Why')[0]).toMatch(/^It changed after/);
    write(world, 'Decide', ['approve']);
    expect(applyGrid(world.ports).message).toContain('1 approved');
    expect(column(world, 'Why')[0]).not.toMatch(/^It changed after/);
  });

  it('tells of a decision that came too late', () => {
    const world = queueAt('2026-11-04 09:00');
    write(world, 'Decide', ['approve']);
    applyGrid(world.ports);
    write(world, 'Decide', ['approve']);
    expect(applyGrid(world.ports)).toEqual({
      changed: 0,
      message: expect.stringContaining('1 could not be done any more'),
    });
  });

  it('says who sends what a colleague approved', () => {
    const world = queueAt('2026-11-04 09:00');
    write(world, 'Decide', ['approve']);
    world.user('bo@ourfirm.example');
    expect(applyGrid(world.ports).message).toBe(
      '1 approved. They go out with the next run of ann@ourfirm.example, who sends from this workbook.',
    );
  });

  it('sends nothing', () => {
    const world = queueAt('2026-11-04 09:00');
    setLive(world.ports, true);
    write(world, 'Decide', ['approve']);
    applyGrid(world.ports);
    expect(world.mails).toHaveLength(0);
  });

  it('waits for nobody else at work, and is refused in a copy', () => {
    const world = queueAt('2026-11-04 09:00');
    world.heldByOther = true;
    expect(() => applyGrid(world.ports)).toThrow('at work');
    expect(() => applyGrid(setUpAt('2026-11-04 09:00', LINES).copy().ports)).toThrow('copy');
  });
});

describe('a word that is no decision, beside an approved mail', () => {
  const WORDS = ['stop', 'not yet', 'warten', 'pas encore', 'no'];

  it.each(WORDS)('keeps it from leaving, whatever its language, and says why: %s', (word) => {
    const world = liveAt('2026-11-04 09:00', LINES.slice(0, 2));
    write(world, 'Decide', ['approve', 'approve']);
    applyGrid(world.ports);
    write(world, 'Decide', [word]);
    const { sent, remaining, message } = sendStep(world.ports, { unattended: false });
    expect([sent, remaining, message]).toEqual([1, 0, expect.stringContaining(`“${word}” stands beside`)]);
    expect(column(world, 'Decide')).toEqual([word]);
    expect(column(world, 'Why')[0]).toContain('Waits: the word under Decide is not understood.');
    const today = showToday(world.ports);
    expect(today.leaves.now).toBe(0);
    expect(today.alerts).toMatchObject([{ code: 'word-not-understood', message: expect.stringContaining(word) }]);
    expect(runHour(world.ports)).toMatchObject({ sent: 0, message: expect.stringContaining('the mail waits') });
    write(world, 'Decide', ['']);
    expect(runHour(world.ports).sent).toBe(1);
    expect(world.mails).toHaveLength(2);
  });

  it('is no run that does not come', () => {
    const world = liveAt('2026-11-04 09:00', LINES.slice(0, 1));
    write(world, 'Decide', ['approve']);
    applyGrid(world.ports);
    write(world, 'Decide', ['stop']);
    world.at('2026-11-05 10:00');
    expect(showToday(world.ports).alerts.map(({ code }) => code)).toEqual(['word-not-understood']);
  });
});

describe('a word left in the grid by a run that was cut off', () => {
  /** Sends what the grid approves; the run ends at the first call for which `ends` holds. */
  function cutOff(world: FakeWorld, ends: (call: string) => boolean): void {
    let isOver = false;
    world.before = (call) => {
      if (isOver && call !== 'lock.release') throw new Error('killed');
      isOver ||= ends(call);
    };
    expect(() => sendStep(world.ports, { unattended: false })).toThrow('killed');
    world.before = () => {};
  }

  it('never sends a mail a second time that may have left', () => {
    const world = liveAt('2026-11-04 09:00', LINES.slice(0, 1));
    write(world, 'Decide', ['approve']);
    cutOff(world, (call) => call === 'mailer.send');
    expect([world.mails.length, column(world, 'Decide')]).toEqual([1, ['approve']]);
    world.at('2026-11-04 10:00');
    for (const _ of [1, 2]) sendStep(world.ports, { unattended: false });
    expect(world.mails).toHaveLength(1);
    expect(column(world, 'State')).toEqual(['unconfirmed']);
    write(world, 'Decide', ['approve']);
    expect(applyGrid(world.ports).message).toContain('1 could not be done any more');
    expect(column(world, 'State')).toEqual(['unconfirmed']);
  });

  it('does not approve what came back to review since, as more is asked for', () => {
    const [first] = LINES;
    if (!first) throw new Error('no line');
    const world = liveAt('2026-11-04 09:00', [first]);
    write(world, 'Decide', ['approve']);
    replaceInvoices(world, [{ ...first, amount: 900 }]);
    world.at('2026-11-04 09:20');
    let writes = 0;
    cutOff(world, (call) => {
      writes += call === 'workbook.append' ? 1 : 0;
      return writes === 2;
    });
    expect(records(world, 'AR Log').map((row) => row['Event'])).toContain('returned');
    expect(column(world, 'Decide')).toEqual(['approve']);
    world.at('2026-11-04 10:00');
    for (const _ of [1, 2]) sendStep(world.ports, { unattended: false });
    expect(world.mails).toHaveLength(0);
    expect(column(world, 'State')).toEqual(['planned']);
  });
});
