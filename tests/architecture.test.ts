// The architecture: who may import whom, who may name Google's services, and the habits every file keeps.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { climbs, FLOORS, floorOf } from './architecture/floors';
import { BUNDLED_PACKAGES, circles, objection, PURE_ROOMS, packageOf, ROOMS } from './architecture/import-rule';
import { clockReadings, nodesOf, outsideNames, SERVICES } from './architecture/names';
import { filesBelow, parsed, ROOT, type SourceFile, sourcesBelow } from './architecture/source-files';

const sources = sourcesBelow('src');
const tests = sourcesBelow('tests');
const every = [...sources, ...tests];

describe('who imports whom', () => {
  it('lets each room import what the rule gives it, types included', () => {
    const objections = sources.flatMap((file) => file.imports.map((named) => objection(file, named)));
    expect(objections.filter((sentence) => sentence !== null)).toEqual([]);
  });

  it('follows every relative import to a file that exists', () => {
    const known = new Set(filesBelow('src', ''));
    const targets = sources.flatMap(({ path, imports }) => imports.map(({ target }) => ({ path, target })));
    expect(targets.filter(({ target }) => target !== null && !known.has(target))).toEqual([]);
  });

  it('has no import circles, types included', () => {
    const edges = sources.map(({ path, imports }): [string, string[]] => [
      path,
      imports.flatMap(({ target }) => (target === null ? [] : [target])),
    ]);
    expect(circles(new Map(edges))).toEqual([]);
  });

  const rooms = sources.filter(({ room }) => room in FLOORS);

  it('has a place for every folder of a room, and a folder for every place', () => {
    expect(rooms.filter(({ path }) => floorOf(path) < 0).map(({ path }) => path)).toEqual([]);
    const used = new Set(rooms.map(({ path, room }) => `${room} ${floorOf(path)}`));
    const unused = Object.entries(FLOORS).flatMap(([room, floors]) =>
      floors.filter((_, floor) => !used.has(`${room} ${floor}`)).map((name) => `${room}/${name}`),
    );
    expect(unused).toEqual([]);
  });

  it('never climbs: no file imports from a later floor of its room, types included', () => {
    expect(climbs(rooms)).toEqual([]);
  });

  it('keeps folders small enough to take in: at most 24 files', () => {
    const counts = new Map<string, number>();
    for (const { path } of rooms) {
      const folder = path.slice(0, path.lastIndexOf('/'));
      counts.set(folder, (counts.get(folder) ?? 0) + 1);
    }
    expect([...counts].filter(([, count]) => count > 24)).toEqual([]);
  });

  it('bundles nothing but the rooms of the product and the libraries of the rule', () => {
    const meta = JSON.parse(readFileSync(join(ROOT, 'build/meta.json'), 'utf8')) as {
      outputs: Record<string, { inputs: Record<string, unknown> }>;
    };
    const inputs = Object.keys(meta.outputs['dist/Code.js']?.inputs ?? {});
    expect(inputs).toContain('src/entry/index.ts');
    const origins = new Set(inputs.map(originOf));
    const allowed = [...PURE_ROOMS, 'google', 'entry', ...BUNDLED_PACKAGES];
    expect([...origins].filter((origin) => !allowed.includes(origin))).toEqual([]);
  });
});

/** The room or the library that a module of the bundle comes from. */
function originOf(input: string): string {
  const library = /(?:^|\/)node_modules\/(.*)$/.exec(input)?.[1];
  return library === undefined ? (/^src\/([^/]+)\//.exec(input)?.[1] ?? input) : packageOf(library);
}

describe('who names what', () => {
  it('has only the rooms of the design, none called utils, helpers or common', () => {
    expect([...new Set(sources.map(({ room }) => room))].sort()).toEqual([...ROOMS].sort());
    const banned = /(^|\/)(utils?|helpers?|common|misc|shared)(\/|\.[a-z.]+$)/;
    expect([...filesBelow('src', ''), ...filesBelow('tests', '')].filter((path) => banned.test(path))).toEqual([]);
  });

  it("names Google's services in src/google and the local services only", () => {
    const strangers = sources.filter(({ path }) => !/^src\/(google|local\/google-services)\//.test(path));
    expect(found(strangers, SERVICES)).toEqual([]);
  });

  it("names Google's types only there and in src/entry", () => {
    const strangers = sources.filter(({ path }) => !/^src\/(google|entry|local\/google-services)\//.test(path));
    expect(found(strangers, ['GoogleAppsScript'])).toEqual([]);
  });

  it('reads no clock and no chance in the pure rooms and the use cases', () => {
    const readings = sources
      .filter(({ room }) => PURE_ROOMS.includes(room))
      .flatMap((file) => clockReadings(file).map((reading) => `${file.path}, ${reading}`));
    expect(readings).toEqual([]);
  });
});

function found(files: SourceFile[], names: string[]): string[] {
  return files.flatMap((file) => {
    if (!names.some((name) => file.text.includes(name))) return [];
    const outside = outsideNames(file);
    return names.filter((name) => outside.has(name)).map((name) => `${file.path} names ${name}`);
  });
}

describe('the habits of a file', () => {
  it('says its subject in a comment on its first line', () => {
    expect(every.filter(({ text }) => !/^\/\/ \S.{10,}/.test(text)).map(({ path }) => path)).toEqual([]);
  });

  it('is at most 500 lines long', () => {
    const long = every.map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }));
    expect(long.filter(({ lines }) => lines > 500)).toEqual([]);
  });

  it('has no default export', () => {
    // A .d.ts describes what a library has, not what we do.
    const own = every.filter(({ path, text }) => !path.endsWith('.d.ts') && /default|export\s*=/.test(text));
    expect(own.filter(({ tree }) => nodesOf(tree).some(isDefaultExport)).map(({ path }) => path)).toEqual([]);
  });
});

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true;
  if (ts.isExportSpecifier(node)) return node.name.text === 'default';
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) ?? false;
}

