// A fold that was packed and goes on is the fold of the whole log, for any history and wherever it was cut.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ANSWER_KINDS, type AnswerFacts } from '../../../../src/dunning/history/answer-facts';
import { answersToKeep } from '../../../../src/dunning/history/answers';
import type { EventFacts, EventKind, LogEvent, ReminderFacts } from '../../../../src/dunning/history/events';
import { workbookEvent } from '../../../../src/dunning/history/events';
import { applyEvent, emptyHistory, type History } from '../../../../src/dunning/history/history';
import { emptyFold, foldOn, type LogFold, noteBeside } from '../../../../src/dunning/history/log-fold';
import { packFold, sealOf, unpackFold } from '../../../../src/dunning/history/packed/packed-fold';
import { PackedLines, packLines } from '../../../../src/dunning/history/packed/packed-lines';
import { eachKey, since } from '../../../../src/dunning/history/packed/packed-map';
import { WAITING } from '../../../../src/dunning/history/reminder';
import { blockDigests, SealedText, TornText } from '../../../../src/dunning/history/sealed-text';
import { isoOf } from '../../../../src/receivables/day';
import { runs } from '../../../builders/property-runs';

const DAY = 20_760;
const ALIASES = new Map([['old name', 'acme']]);
const KEYS = ['acme', 'old name', 'müller & söhne', 'c^`"\\'];

function factsOf(customerKey: string, n: number): ReminderFacts {
  const anchor = n % 5 === 4 ? 'promise' : 'due';
  return {
    customerKey,
    customer: customerKey.toUpperCase(),
    segment: n % 2 ? 'Timely' : 'New',
    anchor,
    subject: anchor === 'promise' ? `${customerKey}|1|${DAY}|100` : '',
    stage: 1 + (n % 3),
    days: 2 + 7 * (n % 3),
    stages: 3,
    tone: n % 3 === 2 ? 'firm' : 'friendly',
    channel: n % 7 === 6 ? 'call' : 'email',
    template: 'First reminder',
    language: 'en',
    sending: n % 2 ? 'auto' : 'review',
    to: ['ap@acme.example'],
    cc: [],
    leadKey: `${customerKey}|1`,
    lines: [0, 1].map((line) => ({
      key: `${customerKey}|${line + (n % 3)}`,
      invoice: String(line + (n % 3)),
      currency: 'EUR',
      open: line === 1 && n % 4 === 0 ? -500 : 1000 + n,
      disputed: 0,
      due: isoOf(DAY - (n % 4)),
      stage: line === 0 || n % 2 ? { stage: 1 + (n % 3), days: 2 + 7 * (n % 3) } : null,
    })),
    reasons: ['It is due.'],
    look: '',
    fix: n % 11 === 10 ? 'No address.' : '',
    fixCode: n % 11 === 10 ? 'no-address' : '',
  };
}

const ABOUT_REMINDERS: EventKind[] = [
  ...(['planned', 'planned', 'approved', 'approved', 'sending', 'sending', 'sent', 'sent', 'failed'] as const),
  ...(['unconfirmed', 'snoozed', 'skipped', 'cancelled', 'returned', 'refreshed', 'edited', 'needs-fix'] as const),
  ...(['done', 'voided', 'heads-up', 'test-sent'] as const),
];
const ABOUT_OTHERS: EventKind[] = [
  ...(['episode-ended', 'replied', 'bounced', 'resumed', 'handed-over', 'taken-back', 'promise-noted'] as const),
  ...(['onboarded', 'ask-first', 'segments', 'segment-pending', 'segment-changed', 'erased', 'live'] as const),
  ...(['hold-added', 'hold-lifted', 'contact-changed', 'customers-apart', 'details-changed', 'log-accepted'] as const),
  ...(['lines-read', 'line-decided', 'line-undone', 'booked', 'difference-asked', 'difference-settled'] as const),
  ...(['invoices-noted', 'marks-followed', 'marks-followed', 'contact-changed', 'customers-joined'] as const),
  ...(['answered', 'answered', 'answer-decided'] as const),
  ...(['noticed', 'mail-id', 'mail-id'] as const),
];

/** What of an event decides, by small numbers. */
type Drawn = [isReminder: boolean, kind: number, reminder: number, customer: number, n: number];

function codeOf(kind: EventKind, n: number): string {
  if (kind === 'marks-followed') return n % 2 ? 'moved' : 'renamed';
  if (kind === 'invoices-noted') return n % 3 ? 'in-process' : 'not-in-process';
  return kind === 'live' ? 'onboarding' : 'do-not-contact';
}

