// The chain of the log: what is missing, altered or twice shows; sorting and killed runs are harmless; acceptance holds.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digest } from '../../../src/dunning/history/digest';
import {
  acceptLog,
  chain,
  digestOf,
  EMPTY_LOG,
  headAfter,
  inOrder,
  type LogHead,
  logFault,
} from '../../../src/dunning/history/event-chain';
import { type NewEvent, type SealedEvent, workbookEvent } from '../../../src/dunning/history/events';
import { newReference } from '../../../src/dunning/reminder/reference';

const AT = '2026-11-06 09:00:00';
const SECRET = 'nobody can guess this';

function notes(...texts: string[]): NewEvent[] {
  return texts.map((text) => workbookEvent('live', 'ann@ourfirm.example', text));
}

const FIVE = chain(EMPTY_LOG, notes('a', 'b', 'c', 'd', 'e'), AT, SECRET);
const HEAD = headAfter(EMPTY_LOG, FIVE);

function without(seq: number, events: readonly SealedEvent[] = FIVE): SealedEvent[] {
  return events.filter((event) => event.seq !== seq);
}

function altered(seq: number, change: Partial<SealedEvent>, events: readonly SealedEvent[] = FIVE): SealedEvent[] {
  return events.map((event) => (event.seq === seq ? { ...event, ...change } : event));
}

/** Changes a part of a text. */
function swapped(from: string | RegExp, to: string): (text: string) => string {
  return (text) => text.replace(from, to);
}

describe('a log', () => {
  it('that is empty, or as it was left, is whole', () => {
    expect(logFault([], EMPTY_LOG)).toBeNull();
    expect(logFault(FIVE, HEAD)).toBeNull();
  });

  it('goes on where it ended, in one append or several', () => {
    const first = chain(EMPTY_LOG, notes('a', 'b'), AT, SECRET);
    const rest = chain(headAfter(EMPTY_LOG, first), notes('c', 'd', 'e'), AT, SECRET);
    expect([...first, ...rest]).toEqual(FIVE);
    expect(headAfter(headAfter(EMPTY_LOG, first), rest)).toEqual(HEAD);
    expect(headAfter(HEAD, [])).toBe(HEAD);
  });

  it('may be sorted by people', () => {
    const sorted = [...FIVE].sort((a, b) => (a.hash < b.hash ? -1 : 1));
    expect(logFault(sorted, HEAD)).toBeNull();
    expect(inOrder(sorted)).toEqual(FIVE);
  });

  it('may be longer than what is remembered of it: a run was killed before it wrote that down', () => {
    expect(logFault(FIVE, headAfter(EMPTY_LOG, FIVE.slice(0, 3)))).toBeNull();
  });

  it.each([1, 2, 3, 4, 5])('shows that row %i is missing, be it the first or the last', (seq) => {
    expect(logFault(without(seq), HEAD)).toBe(`The log's entry ${seq} is missing.`);
  });

  it('shows that all rows are missing', () => {
    expect(logFault([], HEAD)).toBe("The log's entries 1 to 5 are missing.");
  });

  it.each([
    ['the seal', { hash: 's0' }],
    ['the time', swapped('09:00:00', '09:00:01')],
    ['the event', swapped('"live"', '"preview"')],
    ['the person', swapped('ann@', 'bob@')],
    ['a word', swapped(/"note":"."/, '"note":"x"')],
    ['the salt', swapped('"salt":"', '"salt":"0')],
    ['the digest of the words', swapped('"digest":"', '"digest":"0')],
    ['the version', swapped('"v":2', '"v":1')],
    ['a fact that was put in', swapped('"words":{', '"words":{"facts":{"code":"paid"},')],
    ['everything', { text: '' }],
  ] as const)('shows that %s was altered', (_, change) => {
    for (const seq of [3, 5]) {
      const event = FIVE[seq - 1];
      const other = typeof change === 'function' ? { text: change(event?.text ?? '') } : change;
      expect({ ...event, ...other }).not.toEqual(event);
      expect(logFault(altered(seq, other), HEAD)).toBe(`The log's entry ${seq} was changed by hand.`);
    }
  });

  it('has seals that begin with a letter, which no format takes for a number', () => {
    expect(FIVE.every(({ hash }) => /^s[0-9a-f]{16}$/.test(hash))).toBe(true);
  });

  it('keeps what is quoted in a word apart from what it says of itself', () => {
    const note = '","words":{"note":"x"},"digest":"0123456789abcdef"';
    const events = chain(EMPTY_LOG, notes(note), AT, SECRET);
    expect(logFault(events, headAfter(EMPTY_LOG, events))).toBeNull();
  });

  it('has another salt in each event, which does not tell the secret it was made of', () => {
    const salts = FIVE.map(({ text }) => /"salt":"([^"]+)"/.exec(text)?.[1]);
    expect(new Set(salts).size).toBe(5);
    expect(FIVE.map(({ text }) => text).join()).not.toContain(SECRET);
  });

  it('has a row that cannot be read, which is told', () => {
    expect(logFault(without(3), HEAD, [{ seq: 3, text: '{' }])).toContain('entry 3 was changed by hand: its facts');
  });

  it('shows a row that is there twice', () => {
    expect(logFault([...FIVE, ...FIVE.slice(1, 2)], HEAD)).toBe('The log has row 2 twice.');
  });

  it('shows that it is another log, whole in itself', () => {
    const other = chain(EMPTY_LOG, notes('a', 'b', 'c', 'd', 'other'), AT, SECRET);
    expect(logFault(other, HEAD)).toBe("The log's entry 5 was changed by hand.");
  });
});

