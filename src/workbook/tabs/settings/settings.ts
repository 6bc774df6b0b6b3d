// The tab AR Settings: the rows it starts with, and what it says, by the table of settings.
import type { Day } from '../../../receivables/day';
import type { Cell, Problem } from '../../../sheet/grid';
import type { TabTable } from '../records';
import { PAYMENT_PREFIXES } from './payment-settings';
import { type Family, GROUPS, type Reading, type Setting, type Start } from './setting';
import { SETTINGS } from './spec';

type ValueOf<S> = S extends { read: (cell: Cell) => Reading<infer T> } ? T : S extends Family<infer T> ? T : never;

/** What the tab says. */
export type Settings = { [K in keyof typeof SETTINGS]: ValueOf<(typeof SETTINGS)[K]> };

/** A setting as a row of the tab. */
export interface SettingRow {
  name: string;
  value: Cell;
  meaning: string;
  /** Whether the person just confirmed it, so that it takes the place of what the tab says. */
  confirmed: boolean;
}

export const AS_OF_SETTING = 'AS_OF';
export const AS_OF_MEANING =
  'Today in this workbook. Formulas take it as their as-of argument; the hourly run keeps it up to date.';

const SPECS: readonly (Setting | Family)[] = Object.values(SETTINGS);

function isFamily(spec: Setting | Family): spec is Family {
  return 'prefix' in spec;
}

/**
 * What is known of a setting, by its name in whatever case.
 * @returns null for the as-of day, which is no setting of people's, and for rows that Duesheet does not read
 * @example settingNamed('tolerance')?.kind // 'number'
 */
export function settingNamed(name: string): Setting | null {
  const wanted = name.toLowerCase();
  for (const spec of SPECS) {
    if (!isFamily(spec)) {
      if (spec.name.toLowerCase() === wanted) return spec;
    } else if (wanted.startsWith(spec.prefix.toLowerCase())) return spec.one(name.slice(spec.prefix.length));
  }
  return null;
}

/** Nothing was asked: settings that are made of an answer are left out. */
export const NOT_ASKED: Start = {
  ...{ sheet: '', headerRow: 0, mapping: {}, company: '', senderName: '', replyTo: '', currencies: [] },
};

/** What opens the tab: whose mails they are, then how each currency is paid, an account in one piece. */
const FIRST: readonly string[] = [SETTINGS.company, SETTINGS.senderName, SETTINGS.replyTo, SETTINGS.signature].map(
  ({ name }) => name,
);

function placeOf({ name, group }: Setting, { currencies }: Start): number {
  const pays = Object.values(PAYMENT_PREFIXES).find((prefix) => name.startsWith(prefix));
  if (pays) return FIRST.length + ((currencies.indexOf(name.slice(pays.length)) + 1000) % 1000) / 1000;
  if (name === SETTINGS.noPaymentDetails.name) return FIRST.length + 1;
  const first = FIRST.indexOf(name);
  return first < 0 ? FIRST.length + 2 + GROUPS.indexOf(group) : first;
}

/**
 * The settings of a workbook, in the order of the tab: company and bank details first, then by group.
 * @param start what it is made of
 * @param also 'offered': those too that have a row only once somebody sets them
 */
export function settingsFor(start: Start, also: 'offered' | 'initial' = 'initial'): Setting[] {
  const settings = SPECS.flatMap((spec) => {
    if (!isFamily(spec)) return [spec];
    const rests = [...spec.initial(start), ...(also === 'offered' ? spec.offered : [])];
    return rests.flatMap((rest) => spec.one(rest) ?? []);
  });
  return settings.sort((a, b) => placeOf(a, start) - placeOf(b, start));
}

/**
 * Names of settings in the order in which a new workbook has them: each currency in the order in which it is named, the as-of day last.
 * @example inOrder(['AS_OF', 'Signature', 'Company']) // ['Company', 'Signature', 'AS_OF']
 */