/** What events of money in carry: a few lines, of which now one and now another is decided about. */
function moneyOf(kind: EventKind, customerKey: string, n: number): EventFacts {
  const id = `L${n % 4}`;
  const part = {
    key: n % 5 ? `${customerKey}|1` : '',
    invoice: '1',
    customerKey,
    currency: 'EUR',
    amount: 100,
    open: 100,
  };
  if (kind === 'lines-read') {
    const read = { id, date: isoOf(DAY), amount: 100, currency: 'EUR', payer: 'P`^', text: 'T', why: 'W' };
    return { lines: [{ ...read, parts: n % 2 ? [part] : [], candidates: n % 2 ? [] : [part.key] }] };
  }
  if (kind === 'line-decided')
    return n % 3
      ? { decision: { id, as: 'applied', parts: [part] } }
      : { decision: { id, as: 'returned', parts: [{ ...part, amount: -100 }], reason: 'refund' } };
  return { booked: [[part.key, n, [id]]], differences: [[part.key, n, 100]] };
}

/** One of a few answers, taken or asked about. */
function answerOf(n: number): AnswerFacts {
  return {
    ...{ row: `L${n % 4}`, what: ANSWER_KINDS[n % ANSWER_KINDS.length] ?? 'other', on: isoOf(DAY), words: 'P`^' },
    ...{ made: n % 3 ? 'asked' : 'taken', keys: ['~1', 'other|2'], quietTo: isoOf(DAY + 2) },
    ...(n % 2 ? { until: isoOf(DAY + 5) } : { day: isoOf(DAY + n) }),
  };
}

function eventOf([isReminder, kind, reminder, customer, n]: Drawn, seq: number): LogEvent {
  const key = KEYS[customer % KEYS.length] ?? '';
  const at = `${isoOf(DAY + Math.floor(seq / 3))} 09:${String(seq % 60).padStart(2, '0')}:00`;
  const about = isReminder ? (ABOUT_REMINDERS[kind % ABOUT_REMINDERS.length] ?? 'sent') : 'planned';
  const other = ABOUT_OTHERS[kind % ABOUT_OTHERS.length] ?? 'replied';
  const base = { ...workbookEvent(isReminder ? about : other, `person ${n % 3}`, 'A note.'), seq, at, hash: `s${seq}` };
  if (isReminder) {
    const facts: EventFacts =
      about === 'planned' || (about === 'refreshed' && n % 2 === 0)
        ? { reminder: factsOf(key, n) }
        : { until: isoOf(DAY) };
    const thread =
      n % 4 ? { threadId: `t${n % 3}`, messageId: `m${seq}`, ...(n % 3 ? { talk: true as const } : {}) } : {};
    const more: EventFacts = { recipients: 1 + (n % 2), outcome: 'answered', ...thread };
    return { ...base, to: `ap${n}@acme.example`, reminder: `DS-${reminder}`, facts: { ...facts, ...more } };
  }
  return {
    ...base,
    invoices: n % 2 ? '' : String(n % 3),
    facts: {
      customerKey: key,
      segment: 'Timely',
      code: codeOf(other, n),
      keys:
        other === 'marks-followed'
          ? [KEYS[n % 4] ?? '']
          : other === 'line-undone' || other === 'answer-decided'
            ? [`L${n % 4}`]
            : [`${key}|1`],
      noted: [[n % 2 ? '' : `${key}|1~x`, key, '1', '', '2026-10-01', n % 3 ? n : null, 'EUR']],
      moved: [[`${KEYS[n % 4]}|1`, `${key}|${1 + (n % 2)}`]],
      ...moneyOf(other, key, n),
      ...(other === 'answered' ? { answer: answerOf(n) } : {}),
      addresses: [`ap${n % 3}@acme.example`],
      ...(n % 2 ? {} : { noticed: { id: `n${n % 5}`, class: 'reply', ...(n % 4 ? {} : { undone: true as const }) } }),
      ...(other === 'mail-id' ? { threadId: `t${n % 3}`, messageId: `m${n}`, mailId: n % 3 ? `<${n}@x>` : '' } : {}),
      segments: { New: [key] },
      steps: [{ key: `${key}|2`, stage: 1, days: 2, on: isoOf(DAY) }],
      promise: { id: `${key}|1|${DAY + n}|100`, lines: [[`${key}|1`, 'EUR', 100]] },
      ...(other === 'erased' ? { silenced: [['salt', `digest ${n}`]] as [string, string][] } : {}),
    },
  };
}

