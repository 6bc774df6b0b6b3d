// How the tests run: rooms that share a process, the longest first, in a time zone where midnight differs from ours.
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** This folder, as vitest writes paths. */
const ROOT = import.meta.dirname.replaceAll('\\', '/');

// A zone far from that of the build machines, with summer time on the other side of the year: what leans on the machine's
// own zone fails here. Workers and browsers are started with this environment; `TZ=... npm test` asks for another one.
process.env['TZ'] ??= 'Pacific/Auckland';

/** Tests that belong to a room of the product and need no build. */
const PURE = ['receivables', 'sheet', 'dunning', 'workbook', 'usecases', 'entry', 'google'].map(
  (room) => `tests/${room}/**/*.test.ts`,
);
/** Months told day by day, most of them through the built bundle: the longest files. */
const LONG_LAWS = 'tests/dunning/long-laws.test.ts';
const STORIES = [
  'tests/scenarios/**/*.test.ts',
  'tests/dunning/field/runs.test.ts',
  'tests/service-calls.test.ts',
  LONG_LAWS,
];
const BROWSER = ['tests/sidebar/**/*.test.ts', 'tests/local/page.test.ts'];
/** What is too long for every run, for `npm run test:long`. */
const LONG = 'tests/**/*.long.test.ts';
/** Properties that are tried more often there (tests/builders/property-runs.ts). */
const DEAR_PROPERTIES = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts') && !name.endsWith('.long.test.ts'))
  .map((name) => `tests/${name}`)
  .filter((path) => readFileSync(path, 'utf8').includes('/property-runs'));

/** Sweeps that draw what they try. */
const CAMPAIGNS = ['tests/local/faults/campaign.long.test.ts', 'tests/scenarios/wrong-arguments.long.test.ts'];

/** What the paths of tests begin with, by kind, in the order in which a run takes them. */
const ORDER = [STORIES, BROWSER, ['tests/local/'], ['tests/']].map((kind) =>
  kind.map((glob) => glob.replace(/\*.*/, '')),
);

/** The long first: files by what they are, within that as vitest orders them, the longest of the last run first. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const place = ({ moduleId }: TestSpecification): number =>
      ORDER.findIndex((kind) => kind.some((begin) => moduleId.startsWith(`${ROOT}/${begin}`)));
    return sorted.sort((a, b) => place(a) - place(b));
  }
}

// Most tests run the bundle, each execution in a context of its own: what is optimized there is thrown away with it, and
// costs more than it saves. So V8 optimizes late, keeps what it compiled, and collects young objects in larger steps:
// a third less processor time.
const V8 = [
  ...['--interrupt-budget=500000', '--no-flush-bytecode'],
  ...['--min-semi-space-size=32', '--max-semi-space-size=64'],
];

// What the bundler's text loader does for the product: a text file is imported as one text, from its first heading on.
const textFiles = {
  name: 'text-files',
  enforce: 'pre' as const,
  load: (path: string) =>
    path.endsWith('.txt')
      ? `export default ${JSON.stringify(readFileSync(path, 'utf8').replace(/^[\s\S]*?(?=^(?:---|===) )/m, ''))};`
      : undefined,
};

export default defineConfig({
  plugins: [textFiles],
  test: {
    // Vitest leaves a core to itself unless told otherwise, which is half of a machine with two.
    maxWorkers: availableParallelism(),
    pool: 'forks',
    execArgv: V8,
    isolate: false,
    // The next run takes the same files of the product: what was made of a file once is found again by what the file says.
    experimental: { fsModuleCache: true },
    setupFiles: ['tests/builders/seed.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    sequence: { sequencer: LongestFirst },
    projects: [
      // What `npm test` runs, the four below as one: each project has workers of its own, and each worker imports the product anew.
      {
        extends: true,
        test: {
          name: 'daily',
          include: ['tests/**/*.test.ts'],
          exclude: [LONG],
          globalSetup: 'tests/browser-server.ts',
        },
      },
      { extends: true, test: { name: 'pure', include: PURE, exclude: [...STORIES, LONG] } },
      { extends: true, test: { name: 'stories', include: STORIES, exclude: [LONG] } },
      {
        extends: true,
        test: { name: 'browser', include: BROWSER, exclude: [LONG], globalSetup: 'tests/browser-server.ts' },
      },
      {
        extends: true,
        test: { name: 'local', include: ['tests/**/*.test.ts'], exclude: [...PURE, ...STORIES, ...BROWSER, LONG] },
      },
      {
        extends: true,
        test: {
          name: 'long',
          include: [LONG, LONG_LAWS, ...DEAR_PROPERTIES],
          globalSetup: 'tests/browser-server.ts',
          env: { LONG_LAWS: process.env['LONG_LAWS'] ?? '100', PROPERTIES: 'full' },
        },
      },
      {
        extends: true,
        test: {
          name: 'campaign',
          include: [...CAMPAIGNS, LONG_LAWS, ...DEAR_PROPERTIES],
          globalSetup: 'tests/browser-server.ts',
          env: {
            LONG_LAWS: process.env['LONG_LAWS'] ?? '1000',
            PROPERTIES: 'full',
            // Days since 1970, a thousand seeds apart: other cases each day, the same ones all day.
            SEED: process.env['SEED'] ?? `${Math.floor(Date.now() / 86_400_000) * 1_000}`,
          },
        },
      },
    ],
  },
});
