// Going live: ages and choices, the lawyer's list, columns of the team's own, the dry run, and the beginning itself.
import { describe, expect, it } from 'vitest';
import { dayFromIso, isoOf } from '../../../src/receivables/day';
import { applyGoingLive, goLive, showGoingLive } from '../../../src/usecases/going-live/go-live';
import type { GoingLiveChoices } from '../../../src/usecases/going-live/view';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { runHour } from '../../../src/usecases/sending/run-hour';
import { sendStep } from '../../../src/usecases/sending/send';
import { becomeSender } from '../../../src/usecases/workbook-mode/take-over';
import { day, type FakeWorld } from '../../builders/fake-workbook';
import { factsIn, type InvoiceLine, payments, records, setUpAt } from '../../builders/our-firm';

const TODAY = '2026-11-23';
const late = (days: number): string => isoOf((dayFromIso(TODAY) ?? 0) - days);
const BOOK: InvoiceLine[] = [
  { no: '10', customer: 'Young', due: late(10), amount: 100 },
  { no: '11', customer: 'Middle', due: late(45), amount: 200 },
  { no: '12', customer: 'Middle', due: late(5), amount: 50 },
  { no: '13', customer: 'Older', due: late(75), amount: 300 },
  { no: '14', customer: 'Old', due: late(120), amount: 400 },
  { no: '15', customer: 'Ancient', due: late(200), amount: 12_000 },
  { no: '16', customer: 'Fine', due: late(-20), amount: 70 },
];
const NONE: GoingLiveChoices = { bands: {}, withLawyer: '', chasedOn: '', lastStage: '' };

function ready(book = BOOK): FakeWorld {
  const world = setUpAt(`${TODAY} 09:00`, book);
  becomeSender(world.ports);
  payments(world, TODAY);
  return world;
}

const events = (world: FakeWorld, kind: string): string[] =>
  records(world, 'AR Log')
    .filter((row) => row['Event'] === kind)
    .map((row) => String(row['Customer']));

const waiting = (world: FakeWorld): string[] =>
  records(world, 'AR Queue').map((row) => `${row['Customer']} ${row['Template']}`);

/** All that waits is approved, stays so over the day of going live, and leaves on the next. */
function expectKept(world: FakeWorld, before: readonly string[]): void {
  approveReminders(
    world.ports,
    showReview(world.ports).lines.map(({ id }) => id),
  );
  goLive(world.ports);
  expect(waiting(world)).toEqual(before);
  expect(sendStep(world.ports, { unattended: false })).toMatchObject({ sent: 0, cancelled: 0, backToReview: 0 });
  world.at('2026-11-24 09:00');
  planDay(world.ports);
  expect(sendStep(world.ports, { unattended: false })).toMatchObject({ sent: before.length, cancelled: 0 });
}

