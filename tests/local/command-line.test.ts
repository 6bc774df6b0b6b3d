// The options of the command line: what is refused as wrong usage.
import { describe, expect, it } from 'vitest';
import { dateOption, readArguments, required } from '../../src/local/command-line';
import { nearest, usage, VERB_HELP, verbHelp } from '../../src/local/usage';

const OPTIONS = { book: 'value', column: 'repeated', json: 'flag', 'as-of': 'value' } as const;
const read = (...words: string[]) => readArguments(words, OPTIONS, [0, 1]);

describe('the command line', () => {
  it('reads values, flags and repeated options in any order, also with =', () => {
    const { values, flags, repeated, operands } = read(
      '--json',
      '--column',
      'due=Fecha',
      '--book=a.csv',
      '--column',
      'b=C',
      '=SUM(A:A)',
    );
    expect(values.get('book')).toBe('a.csv');
    expect(flags.has('json')).toBe(true);
    expect(repeated.get('column')).toEqual(['due=Fecha', 'b=C']);
    expect(operands).toEqual(['=SUM(A:A)']);
  });

  it.each([
    [['--nope'], /no option --nope here\.$/],
    [['--bok', 'a.csv'], /no option --bok here\. Did you mean --book\?/],
    [['--asof', '2026-01-01'], /Did you mean --as-of\?/],
    [['--toString'], /no option --toString/],
    [['--book'], /--book needs a value/],
    [['--book', '--json'], /--book needs a value/],
    [['--json=yes'], /takes no value/],
    [['--book', 'a', '--book', 'b'], /given twice/],
    [['a', 'b'], /one word too many/],
    [['a', 'b.xlsx'], /"b.xlsx" is a file: put --book before it/],
  ])('refuses %j', (words, sentence) => {
    expect(() => read(...words)).toThrow(sentence);
  });

  it('refuses a day that the calendar does not have', () => {
    expect(() => dateOption(read('--as-of', '2026-02-29'), 'as-of')).toThrow(/not a date/);
    expect(() => dateOption(read('--as-of', '29.02.2028'), 'as-of')).toThrow(/YYYY-MM-DD/);
    expect(dateOption(read('--as-of', '2028-02-29'), 'as-of')).toBe('2028-02-29');
  });

  it('says which option is needed', () => {
    expect(() => required(read(), 'book')).toThrow('--book is needed.');
  });
});

describe('what the command line says of itself', () => {
  const verbs = Object.keys(VERB_HELP);

  it.each([
    ['plna', 'plan'],
    ['simulat', 'simulate'],
    ['server', 'serve'],
    ['sim', 'simulate'],
    ['dance', null],
    ['', null],
  ])('takes %j for %j', (word, meant) => {
    expect(nearest(word, verbs)).toBe(meant);
  });

  it('names every option of a verb that its line names', () => {
    for (const [name, { line, options }] of Object.entries(VERB_HELP)) {
      if (Object.keys(options).length === 0) continue;
      expect(Object.keys(options)).toEqual([...line.matchAll(/--([a-z-]+)/g)].map(([, option]) => option));
      expect(verbHelp(name)).toContain(`-- ${name} ${line}`);
      expect(usage()).toContain(`  ${name} ${line}`);
    }
  });
});
