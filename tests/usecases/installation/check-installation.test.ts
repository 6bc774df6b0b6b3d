// The check of an installation: each fault it can see, told apart from what is well and from what cannot be told here.
import { describe, expect, it } from 'vitest';
import { checkInstallation } from '../../../src/usecases/installation/check-installation';
import { mailMyself } from '../../../src/usecases/installation/mail-myself';
import type { Finding } from '../../../src/usecases/installation/view';
import { confirmSendAs, testSendAs } from '../../../src/usecases/workbook-mode/send-as';
import { setAutomatic } from '../../../src/usecases/workbook-mode/workbook-mode';
import { MailRefused } from '../../../src/workbook/ports';
import { Refusal } from '../../../src/workbook/refusal';
import { type FakeWorld, fakeWorld } from '../../builders/fake-workbook';
import { liveAt } from '../../builders/our-firm';

const liveWorld = (): FakeWorld =>
  liveAt('2026-11-04 09:00', [{ no: '1', customer: 'Acme', due: '2026-11-01', amount: 900 }]);

function found(world: FakeWorld, name: string): Finding {
  const finding = checkInstallation(world.ports).findings.find((one) => one.name === name);
  if (!finding) throw new Error(`nothing was tried that is called ${name}`);
  return finding;
}

describe('an installation', () => {
  it('that does as it should has nothing to look at, and nothing that was tried stays', () => {
    const world = liveWorld();
    const before = [JSON.stringify(world.ports.properties.readAll()), world.sheetNames(), world.cells('AR Log').length];
    const { findings } = checkInstallation(world.ports);
    expect(findings.filter(({ grade }) => grade === 'look')).toEqual([]);
    expect(findings.every(({ says }) => /^\S.*[.]$/s.test(says))).toBe(true);
    expect([
      JSON.stringify(world.ports.properties.readAll()),
      world.sheetNames(),
      world.cells('AR Log').length,
    ]).toEqual(before);
    expect(world.mails).toEqual([]);
  });

  it('is checked before set-up too', () => {
    const { findings } = checkInstallation(fakeWorld({ Invoices: [['Customer']] }).ports);
    expect(findings.filter(({ grade }) => grade === 'look')).toEqual([]);
    expect(findings.find(({ name }) => name === 'Tables')?.grade).toBe('not here');
  });

  it('has a lock that somebody holds', () => {
    const world = liveWorld();
    world.heldByOther = true;
    expect(found(world, 'Lock')).toMatchObject({ grade: 'look', says: expect.stringContaining('could not be had') });
  });

  it('has a lock that is not given back', () => {
    const world = liveWorld();
    world.ports.lock.release = () => {};
    expect(found(world, 'Lock').says).toContain('could not be had again');
  });

  it('remembers nothing where the script is bound to no workbook', () => {
    const world = liveWorld();
    world.ports.properties = { readAll: () => ({}), write: () => {}, remove: () => {} };
    expect(found(world, 'Memory').grade).toBe('not here');
  });

  it('changes texts in a row added at the end', () => {
    const world = liveWorld();
    world.tried = { appended: ['2', '+49 30 1234', '123'] };
    expect(found(world, 'Texts in cells')).toMatchObject({
      grade: 'look',
      says: expect.stringContaining('"00123" became "123" in a row added at the end'),
      todo: expect.stringContaining('Do not go Live'),
    });
  });

  it('does not keep the format for texts', () => {
    const world = liveWorld();
    world.tried = { isText: false };
    expect(found(world, 'Texts in cells').says).toContain('the format for texts did not stay');
  });

  it('loses names of cells', () => {
    const world = liveWorld();
    world.tried = { isNamed: false };
    expect(found(world, 'Names of cells').grade).toBe('look');
    world.tried = {};
    expect(found(world, 'Names of cells').grade).toBe('ok');
    for (const name of Object.keys(world.names)) delete world.names[name];
    expect(found(world, 'Names of cells').says).toContain('AS_OF');
  });

  it('is slow when the middle one of its rounds takes two seconds', () => {
    const world = liveWorld();
    world.tried = { rounds: [100, 1_900, 9_000] };
    expect(found(world, 'Speed')).toMatchObject({ grade: 'ok', says: expect.stringContaining('1900 ms') });
    world.tried = { rounds: [2_100, 100, 2_000] };
    expect(found(world, 'Speed').grade).toBe('look');
  });

  it('has typed columns in a tab of ours', () => {
    const world = liveWorld();
    world.typed = 'AR Log';
    expect(found(world, 'Tables')).toMatchObject({ grade: 'look', says: expect.stringContaining('AR Log: Seq, At') });
  });

  it('has no Gmail, or lacks a permission, or an address', () => {
    const world = liveWorld();
    world.ports.installation.hasGmail = () => false;
    expect(found(world, 'Gmail').grade).toBe('look');
    world.ports.schedule.missingPermission = () => 'Allow it.';
    expect(found(world, 'Permissions').todo).toBe('Allow it.');
    world.ports.schedule.missingPermission = () => '';
    world.user('');
    expect(found(world, 'Permissions').grade).toBe('look');
  });

  it('has a shared address to send from, to be confirmed or confirmed by a test mail', () => {
    const world = liveWorld();
    expect(found(world, 'Sender address').grade).toBe('not here');
    const row = world.cells('AR Settings').find(([name]) => name === 'Send as');
    if (!row) throw new Error('no setting "Send as"');
    row[1] = 'accounts@ourfirm.example';
    expect(found(world, 'Sender address')).toMatchObject({ grade: 'look', todo: 'Answer under Today.' });
    testSendAs(world.ports);
    confirmSendAs(world.ports);
    expect(found(world, 'Sender address')).toMatchObject({
      grade: 'ok',
      says: expect.stringContaining('accounts@ourfirm.example'),
    });
    mailMyself(world.ports);
    const raw = Buffer.from(world.mails.pop()?.raw ?? '', 'base64url').toString();
    expect(raw).toMatch(/^From: .*accounts@ourfirm\.example/m);
  });

  it('refuses a tab of its own: what that tab would show is told as not seen, and the rest is tried', () => {
    const world = liveWorld();
    let times = 0;
    world.ports.installation.tryTab = () => {
      times += 1;
      throw new Refusal('tab-taken', 'There is a tab "Duesheet check" with something in it.');
    };
    const { findings } = checkInstallation(world.ports);
    const looks = findings.filter(({ grade }) => grade === 'look').map(({ name }) => name);
    expect(looks).toEqual(['Texts in cells', 'Names of cells', 'Speed']);
    expect(times).toBe(1);
  });

  it('tells what Google said where something breaks', () => {
    const world = liveWorld();
    world.ports.installation.tryTab = () => {
      throw new Error('Service Spreadsheets timed out');
    };
    expect(found(world, 'Speed').says).toBe('Google refused this: Service Spreadsheets timed out');
  });
});