describe('the page for going live', () => {
  it('sorts customers by their oldest overdue invoice and proposes a beginning for each age', () => {
    const { bands } = showGoingLive(ready().ports, null);
    expect(
      bands.map(({ label, customers, invoices, choice }) => `${label}: ${customers} ${invoices} ${choice}`),
    ).toEqual([
      '1-30 days: 1 1 begin',
      '31-60 days: 1 2 personal',
      '61-90 days: 1 1 personal',
      '91-180 days: 1 1 ask-first',
      'over 180 days: 1 1 ask-first',
    ]);
    expect(bands[1]?.amounts).toBe('250.00 EUR');
  });

  it('tells what would happen with the choices, and writes nothing', () => {
    const world = ready();
    const before = JSON.stringify([world.cells('AR Log'), world.cells('AR Queue')]);
    const { dryRun, toWrite } = showGoingLive(world.ports, NONE);
    expect(dryRun.sentence).toMatch(/^If you went live now: \d+ mails.* to 5 customers on \d+ business days\.$/);
    expect(dryRun.days[0]).toMatchObject({ day: TODAY, customers: 0 });
    expect(dryRun.notes[0]).toBe('Nobody is contacted today.');
    expect(dryRun.largest[0]).toMatchObject({ customer: 'Ancient', amounts: '12,000.00 EUR' });
    expect(toWrite).toBe(4);
    expect(JSON.stringify([world.cells('AR Log'), world.cells('AR Queue')])).toBe(before);
    const lawyers = showGoingLive(world.ports, { ...NONE, withLawyer: 'Ancient' });
    expect(lawyers.dryRun.largest.map(({ customer }) => customer)).not.toContain('Ancient');
    expect(lawyers.bands[4]?.customers).toBe(0);
  });

  it('says who needs an address', () => {
    const world = ready([...BOOK, { no: '17', customer: 'Mute', due: late(9), amount: 50, email: '' }]);
    const { dryRun } = showGoingLive(world.ports, NONE);
    expect(dryRun.fixes.map(({ customer }) => customer)).toEqual(['Mute']);
    expect(dryRun.notes).toContain('1 customer cannot be reached before something is mended.');
  });

  it('writes the proposals down: stages taken over, old balances asked first, and the next step after the difference of days', () => {
    const world = ready();
    const { message } = applyGoingLive(world.ports, NONE);
    expect(message).toContain('2 customers begin where your last reminder left off, 2 customers are asked first');
    expect(events(world, 'onboarded').sort()).toEqual(['Middle', 'Older']);
    expect(events(world, 'ask-first').sort()).toEqual(['Ancient', 'Old']);
    expect(waiting(world)).toContain('Ancient Old balance');
    expect(waiting(world).some((one) => one.startsWith('Middle'))).toBe(false);
    world.at('2026-11-30 09:00');
    planDay(world.ports);
    // Firm is the stage, but a first word of ours is never firm.
    expect(waiting(world)).toContain('Middle Personal');
  });

  it('asks about an old balance in the text that AR Policy names for it', () => {
    const world = ready();
    world
      .cells('AR Policy')
      .push([
        'Any',
        1,
        'due',
        0,
        'email',
        'Is this right',
        'billing',
        '',
        'review',
        0,
        'neutral',
        'yes',
        '',
        '',
        'old balance',
      ]);
    world.cells('AR Templates').push(['Is this right', 'en', 'Our books', 'Is {{total}} right?']);
    applyGoingLive(world.ports, NONE);
    expect(waiting(world)).toContain('Ancient Is this right');
    expect(waiting(world)).not.toContain('Ancient Old balance');
  });

  it('treats no invoice as further than it is old', () => {
    const world = ready();
    applyGoingLive(world.ports, NONE);
    const facts = factsIn(
      records(world, 'AR Log').find((row) => row['Customer'] === 'Middle' && row['Event'] === 'onboarded'),
    );
    const days = facts.steps?.map(({ days: on }) => on);
    expect(days).toEqual([14, 2]);
  });

  it('changes nothing the second time, and only what is new the third', () => {
    const world = ready();
    applyGoingLive(world.ports, NONE);
    const rows = records(world, 'AR Log').length;
    expect(applyGoingLive(world.ports, NONE)).toMatchObject({ changed: 0 });
    expect(records(world, 'AR Log')).toHaveLength(rows);
    expect(showGoingLive(world.ports, NONE).toWrite).toBe(0);
    expect(applyGoingLive(world.ports, { ...NONE, withLawyer: 'Ancient' }).changed).toBe(1);
    expect(events(world, 'handed-over')).toEqual(['Ancient']);
  });

  it('takes names, numbers of invoices and ids for the lawyer, and reports what it cannot find', () => {
    const world = ready();
    const choices = { ...NONE, withLawyer: '  ancient \n13\nNobody Ltd\n\nAncient\n' };
    const { lawyer } = showGoingLive(world.ports, choices);
    expect(lawyer).toEqual({
      matched: ['Ancient: 1 open invoice', 'Older: invoice 13, 1 open invoice'],
      unmatched: ['Nobody Ltd'],
    });
    const { message } = applyGoingLive(world.ports, choices);
    expect(message).toContain('2 customers are left alone as handed over.');
    expect(message).toContain('Not found: Nobody Ltd.');
    expect(waiting(world).some((one) => /Ancient|Older/.test(one))).toBe(false);
  });

  it('asks for the customer where an invoice number is that of two', () => {
    const world = ready([...BOOK, { no: '10', customer: 'Twin', due: late(9), amount: 5 }]);
    const { lawyer } = showGoingLive(world.ports, { ...NONE, withLawyer: '10' });
    expect(lawyer.unmatched).toEqual(['10 (an invoice of Young and of Twin: write the customer)']);
  });

  it('takes day and stage from columns of the sheet that it does not use', () => {
    const world = ready();
    const cells = world.cells('Invoices');
    const notes = [
      ['Last chased', 'Mahnstufe'],
      [day('2026-11-20'), 1],
      ['', ''],
      ['', 'x'],
      [day('2026-11-19'), ''],
      ['soon', 2],
    ];
    for (const [row, values] of notes.entries()) cells[row]?.push(...values);
    const choices = { ...NONE, chasedOn: 'Last chased', lastStage: 'Mahnstufe' };
    const { headers, imported } = showGoingLive(world.ports, choices);
    expect(headers).toEqual(['Last chased', 'Mahnstufe']);
    expect(imported).toMatchObject({
      invoices: 3,
      unreadCount: 2,
      unread: [
        { row: 4, text: 'x' },
        { row: 6, text: 'soon' },
      ],
    });
    applyGoingLive(world.ports, choices);
    const taken = records(world, 'AR Log')
      .filter((row) => row['Note'] === 'Taken over from the sheet or a list.')
      .map((row) => {
        const [step] = factsIn(row).steps ?? [];
        return `${row['Customer']} ${step?.stage} ${step?.on}`;
      });
    expect(taken).toEqual(['Young 2 2026-11-20', 'Older 4 2026-11-19', 'Old 3 2026-11-23']);
    expect(events(world, 'ask-first')).toEqual(['Ancient']);
  });

  it('hands a whole age over where that is chosen, or begins with it', () => {
    const world = ready();
    applyGoingLive(world.ports, {
      ...NONE,
      bands: { 'over 180 days': 'handed-over', '91-180 days': 'begin', '31-60 days': 'firm' },
    });
    expect(events(world, 'handed-over')).toEqual(['Ancient']);
    expect(events(world, 'ask-first')).toEqual([]);
    expect(waiting(world)).toContain('Old Friendly');
  });

  it('refuses a choice that is none', () => {
    const bad = { ...NONE, bands: { '1-30 days': 'shout' } } as unknown as GoingLiveChoices;
    expect(() => applyGoingLive(ready().ports, bad)).toThrow('none of the choices');
  });
});