const drawn = fc.tuple(fc.boolean(), fc.nat(45), fc.nat(5), fc.nat(3), fc.nat(30));
const histories = fc.array(drawn, { maxLength: 60 }).map((all) => all.map((one, at) => eventOf(one, at + 1)));

/** Everything that can be asked of a fold, in an order that does not hang on how it came about. */
function told({ history, stops, decisions, lastActs }: LogFold, from: string): unknown {
  const sorted = <V>(map: ReadonlyMap<string, V>): [string, V][] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    // Before anything of it is unpacked.
    keys: [history.contacts, history.episodes, history.completed].map((map) => [...eachKey(map)].sort()),
    ...Object.fromEntries(
      Object.entries(history).map(([name, value]) => [
        name,
        value instanceof Map ? sorted(value) : value instanceof Set ? [...value].sort() : value,
      ]),
    ),
    payments: Object.entries(history.payments).map(([, value]) => (value instanceof Map ? sorted(value) : [...value])),
    waiting: [...history.waiting],
    doubles: history.doubles,
    episodes: sorted(history.episodes).map(([key, one]) => [key, { ...one, keys: [...one.keys].sort() }]),
    recipients: history.recipients.filter(([at]) => at >= from),
    headsUp: [...history.headsUp].filter((id) => WAITING.includes(history.reminders.get(id)?.state ?? 'sent')),
    stops: sorted(stops),
    decisions,
    lastActs: sorted(lastActs),
  };
}

const fold = (events: readonly LogEvent[]): LogFold => foldOn(emptyFold(ALIASES), events);

function repacked(events: readonly LogEvent[]): LogFold {
  const whole = fold(events);
  const text = packFold(whole, events.at(-1)?.at ?? '');
  return unpackFold(text, ALIASES, () => fold(events).history);
}

describe('a fold that was packed', () => {
  it('and goes on is the fold of the whole log, for any history and wherever it was cut', () => {
    fc.assert(
      fc.property(histories, fc.nat(60), (events, at) => {
        const cut = Math.min(at, events.length);
        const from = isoOf(DAY + Math.floor(cut / 3) - 7);
        const goneOn = foldOn(repacked(events.slice(0, cut)), events.slice(cut));
        expect(told(goneOn, from)).toEqual(told(fold(events), from));
      }),
      { numRuns: runs(50, 300) },
    );
  });

  it('tells of the contacts since a day what the whole fold tells', () => {
    fc.assert(
      fc.property(histories, fc.nat(60), fc.nat(50), (events, at, days) => {
        const goneOn = foldOn(repacked(events.slice(0, at)), events.slice(at)).history;
        const whole = fold(events).history;
        const day = DAY - 5 + days;
        const later = (history: LogFold['history'], key: string) =>
          (since(history.contacts, key, day) ?? []).filter(({ on }) => on > day);
        for (const key of [...whole.contacts.keys(), 'nobody']) expect(later(goneOn, key)).toEqual(later(whole, key));
        expect([...goneOn.contacts].sort()).toEqual([...whole.contacts].sort());
      }),
      { numRuns: runs(30, 300) },
    );
  });

  it('takes events one by one as the whole fold does', () => {
    fc.assert(
      fc.property(histories, fc.nat(60), (events, at) => {
        const cut = Math.min(at, events.length);
        const from = isoOf(DAY + Math.floor(cut / 3) - 7);
        const [packed, whole] = [repacked(events.slice(0, cut)), fold(events.slice(0, cut))];
        for (const event of events.slice(cut)) {
          for (const one of [packed, whole]) {
            applyEvent(one.history, event);
            noteBeside(one, event);
          }
        }
        expect(told(packed, from)).toEqual(told(whole, from));
      }),
      { numRuns: runs(30, 200) },
    );
  });

  it('is packed again as it was', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const last = events.at(-1)?.at ?? '';
        expect(packFold(repacked(events), last).length).toBe(packFold(fold(events), last).length);
      }),
      { numRuns: 50 },
    );
  });

  it('is plain ASCII, and looks up nobody by name who is not asked for', () => {
    const events = [
      [true, 0, 1, 2, 1],
      [true, 2, 1, 2, 1],
      [true, 4, 1, 2, 1],
      [true, 6, 1, 2, 1],
    ] as Drawn[];
    const text = packFold(fold(events.map((one, at) => eventOf(one, at + 1))), '2026-11-04 09:00:00');
    expect(text).toMatch(/^[\x20-\x7e]*$/);
    let asked = 0;
    const { history }: { history: History } = unpackFold(text, ALIASES, () => {
      asked += 1;
      return emptyHistory();
    });
    expect(history.completed.get('müller & söhne|1')).toHaveLength(1);
    expect(history.completed.has('nobody|1')).toBe(false);
    expect(history.reminders.has('DS-1')).toBe(true);
    expect(asked).toBe(0);
  });

  it('is none where a character is missing', () => {
    const text = packFold(fold([]), '2026-11-04 09:00:00');
    for (const broken of ['', text.slice(1), text.slice(0, -1), `${text}x`, 'constructor'])
      expect(() => unpackFold(broken, ALIASES, emptyHistory)).toThrow();
  });
});

