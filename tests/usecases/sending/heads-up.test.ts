// The word to the account owner before a senior contact is written to: who gets one, when, and never twice.
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { changeContact } from '../../../src/usecases/customers/manual-status';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders } from '../../../src/usecases/review/review';
import { runHour } from '../../../src/usecases/sending/run-hour';
import { sendStep } from '../../../src/usecases/sending/send';
import { showToday } from '../../../src/usecases/today/show-today';
import { setLive } from '../../../src/usecases/workbook-mode/workbook-mode';
import { MailRefused } from '../../../src/workbook/ports';
import { afterCalls, CALL } from '../../builders/customer-calls';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, records } from '../../builders/our-firm';

const ACME: InvoiceLine = { no: '1001', customer: 'Acme Tools', due: '2026-10-26', amount: 1200 };
const KEY = 'acme tools';

/** A live workbook on Wed 4 Nov whose customers took a call; the stage behind it writes to the senior contact. */
function called(...lines: InvoiceLine[]): FakeWorld {
  const world = liveAt('2026-10-28 09:00', lines);
  world.cells('AR Policy').splice(1);
  world
    .cells('AR Policy')
    .push(
      ['New', 1, 'due', 2, ...CALL],
      ['New', 2, 'due', 9, 'email', 'Firm senior', 'senior', 'billing', 'review', 3, 'firm', 'yes', '', ''],
    );
  return afterCalls(world, '2026-11-04 09:00');
}

/** The same for one customer, whose contacts are known. */
function toSenior(contact: { owner?: string; escalationEmail?: string } = {}): FakeWorld {
  const world = called(ACME);
  changeContact(world.ports, KEY, {
    owner: 'olga@ourfirm.example',
    escalationEmail: 'cfo@acme-tools.example',
    ...contact,
  });
  return world;
}

async function mails(world: FakeWorld): Promise<{ to: string; subject: string; text: string }[]> {
  return Promise.all(
    world.mails.map(async ({ raw }) => {
      const { to, subject, text } = await PostalMime.parse(Buffer.from(raw, 'base64url'));
      return { to: (to ?? []).map(({ address }) => address).join(), subject: subject ?? '', text: text ?? '' };
    }),
  );
}

const events = (world: FakeWorld, kind: string) => records(world, 'AR Log').filter((row) => row['Event'] === kind);
const approveAll = (world: FakeWorld): void => {
  approveReminders(
    world.ports,
    records(world, 'AR Queue').map((row) => String(row['Reminder'])),
  );
};

describe('the heads-up', () => {
  it('that Gmail refuses is the last one tried in a run: the others wait for the next', () => {
    const world = called(ACME, { ...ACME, no: '1002', customer: 'Bolt' });
    for (const key of [KEY, 'bolt'])
      changeContact(world.ports, key, { owner: 'olga@ourfirm.example', escalationEmail: 'cfo@there.example' });
    world.refuse = new MailRefused('quota', 'Used up.');
    runHour(world.ports);
    expect(world.calls['mailer.send']).toBe(1);
    world.refuse = null;
    world.at('2026-11-04 10:00');
    runHour(world.ports);
    expect(world.mails).toHaveLength(1);
  });

  it('goes to the account owner with the hourly run, once, while the mail waits for review', async () => {
    const world = toSenior();
    runHour(world.ports);
    world.at('2026-11-04 10:00');
    runHour(world.ports);
    const [first, ...more] = await mails(world);
    expect(more).toEqual([]);
    expect(first?.to).toBe('olga@ourfirm.example');
    expect(first?.subject).toContain('Acme Tools');
    expect(first?.text).toContain('cfo@acme-tools.example');
    expect(events(world, 'heads-up')).toHaveLength(1);
  });

  it('does not carry the reference by which the mail itself is found in Sent', async () => {
    const world = toSenior();
    runHour(world.ports);
    const id = String(records(world, 'AR Queue')[0]?.['Reminder']);
    const [first] = await mails(world);
    expect(Buffer.from(world.mails[0]?.raw ?? '', 'base64url').toString()).not.toContain(id);
    expect(first?.text).not.toContain(id);
  });

  it('is written down and made final before it is sent', () => {
    const world = toSenior();
    let before: string[] = [];
    world.before = (call) => {
      if (call === 'mailer.send') before = records(world, 'AR Log').map((row) => String(row['Event']));
    };
    runHour(world.ports);
    expect(before[before.length - 1]).toBe('heads-up');
  });

  it('goes out right before the mail where no hourly run came first', async () => {
    const world = toSenior();
    approveAll(world);
    expect(sendStep(world.ports, { unattended: false })).toMatchObject({ sent: 1 });
    expect((await mails(world)).map(({ to }) => to)).toEqual(['olga@ourfirm.example', 'cfo@acme-tools.example']);
  });

  it('that fails never stops the mail, and is not tried again', async () => {
    const world = toSenior();
    approveAll(world);
    world.before = (call, count) => {
      if (call === 'mailer.send' && count === 1) throw new MailRefused('refused', 'Mailbox unavailable.');
    };
    const result = sendStep(world.ports, { unattended: false });
    expect(result).toMatchObject({ sent: 1 });
    expect(result.message).toContain('olga@ourfirm.example about Acme Tools could not be sent: Mailbox unavailable.');
    expect((await mails(world)).map(({ to }) => to)).toEqual(['cfo@acme-tools.example']);
  });

  it('counts as a recipient', () => {
    const world = toSenior();
    runHour(world.ports);
    expect(showToday(world.ports).budget.used).toBe(1);
  });

  it.each([
    ['the owner is in copy anyway', { owner: 'ap@acme-tools.example' }],
    ['the owner is the sender', { owner: 'Ann@ourfirm.example' }],
    ['the owner is a name without an address', { owner: 'Olga' }],
    ['no senior contact is known, so billing is written to', { escalationEmail: '' }],
  ])('goes to nobody where %s', (_, contact) => {
    const world = toSenior(contact);
    runHour(world.ports);
    approveAll(world);
    expect(sendStep(world.ports, { unattended: false })).toMatchObject({ sent: 1 });
    expect(events(world, 'heads-up')).toEqual([]);
    expect(world.mails).toHaveLength(1);
  });

  it.each([
    ['in Preview', (world: FakeWorld) => setLive(world.ports, false)],
    ['outside the send window', (world: FakeWorld) => world.at('2026-11-04 20:00')],
    ['for somebody who is not the sender', (world: FakeWorld) => world.user('bo@ourfirm.example')],
    ['while payments are not confirmed', (world: FakeWorld) => world.at('2026-11-16 10:00')],
  ])('does not leave %s', (_, arrange) => {
    const world = toSenior();
    arrange(world);
    runHour(world.ports);
    expect(events(world, 'heads-up')).toEqual([]);
  });

  it('is left out with a sentence where AR Templates has no such text', () => {
    const world = toSenior();
    const kept = world.cells('AR Templates').filter(([name]) => name !== 'Heads-up');
    world.cells('AR Templates').splice(0, Number.POSITIVE_INFINITY, ...kept);
    planDay(world.ports);
    expect(runHour(world.ports).message).toContain('AR Templates has no text "Heads-up"');
    expect(world.mails).toHaveLength(0);
  });

  it('is written in the text that AR Policy names for it', async () => {
    const world = toSenior();
    world
      .cells('AR Policy')
      .push([
        'Any',
        1,
        'due',
        0,
        'email',
        'To our owners',
        'owner',
        '',
        'review',
        0,
        'neutral',
        'yes',
        '',
        '',
        'heads-up',
      ]);
    world.cells('AR Templates').push(['To our owners', 'en', 'Ahead of {{planned subject}}', 'About {{customer}}.']);
    runHour(world.ports);
    expect((await mails(world)).map(({ to, subject }) => `${to}: ${subject}`)).toEqual([
      expect.stringMatching(/^olga@ourfirm\.example: Ahead of /),
    ]);
  });
});

