// Which reason to look at a reminder is the gravest, and what is shown first.
import { expect, it } from 'vitest';
import { gravestFirst, gravityOf } from '../../../src/dunning/reminder/look-gravity';

it('the reason that decides where a reminder stands is shown first, also where a name holds a comma', () => {
  expect(gravestFirst('first contact, above 10,000, may be the same customer as "Smith, Jones Ltd"')).toEqual([
    'may be the same customer as "Smith, Jones Ltd"',
    'above 10,000',
    'first contact',
  ]);
  expect(gravestFirst('')).toEqual([]);
});

it('a reason that nobody graded is less grave than all that are, and graver than none', () => {
  expect(gravityOf(['another'])).toBeGreaterThan(gravityOf(['first contact']));
  expect(gravityOf(['another'])).toBeLessThan(gravityOf([]));
  expect(gravestFirst('another, first contact')).toEqual(['first contact', 'another']);
});
