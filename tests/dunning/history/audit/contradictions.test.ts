// What a log forbids by itself: each contradiction and each thing done twice, by a small log, beside the sound one next to it.
import { describe, expect, it } from 'vitest';
import { type NewEvent, workbookEvent } from '../../../../src/dunning/history/events';
import { lineDecided, linesRead } from '../../../../src/dunning/history/payment-events';
import type { ReadLineFacts } from '../../../../src/dunning/history/payment-facts';
import { contactForbidden } from '../../../../src/dunning/history/stops';
import { ACME, ANN, about, audited, BEGIN, found, logOf, mail, ofAcme, reminder } from './a-log';

const FIRST = reminder(1);
const SECOND = reminder(2);
const foundIn = (...events: NewEvent[]): string[] => found(audited(logOf([...BEGIN, ...events])));

describe('a sound log', () => {
  it('gives no finding, and says what was read', () => {
    const audit = audited(logOf([...BEGIN, ...mail('DS-1', FIRST), ...mail('DS-2', SECOND)]));
    expect(found(audit)).toEqual([]);
    expect(audit).toMatchObject({ events: 11, reminders: 2, mails: 2, from: '2026-11-02', to: '2026-11-02' });
  });

  it('may be empty', () => {
    expect(audited([])).toMatchObject({ events: 0, reminders: 0, mails: 0, from: '', to: '', gaps: [] });
  });

  it('may try a mail again that failed, or that was not found in Sent', () => {
    const [planned, approved, sending, sent] = mail('DS-1', FIRST) as [NewEvent, NewEvent, NewEvent, NewEvent];
    for (const between of ['failed', 'unconfirmed'] as const)
      expect(
        foundIn(
          planned,
          approved,
          sending,
          about(between, 'DS-1', FIRST),
          about('approved', 'DS-1', FIRST),
          sending,
          sent,
        ),
      ).toEqual([]);
  });

  it('tells every finding in a sentence that names the reminder and the customer', () => {
    const { duplicates } = audited(logOf([...BEGIN, ...mail('DS-1', FIRST), ...mail('DS-2', FIRST)]));
    expect(duplicates[0]).toEqual({
      code: 'stage-twice',
      seq: [7, 11],
      reminder: 'DS-2',
      customer: 'Acme',
      at: '2026-11-02 19:00:00',
      message: 'Step 1 for invoice LR-1 went to Acme twice: by DS-1 before, and by DS-2.',
    });
  });
});

describe('what was done twice', () => {
  it('is a reminder sent twice', () => {
    expect(foundIn(...mail('DS-1', FIRST), about('sent', 'DS-1', FIRST))).toEqual(['sent-twice 7,8']);
  });

  it('is a stage of an invoice that two mails asked for, unless the first was taken back between', () => {
    expect(foundIn(...mail('DS-1', FIRST), ...mail('DS-2', FIRST))).toEqual(['stage-twice 7,11']);
    expect(foundIn(...mail('DS-1', FIRST), about('voided', 'DS-1', FIRST), ...mail('DS-2', FIRST))).toEqual([]);
  });

  it('is none where AR Policy lets the stage come again', () => {
    expect(foundIn(...mail('DS-1', FIRST), ...mail('DS-2', { ...FIRST, again: ['acme|lr-1'] }))).toEqual([]);
  });

  it('is none where another segment counts the same stage later', () => {
    const later = reminder(1, { segment: 'Doubtful', days: 30 });
    const [line] = later.lines;
    if (!line) throw new Error('no line');
    expect(
      foundIn(
        ...mail('DS-1', FIRST),
        ...mail('DS-2', { ...later, lines: [{ ...line, stage: { stage: 1, days: 30 } }] }),
      ),
    ).toEqual([]);
  });

  it('is a statement of the same month', () => {
    const statement = reminder(1, { anchor: 'month', subject: 'acme|2026-11' });
    expect(foundIn(...mail('DS-1', statement), ...mail('DS-2', statement))).toEqual(['stage-twice 7,11']);
    const next = reminder(1, { anchor: 'month', subject: 'acme|2026-12' });
    expect(foundIn(...mail('DS-1', statement), ...mail('DS-2', next))).toEqual([]);
  });

  it('is a reference given twice', () => {
    expect(foundIn(...mail('DS-1', FIRST), about('planned', 'DS-1', SECOND))).toEqual(['reference-twice 7,8']);
  });

  it('is one mail in Gmail for two reminders', () => {
    const [planned, approved, sending] = mail('DS-2', SECOND) as [NewEvent, NewEvent, NewEvent];
    const same = about('sent', 'DS-2', SECOND, { messageId: 'm-DS-1' });
    expect(foundIn(...mail('DS-1', FIRST), planned, approved, sending, same)).toEqual(['mail-twice 7,11']);
  });
});

