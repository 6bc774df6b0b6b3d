// The settings of what a team measures itself by: targets, and benchmarks with their source and year. Each has a row once somebody sets it.
import { GOAL_FIGURES, type Goal } from '../../../receivables/figures/goals';
import { isBlank } from '../../../sheet/grid';
import { amountOfCell, textOf } from '../../../sheet/read/typed-cells';
import { type Family, type Reading, type Setting, text } from './setting';

const GROUP = 'Amounts and tolerance';

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
  (figure) => `What others reach for ${figure}, with source and year: 52; Allianz Trade; 2025.`,
  benchmarkOf,
);
