// How firm customers are asked: chosen at set-up or later, with the steps of AR Policy wherever nobody changed them.
import { describe, expect, it } from 'vitest';
import { ladderRows } from '../../../src/dunning/policy/default-policy';
import type { LadderName } from '../../../src/dunning/policy/ladders';
import { saveSetting } from '../../../src/usecases/settings/save-setting';
import { applySetup } from '../../../src/usecases/setup/set-up';
import { type FakeWorld, fakeWorld } from '../../builders/fake-workbook';
import { CHOICE, invoiceCells, records, setUpAt } from '../../builders/our-firm';

const BOOK = [{ no: '1', customer: 'Acme', due: '2026-10-20', amount: 900 }];

/** What stands for a segment in AR Policy: number and day of each step. */
function steps(world: FakeWorld, segment: string): string[] {
  return records(world, 'AR Policy')
    .filter((row) => row['Segment'] === segment)
    .map((row) => `${row['Stage']} ${row['Anchor']} ${row['Days']}`);
}

function stepsOf(ladder: LadderName, segment: string): string[] {
  return ladderRows(ladder)
    .filter((row) => row.segment === segment)
    .map((row) => `${row.stage} ${row.anchor} ${row.days}`);
}

const firmness = (world: FakeWorld): unknown =>
  records(world, 'AR Settings').find((row) => row['Setting'] === 'How firm')?.['Value'];

/** Changes a cell of the first row of a segment. */
function change(world: FakeWorld, segment: string, header: string, value: string): void {
  const sheet = world.ports.workbook.sheets().find(({ name }) => name === 'AR Policy');
  if (!sheet) throw new Error('no AR Policy');
  const { values } = world.ports.workbook.read(sheet);
  const column = values[0]?.indexOf(header) ?? -1;
  const row = values.findIndex((cells) => cells[0] === segment);
  world.ports.workbook.write(sheet, row + 1, (column < 0 ? (values[0]?.length ?? 0) : column) + 1, [[value]]);
}

describe('a new workbook', () => {
  it('begins with the usual ladder', () => {
    const world = setUpAt('2026-11-02 09:00', BOOK);
    expect(firmness(world)).toBe('usual');
    expect(steps(world, 'Doubtful SMB')).toEqual(stepsOf('usual', 'Doubtful SMB'));
  });
});

describe('a ladder chosen at set-up', () => {
  it('is what AR Policy begins with; set up again, what stands there stays', () => {
    const world = fakeWorld({ Invoices: invoiceCells(BOOK) });
    world.at('2026-11-02 09:00');
    applySetup(world.ports, { ...CHOICE, ladder: 'strict' });
    expect(firmness(world)).toBe('strict');
    expect(steps(world, 'Doubtful SMB')).toEqual(stepsOf('strict', 'Doubtful SMB'));
    applySetup(world.ports, CHOICE);
    expect(firmness(world)).toBe('strict');
    expect(steps(world, 'Doubtful SMB')).toEqual(stepsOf('strict', 'Doubtful SMB'));
  });
});

describe('another ladder', () => {
  it('brings its steps, and says what became of AR Policy', () => {
    const world = setUpAt('2026-11-02 09:00', BOOK);
    const { message } = saveSetting(world.ports, 'How firm', 'strict');
    expect(firmness(world)).toBe('strict');
    for (const segment of ['New', 'Default', 'Timely', 'Doubtful SMB', 'Any'])
      expect(steps(world, segment)).toEqual(stepsOf('strict', segment));
    expect(message).toContain(
      'How firm is "strict" now. AR Policy has its steps for Timely, Timely large, Delinquent SMB',
    );
    expect(message).toContain('some will block your mails');
    expect(records(world, 'AR Policy')).toHaveLength(ladderRows('strict').length);
  });

  it('there and back leaves AR Policy as it was, in another order', () => {
    const world = setUpAt('2026-11-02 09:00', BOOK);
    saveSetting(world.ports, 'How firm', 'gentle');
    expect(steps(world, 'New')).toEqual(stepsOf('gentle', 'New'));
    saveSetting(world.ports, 'How firm', 'usual');
    for (const segment of ['New', 'Timely large', 'Doubtful large'])
      expect(steps(world, segment)).toEqual(stepsOf('usual', segment));
  });

  it.each([
    ['changed', 'Days', '5'],
    ['made automatic', 'Sending', 'auto'],
    ['switched off', 'Active', 'no'],
    ['noted something beside', 'Remarks', 'agreed with sales'],
    ['left unreadable', 'Tone', 'shouting'],
  ])('keeps all rows of a segment of which somebody %s one, and names it', (_, header, value) => {
    const world = setUpAt('2026-11-02 09:00', BOOK);
    change(world, 'Timely', header, value);
    const before = steps(world, 'Timely');
    const { message } = saveSetting(world.ports, 'How firm', 'gentle');
    expect(steps(world, 'Timely')).toEqual(before);
    expect(steps(world, 'New')).toEqual(stepsOf('gentle', 'New'));
    expect(message).toContain('Rows of Timely were changed by hand, so they stay as they are.');
  });

  it('gives a segment whose rows were deleted none back', () => {
    const world = setUpAt('2026-11-02 09:00', BOOK);
    const sheet = world.ports.workbook.sheets().find(({ name }) => name === 'AR Policy');
    if (!sheet) throw new Error('no AR Policy');
    for (;;) {
      const row = world.ports.workbook.read(sheet).values.findIndex((cells) => cells[0] === 'Timely');
      if (row < 0) break;
      world.ports.workbook.deleteRow(sheet, row + 1);
    }
    saveSetting(world.ports, 'How firm', 'gentle');
    expect(steps(world, 'Timely')).toEqual([]);
  });

  it('is none of another name', () => {
    const world = setUpAt('2026-11-02 09:00', BOOK);
    expect(() => saveSetting(world.ports, 'How firm', 'brutal')).toThrow('write gentle, usual or strict');
    expect(firmness(world)).toBe('usual');
  });
});
