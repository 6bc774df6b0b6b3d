// "Send as" a shared address: mails wait until a test mail was confirmed, bound to the address and to who sends.
import { describe, expect, it } from 'vitest';
import { approveReminders } from '../../../src/usecases/review/review';
import { showReview } from '../../../src/usecases/review/review-lines';
import { runHour } from '../../../src/usecases/sending/run-hour';
import { sendStep } from '../../../src/usecases/sending/send';
import { sendTest } from '../../../src/usecases/sending/send-test';
import { saveSetting } from '../../../src/usecases/settings/save-setting';
import { showToday } from '../../../src/usecases/today/show-today';
import { moveHere } from '../../../src/usecases/workbook-mode/copied-workbook';
import { confirmSendAs, denySendAs, testSendAs } from '../../../src/usecases/workbook-mode/send-as';
import { becomeSender } from '../../../src/usecases/workbook-mode/take-over';
import { MailRefused } from '../../../src/workbook/ports';
import type { FakeWorld } from '../../builders/fake-workbook';
import { type InvoiceLine, liveAt, records } from '../../builders/our-firm';

const LINES: InvoiceLine[] = [{ no: '1', customer: 'Acme', due: '2026-11-01', amount: 1200 }];
const ANN = 'ann@ourfirm.example';
const BOB = 'bob@ourfirm.example';
const SHARED = 'accounts@ourfirm.example';

/** One approved mail in a live workbook whose mails are to leave as the shared address. */
function shared(): FakeWorld {
  const world = liveAt('2026-11-04 09:00', LINES);
  saveSetting(world.ports, 'Send as', SHARED);
  approveAll(world);
  return world;
}

function approveAll(world: FakeWorld): void {
  approveReminders(
    world.ports,
    showReview(world.ports).lines.map(({ id }) => id),
  );
}

function confirmed(): FakeWorld {
  const world = shared();
  testSendAs(world.ports);
  confirmSendAs(world.ports);
  return world;
}

const send = (world: FakeWorld) => sendStep(world.ports, { unattended: false });
const last = (world: FakeWorld): string => Buffer.from(world.mails.at(-1)?.raw ?? '', 'base64url').toString();
const head = (world: FakeWorld, name: string): string =>
  new RegExp(`^${name}: (.*)$`, 'm').exec(last(world))?.[1]?.trim() ?? '';
const stop = (world: FakeWorld) => showToday(world.ports).stops.find(({ code }) => code === 'send-as');

describe('a shared address that nobody confirmed', () => {
  it('keeps every mail waiting, and Today says why with the button of the test', () => {
    const world = shared();
    expect(send(world)).toMatchObject({
      sent: 0,
      remaining: 1,
      stopped: expect.stringContaining(`leave as ${SHARED}`),
    });
    expect(runHour(world.ports)).toMatchObject({ sent: 0 });
    expect(world.mails.every(({ raw }) => !Buffer.from(raw, 'base64url').toString().includes('ap@'))).toBe(true);
    expect(stop(world)?.actions).toEqual([{ label: 'Send me a test', call: 'testSendAs' }]);
    expect(showReview(world.ports).lines[0]?.leaves).toBe('not before “Send as” is confirmed');
  });

  it('is tested by one mail to oneself, from that address, with a number in its subject', () => {
    const world = shared();
    const before = world.mails.length;
    const { message } = testSendAs(world.ports);
    expect(world.mails).toHaveLength(before + 1);
    const [, number = ''] = /^Test (\d{4}) went to ann@ourfirm\.example/.exec(message) ?? [];
    expect(number).not.toBe('');
    expect(head(world, 'Subject')).toContain(`Duesheet test ${number}`);
    expect([head(world, 'To'), head(world, 'From'), head(world, 'Sender')]).toEqual([
      ANN,
      `"Ann Keller, Our Firm Ltd" <${SHARED}>`,
      ANN,
    ]);
    expect(stop(world)?.message).toBe(
      `Test ${number} is in your inbox. Did it come from ${SHARED}? Until you say so nothing is sent.`,
    );
    expect(stop(world)?.actions.map(({ call }) => call)).toEqual(['confirmSendAs', 'denySendAs', 'testSendAs']);
    expect(send(world)).toMatchObject({ sent: 0 });
  });

  it('goes on waiting after a no, with what to do in Gmail', () => {
    const world = shared();
    testSendAs(world.ports);
    expect(denySendAs(world.ports).message).toContain('Settings > Accounts > Send mail as');
    expect(stop(world)?.actions).toMatchObject([{ call: 'testSendAs' }]);
    expect(send(world)).toMatchObject({ sent: 0 });
    expect(() => confirmSendAs(world.ports)).toThrow('Send yourself a test first');
  });

  it('is not confirmed by a test that Gmail refused', () => {
    const world = shared();
    world.refuse = new MailRefused('refused', 'Gmail refused the mail.');
    expect(() => testSendAs(world.ports)).toThrow('Gmail refused the mail.');
    expect(() => confirmSendAs(world.ports)).toThrow('Send yourself a test first');
  });

  it('that is no address is named, and nothing leaves', () => {
    const world = shared();
    for (const row of world.cells('AR Settings')) if (row[0] === 'Send as') row[1] = 'accounts';
    expect(stop(world)).toMatchObject({ message: expect.stringContaining('cannot be used'), actions: [] });
    expect(() => testSendAs(world.ports)).toThrow('cannot be used');
    expect(send(world)).toMatchObject({ sent: 0 });
  });
});

