// Every function the sidebar calls, each of its arguments in turn being something else.
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { expectSentence, functionsOf, waitingStory } from './wrong-arguments';

const START = waitingStory();
const HOSTILE = JSON.parse('{"__proto__":{"a":1},"constructor":5,"toString":null}') as unknown;

const odd = fc.oneof(
  fc.constantFrom<unknown>(null, 0, -1, 1.5, 1e300, true, false, '', 'x', '2026-02-31', '__proto__', [], [[]], HOSTILE),
  fc.constant('long '.repeat(20_000)),
  fc.jsonValue({ maxDepth: 2 }),
);
/** What comes close: a real key, a day, a row. */
const near = fc.constantFrom<unknown>('acme tools', '2026-11-10', 2, 'AR Queue', ['1001'], 'Beta Works', { row: 2 });

describe('a function called with anything', () => {
  it.each(functionsOf('calls-').filter(({ takes }) => takes > 0))('answers in a sentence: $name', ({ name, takes }) => {
    const given = fc.array(fc.oneof({ arbitrary: odd, weight: 2 }, near), { minLength: takes, maxLength: takes });
    fc.assert(
      fc.property(given, (args) => expectSentence(START, name, args)),
      { numRuns: 25 },
    );
  });
});
