// Measures what Duesheet costs and holds it against what is promised: `npm run bench`, or `npm run bench -- --row NAME` for one row.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MeasurementName, measurement } from './bench/measurements';
import { doTask, measureApart, prepareApart } from './bench/processes';
import { leastOf, type Values } from './bench/processor-time';
import { exitCodeOf, neededBy, outcomes, reportText } from './bench/report';
import { NOT_YET, ROWS, type Row } from './bench/rows';
import { originsOf, type WorldName } from './bench/worlds';
import { readArguments, usageFailure } from './command-line';
import { HostFailure, sentenceOf } from './failure';

const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

/** The rows that were asked for; all without a wish. */
function wanted(words: readonly string[]): readonly Row[] {
  const names = readArguments(words, { row: 'repeated' }, [0, 0]).repeated.get('row') ?? [];
  const unknown = names.find((name) => !ROWS.some((row) => row.name === name));
  if (unknown !== undefined) {
    throw usageFailure(`There is no row "${unknown}". The rows: ${ROWS.map(({ name }) => name).join(', ')}.`);
  }
  return names.length === 0 ? ROWS : ROWS.filter(({ name }) => names.includes(name));
}

/** Takes the measurements, each world prepared before its first use; what fails is said and left out. */
async function measured(names: readonly MeasurementName[], folder: string): Promise<Map<MeasurementName, Values>> {
  const found = new Map<MeasurementName, Values>();
  const ready = new Set<WorldName>();
  const prepare = async (world: WorldName): Promise<void> => {
    for (const one of [...originsOf(world).reverse(), world]) {
      if (ready.has(one)) continue;
      say(`Preparing the workbook "${one}"`);
      await prepareApart(one, folder);
      ready.add(one);
    }
  };
  for (const name of names) {
    const { world, times } = measurement(name);
    try {
      if (world !== undefined) await prepare(world);
      const taken: Values[] = [];
      for (let time = 1; time <= times; time += 1) {
        say(`Measuring ${name}, ${time} of ${times}`);
        taken.push(await measureApart(name, folder));
      }
      found.set(name, leastOf(taken));
    } catch (error) {
      say(`${name} could not be measured: ${sentenceOf(error)}`);
    }
  }
  return found;
}

async function bench(words: readonly string[]): Promise<number> {
  const rows = wanted(words);
  const folder = mkdtempSync(join(tmpdir(), 'duesheet-bench-'));
  try {
    const found = await measured(neededBy(rows), folder);
    const standing = outcomes(rows, found, NOT_YET);
    process.stdout.write(reportText(standing, found));
    return exitCodeOf(standing);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function main(words: readonly string[]): Promise<number> {
  try {
    if (words[0] !== '--task') return await bench(words);
    process.stdout.write(JSON.stringify(await doTask(words.slice(1, 3), words[3] ?? '')));
    return 0;
  } catch (error) {
    say(sentenceOf(error));
    return error instanceof HostFailure ? error.exit : 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