describe('what the entries before forbid', () => {
  it('is a reminder that nobody planned', () => {
    expect(foundIn(about('approved', 'DS-9', FIRST))).toEqual(['never-planned 4']);
    expect(foundIn(about('test-sent', 'DS-9', FIRST))).toEqual([]);
  });

  it('is a step that its state does not allow', () => {
    expect(foundIn(...mail('DS-1', FIRST), about('snoozed', 'DS-1', FIRST))).toEqual(['state-forbids 7,8']);
  });

  it('is sent without sending, and sending without an approval', () => {
    const [planned, approved, sending, sent] = mail('DS-1', FIRST) as [NewEvent, NewEvent, NewEvent, NewEvent];
    expect(foundIn(planned, approved, sent)).toEqual(['sent-without-sending 5,6']);
    expect(foundIn(planned, sending)).toEqual(['not-approved 4,5']);
  });

  it('is a mail that needed two approvals and had one', () => {
    const [, approved, sending, sent] = mail('DS-1', FIRST) as [NewEvent, NewEvent, NewEvent, NewEvent];
    const planned = about('planned', 'DS-1', { ...FIRST, second: true });
    const by = (actor: string) => about('seconded', 'DS-1', FIRST, {}, actor);
    expect(foundIn(planned, approved, sending, sent)).toEqual(['one-approval 6']);
    expect(foundIn(planned, approved, by(ANN), sending, sent)).toEqual(['one-approval 7']);
    expect(foundIn(planned, approved, by('bob@ourfirm.example'), sending, sent)).toEqual([]);
  });

  it('is an approval by nobody of what a person was to read', () => {
    const [planned, , sending, sent] = mail('DS-1', FIRST) as [NewEvent, NewEvent, NewEvent, NewEvent];
    const alone = about('approved', 'DS-1', FIRST, {}, 'policy');
    const on = workbookEvent('automatic-on', ANN, '');
    expect(foundIn(on, planned, alone, sending, sent)).toEqual(['approved-by-nobody 6']);
    const auto = about('planned', 'DS-1', { ...FIRST, sending: 'auto' });
    expect(foundIn(on, auto, alone, sending, sent)).toEqual([]);
    expect(foundIn(auto, alone, sending, sent)).toEqual(['approved-by-nobody 5']);
    expect(foundIn(on, workbookEvent('automatic-off', ANN, ''), auto, alone, sending, sent)).toEqual([
      'approved-by-nobody 7',
    ]);
  });

  it('is a mail in Preview', () => {
    expect(foundIn(workbookEvent('preview', ANN, ''), ...mail('DS-1', FIRST))).toEqual(['in-preview 7']);
    expect(found(audited(logOf([...BEGIN.slice(0, 2), ...mail('DS-1', FIRST)])))).toEqual(['in-preview 5']);
    const moved = [workbookEvent('moved', ANN, ''), workbookEvent('sender', ANN, '')];
    expect(foundIn(...moved, ...mail('DS-1', FIRST))).toEqual(['in-preview 8']);
  });

  it('is a mail by somebody who is not the one who sends', () => {
    const bea = 'bea@ourfirm.example';
    expect(foundIn(workbookEvent('sender', bea, ''), ...mail('DS-1', FIRST))).toEqual(['not-the-sender 7']);
    const set = workbookEvent('set-up', ANN, '');
    expect(foundIn(set, ...mail('DS-1', FIRST))).toEqual([]);
  });

  it('is a stage below one that was done, whoever did it', () => {
    expect(foundIn(...mail('DS-2', SECOND), ...mail('DS-1', FIRST))).toEqual(['stage-below 7,11']);
    const taken = ofAcme('onboarded', {
      segment: 'Timely',
      steps: [{ key: 'acme|lr-1', stage: 3, days: 30, on: '2026-11-02' }],
    });
    expect(foundIn(taken, ...mail('DS-2', SECOND))).toEqual(['stage-below 4,8']);
  });

  it('is a mail for a stage that a call or "treat as done" had completed', () => {
    const skipped = [about('planned', 'DS-1', FIRST), about('skipped', 'DS-1', FIRST)];
    expect(foundIn(...skipped, ...mail('DS-2', FIRST))).toEqual(['stage-done-before 5,9']);
  });
});

