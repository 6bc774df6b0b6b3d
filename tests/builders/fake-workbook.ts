// An in-memory workbook behind the ports: stateful, counts its calls, and can be made to fail at one of them.
import { defaultTemplates } from '../../src/dunning/letter/default-templates';
import { dayFromIso } from '../../src/receivables/day';
import type { Cell, Grid } from '../../src/sheet/grid';
import { isDayCell } from '../../src/sheet/grid';
import type { MailRefused, Moment, Ports, SheetInfo, TriedTab, Workbook } from '../../src/workbook/ports';

/** A mail that left. */
export interface SentMail {
  raw: string;
  threadId: string;
}

/** The world of a test: what is in the workbook, who is at work, what time it is. */
export interface FakeWorld {
  ports: Ports;
  /** Calls by port method, e.g. `workbook.read` to 3. */
  calls: Record<string, number>;
  mails: SentMail[];
  /** Cells of a tab, for arranging and asserting; row 1 is index 0. */
  cells(name: string): Cell[][];
  sheetNames(): string[];
  /** Named cells. */
  names: Record<string, { sheet: number; row: number; column: number }>;
  /** Notes by place, as 'AR Templates!R1C1'. */
  notes: Record<string, string>;
  addSheet(name: string, values: Cell[][]): void;
  rename(from: string, to: string): void;
  remove(name: string): void;
  /** Moves the clock: `2026-11-06 09:30`. */
  at(text: string): void;
  user(address: string): void;
  /** A copy of the workbook as File > Make a copy gives it: same tabs, another id, nothing remembered. */
  copy(): FakeWorld;
  /** A world of its own that goes on from here. */
  twin(): FakeWorld;
  /** Called before each call; may throw to play a kill or an outage. */
  before: (call: string, count: number) => void;
  /** The cell the person has selected, 1-based. */
  selected: { sheet: string; row: number; column: number };
  refuse: MailRefused | Error | null;
  /** Why no PDF can be made. */
  refusePdf: Error | null;
  heldByOther: boolean;
  /** What Google has not been allowed yet, a sentence. */
  missingPermission: string;
  /** Milliseconds that each call takes. */
  slow: number;
  /** What a tab that exists for a moment shows, where it differs from a spreadsheet that does as it should. */
  tried: Partial<TriedTab>;
  /** The tab whose first two columns are typed columns of a Table. */
  typed: string;
}

const TRIED: TriedTab = { appended: [], written: [], isText: true, isNamed: true, rounds: [310, 290, 300] };

interface FakeSheet extends SheetInfo {
  values: Cell[][];
}

/** What a world goes on from. */
interface Beginning {
  nextId: number;
  sheets: readonly FakeSheet[];
  now: Moment;
  user: string;
  properties: Record<string, string>;
  triggers: Iterable<string>;
  elapsed: number;
}

const NOTHING: Beginning = {
  ...{ nextId: 1, sheets: [], now: moment('2026-11-02 09:00'), user: 'ann@ourfirm.example' },
  ...{ properties: {}, triggers: [], elapsed: 0 },
};

const TEXTS = defaultTemplates();

