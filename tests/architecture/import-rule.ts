// The import rule: which room may name which, and which libraries each may use.
import type { Import, SourceFile } from './source-files';

/** What a room may import; `files` are single files it may take types of. */
interface Permission {
  rooms: string[];
  /** Library to the files that may use it; `*` for all of the room. */
  packages: Record<string, string>;
  typesOf?: string;
}

const PURE = ['receivables', 'sheet', 'dunning'];

const RULE: Record<string, Permission> = {
  receivables: { rooms: ['receivables'], packages: { 'date-fns': 'src/receivables/day.ts' } },
  sheet: {
    rooms: ['sheet', 'receivables'],
    packages: { '@rgrove/parse-xml': 'src/sheet/bank/xml.ts', hucre: 'src/sheet/bank/csv-rows.ts' },
  },
  dunning: {
    rooms: ['dunning', 'receivables'],
    packages: {
      mustache: 'src/dunning/letter/template.ts',
      '@noble/hashes': '*',
      'lean-qr': 'src/dunning/mail/picture.ts',
    },
  },
  workbook: { rooms: ['workbook', ...PURE], packages: { valibot: '*' } },
  usecases: { rooms: ['usecases', 'workbook', ...PURE], packages: { valibot: '*' } },
  google: { rooms: ['google', 'usecases', 'workbook', ...PURE], packages: { valibot: 'src/google/asked.ts' } },
  entry: { rooms: ['entry', 'google', 'usecases', 'workbook', ...PURE], packages: { valibot: '*' } },
  sidebar: {
    rooms: ['sidebar', ...PURE],
    packages: { hucre: 'src/sidebar/payments/spreadsheet.ts' },
    typesOf: 'src/entry/sidebar-calls.ts',
  },
  local: { rooms: ['local'], packages: { '*': '*' } },
};

export const ROOMS = Object.keys(RULE);

/** The rooms that run without Google, a browser or Node. */
export const PURE_ROOMS = [...PURE, 'workbook', 'usecases'];

/** Libraries that may reach the bundle. */
export const BUNDLED_PACKAGES = Object.values(RULE)
  .flatMap(({ packages }) => Object.keys(packages))
  .filter((name) => name !== '*');

/** `date-fns/locale` to `date-fns`, `@noble/hashes/sha2.js` to `@noble/hashes`. */
export function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/**
 * The sentence that says what is wrong with an import; null when it is allowed.
 * @param file that imports
 */
export function objection(file: SourceFile, named: Import): string | null {
  const rule = RULE[file.room];
  if (!rule) return `${file.path}: "${file.room}" is not a room of the import rule`;
  if (named.target === null) return packageObjection(file, rule, named);
  const room = /^src\/([^/]+)\//.exec(named.target)?.[1] ?? '';
  if (rule.rooms.includes(room)) return null;
  if (named.target === rule.typesOf && named.typeOnly) return null;
  return `${file.path} imports ${named.target}${named.typeOnly ? ' (types)' : ''}`;
}

function packageObjection(file: SourceFile, { packages }: Permission, { specifier }: Import): string | null {
  const user = packages[packageOf(specifier)] ?? packages['*'];
  return user === '*' || user === file.path ? null : `${file.path} uses ${specifier}`;
}

/**
 * The circles of a graph of imports, each as the files on the way round.
 * @param edges file to the files it imports
 * @example circles(new Map([['a', ['b']], ['b', ['a']]])) // [['a', 'b']]
 */
export function circles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const finished = new Set<string>();
  const way: string[] = [];
  const walk = (file: string): void => {
    const before = way.indexOf(file);
    if (before >= 0) found.push(way.slice(before));
    if (before >= 0 || finished.has(file)) return;
    way.push(file);
    for (const next of edges.get(file) ?? []) walk(next);
    way.pop();
    finished.add(file);
  };
  for (const file of edges.keys()) walk(file);
  return found;
}