describe('a mail across a stop that nobody has ended', () => {
  const across = (set: NewEvent, end: NewEvent | null, facts = FIRST): string[] =>
    foundIn(set, ...(end ? [end] : []), ...mail('DS-1', facts));

  it('is found for a pause of the customer or of the invoice, up to and including its last day', () => {
    expect(across(ofAcme('hold-added'), ofAcme('hold-lifted'))).toEqual([]);
    expect(across({ ...ofAcme('hold-added'), note: 'Reminders paused until you end it.' }, null)).toEqual([
      'while-paused 4,7',
    ]);
    expect(across(ofAcme('hold-added', { until: '2026-11-02' }), null)).toEqual(['while-paused 4,7']);
    expect(across(ofAcme('hold-added', { until: '2026-11-01' }), null)).toEqual([]);
    expect(across(ofAcme('hold-added', { until: '2026-12-01' }, 'lr-1'), null)).toEqual(['while-paused 4,7']);
    expect(across(ofAcme('hold-added', { until: '2026-12-01' }, 'LR-2'), null)).toEqual([]);
  });

  it('is found for "Do not contact" as every version wrote it', () => {
    expect(across(contactForbidden(ACME, ANN, true), null)).toEqual(['while-do-not-contact 4,7']);
    expect(across(contactForbidden(ACME, ANN, true), contactForbidden(ACME, 'AR Customers', false))).toEqual([]);
    const early = { ...ofAcme('contact-changed'), note: 'Do not contact: yes.' };
    expect(across(early, null)).toEqual(['while-do-not-contact 4,7']);
    expect(across(early, { ...early, note: 'Do not contact: no.' })).toEqual([]);
  });

  it('is found for a dispute of all, not of a part', () => {
    expect(across(ofAcme('dispute-added', {}, 'LR-1'), null)).toEqual(['while-disputed 4,7']);
    expect(across({ ...ofAcme('dispute-added', {}, 'LR-1'), amounts: '10.00 EUR' }, null)).toEqual([]);
    expect(across(ofAcme('dispute-added', {}, 'LR-1'), ofAcme('dispute-resolved', {}, 'LR-1'))).toEqual([]);
  });

  it('is found for a promise up to its day, unless the mail is a word about that very promise', () => {
    const id = 'acme|lr-1|20765|120';
    const noted = ofAcme('promise-noted', { promise: { id, lines: [['acme|lr-1', 'EUR', 12_000]] } });
    expect(across(noted, null)).toEqual(['while-promised 4,7']);
    expect(across(noted, ofAcme('promise-ended', { code: 'cancelled', promise: { id, lines: [] } }))).toEqual([]);
    expect(across(noted, ofAcme('promise-ended', { code: 'cancelled' }, 'LR-1'))).toEqual([]);
    expect(across(noted, null, reminder(1, { anchor: 'promise', subject: id, days: -2 }))).toEqual([]);
    const past = ofAcme('promise-noted', { promise: { id: 'acme|lr-1|20000|', lines: [['acme|lr-1', 'EUR', 1]] } });
    expect(across(past, null)).toEqual([]);
  });

  it('is found within five business days of a reply, and for an address that mail came back from', () => {
    expect(across(ofAcme('replied'), null)).toEqual(['after-a-reply 7']);
    expect(across(ofAcme('replied'), ofAcme('resumed'))).toEqual([]);
    const bounced = ofAcme('bounced', { addresses: ['ap@acme.example'] });
    expect(across(bounced, null)).toEqual(['to-a-bounced-address 7']);
    expect(across(bounced, null, reminder(1, { to: ['other@acme.example'] }))).toEqual([]);
    expect(across(bounced, ofAcme('resumed'))).toEqual([]);
  });

  it('is found for an invoice that was handed over and not taken back', () => {
    const away = ofAcme('handed-over', { keys: ['acme|lr-1'] });
    expect(across(away, null)).toEqual(['handed-over 7']);
    expect(across(away, ofAcme('taken-back', { keys: ['acme|lr-1'] }))).toEqual([]);
  });

  it('is none for another customer', () => {
    const other = { ...ofAcme('hold-added', { customerKey: 'bolt', until: '2026-12-01' }), customer: 'Bolt' };
    expect(across(other, null)).toEqual([]);
  });

  it('is none for a statement that only shows the paused invoice', () => {
    const paused = ofAcme('hold-added', { until: '2026-12-01' }, 'LR-1');
    expect(across(paused, null, reminder(1, { anchor: 'month', subject: 'acme|2026-11' }))).toEqual([]);
  });
});

describe('money in', () => {
  const read = (change: Partial<ReadLineFacts> = {}): NewEvent[] => {
    const line = { id: 'a', date: '2026-11-02', amount: 12_000, currency: 'EUR', payer: 'Acme', text: '', why: '' };
    return linesRead([{ ...line, parts: [], candidates: [], ...change }], { name: '' }, ANN);
  };
  const accepted = (amount: number): NewEvent => {
    const part = { key: 'acme|lr-1', invoice: 'LR-1', customerKey: 'acme', currency: 'EUR', amount, open: 12_000 };
    const line = { id: 'a', amount: 12_000, currency: 'EUR', payer: 'Acme' };
    return lineDecided(line, { id: 'a', as: 'applied', parts: [part] }, 'Acme', ANN);
  };

  it('is decided about once, after it was read, for no more than it is', () => {
    expect(foundIn(...read(), accepted(12_000))).toEqual([]);
    expect(foundIn(...read(), accepted(12_000), accepted(12_000))).toEqual(['line-twice 6']);
    expect(foundIn(accepted(12_000))).toEqual(['line-unknown 4']);
    expect(foundIn(...read(), accepted(12_001))).toEqual(['line-overspent 5']);
  });

  it('is asked for in no mail, once accepted or while somebody has to decide about it', () => {
    expect(foundIn(...read(), accepted(12_000), ...mail('DS-1', FIRST))).toEqual(['while-paid 8']);
    expect(foundIn(...read({ candidates: ['acme|lr-1'] }), ...mail('DS-1', FIRST))).toEqual(['while-undecided 7']);
    const rest = reminder(1, { lines: FIRST.lines.map((line) => ({ ...line, open: 2_000 })) });
    expect(foundIn(...read(), accepted(10_000), ...mail('DS-1', rest))).toEqual([]);
  });
});