describe('a packed fold of which something was changed', () => {
  /** A long one: several blocks. */
  const events = Array.from({ length: 480 }, (_, at): LogEvent => {
    const n = Math.floor(at / 4);
    const event = eventOf([true, [0, 2, 4, 6][at % 4] ?? 0, n, 0, 1], at + 1);
    return at % 4 === 0 ? { ...event, facts: { reminder: factsOf(`customer ${n}`, 1) } } : event;
  });
  const last = events.at(-1)?.at ?? '';
  const packed = packFold(fold(events), last);
  const seal = sealOf(packed);
  const first = packed.indexOf(';', packed.indexOf(';') + 1) + 1;

  it('is not the sealed one where lengths or digests differ', () => {
    for (const at of [0, packed.indexOf(';') + 3]) {
      const other = packed[at] === '1' ? '2' : '1';
      expect(sealOf(`${packed.slice(0, at)}${other}${packed.slice(at + 1)}`)).not.toBe(seal);
    }
  });

  it('says what the log says all the same, wherever a character of it was changed', () => {
    expect(packed.length).toBeGreaterThan(3 * 4_096);
    // What is read at once takes the first blocks; who finds those changed reads the log.
    const headBlocks = Math.ceil(Number(packed.slice(0, packed.indexOf(','))) / 4_096);
    const { history } = fold(events);
    const right = told(fold(events), last.slice(0, 10));
    let turn = 0;
    for (let at = first + headBlocks * 4_096; at < packed.length; at += 3_989) {
      turn += 1;
      const text = `${packed.slice(0, at)}${'^`7'[turn % 3]}${packed.slice(at + 1)}`;
      expect(sealOf(text)).toBe(seal);
      const opened = unpackFold(text, ALIASES, () => fold(events).history);
      // Asked key by key first, as a run does, then as a whole.
      const asked = [...history.completed.keys()].map((key) => [key, opened.history.completed.get(key)]);
      expect(asked).toEqual([...history.completed]);
      expect(opened.history.completed.get('customer 7|none')).toBeUndefined();
      if (turn % 3 === 0) expect(told(opened, last.slice(0, 10))).toEqual(right);
    }
    expect(turn).toBeGreaterThan(5);
  });

  it('is refused where the part that is always read was changed', () => {
    for (let at = first; at < first + 200; at += 13)
      expect(() => unpackFold(`${packed.slice(0, at)}~${packed.slice(at + 1)}`, ALIASES, emptyHistory)).toThrow(
        TornText,
      );
  });
});

describe('packed lines', () => {
  it('give back under each key what was packed under it, and nothing under any other', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ unit: 'binary' }), fc.nat()),
        fc.string({ unit: 'binary' }),
        (values, other) => {
          const entries = Object.entries(values);
          const text = `before${packLines(entries)}behind`;
          const lines = new PackedLines(new SealedText(text, blockDigests(text)), 6, text.length - 6);
          for (const [key, value] of entries) expect(lines.find(key)).toBe(String(value));
          if (!Object.hasOwn(values, other)) expect(lines.find(other)).toBeNull();
          expect(new Map([...lines.entries()].map(([key, json]) => [key, Number(json)]))).toEqual(new Map(entries));
        },
      ),
    );
  });
});

describe('answers that a fold keeps', () => {
  it('are those of late, and those that still wait for a person', () => {
    const answered = (n: number, seq: number) => eventOf([false, ABOUT_OTHERS.indexOf('answered'), 0, 0, n], seq);
    const { answers } = fold([answered(1, 1), answered(3, 2), answered(2, 3)]).history;
    expect(answersToKeep(answers, DAY + 300)).toHaveLength(3);
    expect(answersToKeep(answers, DAY + 500).map(({ made }) => made)).toEqual(['asked', 'asked']);
  });
});