/** A world with the given tabs. */
export function fakeWorld(tabs: Record<string, Cell[][]>, id = 'workbook-1', from = NOTHING): FakeWorld {
  let nextId = from.nextId;
  const sheets: FakeSheet[] = from.sheets.map((one) => ({ ...one, values: one.values.map((row) => [...row]) }));
  const add = (name: string, values: Cell[][]): FakeSheet => {
    const sheet = { id: nextId * 11, name, values: values.map((row) => [...row]) };
    nextId += 1;
    sheets.push(sheet);
    return sheet;
  };
  for (const [name, values] of Object.entries(tabs)) add(name, values);
  let { now, user, elapsed } = from;
  let properties = { ...from.properties };
  let locked = false;
  const triggers = new Set(from.triggers);
  const world = {
    calls: {},
    mails: [],
    names: {},
    notes: {},
    before: () => {},
    refuse: null,
    refusePdf: null,
    heldByOther: false,
    missingPermission: '',
    slow: 0,
    tried: {},
    typed: '',
  } as unknown as FakeWorld;
  world.selected = { sheet: sheets[0]?.name ?? '', row: 1, column: 20 };
  const count = (call: string): void => {
    world.calls[call] = (world.calls[call] ?? 0) + 1;
    elapsed += world.slow;
    world.before(call, world.calls[call] ?? 0);
  };
  const find = (info: SheetInfo): FakeSheet => {
    const sheet = sheets.find((one) => one.id === info.id);
    if (!sheet) throw new Error(`no sheet ${info.name}`);
    return sheet;
  };
  const grid = (info: SheetInfo): Grid => {
    const { name, values } = find(info);
    const width = Math.max(1, ...values.map((row) => row.length));
    const whole = values.map((row) => Array.from({ length: width }, (_, index) => row[index] ?? ''));
    return { sheet: name, firstRow: 1, values: whole.length > 0 ? whole : [['']], display: null };
  };
  const workbook: Workbook = {
    id: () => id,
    name: () => 'Receivables',
    sheets: () => {
      count('workbook.sheets');
      return sheets.map(({ id: sheetId, name }) => ({ id: sheetId, name }));
    },
    read: (info) => {
      count('workbook.read');
      return grid(info);
    },
    readDisplay: (info) => {
      count('workbook.readDisplay');
      return grid(info).values.map((row) => row.map(shown));
    },
    readFrom: (info, row, columns) => {
      count('workbook.readFrom');
      if (find(info).values.length < row) return [];
      return grid(info)
        .values.slice(row - 1)
        .map((cells) => cells.slice(0, columns));
    },
    readBlock: (info, row, column, rows, columns) => {
      count('workbook.readBlock');
      const { values } = find(info);
      return Array.from({ length: rows }, (_, r) =>
        Array.from({ length: columns }, (_, c) => values[row - 1 + r]?.[column - 1 + c] ?? ''),
      );
    },
    write: (info, row, column, cells) => {
      count('workbook.write');
      const { values } = find(info);
      cells.forEach((line, r) => {
        while (values.length < row + r) values.push([]);
        line.forEach((cell, c) => {
          const target = values[row - 1 + r] ?? [];
          while (target.length < column + c) target.push('');
          target[column - 1 + c] = cell;
        });
      });
      while (values.length > 0 && values[values.length - 1]?.every((cell) => cell === '')) values.pop();
    },
    append: (info, cells) => {
      count('workbook.append');
      find(info).values.push([...cells]);
    },
    lastRow: (info) => {
      count('workbook.lastRow');
      return find(info).values.length;
    },
    createTabs: (tabs) => {
      count('workbook.createTabs');
      return tabs.map(({ name, columns, rows = [] }) => {
        const { id: sheetId } = add(name, [columns.map(({ header }) => header), ...rows.map((line) => [...line])]);
        return { id: sheetId, name };
      });
    },
    removeTab: (info) => {
      count('workbook.removeTab');
      sheets.splice(sheets.indexOf(find(info)), 1);
    },
    layOutTab: (info, spec) => {
      count('workbook.layOutTab');
      find(info).values = [spec.columns.map(({ header }) => header)];
    },
    addColumn: (info, headerRow, column, spec) => {
      count('workbook.addColumn');
      const { values } = find(info);
      for (const line of values) while (line.length < column) line.push('');
      const headers = values[headerRow - 1];
      if (headers) headers[column - 1] = spec.header;
    },
    formatColumns: () => count('workbook.formatColumns'),
    noteCell: (info, row, column, note) => {
      count('workbook.noteCell');
      const place = `${find(info).name}!R${row}C${column}`;
      if (place in world.notes) return false;
      world.notes[place] = note;
      return true;
    },
    moveRows: (info, row, rows, before) => {
      count('workbook.moveRows');
      const { values } = find(info);
      const taken = values.splice(row - 1, rows);
      const first = before > row ? before - rows : before;
      values.splice(first - 1, 0, ...taken);
      for (const place of Object.values(world.names)) {
        if (place.sheet !== info.id) continue;
        if (place.row >= row && place.row < row + rows) place.row += first - row;
        else if (place.row >= row + rows && place.row < before) place.row -= rows;
        else if (place.row < row && place.row >= before) place.row += rows;
      }
      return true;
    },
    deleteRow: (info, row, rows = 1) => {
      count('workbook.deleteRow');
      find(info).values.splice(row - 1, rows);
    },
    named: (name) => world.names[name] ?? null,
    nameCell: (name, info, row, column) => {
      count('workbook.nameCell');
      world.names[name] = { sheet: info.id, row, column };
    },
    kept: (name) => {
      count('workbook.kept');
      return sheets.find((one) => one.name === name)?.values.map(([text]) => String(text)) ?? null;
    },
    keep: (name, texts) => {
      count('workbook.keep');
      const sheet = sheets.find((one) => one.name === name) ?? add(name, []);
      sheet.values = texts.map((text) => [text]);
    },
    flush: () => count('workbook.flush'),
    insertFormula: (formula) => {
      count('workbook.insertFormula');
      const { sheet, row, column } = world.selected;
      const line = byName(sheet).values[row - 1];
      const inserted = (line?.[column - 1] ?? '') === '';
      if (inserted) {
        const values = byName(sheet).values;
        while (values.length < row) values.push([]);
        const target = values[row - 1] ?? [];
        while (target.length < column) target.push('');
        target[column - 1] = formula;
      }
      return { cell: `${sheet}!R${row}C${column}`, inserted };
    },
    cursor: () => {
      count('workbook.cursor');
      const { sheet, row } = world.selected;
      const found = sheets.find(({ name }) => name === sheet);
      return found ? { sheet: { id: found.id, name: found.name }, row } : null;
    },
    show: () => count('workbook.show'),
  };
  world.ports = {
    workbook,
    properties: {
      readAll: () => {
        count('properties.read');
        return { ...properties };
      },
      write: (values) => {
        count('properties.write');
        properties = { ...properties, ...values };
      },
      remove: (names) => {
        count('properties.remove');
        properties = Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)));
      },
    },
    capabilities: [],
    mailbox: null,
    files: null,
    charts: {
      all: () => [],
      insert: (_, charts) => {
        count('charts.insert');
        return charts.map(({ title }) => title);
      },
      remove: () => count('charts.remove'),
      lookLike: () => count('charts.lookLike'),
    },
    lock: {
      acquire: () => {
        count('lock.acquire');
        if (world.heldByOther || locked) return false;
        locked = true;
        return true;
      },
      release: () => {
        locked = false;
        count('lock.release');
      },
    },
    clock: { now: () => now, elapsed: () => elapsed, instant: () => (now.day * 1440 + now.minute) * 60_000 },
    mailer: {
      send: (raw, threadId) => {
        count('mailer.send');
        if (world.refuse) throw world.refuse;
        world.mails.push({ raw, threadId });
        return { id: `m${world.mails.length}`, threadId: threadId || `t${world.mails.length}` };
      },
    },
    session: { user: () => user, secret: () => 'a secret of this test' },
    texts: { defaults: () => TEXTS },
    pdf: {
      of: (html) => {
        count('pdf.of');
        if (world.refusePdf) throw world.refusePdf;
        return btoa(`%PDF ${html.length}`);
      },
    },
    schedule: {
      isOn: () => triggers.has(user),
      turnOn: () => {
        triggers.add(user);
      },
      turnOff: () => {
        triggers.delete(user);
      },
      missingPermission: () => world.missingPermission,
    },
    installation: {
      hasGmail: () => true,
      tryTab: (_name, texts) => {
        count('installation.tryTab');
        return { ...TRIED, appended: [...texts], written: [...texts], ...world.tried };
      },
      typedColumns: (info, _row, columns) => (world.typed === find(info).name ? columns.slice(0, 2) : []),
    },
  };
  const byName = (name: string): FakeSheet => {
    const sheet = sheets.find((one) => one.name === name);
    if (!sheet) throw new Error(`no tab ${name}`);
    return sheet;
  };
  world.cells = (name) => byName(name).values;
  world.sheetNames = () => sheets.map(({ name }) => name);
  world.addSheet = (name, values) => {
    add(name, values);
  };
  world.rename = (from, to) => {
    byName(from).name = to;
  };
  world.remove = (name) => {
    sheets.splice(sheets.indexOf(byName(name)), 1);
  };
  world.at = (text) => {
    now = moment(text);
  };
  world.user = (address) => {
    user = address;
  };
  world.copy = () => {
    const twin = fakeWorld(Object.fromEntries(sheets.map(({ name, values }) => [name, values])), 'workbook-2');
    return twin;
  };
  world.twin = () => {
    const twin = fakeWorld({}, id, { nextId, sheets, now, user, properties, triggers, elapsed });
    const { calls, mails, names, selected, refuse, heldByOther, missingPermission, slow, tried, typed } = world;
    const apart = { calls: { ...calls }, mails: [...mails], names: { ...names }, selected: { ...selected } };
    return Object.assign(twin, apart, { refuse, heldByOther, missingPermission, slow, tried: { ...tried }, typed });
  };
  return world;
}

function shown(cell: Cell): string {
  return isDayCell(cell) ? `day ${cell.day}` : String(cell);
}

/** A moment from `2026-11-06 09:30`. */
function moment(text: string): Moment {
  const day = dayFromIso(text.slice(0, 10));
  if (day === null) throw new Error(text);
  const [hours = 0, minutes = 0] = text.slice(11).split(':').map(Number);
  return { day, minute: hours * 60 + minutes, text: `${text.slice(0, 16)}:00` };
}

/** A date cell from `2026-11-06`. */
export function day(text: string): { day: number } {
  const value = dayFromIso(text);
  if (value === null) throw new Error(text);
  return { day: value };
}
