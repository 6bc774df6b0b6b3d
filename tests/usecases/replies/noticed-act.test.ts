// What a message in our threads does, by example and by law.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, dayFromIso, isBusinessDay, isoOf } from '../../../src/receivables/day';
import { headersIn } from '../../../src/sheet/replies/mail-headers';
import { MESSAGE_CLASSES, type MessageClass } from '../../../src/sheet/replies/message-class';
import { type NoticedAbout, type NoticedAct, noticedAct } from '../../../src/usecases/replies/noticed-act';
import { runs } from '../../builders/property-runs';

const day = (iso: string): Day => dayFromIso(iso) ?? 0;
/** A Thursday. */
const TODAY = day('2026-11-05');
const ABOUT: NoticedAbout = {
  ...{ to: ['ap@acme.example', 'jo@acme.example'], copies: ['jo@acme.example'], on: TODAY, today: TODAY },
  ...{ holidays: new Set<Day>(), repliedOn: null },
};
const HEADERS = headersIn(
  'From: Ann Hart <ap@acme.example>\r\nSubject: Re: a short reminder\r\nX-Failed-Recipients: ap@acme.example',
  () => null,
);

const act = (told: MessageClass, about: Partial<NoticedAbout> = {}): NoticedAct | null =>
  noticedAct(told, HEADERS, { ...ABOUT, ...about });

describe('a reply', () => {
  it('stops reminders, whoever of their side wrote it, and quotes who it is from', () => {
    expect(act({ class: 'reply' })).toEqual({
      kind: 'replied',
      note: 'They replied. From: Ann Hart <ap@acme.example>',
    });
    expect(act({ class: 'reply-other' })).toMatchObject({
      kind: 'replied',
      note: expect.stringMatching(/^Somebody else/),
    });
  });

  it('that came five business days ago, or was noted by hand since, is for the record only', () => {
    expect(act({ class: 'reply' }, { on: day('2026-10-30') })).toMatchObject({ kind: 'replied' });
    expect(act({ class: 'reply' }, { on: day('2026-10-29') })).toMatchObject({ kind: 'noted' });
    expect(act({ class: 'reply' }, { on: TODAY - 1, repliedOn: TODAY })).toMatchObject({ kind: 'noted' });
    expect(act({ class: 'reply' }, { repliedOn: TODAY - 1 })).toMatchObject({ kind: 'replied' });
  });
});

describe('a bounce', () => {
  it('doubts the addresses it names, and all of the mail where it names none of them', () => {
    expect(act({ class: 'bounce', failed: ['ap@acme.example'] })).toMatchObject({ addresses: ['ap@acme.example'] });
    expect(act({ class: 'bounce', failed: ['old@elsewhere.example'] })).toMatchObject({
      addresses: ABOUT.to,
      note: expect.stringContaining('all of that mail are doubted'),
    });
    expect(act({ class: 'bounce', doubtAll: true })).toMatchObject({ addresses: ABOUT.to });
  });

  it('of a full mailbox says so', () => {
    expect(act({ class: 'bounce', failed: ['ap@acme.example'], hard: false })).toMatchObject({
      note: 'Their mailbox is full. X-Failed-Recipients: ap@acme.example',
    });
  });
});

describe('an absence', () => {
  const until = (told: Partial<MessageClass>, about: Partial<NoticedAbout> = {}): string => {
    const found = act({ class: 'out-of-office', ...told }, { copies: [], ...about });
    return found?.kind === 'away' ? isoOf(found.until) : String(found?.kind);
  };

  it('pauses up to the day that is named, else for five business days', () => {
    expect(until({ until: '2026-11-20' })).toBe('2026-11-20');
    expect(until({})).toBe('2026-11-12');
  });

  it('of months pauses for five business days and asks for another contact', () => {
    expect(until({ until: '2027-06-01' })).toBe('2026-11-12');
    expect(act({ class: 'out-of-office', until: '2027-06-01' }, { copies: [] })).toMatchObject({
      note: expect.stringContaining('choose another contact'),
    });
  });

  it('that is over, or of somebody who only gets a copy, is for the record', () => {
    expect(until({ until: '2026-11-04' })).toBe('noted');
    expect(until({}, { copies: ['ap@acme.example'] })).toBe('noted');
  });
});

describe('whatever a message is', () => {
  const told: fc.Arbitrary<MessageClass> = fc.record(
    {
      class: fc.constantFrom(...MESSAGE_CLASSES),
      failed: fc.array(fc.constantFrom('ap@acme.example', 'jo@acme.example', 'x@elsewhere.example'), { maxLength: 3 }),
      hard: fc.boolean(),
      until: fc.integer({ min: TODAY - 400, max: TODAY + 400 }).map(isoOf),
    },
    { requiredKeys: ['class'] },
  );
  const about = fc.record({
    on: fc.integer({ min: TODAY - 60, max: TODAY }),
    repliedOn: fc.option(fc.integer({ min: TODAY - 60, max: TODAY })),
    copies: fc.subarray([...ABOUT.to]),
    holidays: fc.array(fc.integer({ min: TODAY, max: TODAY + 20 })).map((days) => new Set(days)),
  });

  it('ours, a robot’s or nobody’s it is left alone; else it is told, and no stop is longer than 60 days or about other addresses', () => {
    fc.assert(
      fc.property(told, about, (message, change) => {
        const found = act(message, change);
        expect(act(message, change)).toEqual(found);
        expect(found === null).toBe(['own', 'auto-reply', 'unrelated'].includes(message.class));
        if (found === null) return;
        expect(found.note.length).toBeLessThan(400);
        if (found.kind === 'bounced') {
          expect(found.addresses.length).toBeGreaterThan(0);
          expect(found.addresses.filter((one) => !ABOUT.to.includes(one))).toEqual([]);
        }
        if (found.kind !== 'away') return;
        expect(found.until).toBeGreaterThanOrEqual(TODAY);
        expect(found.until - TODAY).toBeLessThanOrEqual(60);
        if (message.until === undefined) expect(isBusinessDay(found.until, change.holidays)).toBe(true);
      }),
      { numRuns: runs(200, 2000) },
    );
  });
});