describe('a confirmed shared address', () => {
  it('stands in From, the account in Sender, and answers go where they went', () => {
    const world = confirmed();
    expect(stop(world)).toBeUndefined();
    expect(records(world, 'AR Log').at(-1)).toMatchObject({ Event: 'send-as-confirmed', Actor: ANN });
    expect(send(world)).toMatchObject({ sent: 1 });
    expect([head(world, 'From'), head(world, 'Sender'), head(world, 'Reply-To')]).toEqual([
      `"Ann Keller, Our Firm Ltd" <${SHARED}>`,
      ANN,
      ANN,
    ]);
  });

  it('is asked for again when the setting names another address', () => {
    const world = confirmed();
    saveSetting(world.ports, 'Send as', 'ar@ourfirm.example');
    expect(stop(world)?.message).toContain('ar@ourfirm.example');
    expect(send(world)).toMatchObject({ sent: 0 });
  });

  it('is asked for again when somebody else sends, who hears of it at the take-over', () => {
    const world = confirmed();
    world.user(BOB);
    expect(becomeSender(world.ports).message).toContain(`Mails are to leave as ${SHARED}`);
    expect(stop(world)?.actions).toMatchObject([{ call: 'testSendAs' }]);
    expect(send(world)).toMatchObject({ sent: 0 });
    testSendAs(world.ports);
    confirmSendAs(world.ports);
    expect(send(world)).toMatchObject({ sent: 0, backToReview: 1 });
    approveAll(world);
    expect(send(world)).toMatchObject({ sent: 1 });
    expect(head(world, 'Sender')).toBe(BOB);
  });

  it('is confirmed once: a second yes changes nothing', () => {
    const world = confirmed();
    const events = records(world, 'AR Log').length;
    expect(confirmSendAs(world.ports)).toMatchObject({ changed: 0 });
    expect(records(world, 'AR Log')).toHaveLength(events);
  });

  it('does not stand in the test of a colleague, whose Gmail may not know it', () => {
    const world = confirmed();
    world.user(BOB);
    sendTest(world.ports, showReview(world.ports).lines[0]?.id ?? '');
    expect(head(world, 'From')).toBe(`"Ann Keller, Our Firm Ltd" <${BOB}>`);
  });

  it('does not come along into a copy of the workbook', () => {
    const copy = confirmed().copy();
    copy.at('2026-11-04 10:00');
    moveHere(copy.ports);
    becomeSender(copy.ports);
    expect(stop(copy)?.actions).toMatchObject([{ call: 'testSendAs' }]);
  });
});

describe('nothing is asked', () => {
  it('where Send as is empty, or the sender’s own address in whatever case', () => {
    const world = shared();
    saveSetting(world.ports, 'Send as', 'Ann@OurFirm.example');
    expect(stop(world)).toBeUndefined();
    saveSetting(world.ports, 'Send as', '');
    // It was approved to leave as another address.
    expect(send(world)).toMatchObject({ sent: 0, backToReview: 1 });
    approveAll(world);
    expect(send(world)).toMatchObject({ sent: 1 });
    expect([head(world, 'From'), head(world, 'Sender')]).toEqual([`"Ann Keller, Our Firm Ltd" <${ANN}>`, '']);
  });

  it('of colleagues: only who sends can test and confirm', () => {
    const world = shared();
    world.user(BOB);
    expect(stop(world)).toBeUndefined();
    for (const press of [testSendAs, confirmSendAs, denySendAs])
      expect(() => press(world.ports)).toThrow('Only the person who sends');
  });
});
