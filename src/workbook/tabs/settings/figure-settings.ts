// The settings of what a team measures itself by, and of how it closes a month. Each has a row once somebody sets it.
import { bucketLabels } from '../../../receivables/aging';
import { GOAL_FIGURES, type Goal } from '../../../receivables/figures/goals';
import { isBlank } from '../../../sheet/grid';
import { amountOfCell, textOf } from '../../../sheet/read/typed-cells';
import { type Family, type Reading, type Setting, text, wholeUpTo } from './setting';

const GROUP = 'Amounts and tolerance';

const AGES = bucketLabels();

const WHERE = 'It is a line on the page Figures, and on AR Dashboard once its charts are drawn anew. Empty: no line.';

function figureOf(rest: string): Goal['figure'] | null {
  return GOAL_FIGURES.find((one) => one === rest.trim().toUpperCase()) ?? null;
}

/** A value as typed: days, or per cent. */
function numberOf(figure: Goal['figure'], typed: string): Reading<number> {
  const { amount, fault } = amountOfCell(typed.replace(/\s*(%|days)$/i, ''));
  const most = figure === 'CEI' ? 100 : 1000;
  if (fault || amount === null || amount < 0 || amount > most)
    return {
      value: 0,
      fault: `"${typed}" is no number of ${figure === 'CEI' ? 'per cent' : 'days'} from 0 to ${most}`,
    };
  return { value: figure === 'CEI' ? amount / 100 : amount, fault: '' };
}

function targetOf(figure: Goal['figure'], typed: string): Reading<Goal | null> {
  if (typed === '') return { value: null, fault: '' };
  const { value, fault } = numberOf(figure, typed);
  return { value: fault ? null : { figure, name: 'Target', value }, fault };
}

function benchmarkOf(figure: Goal['figure'], typed: string): Reading<Goal | null> {
  if (typed === '') return { value: null, fault: '' };
  const [number = '', source = '', year = '', ...more] = typed.split(';').map((part) => part.trim());
  const { value, fault } = numberOf(figure, number);
  const isSaid = source !== '' && /^\d{4}$/.test(year) && more.length === 0;
  const wrong = fault || (isSaid ? '' : `"${typed}" lacks where it is from; write it like 52; Allianz Trade; 2025`);
  return { value: wrong ? null : { figure, name: `Benchmark (${source}, ${year})`, value }, fault: wrong };
}

function goals(
  prefix: string,
  meaning: (figure: Goal['figure']) => string,
  read: (figure: Goal['figure'], typed: string) => Reading<Goal | null>,
): Family<Goal[]> {
  const one = (rest: string): Setting | null => {
    const figure = figureOf(rest);
    if (!figure) return null;
    const refused = (typed: string): string => read(figure, typed.trim()).fault;
    const said = { name: `${prefix}${figure}`, group: GROUP, initial: '', moves: 'next mail' } as const;
    const line = text({ ...said, meaning: `${meaning(figure)} ${WHERE}`, refused });
    return { ...line, read: (cell) => ({ value: textOf(cell), fault: isBlank(cell) ? '' : refused(textOf(cell)) }) };
  };
  return {
    prefix,
    initial: () => [],
    offered: [...GOAL_FIGURES],
    one,
    all: (told) =>
      told.flatMap(({ rest, cell }) => {
        const figure = figureOf(rest);
        const goal = figure && read(figure, textOf(cell)).value;
        return goal ? [goal] : [];
      }),
  };
}

const unitOf = (figure: Goal['figure']): string => (figure === 'CEI' ? 'per cent, like 80' : 'days, like 45');

/** What the team wants to reach. */
export const TARGETS = goals(
  'Target: ',
  (figure) => `What you want to reach for ${figure}, in ${unitOf(figure)}.`,
  targetOf,
);

/** What others reach, by a source that the team names. */
export const BENCHMARKS = goals(
  'Benchmark: ',
  (figure) =>
    `What others reach for ${figure}, with source and year: ${figure === 'CEI' ? '85; a trade association' : '52; Allianz Trade'}; 2025.`,
  benchmarkOf,
);

/** What a month end is closed by. */
export interface MonthEndSettings {
  /** A loss rate per age as a fraction, current first; null where none are set. */
  rates: readonly number[] | null;
  /** After how many years a claim is time-barred; null where nobody said. */
  limitationYears: number | null;
}

const MOST_YEARS = 30;

/** The rates as typed, in per cent: one per age. */
function ratesOf(typed: string): Reading<number[] | null> {
  if (typed === '') return { value: null, fault: '' };
  const rates = typed.split(';').map((part) => amountOfCell(part.replace(/%/, '').trim()).amount);
  const isRate = (rate: number | null): rate is number => rate !== null && rate >= 0 && rate <= 100;
  if (rates.length !== AGES.length || !rates.every(isRate))
    return {
      value: null,
      fault: `"${typed}" must be ${AGES.length} rates from 0 to 100 per cent, one for each of ${AGES.join(', ')}, like 1; 2; 5; 20; 50`,
    };
  return { value: rates.map((rate) => rate / 100), fault: '' };
}

const MONTH_END_SETTINGS: readonly [rest: string, meaning: string, refused: (typed: string) => string][] = [
  [
    'allowance rates',
    `What share of open items is doubtful by age, in per cent, one for each of ${AGES.join(', ')}: 1; 2; 5; 20; 50. What insolvent customers owe is doubtful whole. Empty: a month end has no allowance.`,
    (typed) => ratesOf(typed).fault,
  ],
  [
    'years until time-barred',
    'After how many years from the due date a claim is time-barred, for the list of what is near that. Countries differ, some count from the end of the year, and a payment or a word of theirs may begin it anew: ask your lawyer. Empty: no list.',
    wholeUpTo(MOST_YEARS, 'may be empty'),
  ],
];

const MONTH_END_PREFIX = 'Month end: ';

/** How a month end is closed. */
export const MONTH_END: Family<MonthEndSettings> = {
  prefix: MONTH_END_PREFIX,
  initial: () => [],
  offered: MONTH_END_SETTINGS.map(([rest]) => rest),
  one: (rest) => {
    const found = MONTH_END_SETTINGS.find(([name]) => name === rest.trim().toLowerCase());
    if (!found) return null;
    const [name, meaning, refused] = found;
    const line = text({
      name: MONTH_END_PREFIX + name,
      group: GROUP,
      initial: '',
      meaning,
      moves: 'next mail',
      refused,
    });
    return { ...line, read: (cell) => ({ value: textOf(cell), fault: refused(textOf(cell)) }) };
  },
  all: (told) => {
    const said = (name: string): string =>
      textOf(told.find(({ rest }) => rest.trim().toLowerCase() === name)?.cell ?? '');
    const [[rates = ''] = [], [years = ''] = []] = MONTH_END_SETTINGS;
    const typed = said(years);
    return {
      rates: ratesOf(said(rates)).value,
      limitationYears: /^\d+$/.test(typed) && Number(typed) > 0 && Number(typed) <= MOST_YEARS ? Number(typed) : null,
    };
  },
};