describe('this scan itself', () => {
  const known = new Set(['src/google/workbook.ts', 'src/sheet/grid.ts', 'src/entry/sidebar-calls.ts']);
  const objections = (path: string, text: string) => {
    const file = parsed(path, text, known);
    return file.imports.map((named) => objection(file, named)).filter((sentence) => sentence !== null);
  };

  it.each([
    "import { a } from '../google/workbook';",
    "import type { a } from '../google/workbook';",
    "import { type a } from '../google/workbook';",
    "import '../google/workbook';",
    "export { a } from '../google/workbook';",
    "export type { a } from '../google/workbook';",
    "export * from '../google/workbook';",
    "type A = import('../google/workbook').A;",
    "export const a = () => import('../google/workbook');",
    "import a = require('../google/workbook');",
    "import { readFileSync } from 'node:fs';",
    "import { addDays } from 'date-fns/addDays';",
  ])('sees %s', (line) => {
    expect(objections('src/sheet/any.ts', line)).toHaveLength(1);
  });

  it('lets the sidebar take types of the sidebar calls, and nothing else of them', () => {
    expect(objections('src/sidebar/any.ts', "import type { a } from '../entry/sidebar-calls';")).toEqual([]);
    expect(objections('src/sidebar/any.ts', "import { a } from '../entry/sidebar-calls';")).toHaveLength(1);
  });

  it('sees an import that climbs, whether of a folder or of a file that stands below its room', () => {
    const paths = ['src/sheet/read/a.ts', 'src/sheet/detect/b.ts', 'src/workbook/ports.ts', 'src/workbook/session.ts'];
    const file = (path: string, text: string) => parsed(path, text, new Set(paths));
    expect(climbs([file('src/sheet/read/a.ts', "import type { b } from '../detect/b';")])).toHaveLength(1);
    expect(climbs([file('src/sheet/detect/b.ts', "import type { a } from '../read/a';")])).toEqual([]);
    expect(climbs([file('src/workbook/ports.ts', "import type { a } from './session';")])).toHaveLength(1);
    expect(climbs([file('src/workbook/session.ts', "import type { a } from './ports';")])).toEqual([]);
  });

  it('finds a circle of three', () => {
    const edges = new Map(Object.entries({ a: ['b'], b: ['c'], c: ['a', 'd'], d: [] }));
    expect(circles(edges)).toEqual([['a', 'b', 'c']]);
  });

  it('tells a service from a word of our own', () => {
    const names = (text: string) => outsideNames(parsed('src/local/any.ts', text, known));
    expect(names('const a = Session.getActiveUser();')).toContain('Session');
    expect(names('export const a: typeof Session = b;')).toContain('Session');
    expect(names('export interface Session { Utilities: 1 }\nexport let a: Session;')).not.toContain('Session');
    expect(names("import { Session } from './session';\nexport let a: Session;")).not.toContain('Session');
    expect(names('// Session\nexport const a = { Session: "Session" }.Session;')).not.toContain('Session');
  });

  it('sees a clock being read', () => {
    const readings = (text: string) => clockReadings(parsed('src/sheet/any.ts', text, known));
    expect(readings('const a = [new Date(), new Date, Date(), Date.now(), Math.random()];')).toHaveLength(5);
    expect(readings('const a = [new Date(0), Date.UTC(2026, 1)];')).toEqual([]);
  });
});
