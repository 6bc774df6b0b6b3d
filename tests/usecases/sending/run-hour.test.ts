// The hourly run: what it does unattended, what it leaves to people, and what it tells them.
import { describe, expect, it } from 'vitest';
import { approveReminders } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { runHour } from '../../../src/usecases/sending/run-hour';
import { showToday } from '../../../src/usecases/today/show-today';
import { setAutomatic, setLive } from '../../../src/usecases/workbook-mode/workbook-mode';
import { MailRefused } from '../../../src/workbook/ports';
import { day, type FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, records } from '../../builders/our-firm';

const LINES: InvoiceLine[] = Array.from({ length: 12 }, (_, index) => ({
  no: `${1000 + index}`,
  customer: `Customer ${index}`,
  due: '2026-11-01',
  amount: 100 + index,
}));

/** Marks the stages of a segment as automatic in AR Policy. */
function makeAutomatic(world: FakeWorld, segment: string): void {
  for (const row of world.cells('AR Policy')) if (row[0] === segment) row[8] = 'auto';
}

const recipients = (world: FakeWorld): string[] =>
  world.mails.map(({ raw }) => /^To: (.*)$/m.exec(Buffer.from(raw, 'base64url').toString())?.[1]?.trim() ?? '');

describe('the hourly run', () => {
  it('plans, and sends what a person approved, in as many steps as it takes', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    approveReminders(
      world.ports,
      showReview(world.ports).lines.map(({ id }) => id),
    );
    expect(runHour(world.ports)).toMatchObject({ sent: 12, failed: 0 });
    expect(world.mails).toHaveLength(12);
  });

  it('sends nothing of what nobody approved', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    setAutomatic(world.ports, true);
    expect(runHour(world.ports).sent).toBe(0);
  });

  it.each([
    ['the workbook is in Preview', (world: FakeWorld) => setLive(world.ports, false)],
    ['Automatic is off', (world: FakeWorld) => setAutomatic(world.ports, false)],
    [
      'the stage is to be reviewed',
      (world: FakeWorld) =>
        world.cells('AR Policy').forEach((row) => {
          if (row[8] === 'auto') row[8] = 'review';
        }),
    ],
  ])('sends without a click only when all three switches agree, not when %s', (_, switchOff) => {
    const world = liveAt('2026-11-02 09:00', LINES);
    setAutomatic(world.ports, true);
    makeAutomatic(world, 'New');
    switchOff(world);
    world.at('2026-11-03 09:00');
    expect(runHour(world.ports).sent).toBe(0);
    expect(world.mails).toHaveLength(0);
  });

  it('sends without a click when all three switches agree', () => {
    const world = liveAt('2026-11-02 09:00', LINES);
    setAutomatic(world.ports, true);
    makeAutomatic(world, 'New');
    world.at('2026-11-03 09:00');
    expect(runHour(world.ports).sent).toBe(12);
    expect(
      records(world, 'AR Log').filter((row) => row['Event'] === 'approved' && row['Actor'] === 'policy'),
    ).toHaveLength(12);
  });

  it('brings AS_OF to today and leaves a heartbeat', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    world.at('2026-11-05 07:10');
    runHour(world.ports);
    expect(records(world, 'AR Settings').find((row) => row['Setting'] === 'AS_OF')?.['Value']).toEqual(
      day('2026-11-05'),
    );
    expect(showToday(world.ports).heartbeat).toMatchObject({ at: '2026-11-05 07:10:00', by: 'ann@ourfirm.example' });
  });

  it('tells the sender by mail when a person is needed, once a day', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    for (const at of ['2026-11-12 09:00', '2026-11-12 10:00', '2026-11-13 09:00']) {
      world.at(at);
      runHour(world.ports);
    }
    expect(recipients(world)).toEqual(['ann@ourfirm.example', 'ann@ourfirm.example']);
    expect(showToday(world.ports).heartbeat?.wrong).toContain('Payments are in only up to');
  });

  it('tries a failed mail again by itself, three times at most', () => {
    const world = liveAt('2026-11-04 09:00', LINES.slice(0, 1));
    approveReminders(
      world.ports,
      showReview(world.ports).lines.map(({ id }) => id),
    );
    let tries = 0;
    world.before = (call) => {
      if (call === 'mailer.send') tries += 1;
    };
    world.refuse = new MailRefused('refused', 'Gmail refused the mail.');
    for (let hour = 9; hour < 16; hour += 1) {
      world.at(`2026-11-04 ${String(hour).padStart(2, '0')}:00`);
      runHour(world.ports);
    }
    const words = records(world, 'AR Log').filter((row) => row['Event'] === 'failed').length;
    expect(words).toBe(3);
    expect(tries).toBe(3 + 1);
  });

  it('does nothing twice when it runs again in the same hour', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    runHour(world.ports);
    const before = records(world, 'AR Log').length;
    runHour(world.ports);
    expect(records(world, 'AR Log')).toHaveLength(before);
  });

  it('ends quietly while a colleague holds the lock', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    world.heldByOther = true;
    expect(runHour(world.ports)).toMatchObject({ planned: 0, sent: 0, message: expect.stringContaining('at work') });
  });
});