describe('a log that a person accepted as it is', () => {
  const left = without(3);
  const accepted = acceptLog(
    { events: left },
    HEAD,
    workbookEvent('log-accepted', 'ann@ourfirm.example', 'Taken as it is.'),
    AT,
    SECRET,
  );
  const head: LogHead = { seq: accepted.seq, hash: accepted.hash, rows: 5 };
  const after = chain(head, notes('f', 'g'), AT, SECRET);
  const all = [...left, accepted, ...after];

  it('is whole again and goes on', () => {
    expect(accepted.seq).toBe(6);
    expect(logFault([...left, accepted], head)).toBeNull();
    expect(logFault(all, headAfter(head, after))).toBeNull();
  });

  it('follows the higher of what is there and what was remembered', () => {
    expect(acceptLog({ events: FIVE.slice(0, 2) }, HEAD, workbookEvent('log-accepted', '', ''), AT, SECRET).seq).toBe(
      6,
    );
    expect(acceptLog({ events: FIVE }, EMPTY_LOG, workbookEvent('log-accepted', '', ''), AT, SECRET).seq).toBe(6);
  });

  it('shows what is missing or altered after it', () => {
    expect(logFault(without(8, all), headAfter(head, after))).toBe("The log's entry 8 is missing.");
    expect(logFault(altered(7, { text: all[4]?.text ?? '' }, all), headAfter(head, after))).toBe(
      "The log's entry 7 was changed by hand.",
    );
    expect(logFault(altered(6, { text: all[5]?.text ?? '' }, all), headAfter(head, after))).toBe(
      "The log's entry 6 was changed by hand.",
    );
  });

  it('shows what was removed, added or altered before it, the content of a cell included', () => {
    const fault = 'Rows before the last accepted state of the log were changed or removed.';
    expect(logFault(without(2, all), head)).toBe(fault);
    expect(logFault(altered(2, { text: FIVE[3]?.text ?? '' }, all), head)).toBe(fault);
    expect(logFault([...all, ...FIVE.slice(2, 3)], head)).toBe(fault);
  });

  it('may have rows that cannot be read, and counts with them as they are', () => {
    const unread = [{ seq: 3, text: 'nothing' }];
    const one = acceptLog({ events: left, unread }, HEAD, workbookEvent('log-accepted', '', ''), AT, SECRET);
    const end = { seq: one.seq, hash: one.hash, rows: 6 };
    expect(logFault([...left, one], end, unread)).toBeNull();
    expect(logFault([...left, one], end, [])).not.toBeNull();
    expect(logFault([...left, one], end, [{ seq: 3, text: 'other' }])).not.toBeNull();
    expect(logFault([...left, one], end, [...unread, { seq: 9, text: '' }])).toContain('entry 9');
  });

  it('may be accepted once more', () => {
    const broken = without(7, all);
    const again = acceptLog(
      { events: broken },
      headAfter(head, after),
      workbookEvent('log-accepted', '', ''),
      AT,
      SECRET,
    );
    expect(again.seq).toBe(9);
    expect(logFault([...broken, again], { seq: 9, hash: again.hash, rows: 7 })).toBeNull();
  });

  it('has a digest that does not depend on the order of the rows', () => {
    expect(digestOf([...FIVE].reverse(), [])).toBe(digestOf(FIVE, []));
  });
});

describe('a digest', () => {
  it('is the beginning of SHA-256, however long the text is and whatever stands in it', () => {
    const known = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex').slice(0, 16);
    for (let length = 0; length < 200; length += 1) {
      for (const text of ['x'.repeat(length), `${'x'.repeat(length)}é`, '€'.repeat(length)])
        expect(digest(text), `${length}`).toBe(known(text));
    }
    const anything = fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 400 }));
    fc.assert(fc.property(anything, (text) => digest(text) === known(text)));
    expect(digest('Grüße '.repeat(20_000))).toBe(known('Grüße '.repeat(20_000)));
  });

  // FIPS 180-2, appendix B.1: SHA-256 of "abc" begins ba7816bf 8f01cfea.
  it('is the beginning of the SHA-256 of the text in UTF-8', () => {
    expect(digest('abc')).toBe('ba7816bf8f01cfea');
    expect(digest('Grüße €😀')).not.toBe(digest('Gruse €😀'));
  });

  it('can be taken of any text, half characters included', () => {
    const texts = ['\udc00\udc00', '\ud800', '\ud800\ud800\udc00', 'a\udc00\ud83d\ude00\ud83d', ''];
    for (const text of texts) expect(digest(text)).toMatch(/^[0-9a-f]{16}$/);
    expect(digest('\udc00\udc00')).toBe(digest('\ufffd\ufffd'));
  });
});

describe('a reference', () => {
  it('is short, without letters that are misread, and the same for the same seed', () => {
    expect(newReference('w|1|acme', new Set())).toMatch(/^DS-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(newReference('w|1|acme', new Set())).toBe(newReference('w|1|acme', new Set()));
    expect(newReference('w|1|acme', new Set())).not.toBe(newReference('w|2|acme', new Set()));
  });

  it('is another one when it is taken', () => {
    const first = newReference('w|1|acme', new Set());
    expect(newReference('w|1|acme', new Set([first]))).not.toBe(first);
  });
});