describe('the hourly run of an installation', () => {
  const beat = (world: FakeWorld, at: string, wrong = ''): void => {
    const state = JSON.parse(world.ports.properties.readAll()['duesheet'] ?? '{}');
    const heartbeat = { at, by: 'ann@ourfirm.example', did: 'Nothing to do.', wrong };
    world.ports.properties.write({ duesheet: JSON.stringify({ ...state, heartbeat }) });
  };

  it('is not told while none is installed', () => {
    expect(found(liveWorld(), 'Hourly run').grade).toBe('not here');
  });

  it('is worth a look until it has run, and well once it has', () => {
    const world = liveWorld();
    setAutomatic(world.ports, true);
    expect(found(world, 'Hourly run')).toMatchObject({ grade: 'look', says: expect.stringContaining('not run yet') });
    const { text } = world.ports.clock.now();
    beat(world, text);
    expect(found(world, 'Hourly run').grade).toBe('ok');
    beat(world, text, 'AR Holds is missing.');
    expect(found(world, 'Hourly run')).toMatchObject({ grade: 'look', says: expect.stringContaining('AR Holds') });
  });

  it('is worth a look when it has not run since the day before yesterday', () => {
    const world = liveWorld();
    setAutomatic(world.ports, true);
    beat(world, '2026-01-01 08:00:00');
    expect(found(world, 'Hourly run').says).toContain('last ran at 2026-01-01');
  });
});

describe('a mail to oneself', () => {
  it('goes to the person alone, and nothing is written down', () => {
    const world = liveWorld();
    const before = world.cells('AR Log').length;
    expect(mailMyself(world.ports).message).toContain('ann@ourfirm.example');
    expect(world.mails).toHaveLength(1);
    expect(Buffer.from(world.mails[0]?.raw ?? '', 'base64url').toString()).toMatch(/^To: <?ann@ourfirm\.example>?\r$/m);
    expect(world.cells('AR Log')).toHaveLength(before);
  });

  it('is refused without an address, and passes on what Gmail refused', () => {
    const world = liveWorld();
    world.refuse = new MailRefused('quota', 'The daily limit of Gmail is reached.');
    expect(() => mailMyself(world.ports)).toThrow('daily limit');
    world.user('');
    expect(() => mailMyself(world.ports)).toThrow('does not tell Duesheet your address');
  });
});