describe('AR Queue', () => {
  const MANY: InvoiceLine[] = Array.from({ length: 25 }, (_, index) => ({
    no: `${1000 + index}`,
    customer: `Customer ${index}`,
    due: '2026-11-01',
    amount: 100 + index,
  }));

  /** A live workbook in which 25 mails are approved: three batches. */
  function approved(): FakeWorld {
    const world = liveAt('2026-11-04 09:00', MANY);
    const cap = world.cells('AR Settings').find(([name]) => name === 'New customers per day');
    if (cap) cap[1] = 100;
    runHour(world.ports);
    const ids = showReview(world.ports).lines.map(({ id }) => id);
    expect(ids).toHaveLength(25);
    approveReminders(world.ports, ids);
    return world;
  }

  /** Does something right after a mail has left, once. */
  function afterMail(world: FakeWorld, mail: number, act: () => void): void {
    const before = world.mails.length;
    world.before = () => {
      if (world.mails.length < before + mail) return;
      world.before = () => {};
      act();
    };
  }

  it('is written after the last batch of an hour, and shows what every batch sent', () => {
    const world = approved();
    let shown = -1;
    afterMail(world, 15, () => {
      shown = records(world, 'AR Queue').length;
    });
    expect(runHour(world.ports)).toMatchObject({ sent: 25 });
    expect(shown).toBe(25);
    expect(records(world, 'AR Queue')).toEqual([]);
  });

  it('is brought in line by the same run where a later batch breaks off', () => {
    const world = approved();
    afterMail(world, 10, () => {
      world.before = (call) => {
        if (call !== 'workbook.read') return;
        world.before = () => {};
        throw new Error('Service Spreadsheets timed out');
      };
    });
    expect(() => runHour(world.ports)).toThrow('timed out');
    expect(records(world, 'AR Queue')).toHaveLength(15);
    expect(runHour(world.ports)).toMatchObject({ sent: 15 });
  });

  it('is brought in line by the same run where nothing more may leave after a batch', () => {
    const world = approved();
    afterMail(world, 10, () => world.at('2026-11-04 23:00'));
    expect(runHour(world.ports)).toMatchObject({ sent: 10 });
    expect(records(world, 'AR Queue')).toHaveLength(15);
  });

  it('is brought in line by the next run after one that was killed in its second batch, and nothing leaves twice', () => {
    const world = approved();
    const before = world.mails.length;
    afterMail(world, 12, () => {
      world.before = () => {
        throw new Error('killed');
      };
    });
    expect(() => runHour(world.ports)).toThrow('killed');
    world.before = () => {};
    expect(records(world, 'AR Queue')).toHaveLength(25);
    world.at('2026-11-04 10:00');
    runHour(world.ports);
    expect(new Set(recipients(world).slice(before)).size).toBe(25);
    expect(world.mails.length - before).toBe(25);
    expect(records(world, 'AR Queue')).toEqual([]);
  });

  it('loses a word of the grid that was acted on with the batch that read it', () => {
    const world = approved();
    // Approved at once, they leave in the order of their references.
    const [headers = [], ...rows] = world.cells('AR Queue');
    const place = headers.indexOf('Reminder');
    const [later = []] = [...rows].sort((one, other) => (String(one[place]) > String(other[place]) ? -1 : 1));
    const id = later[place];
    let seen: unknown = '';
    afterMail(world, 5, () => {
      later[headers.indexOf('Decide')] = 'not now';
      afterMail(world, 11, () => {
        seen = records(world, 'AR Queue').find((row) => row['Reminder'] === id)?.['Decide'];
      });
    });
    expect(runHour(world.ports)).toMatchObject({ sent: 24 });
    expect(seen).toBe('not now');
    expect(records(world, 'AR Queue')).toMatchObject([{ Reminder: id, State: 'snoozed', Decide: '' }]);
  });
});

describe('an hourly run that breaks off', () => {
  /** A run in which a sheet cannot be read, once. */
  function brokenRun(world: FakeWorld): void {
    world.before = (call) => {
      if (call !== 'workbook.read') return;
      world.before = () => {};
      throw new Error('Service Spreadsheets timed out');
    };
    expect(() => runHour(world.ports)).toThrow('timed out');
  }

  it('writes its heartbeat, tells the sender once a day, and the next one goes on', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    const before = world.mails.length;
    brokenRun(world);
    expect(showToday(world.ports).heartbeat).toMatchObject({ wrong: expect.stringContaining('broke off') });
    expect(recipients(world).slice(before)).toEqual(['ann@ourfirm.example']);
    world.at('2026-11-04 10:00');
    brokenRun(world);
    expect(world.mails).toHaveLength(before + 1);
    world.at('2026-11-04 11:00');
    runHour(world.ports);
    expect(showToday(world.ports).heartbeat?.wrong).toBe('');
  });

  it('keeps a sentence that names a very long text within what a property holds', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    const sheet = world.cells('AR Settings').find((row) => row[0] === 'Invoice sheet');
    if (sheet) sheet[1] = 'a sheet with a very long name '.repeat(1_000);
    world.remove('Invoices');
    runHour(world.ports);
    expect(showToday(world.ports).heartbeat?.wrong.length).toBeLessThanOrEqual(1_000);
  });
});

describe('a run that midnight overtakes', () => {
  it('does not count as the quiet hour of the new day, which is planned', () => {
    const world = liveAt('2026-11-04 09:00', [{ no: '1', customer: 'Acme', due: '2026-11-20', amount: 100 }]);
    world.at('2026-11-04 23:59');
    world.before = (call) => {
      if (call === 'workbook.read') world.at('2026-11-05 00:00');
    };
    runHour(world.ports);
    world.before = () => {};
    world.at('2026-11-05 00:59');
    runHour(world.ports);
    expect(records(world, 'AR Settings').find((row) => row['Setting'] === 'AS_OF')?.['Value']).toEqual(
      day('2026-11-05'),
    );
  });
});
