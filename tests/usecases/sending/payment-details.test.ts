// A change of where customers are told to pay or to answer: noted, shown, and nothing leaves until somebody confirms it.
import { describe, expect, it } from 'vitest';
import { showExport } from '../../../src/usecases/audit/export';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { approveReminders } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { runHour } from '../../../src/usecases/sending/run-hour';
import { sendStep } from '../../../src/usecases/sending/send';
import { saveSetting } from '../../../src/usecases/settings/save-setting';
import { showToday } from '../../../src/usecases/today/show-today';
import { confirmDetails } from '../../../src/usecases/workbook-mode/confirm-details';
import { setLive } from '../../../src/usecases/workbook-mode/workbook-mode';
import { siteOf } from '../../../src/workbook/payment-details';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, records, setUpAt } from '../../builders/our-firm';

const LINES: InvoiceLine[] = [{ no: '1001', customer: 'Acme Tools', due: '2026-11-01', amount: 1200 }];
const EUR = 'Payment instructions: EUR';
const OTHER = 'IBAN GB33 BUKB 2020 1555 5555 55';
const BOB = 'bob@ourfirm.example';
const ANN = 'ann@ourfirm.example';

/** Live with one approved mail. */
function live(): FakeWorld {
  const world = liveAt('2026-11-06 09:00', LINES);
  type(world, EUR, 'IBAN DE02 1203 0000 0000 2020 51');
  planDay(world.ports);
  return world;
}

function type(world: FakeWorld, setting: string, value: string): void {
  const row = world.cells('AR Settings').find(([name]) => name === setting);
  if (row) row[1] = value;
}

const stops = (world: FakeWorld) => showToday(world.ports).stops.filter(({ code }) => code === 'details-changed');
const events = (world: FakeWorld, kind: string) => records(world, 'AR Log').filter((row) => row['Event'] === kind);
const approveAndSend = (world: FakeWorld) => {
  approveReminders(
    world.ports,
    showReview(world.ports).lines.map(({ id }) => id),
  );
  return sendStep(world.ports, { unattended: false });
};

describe('payment instructions changed in a cell', () => {
  it('stop everything, are one event, and tell the sender by mail', () => {
    const world = live();
    type(world, EUR, OTHER);
    world.at('2026-11-06 10:00');
    for (const _ of [1, 2]) runHour(world.ports);
    expect(events(world, 'details-changed')).toHaveLength(1);
    expect(events(world, 'details-changed')[0]).toMatchObject({ Note: expect.stringContaining('ends in 5555') });
    expect(world.mails).toHaveLength(1);
    expect(stops(world)[0]?.message).toContain('ends in 5555');
    expect(approveAndSend(world)).toMatchObject({ sent: 0, stopped: expect.stringContaining('until it is confirmed') });
  });

  it('are confirmed by the sender alone, who types how they end', () => {
    const world = live();
    type(world, EUR, OTHER);
    world.user(BOB);
    expect(stops(world)[0]?.actions).toEqual([]);
    expect(() => confirmDetails(world.ports, '5555')).toThrow(`Only ${ANN}`);
    world.user(ANN);
    expect(stops(world)[0]?.actions).toMatchObject([{ call: 'confirmDetails', typed: expect.stringContaining(EUR) }]);
    expect(() => confirmDetails(world.ports, '2051')).toThrow('does not end in "2051"');
    expect(confirmDetails(world.ports, ' 5555').message).toContain('Mails may leave again');
    expect(stops(world)).toEqual([]);
    expect(approveAndSend(world)).toMatchObject({ sent: 1 });
  });

  it('stand in the export for auditors beside the contacts, whoever is chosen', () => {
    const world = live();
    approveAndSend(world);
    type(world, EUR, OTHER);
    world.at('2026-11-06 10:00');
    runHour(world.ports);
    confirmDetails(world.ports, '5555');
    const { latest, customers } = showExport(world.ports, { customers: 'acme', invoices: '', from: '', to: '' });
    expect([...latest].reverse().map(({ what, note }) => `${what}: ${note}`)).toEqual([
      expect.stringContaining('Contact'),
      `Changed, to be confirmed: ${EUR} now: ends in 5555, typed into a cell.`,
      `Change confirmed: ${EUR}, ending in 5555, confirmed.`,
    ]);
    expect(customers).toBe(1);
    expect(showExport(world.ports, { customers: 'nobody', invoices: '', from: '', to: '' }).rows).toBe(0);
  });

  it('stop nothing once they are as they were, or empty', () => {
    const world = live();
    const before = world.cells('AR Settings').find(([name]) => name === EUR)?.[1];
    type(world, EUR, OTHER);
    expect(stops(world)).toHaveLength(1);
    type(world, EUR, String(before));
    expect(stops(world)).toEqual([]);
  });

  it('that are the first ones stop nothing, live or not', () => {
    const world = liveAt('2026-11-06 09:00', LINES);
    planDay(world.ports);
    type(world, EUR, OTHER);
    planDay(world.ports);
    expect(stops(world)).toEqual([]);
    expect(approveAndSend(world)).toMatchObject({ sent: 1 });
    type(world, EUR, 'IBAN DE02 1203 0000 0000 2020 51');
    expect(stops(world)).toHaveLength(1);
  });

  it('stop nothing before the workbook is live for the first time; a switch to Preview and back confirms nothing', () => {
    const world = setUpAt('2026-11-06 09:00', LINES);
    type(world, EUR, OTHER);
    expect(stops(world)).toEqual([]);
    const other = live();
    setLive(other.ports, false);
    type(other, EUR, OTHER);
    setLive(other.ports, true);
    expect(stops(other)).toHaveLength(1);
  });
});