export function inOrder(names: readonly string[]): string[] {
  const currencies = names.flatMap((name) => {
    const prefix = Object.values(PAYMENT_PREFIXES).find((one) => name.startsWith(one));
    return prefix ? [name.slice(prefix.length)] : [];
  });
  const start = { ...NOT_ASKED, currencies: [...new Set(currencies)] };
  const known = settingsFor(start, 'offered').map(({ name }) => name.toLowerCase());
  const rankOf = (name: string): number => {
    if (name === AS_OF_SETTING) return known.length;
    const at = known.indexOf(name.toLowerCase());
    // A member of a family that nobody is offered stands behind the others, or last.
    const family = name.toLowerCase().slice(0, name.indexOf(':') + 1) || '-';
    return at >= 0 ? at : (known.map((one) => one.startsWith(family)).lastIndexOf(true) + known.length) % known.length;
  };
  return names
    .map((name) => ({ name, rank: rankOf(name) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ name }) => name);
}

/**
 * The rows of a new workbook, in the order of the tab.
 * @param start what set-up found and the person confirmed
 * @param asOf today
 */
export function defaultSettings(start: Start, asOf: Day): SettingRow[] {
  const asOfRow = { name: AS_OF_SETTING, value: { day: asOf }, meaning: AS_OF_MEANING, confirmed: false };
  return [
    ...settingsFor(start).map(({ name, initial, meaning }): SettingRow => {
      if (typeof initial !== 'function') return { name, value: initial, meaning, confirmed: false };
      const value = initial(start);
      return { name, value: value ?? '', meaning, confirmed: value !== undefined };
    }),
    asOfRow,
  ];
}

/** A cell of the tab: the setting's name as written, and its row. */
interface Written {
  name: string;
  cell: Cell;
  row: number;
}

/**
 * Reads the tab; a setting that cannot be read keeps its default and is reported.
 * @param table the tab as read
 */
export function readSettings(table: TabTable): { settings: Settings; problems: Problem[] } {
  const { settings, problems } = fold(cellsOf(table));
  return { settings, problems: [...table.problems, ...problems] };
}

/** What the tab would say with another value in one setting. */
export function settingsWith(table: TabTable, name: string, cell: Cell): Settings {
  return fold(cellsOf(table).set(name.toLowerCase(), { name, cell, row: 0 })).settings;
}

function cellsOf(table: TabTable): Map<string, Written> {
  const cells = new Map<string, Written>();
  for (const row of table.rows) {
    const name = row.text('Setting');
    cells.set(name.toLowerCase(), { name, cell: row.cell('Value'), row: row.row });
  }
  return cells;
}

function fold(cells: ReadonlyMap<string, Written>): { settings: Settings; problems: Problem[] } {
  const problems: Problem[] = [];
  const readOne = (setting: Setting, { cell, row }: Pick<Written, 'cell' | 'row'>): unknown => {
    const { name } = setting;
    const { value, fault } = setting.read(cell);
    const message = `AR Settings, ${name}: ${fault}.`;
    if (fault) problems.push({ row, column: name, code: 'setting-unreadable', message });
    return value;
  };
  const settings: Record<string, unknown> = {};
  for (const [key, spec] of Object.entries<Setting | Family>(SETTINGS)) {
    if (!isFamily(spec)) {
      settings[key] = readOne(spec, cells.get(spec.name.toLowerCase()) ?? { cell: '', row: 0 });
      continue;
    }
    const prefix = spec.prefix.toLowerCase();
    const told = [...cells].flatMap(([lower, written]) => (lower.startsWith(prefix) ? [written] : []));
    const named = told.map(({ name, ...rest }) => ({ rest: name.slice(prefix.length), ...rest }));
    settings[key] = spec.all(named);
    for (const one of named) {
      const setting = spec.one(one.rest);
      if (setting) readOne(setting, one);
    }
  }
  return { settings: settings as Settings, problems };
}
