// Every formula, with arguments it was not made for: a value, or a sentence that says what is wrong with them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as entry from '../../src/entry/formulas';
import * as metrics from '../../src/entry/formulas-metrics';
import * as tables from '../../src/entry/formulas-tables';
import * as terms from '../../src/entry/formulas-terms';
import { RAW } from '../builders/raw-words';
import { installSpreadsheet, removeSpreadsheet } from './spreadsheet';

const FORMULAS = Object.entries({ ...entry, ...metrics, ...tables, ...terms }) as [
  string,
  (...given: unknown[]) => unknown,
][];

/** What a cell or a range may hold, and what a person may leave out. */
const ODD: readonly unknown[] = [
  undefined,
  null,
  '',
  'x',
  '__proto__',
  -1,
  1e300,
  true,
  [],
  [[]],
  [['']],
  [['constructor', 'toString']],
  [
    ['Customer', 'Due date', 'Amount'],
    ['__proto__', 'soon', 'much'],
  ],
  [[null], [undefined]],
];

beforeAll(() => {
  installSpreadsheet();
});
afterAll(removeSpreadsheet);

describe('a formula', () => {
  it('there are 29 of them', () => {
    expect(FORMULAS).toHaveLength(29);
  });

  it.each(FORMULAS)('says in words what is wrong: %s', (name, formula) => {
    for (const first of ODD)
      for (const second of ODD)
        for (const third of [undefined, 'x', [['']]]) {
          const said = outcomeOf(() => formula(first, second, third, third, third));
          expect(said, `${name}(${JSON.stringify([first, second, third])})`).not.toMatch(RAW);
        }
  });
});

/** The error's sentence, or the texts of the result. */
function outcomeOf(act: () => unknown): string {
  try {
    const result = act();
    return JSON.stringify(result ?? '').replace(/constructor|toString|__proto__/g, '');
  } catch (error) {
    return error instanceof Error ? error.message.replace(/'[^']*'|"[^"]*"/g, '') : String(error);
  }
}
