// Leaving: what is said beforehand, what goes, what stays, whatever stands in the way.
import { describe, expect, it } from 'vitest';
import { leave, showLeaving } from '../../../src/usecases/installation/leave';
import { moveHere } from '../../../src/usecases/workbook-mode/copied-workbook';
import { setAutomatic } from '../../../src/usecases/workbook-mode/workbook-mode';
import { type FakeWorld, fakeWorld } from '../../builders/fake-workbook';
import { liveAt, records } from '../../builders/our-firm';

const liveWorld = (): FakeWorld =>
  liveAt('2026-11-04 09:00', [{ no: '1', customer: 'Acme', due: '2026-11-01', amount: 900 }]);

describe('leaving', () => {
  it('says beforehand what goes and what stays, and changes nothing by that', () => {
    const world = liveWorld();
    setAutomatic(world.ports, true);
    const before = JSON.stringify(world.ports.properties.readAll());
    const { can, goes, stays } = showLeaving(world.ports);
    expect(can).toBe('all');
    expect(goes[0]).toContain('Your hourly run');
    expect(goes[1]).toContain('ann@ourfirm.example');
    expect(stays.join(' ')).toContain('AR Settings, AR Customers');
    expect(JSON.stringify(world.ports.properties.readAll())).toBe(before);
  });

  it('takes the schedule and all that is remembered, writes one event and leaves the tabs', () => {
    const world = liveWorld();
    setAutomatic(world.ports, true);
    const names = world.sheetNames();
    leave(world.ports);
    expect(world.ports.properties.readAll()).toEqual({});
    expect(world.ports.schedule.isOn()).toBe(false);
    expect(world.sheetNames()).toEqual(names);
    expect(records(world, 'AR Log').pop()?.['Event']).toBe('left');
  });

  it('is for the one who sends; another person removes a run of their own, and nothing else', () => {
    const world = liveWorld();
    const before = JSON.stringify(world.ports.properties.readAll());
    world.user('bo@ourfirm.example');
    expect(showLeaving(world.ports)).toMatchObject({
      can: 'nothing',
      why: expect.stringContaining('Only ann@ourfirm.example'),
      goes: [],
    });
    expect(() => leave(world.ports)).toThrow('first press "I will send instead"');
    world.ports.schedule.turnOn();
    expect(showLeaving(world.ports)).toMatchObject({ can: 'own-run', goes: [expect.stringContaining('hourly run')] });
    expect(leave(world.ports).message).toBe('Your hourly run is removed.');
    expect(world.ports.schedule.isOn()).toBe(false);
    expect(JSON.stringify(world.ports.properties.readAll())).toBe(before);
  });

  it('is refused where nothing is', () => {
    expect(() => leave(fakeWorld({ Invoices: [['Customer']] }).ports)).toThrow('remembers nothing');
    const world = liveWorld();
    leave(world.ports);
    expect(() => leave(world.ports)).toThrow('remembers nothing');
  });

  it('is not kept from happening by a log that lost a row', () => {
    const world = liveWorld();
    world.cells('AR Log').splice(2, 1);
    leave(world.ports);
    expect(world.ports.properties.readAll()).toEqual({});
    expect(records(world, 'AR Log').pop()?.['Event']).not.toBe('left');
  });

  it('takes away what is remembered even where it cannot be read any more', () => {
    const world = liveWorld();
    world.ports.properties.write({ duesheet: 'half a te' });
    expect(showLeaving(world.ports).can).toBe('all');
    leave(world.ports);
    expect(world.ports.properties.readAll()).toEqual({});
  });

  it('is undone by moving here: the log goes on, in Preview, with nobody as sender', () => {
    const world = liveWorld();
    leave(world.ports);
    expect(moveHere(world.ports).message).toBe(
      'Work goes on with AR Log as it is. It is in Preview; choose who sends, then go Live.',
    );
    expect(
      records(world, 'AR Log')
        .slice(-2)
        .map(({ Event }) => Event),
    ).toEqual(['left', 'moved']);
    expect(JSON.parse(world.ports.properties.readAll()['duesheet'] ?? '{}')).toMatchObject({ sender: '', live: false });
  });
});