describe('the veto of the account owner', () => {
  const decide = (world: FakeWorld, word: string): void => {
    const [headers = [], row = []] = world.cells('AR Queue');
    row[headers.indexOf('Decide')] = word;
  };

  it('is asked for with a link to the row of the reminder', async () => {
    const world = toSenior();
    runHour(world.ports);
    const [told] = await mails(world);
    expect(told?.text).toContain('hold back');
    expect(told?.text).toMatch(/https:\/\/docs\.google\.com\/spreadsheets\/d\/\S+\/edit#gid=\d+&range=A2\b/);
  });

  it('pauses for ten business days at most, counts in the next decision, and stands in the log', () => {
    const world = toSenior();
    runHour(world.ports);
    approveAll(world);
    decide(world, 'hold back');
    planDay(world.ports);
    // Ten business days from Wed 4 Nov.
    expect(records(world, 'AR Holds')).toMatchObject([
      { Customer: 'Acme Tools', Until: { day: 20775 }, Reason: 'Held back by the account owner', By: 'AR Queue' },
    ]);
    expect(events(world, 'hold-added')).toMatchObject([{ Actor: 'AR Queue', Customer: 'Acme Tools' }]);
    expect(records(world, 'AR Queue')).toEqual([]);
    const before = world.mails.length;
    setLive(world.ports, true);
    sendStep(world.ports, { unattended: false });
    expect(world.mails.length).toBe(before);
    world.at('2026-11-19 09:00');
    planDay(world.ports);
    expect(records(world, 'AR Queue')).toHaveLength(1);
  });

  it('counts however it is written, as a veto that nobody reads lets a mail go', () => {
    const world = toSenior();
    runHour(world.ports);
    approveAll(world);
    decide(world, 'Holdback please');
    planDay(world.ports);
    expect(records(world, 'AR Holds')).toHaveLength(1);
    expect(records(world, 'AR Queue')).toEqual([]);
  });

  it('beside a mail of which nobody knows whether it left keeps back what would follow', () => {
    const world = toSenior();
    runHour(world.ports);
    approveAll(world);
    setLive(world.ports, true);
    world.refuse = new Error('Empty response');
    sendStep(world.ports, { unattended: false });
    world.refuse = null;
    decide(world, 'hold back');
    planDay(world.ports);
    planDay(world.ports);
    expect(records(world, 'AR Holds')).toHaveLength(1);
    expect(records(world, 'AR Queue').map((row) => row['State'])).toEqual(['unconfirmed']);
  });

  it('ends on the day that stands beside it, where that comes sooner', () => {
    const world = toSenior();
    runHour(world.ports);
    const [headers = [], row = []] = world.cells('AR Queue');
    row[headers.indexOf('Snoozed until')] = { day: 20765 };
    decide(world, 'Hold back');
    planDay(world.ports);
    expect(records(world, 'AR Holds')).toMatchObject([{ Until: { day: 20765 } }]);
  });
});
