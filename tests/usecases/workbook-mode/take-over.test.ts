// Taking the sending over: what is missing on the new sender's side, and the one mail to whom it was taken from.
import { describe, expect, it } from 'vitest';
import { runHour } from '../../../src/usecases/sending/run-hour';
import { showToday } from '../../../src/usecases/today/show-today';
import { becomeSender } from '../../../src/usecases/workbook-mode/take-over';
import { setAutomatic } from '../../../src/usecases/workbook-mode/workbook-mode';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, records } from '../../builders/our-firm';

const LINES: InvoiceLine[] = [{ no: '1', customer: 'Acme', due: '2026-11-01', amount: 1200 }];
const ANN = 'ann@ourfirm.example';
const BOB = 'bob@ourfirm.example';

/** Ann sends with a schedule of hers; Bob sits at the workbook. */
function bobAt(): FakeWorld {
  const world = liveAt('2026-11-04 09:00', LINES);
  setAutomatic(world.ports, true);
  world.user(BOB);
  return world;
}

const mails = (world: FakeWorld): string[] => world.mails.map(({ raw }) => Buffer.from(raw, 'base64url').toString());
const red = (world: FakeWorld): string[] =>
  showToday(world.ports)
    .alerts.filter(({ tone }) => tone === 'bad')
    .map(({ code }) => code);

describe('taking the sending over', () => {
  it('mails whom it was taken from, once, from the new sender’s mailbox', () => {
    const world = bobAt();
    expect(becomeSender(world.ports).message).toContain(`${ANN} was told by mail.`);
    becomeSender(world.ports);
    expect(world.calls['mailer.send']).toBe(1);
    const [mail = ''] = mails(world);
    expect(mail).toContain(`From: Duesheet <${BOB}>`);
    expect(mail).toContain(`To: ${ANN}`);
    expect(mail.replace(/=\r\n/g, '')).toContain(
      'bob@ourfirm.example sends the reminders of "Receivables" since Wed 4 Nov, 09:00. Your schedule there does nothing any more.',
    );
  });

  it('is an event, written before the mail leaves', () => {
    const world = bobAt();
    let before: unknown;
    world.before = (call) => {
      if (call === 'mailer.send') before = records(world, 'AR Log').at(-1)?.['Event'];
    };
    becomeSender(world.ports);
    expect(before).toBe('sender');
  });

  it('holds although the mail cannot leave, and says that somebody has to be told', () => {
    const world = bobAt();
    world.refuse = new Error('Gmail is away.');
    expect(becomeSender(world.ports).message).toContain(`${ANN} could not be told by mail: Gmail is away.`);
    expect(showToday(world.ports).sender).toMatchObject({ email: BOB, isYou: true });
  });

  it('tells nobody where nobody sent before', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    expect(world.mails).toHaveLength(0);
    expect(red(world)).toEqual([]);
  });

  it('says what is missing: the permission, and a schedule of their own', () => {
    const world = bobAt();
    world.missingPermission = 'Duesheet lacks a permission.';
    const { message } = becomeSender(world.ports);
    expect(message).toContain('Duesheet lacks a permission. No schedule of yours is installed');
    expect(showToday(world.ports).stops).toMatchObject([{ code: 'no-permission' }]);
  });

  it('does not ask for a schedule where the new sender has one running', () => {
    const world = bobAt();
    world.ports.schedule.turnOn();
    expect(becomeSender(world.ports).message).not.toContain('schedule');
    expect(red(world)).toEqual([]);
  });
});

describe('Today of the new sender', () => {
  it('is red until the schedule is installed with its button', () => {
    const world = bobAt();
    becomeSender(world.ports);
    expect(showToday(world.ports).alerts).toEqual([
      {
        tone: 'bad',
        code: 'no-schedule',
        message: `You took the sending over from ${ANN}, and no schedule of yours is installed: nothing leaves by itself.`,
        actions: [
          { label: 'Install my schedule', call: 'setAutomatic', on: true },
          { label: 'I send by hand', call: 'setAutomatic', on: false },
        ],
      },
    ]);
    setAutomatic(world.ports, true);
    expect(world.ports.schedule.isOn()).toBe(true);
    expect(red(world)).toEqual([]);
  });

  it('is red no longer once the sender says that they send by hand', () => {
    const world = bobAt();
    becomeSender(world.ports);
    setAutomatic(world.ports, false);
    expect(red(world)).toEqual([]);
  });

  it('stays red whatever the former sender switches off', () => {
    const world = bobAt();
    becomeSender(world.ports);
    world.user(ANN);
    setAutomatic(world.ports, false);
    expect(red(world)).toEqual([]);
    world.user(BOB);
    expect(red(world)).toEqual(['no-schedule']);
  });

  it('is red beside Automatic as well where the schedule was deleted by hand', () => {
    const world = liveAt('2026-11-04 09:00', LINES);
    setAutomatic(world.ports, true);
    world.ports.schedule.turnOff();
    expect(showToday(world.ports).alerts).toMatchObject([
      { code: 'no-schedule', message: expect.stringContaining('Automatic is on, but no schedule of yours') },
    ]);
  });
});

describe('the hourly run of the former sender', () => {
  it('mails nobody', () => {
    const world = bobAt();
    becomeSender(world.ports);
    const before = world.mails.length;
    world.user(ANN);
    for (const day of ['05', '06', '09', '10']) {
      world.at(`2026-11-${day} 09:00`);
      expect(runHour(world.ports)).toMatchObject({ sent: 0 });
    }
    expect(world.mails).toHaveLength(before);
  });
});