describe('payment instructions changed in the sidebar', () => {
  it('are confirmed by another person than the one who changed them, with a click', () => {
    const world = live();
    world.user(BOB);
    expect(saveSetting(world.ports, EUR, OTHER).message).toContain('until this is confirmed');
    expect(() => confirmDetails(world.ports, '5555')).toThrow('somebody else');
    world.user(ANN);
    expect(stops(world)[0]?.message).toContain(`changed by ${BOB}`);
    confirmDetails(world.ports, '');
    expect(stops(world)).toEqual([]);
  });

  it('by the sender are confirmed by a colleague, or by the sender who types how they end', () => {
    const world = live();
    saveSetting(world.ports, EUR, OTHER);
    expect(() => confirmDetails(world.ports, '')).toThrow('does not end');
    confirmDetails(world.ports, '5555');
    saveSetting(world.ports, 'Reply-to', 'ar@ourfirm.example');
    world.user(BOB);
    expect(confirmDetails(world.ports, '').message).toContain('Reply-to is confirmed');
    expect(events(world, 'details-confirmed').map((row) => row['Actor'])).toEqual([ANN, BOB]);
  });
});

describe('payment links', () => {
  function withLinks(first: string): FakeWorld {
    const world = liveAt('2026-11-06 09:00', LINES);
    const cells = world.cells('Invoices');
    cells[0]?.push('Payment link');
    cells[1]?.push(first);
    const settings = world.cells('AR Settings');
    settings.push(['Column: paymentLink', 'Payment link', '']);
    planDay(world.ports);
    return world;
  }

  it('to a site nobody confirmed stop everything, other links to a known site do not', () => {
    const world = withLinks('https://acme.pay.example/1');
    const row = world.cells('Invoices')[1] ?? [];
    row[row.length - 1] = 'https://beta.pay.example/2';
    planDay(world.ports);
    expect(stops(world)).toEqual([]);
    row[row.length - 1] = 'https://elsewhere.example/2';
    expect(approveAndSend(world)).toMatchObject({ sent: 0, stopped: expect.stringContaining('elsewhere.example') });
    planDay(world.ports);
    expect(stops(world)[0]?.message).toContain('elsewhere.example');
    confirmDetails(world.ports, 'mple');
    expect(stops(world)).toEqual([]);
  });

  it('are not confirmed by a turn in Preview', () => {
    const world = withLinks('https://acme.pay.example/1');
    const row = world.cells('Invoices')[1] ?? [];
    row[row.length - 1] = 'https://elsewhere.example/2';
    setLive(world.ports, false);
    planDay(world.ports);
    setLive(world.ports, true);
    planDay(world.ports);
    expect(stops(world)[0]?.message).toContain('elsewhere.example');
  });

  it.each([
    ['https://a.b.pay.example/x?y=1', 'pay.example'],
    ['http://pay.co.uk', 'pay.co.uk'],
    ['https://ann:secret@evil.example:8080/pay.example', 'evil.example'],
    ['https://pay.example@evil.example', 'evil.example'],
    ['nothing', ''],
    ['', ''],
  ])('of %s lead to "%s"', (link, site) => {
    expect(siteOf(link)).toBe(site);
  });
});

