// Every function the sidebar calls, with nothing and with things it was not made for.
import { describe, expect, it } from 'vitest';
import { expectSentence, functionsOf, waitingStory } from './wrong-arguments';

const CALLS = functionsOf('calls-');
const START = waitingStory();

describe('a function called with what it was not made for', () => {
  it('there are more than sixty of them', () => {
    expect(CALLS.length).toBeGreaterThan(60);
  });

  it.each(CALLS)('answers in a sentence: $name', ({ name, takes }) => {
    if (takes > 0) for (const given of [undefined, {}]) expectSentence(START, name, Array(takes).fill(given));
  });
});

describe('a text that no cell can hold', () => {
  it('is refused wherever it stands, and nothing is written', () => {
    const story = START.twin();
    const before = story.events();
    const note = 'x'.repeat(60_000);
    const promise = { customerKey: 'acme tools', promisedOn: '2026-11-30', note };
    expect(story.answer('recordPromise', promise)).toMatchObject({ ok: false, code: 'too-long' });
    expect(story.answer('markReplied', 'acme tools', note)).toMatchObject({ ok: false, code: 'too-long' });
    expect(story.events()).toEqual(before);
  });
});

describe('a switch', () => {
  it.each(['false', 'true', 'off', 1, 0, null, 'sent', {}])('is not moved by %j', (on) => {
    for (const name of ['setLive', 'setAutomatic']) {
      expect(START.twin().answer(name, on)).toMatchObject({ ok: false, code: 'bad-request' });
    }
    expect(START.twin().answer('setDoNotContact', 'acme tools', on)).toMatchObject({ ok: false, code: 'bad-request' });
  });

  it('goes Live with yes and nothing else', () => {
    const story = START.twin();
    expect(story.answer('setLive', false)).toMatchObject({ ok: true });
    story.answer('setLive', 'false');
    expect(story.ask<{ switches: { live: boolean } }>('getToday').switches.live).toBe(false);
    expect(story.answer('setLive', true)).toMatchObject({ ok: true });
    expect(story.ask<{ switches: { live: boolean } }>('getToday').switches.live).toBe(true);
  });
});