describe('going live', () => {
  it('writes to nobody for the first time on that day, what was approved before included; it leaves on the next', () => {
    const world = ready();
    const before = waiting(world);
    const ids = (): string[] => showReview(world.ports).lines.map(({ id }) => id);
    approveReminders(world.ports, ids());
    const { message } = goLive(world.ports);
    expect(message).toContain('first contacts begin on the next business day');
    for (const { leaves } of showReview(world.ports).lines) expect(leaves).toMatch(/^leaves Tue 24 Nov/);
    const step = sendStep(world.ports, { unattended: false });
    expect(step).toMatchObject({ sent: 0, cancelled: 0, backToReview: 0 });
    expect(step.waits).toContain('nobody is written to for the first time on that day');
    expect(runHour(world.ports)).toMatchObject({ sent: 0, cancelled: 0 });
    expect(waiting(world)).toEqual(before);
    expect(world.mails).toHaveLength(0);
    world.at('2026-11-24 09:00');
    planDay(world.ports);
    expect(sendStep(world.ports, { unattended: false })).toMatchObject({ sent: 5, cancelled: 0 });
    expect(goLive(world.ports)).toMatchObject({ changed: 0 });
  });

  it('keeps a question about an old balance as well', () => {
    const world = ready();
    applyGoingLive(world.ports, NONE);
    const before = waiting(world);
    expect(before).toContain('Ancient Old balance');
    expectKept(world, before);
  });

  it('keeps a word about a promise to a customer who never heard from us, though that promise holds back the rest', () => {
    const world = ready();
    const cells = world.cells('AR Promises');
    const promise: Record<string, string | { day: number }> = {
      ...{ Customer: 'Young', Currency: 'EUR', State: 'open' },
      ...{ 'Promised on': day('2026-11-25'), Recorded: day('2026-11-18') },
    };
    cells.push((cells[0] ?? []).map((header) => promise[String(header)] ?? ''));
    planDay(world.ports);
    const before = waiting(world);
    expect(before).toContain('Young Promise reminder');
    expectKept(world, before);
  });

  it('keeps what waits for review, which may be approved on that day for the next', () => {
    const world = ready();
    const before = waiting(world);
    goLive(world.ports);
    expect(waiting(world)).toEqual(before);
    approveReminders(
      world.ports,
      showReview(world.ports).lines.map(({ id }) => id),
    );
    world.at('2026-11-24 09:00');
    expect(sendStep(world.ports, { unattended: false })).toMatchObject({ sent: 5 });
  });

  it('refuses while nobody sends, payments are not confirmed, or the log has gaps', () => {
    const nobody = setUpAt(`${TODAY} 09:00`, BOOK);
    expect(() => goLive(nobody.ports)).toThrow('Nobody has taken over the sending yet');
    expect(showGoingLive(nobody.ports, null).obstacles).toHaveLength(2);
    becomeSender(nobody.ports);
    expect(() => goLive(nobody.ports)).toThrow('payments');
    payments(nobody, TODAY);
    nobody.cells('AR Log').splice(1, 1);
    expect(() => goLive(nobody.ports)).toThrow('AR Log is not as Duesheet left it');
  });
});
