// A schedule that is silent for a business day is red under Today, with what to do; one that runs is not.
import { describe, expect, it } from 'vitest';
import { goLive } from '../../../src/usecases/going-live/go-live';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { runHour } from '../../../src/usecases/sending/run-hour';
import { sendStep } from '../../../src/usecases/sending/send';
import { showToday } from '../../../src/usecases/today/show-today';
import { becomeSender } from '../../../src/usecases/workbook-mode/take-over';
import { setAutomatic, setLive } from '../../../src/usecases/workbook-mode/workbook-mode';
import { day, type FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, payments } from '../../builders/our-firm';

const LINES: InvoiceLine[] = [{ no: '1', customer: 'Acme', due: '2026-11-01', amount: 1200 }];

/** Ann sends; her schedule ran on Wed 4 Nov at nine. */
function automatic(): FakeWorld {
  const world = liveAt('2026-11-04 09:00', LINES);
  setAutomatic(world.ports, true);
  runHour(world.ports);
  return world;
}

/** One mail approved on Wed 4 Nov at nine, no schedule. */
function approved(): FakeWorld {
  const world = liveAt('2026-11-04 09:00', LINES);
  approveReminders(
    world.ports,
    showReview(world.ports).lines.map(({ id }) => id),
  );
  return world;
}

/** Acme got a friendly mail on Mon 2 Nov; the firm one that follows is approved at a moment. */
function firmMailApprovedOn(at: string): FakeWorld {
  const world = liveAt('2026-11-02 09:00', LINES);
  const [headers = [], row = []] = world.cells('AR Customers');
  row[headers.indexOf('Segment override')] = 'Soon firm';
  world
    .cells('AR Policy')
    .push(
      ['Soon firm', 1, 'due', 1, 'email', 'Friendly', 'billing', '', 'review', 1, 'friendly', 'yes', '', ''],
      ['Soon firm', 2, 'due', 2, 'email', 'Firm', 'billing', '', 'review', 1, 'firm', 'yes', '', ''],
    );
  planDay(world.ports);
  approveReminders(
    world.ports,
    showReview(world.ports).lines.map(({ id }) => id),
  );
  sendStep(world.ports, { unattended: false });
  world.at(at);
  payments(world, at.slice(0, 10));
  planDay(world.ports);
  approveReminders(
    world.ports,
    showReview(world.ports).lines.map(({ id }) => id),
  );
  return world;
}

const red = (world: FakeWorld): string[] =>
  showToday(world.ports)
    .alerts.filter(({ tone }) => tone === 'bad')
    .map(({ code }) => code);

describe('while Automatic is on', () => {
  it('a schedule that has not run for a business day is red, with what to do', () => {
    const world = automatic();
    world.at('2026-11-05 08:00');
    expect(red(world)).toEqual([]);
    world.at('2026-11-05 09:00');
    const [alert] = showToday(world.ports).alerts;
    expect(alert).toMatchObject({ tone: 'bad', code: 'schedule-silent' });
    expect(alert?.message).toBe(
      'Your hourly run has not run since Wed 4 Nov, 09:00, so nothing is planned or sent by itself. Look under Extensions > Apps Script > Executions for what stopped it, then turn Automatic off and on again under Sending.',
    );
    // The card of the last run, too, is no good sign then.
    expect(showToday(world.ports).heartbeat?.wrong).toContain('No hourly run has come since');
    runHour(world.ports);
    expect(showToday(world.ports).heartbeat?.wrong).toBe('');
    expect(red(world)).toEqual([]);
  });

  it('a weekend is no day missed', () => {
    const world = automatic();
    world.at('2026-11-06 17:00');
    runHour(world.ports);
    world.at('2026-11-09 08:00');
    expect(red(world)).toEqual([]);
  });

  it('colleagues see it too, and whom to ask', () => {
    const world = automatic();
    world.at('2026-11-06 09:00');
    world.user('bob@ourfirm.example');
    expect(showToday(world.ports).alerts[0]?.message).toContain('Ask ann@ourfirm.example to open this workbook');
  });

  it('it is red in Preview as well, where nothing is planned without it', () => {
    const world = automatic();
    setLive(world.ports, false);
    world.at('2026-11-06 09:00');
    expect(red(world)).toEqual(['schedule-silent']);
  });

  it('it is expected a day after it was turned on, though it never ran', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    setAutomatic(world.ports, true);
    world.at('2026-11-05 08:30');
    expect(red(world)).toEqual([]);
    world.at('2026-11-05 09:30');
    expect(red(world)).toEqual(['schedule-silent']);
  });

  it('the runs of a former sender do not count', () => {
    const world = automatic();
    world.user('bob@ourfirm.example');
    becomeSender(world.ports);
    setAutomatic(world.ports, true);
    world.at('2026-11-06 09:00');
    world.user('ann@ourfirm.example');
    runHour(world.ports);
    expect(showToday(world.ports).heartbeat?.by).toBe('ann@ourfirm.example');
    expect(showToday(world.ports).alerts).toMatchObject([
      {
        code: 'schedule-silent',
        message: expect.stringContaining('The hourly run of bob@ourfirm.example has not run'),
      },
    ]);
  });
});

