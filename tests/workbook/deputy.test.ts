// Who is offered to take the sending over: anybody where no deputy is named, else the deputy after a missed business day.
import { describe, expect, it } from 'vitest';
import { approveReminders } from '../../src/usecases/review/review';
import { showReview } from '../../src/usecases/review/review-lines';
import { runHour } from '../../src/usecases/sending/run-hour';
import { saveSetting } from '../../src/usecases/settings/save-setting';
import { showToday } from '../../src/usecases/today/show-today';
import { becomeSender } from '../../src/usecases/workbook-mode/take-over';
import { setAutomatic } from '../../src/usecases/workbook-mode/workbook-mode';
import type { FakeWorld } from '../builders/fake-workbook';
import { type InvoiceLine, liveAt } from '../builders/our-firm';

const LINES: InvoiceLine[] = [{ no: '1', customer: 'Acme', due: '2026-11-01', amount: 1200 }];
const DEB = 'deb@ourfirm.example';

/** Ann sends with a schedule that ran on Wed 4 Nov at nine; Deb is her deputy. */
function withDeputy(deputy = DEB): FakeWorld {
  const world = liveAt('2026-11-04 09:00', LINES);
  saveSetting(world.ports, 'Deputy', deputy);
  setAutomatic(world.ports, true);
  runHour(world.ports);
  return world;
}

/** What Today says of the sender to somebody, and the buttons beside it. */
function told(world: FakeWorld, user: string): { message: string; labels: string[]; isOffered: boolean } {
  world.user(user);
  const { stops, sender } = showToday(world.ports);
  const stop = stops.find(({ code }) => code === 'not-sender');
  const labels = stop?.actions.map(({ label }) => label) ?? [];
  return { message: stop?.message ?? '', labels, isOffered: sender.isOffered };
}

describe('the deputy', () => {
  it('is offered the sending after one missed business day, with the button', () => {
    const world = withDeputy();
    world.at('2026-11-05 08:30');
    expect(told(world, DEB)).toMatchObject({ labels: [], isOffered: false });
    expect(told(world, DEB).message).toContain('You are the deputy: the sending is offered to you when a business day');
    world.at('2026-11-05 09:30');
    expect(told(world, 'Deb@OurFirm.example')).toMatchObject({ labels: ['I will send'], isOffered: true });
    expect(told(world, DEB).message).toContain(
      'Nothing was done in that name since Wed 4 Nov, 09:00, and you are the deputy.',
    );
  });

  it('is offered it no longer once the schedule ran again', () => {
    const world = withDeputy();
    world.at('2026-11-06 09:00');
    runHour(world.ports);
    expect(told(world, DEB)).toMatchObject({ labels: [], isOffered: false });
  });

  it('is not offered it while the sender, who has no schedule, is at work', () => {
    const world = withDeputy();
    setAutomatic(world.ports, false);
    world.at('2026-11-06 09:00');
    approveReminders(
      world.ports,
      showReview(world.ports).lines.map(({ id }) => id),
    );
    world.at('2026-11-06 17:00');
    expect(told(world, DEB).isOffered).toBe(false);
    world.at('2026-11-09 17:00');
    expect(told(world, DEB).isOffered).toBe(true);
  });
});

describe('others', () => {
  it('are not offered it while a deputy is named, however long the schedule is silent, and hear who the deputy is', () => {
    const world = withDeputy();
    world.at('2026-11-20 09:00');
    expect(told(world, 'cy@ourfirm.example')).toMatchObject({ labels: [], isOffered: false });
    expect(told(world, 'cy@ourfirm.example').message).toContain('deb@ourfirm.example is named as deputy');
  });

  it('are offered it at any time where none is named', () => {
    const world = withDeputy('');
    expect(told(world, 'cy@ourfirm.example')).toMatchObject({ labels: ['I will send instead'], isOffered: true });
  });

  it('are offered it where the deputy sends: the one it was taken from takes it back', () => {
    const world = withDeputy();
    world.at('2026-11-06 09:00');
    world.user(DEB);
    becomeSender(world.ports);
    expect(told(world, 'ann@ourfirm.example')).toMatchObject({ labels: ['I will send instead'], isOffered: true });
  });

  it('are offered it where Deputy holds no address: a name would keep everybody out', () => {
    const world = withDeputy('');
    for (const row of world.cells('AR Settings')) if (row[0] === 'Deputy') row[1] = 'Deb';
    expect(told(world, 'cy@ourfirm.example').isOffered).toBe(true);
    const messages = showToday(world.ports).problems.first.map(({ message }) => message);
    expect(messages.join()).toContain('AR Settings, Deputy');
  });
});

it('a workbook in which nobody sends offers it to anybody', () => {
  const world = liveAt('2026-11-04 09:00', LINES);
  world.ports.properties.write({ duesheet: JSON.stringify({ workbook: 'workbook-1' }) });
  expect(told(world, 'cy@ourfirm.example')).toMatchObject({ labels: ['I will send'], isOffered: true });
});
