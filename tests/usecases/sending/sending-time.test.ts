// When a waiting reminder leaves, in words: from switches, sender, schedule, window, calendar and payments.
import { describe, expect, it } from 'vitest';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders, snoozeReminder } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { runHour } from '../../../src/usecases/sending/run-hour';
import { setAutomatic, setLive } from '../../../src/usecases/workbook-mode/workbook-mode';
import { day, type FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, payments, setUpAt } from '../../builders/our-firm';

const LINES: InvoiceLine[] = [{ no: '1', customer: 'Acme', due: '2026-11-01', amount: 100 }];

const leaves = (world: FakeWorld): string[] => showReview(world.ports).lines.map((line) => line.leaves);

function plannedAt(text: string, scheduled: boolean): FakeWorld {
  const world = liveAt(text, LINES);
  if (scheduled) setAutomatic(world.ports, true);
  planDay(world.ports);
  return world;
}

function setting(world: FakeWorld, name: string, value: string | number): void {
  for (const row of world.cells('AR Settings')) if (row[0] === name) row[1] = value;
}

describe('the sending time', () => {
  it('is the next run, to the minute at which the last one ran', () => {
    const world = plannedAt('2026-11-04 09:02', true);
    expect(leaves(world)).toEqual(['leaves with the next run, within the hour']);
    runHour(world.ports);
    world.at('2026-11-04 09:30');
    expect(leaves(world)).toEqual(['leaves with the next run, about 10:00']);
  });

  it('is the opening of the window before it, and that of the next business day after it', () => {
    const world = plannedAt('2026-11-04 09:02', true);
    runHour(world.ports);
    world.at('2026-11-05 06:30');
    expect(leaves(world)).toEqual(['leaves today from 08:00']);
    world.at('2026-11-05 18:30');
    expect(leaves(world)).toEqual(['leaves Fri 6 Nov from 08:00']);
    world.at('2026-11-06 18:30');
    payments(world, '2026-11-06');
    expect(leaves(world)).toEqual(['leaves Mon 9 Nov from 08:00']);
  });

  it('is the next day where the next run comes after the window', () => {
    const world = plannedAt('2026-11-04 09:02', true);
    runHour(world.ports);
    world.at('2026-11-05 17:30');
    expect(leaves(world)).toEqual(['leaves Fri 6 Nov from 08:00']);
  });

  it('passes over holidays, also those of the customer’s country', () => {
    const world = plannedAt('2026-11-10 18:30', true);
    world.cells('AR Holidays').push(['XX', day('2026-11-12'), '', 'unknown']);
    const [headers = [], row = []] = world.cells('AR Customers');
    row[headers.indexOf('Country')] = 'FR';
    expect(leaves(world)).toEqual(['leaves Thu 12 Nov from 08:00']);
  });

  it('is when somebody presses Send where no schedule runs', () => {
    const world = plannedAt('2026-11-04 09:02', false);
    expect(leaves(world)).toEqual(['leaves when you press Send']);
    world.at('2026-11-04 18:30');
    expect(leaves(world)).toEqual(['leaves Thu 5 Nov from 08:00, when you press Send']);
    world.user('bo@ourfirm.example');
    expect(leaves(world)).toEqual(['leaves Thu 5 Nov from 08:00, when ann@ourfirm.example presses Send']);
  });

  it('is none in Preview', () => {
    const world = plannedAt('2026-11-04 09:02', true);
    setLive(world.ports, false);
    expect(leaves(world)).toEqual(['stays here until you go live']);
  });

  it('is not before payments are confirmed', () => {
    const world = plannedAt('2026-11-04 09:02', true);
    world.at('2026-11-12 09:00');
    expect(leaves(world)).toEqual(['not before payments are confirmed']);
  });

  it('is none in Preview either where nobody sends yet', () => {
    const world = setUpAt('2026-11-04 09:00', LINES);
    payments(world, '2026-11-04');
    expect(leaves(world)).toEqual(['stays here until you go live']);
  });

  it('is the next business day once the mails of a day are used up', () => {
    const world = plannedAt('2026-11-04 09:02', false);
    setting(world, 'Mails per day', 0);
    expect(leaves(world)).toEqual(['leaves Thu 5 Nov from 08:00, when you press Send']);
  });

  it('is by itself where the stage is sent automatically', () => {
    const world = liveAt('2026-11-02 09:02', LINES);
    setAutomatic(world.ports, true);
    for (const row of world.cells('AR Policy').slice(1)) row[8] = 'auto';
    world.at('2026-11-04 09:02');
    planDay(world.ports);
    expect(leaves(world)).toEqual(['leaves by itself with the next run, within the hour']);
  });

  it('is not before its day for what was put off, and the same for an approved one', () => {
    const world = plannedAt('2026-11-04 09:02', false);
    const [line] = showReview(world.ports).lines;
    approveReminders(world.ports, [line?.id ?? '']);
    expect(leaves(world)).toEqual(['leaves when you press Send']);
    snoozeReminder(world.ports, line?.id ?? '', '2026-11-18');
    expect(leaves(world)).toEqual(['not before Wed 18 Nov']);
  });
});