describe('account holder, IBAN and BIC', () => {
  const IBAN = 'IBAN: EUR';
  const OWN = 'DE02 1203 0000 0000 2020 51';
  const ELSEWHERE = 'DE89 3704 0044 0532 0130 00';

  function withAccount(): FakeWorld {
    const world = liveAt('2026-11-06 09:00', LINES);
    type(world, IBAN, OWN);
    type(world, 'Account holder: EUR', 'Our Firm Ltd');
    planDay(world.ports);
    return world;
  }

  it('stop nothing where they are the first, however late; another account, holder or bank does', () => {
    const world = withAccount();
    expect(stops(world)).toEqual([]);
    type(world, IBAN, ELSEWHERE);
    expect(stops(world)[0]?.message).toContain(`${IBAN} was changed in a cell of AR Settings and ends in 3000`);
    type(world, IBAN, OWN.replaceAll(' ', '').toLowerCase());
    expect(stops(world)).toEqual([]);
    type(world, 'Account holder: EUR', 'Another Firm Ltd');
    expect(stops(world)).toHaveLength(1);
    expect(approveAndSend(world)).toMatchObject({ sent: 0 });
  });

  it('stop everything where an IBAN comes beside instructions that were confirmed, and the other way round', () => {
    const world = live();
    type(world, IBAN, ELSEWHERE);
    planDay(world.ports);
    expect(stops(world)[0]?.message).toContain('ends in 3000');
    confirmDetails(world.ports, '3000');
    planDay(world.ports);
    expect(stops(world)).toEqual([]);
    const other = withAccount();
    type(other, EUR, 'Please pay to another account');
    planDay(other.ports);
    expect(stops(other)[0]?.message).toContain(EUR);
  });

  it('count as none where they are not right, which is said', () => {
    const world = withAccount();
    type(world, IBAN, 'DE98 3704 0044 0532 0130 00');
    expect(stops(world)).toEqual([]);
    expect(showToday(world.ports).problems.first.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('AR Settings, IBAN: EUR: the check digits of this IBAN are not right'),
    );
    expect(() => saveSetting(world.ports, IBAN, 'DE89 3704 0044 0532 0130 01')).toThrow(
      'was not saved: the check digits',
    );
  });

  it('name who saved the change, who cannot confirm it where that is not the sender', () => {
    const world = withAccount();
    world.user(BOB);
    saveSetting(world.ports, IBAN, ELSEWHERE);
    expect(stops(world)[0]?.message).toContain(`changed by ${BOB}`);
    world.user(ANN);
    expect(stops(world)[0]?.message).toContain(`changed by ${BOB}`);
  });

  it('send an approved mail back to review where they are others than were approved', () => {
    const world = withAccount();
    approveReminders(
      world.ports,
      showReview(world.ports).lines.map(({ id }) => id),
    );
    saveSetting(world.ports, IBAN, ELSEWHERE);
    confirmDetails(world.ports, '3000');
    expect(sendStep(world.ports, { unattended: false })).toMatchObject({ sent: 0 });
    expect(events(world, 'returned')[0]).toMatchObject({
      Note: 'The payment instructions for EUR are others than were approved.',
    });
  });
});
