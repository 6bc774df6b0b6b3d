// The settings about sums: what is too little to chase, to write about, to call about, and what should come in each week.
import { belowNought, type Family, leastPerCurrency, limit, number, perCurrency } from './setting';

/** What holds where nobody set anything: decimal, in any currency. */
const USUAL = { tolerance: 0.05, mail: 25, call: 500 };

/** The same as a decision takes it. */
export const SMALL_SUMS = {
  tolerance: USUAL.tolerance,
  minimums: { '': USUAL.mail },
  callMinimums: { '': USUAL.call },
} as const;

const GROUP = 'Amounts and tolerance';

/** What a reminder has to ask for, by currency. */
export const MINIMUMS = leastPerCurrency(USUAL.mail, (code) => ({
  name: `Minimum: ${code}`,
  group: GROUP,
  meaning: `A reminder that would ask for less in ${code} is not sent; empty: any sum is worth one.`,
  moves: 'plan',
}));

/** What has to be asked for that somebody is called, by currency. */
export const CALL_MINIMUMS = leastPerCurrency(USUAL.call, (code) => ({
  name: `Minimum for calls: ${code}`,
  group: GROUP,
  meaning: `A call that would ask for less in ${code} is passed, and the next step follows; empty: any sum is worth one.`,
  moves: 'plan',
}));

/** Differences of rounding; it stops chasing alone, every figure counts every cent. */
export const TOLERANCE = number({
  name: 'Tolerance',
  group: GROUP,
  initial: USUAL.tolerance,
  meaning:
    'Balances up to this amount are not chased, as cents lost in rounding. Every figure counts them all the same.',
  moves: 'plan',
  refused: belowNought,
});

/** The prefix of the goals, before a currency. */
const CASH_GOAL = 'Cash goal a week: ';

/** What should come in each week, by currency: a line on the page Cash, and nothing else. It has a row once somebody sets it. */
export const CASH_GOALS: Family<Record<string, number>> = {
  ...perCurrency<number>((code) =>
    limit({
      name: `${CASH_GOAL}${code}`,
      group: GROUP,
      initial: '',
      meaning: `What should come in each week in ${code}: a line on the page Cash. Empty: no line.`,
      moves: 'next mail',
      refused: belowNought,
    }),
  ),
  initial: () => [],
};
