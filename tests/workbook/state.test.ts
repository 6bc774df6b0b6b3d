// What is remembered of a workbook: nothing of one passes to another, and what cannot be read stops sending.
import { describe, expect, it } from 'vitest';
import { approveReminders } from '../../src/usecases/review/review';
import { showReview } from '../../src/usecases/review/review-lines';
import { runHour } from '../../src/usecases/sending/run-hour';
import { showToday } from '../../src/usecases/today/show-today';
import { moveHere } from '../../src/usecases/workbook-mode/copied-workbook';
import { becomeSender } from '../../src/usecases/workbook-mode/take-over';
import { setLive } from '../../src/usecases/workbook-mode/workbook-mode';
import { readState } from '../../src/workbook/state';
import { fakeWorld } from '../builders/fake-workbook';
import { liveAt } from '../builders/our-firm';

it('a workbook that was never set up knows no tab, whatever was noted for another one in the same execution', () => {
  const first = readState(fakeWorld({}).ports.properties);
  first.tabs['AR Queue'] = 7;
  expect(readState(fakeWorld({}).ports.properties).tabs).toEqual({});
});

describe('a remembered state that cannot be read', () => {
  const LINE = { no: '1001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 };

  it.each([
    ['duesheet', '{"workbook":"x'],
    ['duesheet', '"live"'],
    ['duesheet', '{"live":"true"}'],
    ['duesheet', '{"log":{"seq":"7"}}'],
    ['duesheet.open', '{"length":3}'],
    ['duesheet.open', 'null'],
  ])('(%s: %s) sends nothing, says so, and lets a person go on', (name, text) => {
    const world = liveAt('2026-11-04 09:00', [LINE]);
    approveReminders(
      world.ports,
      showReview(world.ports).lines.map(({ id }) => id),
    );
    world.ports.properties.write({ [name]: text });
    runHour(world.ports);
    expect(world.mails).toHaveLength(0);
    expect(showToday(world.ports).stops).toMatchObject([
      { code: 'copied', message: expect.stringContaining('cannot be read') },
    ]);
    expect(moveHere(world.ports).message).toContain('AR Log as it is');
    expect(showToday(world.ports).switches.live).toBe(false);
    becomeSender(world.ports);
    setLive(world.ports, true);
    expect(runHour(world.ports)).toMatchObject({ sent: 1 });
  });
});
