// Answers as events: short keys, what a person decided, and what is left of one once its customer is erased.
import { describe, expect, it } from 'vitest';
import type { AnswerFacts } from '../../../src/dunning/history/answer-facts';
import { answered } from '../../../src/dunning/history/answers';
import { wordsWithout } from '../../../src/dunning/history/erasing';
import { workbookEvent } from '../../../src/dunning/history/events';
import { foldHistory } from '../../../src/dunning/history/history';

const ANSWER: AnswerFacts = {
  ...{ row: 'r1', what: 'contact', on: '2026-11-12', made: 'asked', quietTo: '2026-11-16' },
  ...{ keys: ['jane doe|1', 'other|2'], words: 'Jane is ill.', address: 'bob@doe.example' },
};
const ABOUT = {
  reference: 'DS-7F3K2',
  invoices: '1, 2',
  actor: 'ann@ourfirm.example',
  note: 'They name somebody else.',
};
const placed = (event: ReturnType<typeof answered>, seq: number) => ({
  ...event,
  seq,
  at: '2026-11-12 09:00:00',
  hash: `h${seq}`,
});
const EVENT = placed(answered(ANSWER, { key: 'jane doe', name: 'Jane Doe' }, ABOUT), 1);

describe('the event of an answer', () => {
  it('holds keys without their customer, and gives them back whole', () => {
    expect(EVENT.facts.answer?.keys).toEqual(['~1', 'other|2']);
    expect(foldHistory([EVENT]).answers.get('r1')).toMatchObject({
      ...{ keys: ['jane doe|1', 'other|2'], reference: 'DS-7F3K2', customerKey: 'jane doe', decision: null },
    });
  });

  it('counts under the name that its customer has now', () => {
    const aliases = new Map([['jane doe', 'doe ltd']]);
    expect(foldHistory([EVENT], aliases).answers.get('r1')?.customerKey).toBe('doe ltd');
  });

  it('keeps nothing that they wrote once they are erased, and still stops what it stopped', () => {
    const erasure = { key: 'jane doe', name: 'Jane Doe', pseudonym: 'erased 3f9c' };
    const words = wordsWithout(EVENT, true, erasure);
    expect(JSON.stringify(words).toLowerCase()).not.toMatch(/jane|bob|ill/);
    expect(words.facts?.answer).toMatchObject({ row: 'r1', keys: ['~1', 'other|2'], quietTo: '2026-11-16' });
    expect(wordsWithout(EVENT, false, { ...erasure, key: 'x', name: 'X' }).facts?.answer).toEqual(EVENT.facts.answer);
  });

  it('is decided about once', () => {
    const decided = (outcome: string, seq: number) =>
      placed(workbookEvent('answer-decided', 'eve@ourfirm.example', '', { keys: ['r1', 'r9'], outcome }), seq);
    const { answers } = foldHistory([EVENT, decided('accepted', 2), decided('rejected', 3)]);
    expect(answers.get('r1')?.decision).toMatchObject({ as: 'accepted', by: 'eve@ourfirm.example' });
    expect(answers.has('r9')).toBe(false);
  });
});