describe('while Automatic is off', () => {
  it('approved mails that wait for a business day without a run are red, with the button', () => {
    const world = approved();
    world.at('2026-11-05 08:59');
    expect(red(world)).toEqual([]);
    world.at('2026-11-05 09:00');
    expect(showToday(world.ports).alerts).toEqual([
      {
        tone: 'bad',
        code: 'schedule-silent',
        message:
          'Approved mails have waited since Wed 4 Nov, 09:00, and no hourly run sent them. Press Send in Review, or turn Automatic on.',
        actions: [{ label: 'Turn Automatic on', call: 'setAutomatic', on: true }],
      },
    ]);
    setLive(world.ports, false);
    expect(red(world)).toEqual([]);
  });

  it('a firm mail that waits for payments is no mail that waits for a run', () => {
    const world = firmMailApprovedOn('2026-11-04 09:00');
    world.at('2026-11-05 10:00');
    expect(red(world)).toEqual(['schedule-silent']);
    world.at('2026-11-06 10:00');
    expect(showToday(world.ports).alerts).toMatchObject([{ tone: 'warn', code: 'stale-payments' }]);
  });

  it('a firm mail that is held over a Friday is no mail that waits for a run', () => {
    const world = firmMailApprovedOn('2026-11-05 09:00');
    world.at('2026-11-06 17:00');
    payments(world, '2026-11-05');
    expect(red(world)).toEqual([]);
    world.at('2026-11-09 08:30');
    payments(world, '2026-11-06');
    expect(red(world)).toEqual([]);
    world.at('2026-11-09 09:00');
    expect(red(world)).toEqual(['schedule-silent']);
  });

  it('a mail that was approved in Preview waits from going live on', () => {
    const world = approved();
    setLive(world.ports, false);
    world.at('2026-11-06 11:00');
    setLive(world.ports, true);
    expect(red(world)).toEqual([]);
    world.at('2026-11-09 10:59');
    expect(red(world)).toEqual([]);
    world.at('2026-11-09 11:00');
    expect(red(world)).toEqual(['schedule-silent']);
  });

  it('the day of going live is no day missed, for whom it keeps first contacts from', () => {
    const world = approved();
    setLive(world.ports, false);
    world.at('2026-11-05 11:00');
    goLive(world.ports);
    world.at('2026-11-06 17:00');
    expect(red(world)).toEqual([]);
    world.at('2026-11-09 08:00');
    expect(showToday(world.ports).alerts[0]?.message).toContain('have waited since Thu 5 Nov, and no hourly run');
  });

  it('nothing is red where nothing is approved', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    world.at('2026-11-06 09:00');
    expect(red(world)).toEqual([]);
  });

  it('a stop is told alone: pressing Send would not help', () => {
    const world = approved();
    for (const row of world.cells('AR Settings')) if (row[0] === 'Payments are in up to') row[1] = day('2026-10-20');
    world.at('2026-11-06 09:00');
    expect(showToday(world.ports)).toMatchObject({ stops: [{ code: 'stale-payments' }], alerts: [] });
  });
});
