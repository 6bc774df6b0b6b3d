// The verdict of the campaign sees what went wrong: a mail twice, one the log does not tell of, one that never leaves.
import { describe, expect, it } from 'vitest';
import { addressOf, customerOf } from '../../../src/local/faults/book';
import type { Desk } from '../../../src/local/faults/desk';
import { flowsOf, hourThatSends } from '../../../src/local/faults/flows';
import { judged } from '../../../src/local/faults/judge';
import { settle } from '../../../src/local/faults/person';
import { tabOf } from '../../../src/local/faults/tabs';

const [FIRST, SECOND] = [customerOf(0), customerOf(1)];
const flow = hourThatSends(flowsOf(2));

/** A desk at which both mails left, and what a person saw of it. */
function sent(disturb: (desk: Desk) => void = () => {}) {
  const desk = flow.start.twin();
  flow.run(desk, () => ({}));
  disturb(desk);
  return { desk, after: settle(desk) };
}

/** Takes out of AR Log what says who a customer is: the name and the mailbox. */
function forgotten({ world }: Desk, name: string): void {
  for (const cells of tabOf(world, 'AR Log')?.cells.values() ?? [])
    for (const [column, { value }] of cells)
      if (value.kind === 'text' && (value.value === name || value.value === addressOf(name))) cells.delete(column);
}

const wrongs = ({ desk, after }: ReturnType<typeof sent>): string[] =>
  judged(desk.world, after).map(({ wrong, what }) => `${wrong}: ${what}`);

describe('what is judged from outside', () => {
  it('is right where both mails left once', () => {
    const both = sent();
    expect(both.desk.world.mails).toHaveLength(2);
    expect(wrongs(both)).toEqual([]);
  });

  it('finds a mail that left twice, with the same reference or with another', () => {
    const again = sent(({ world: { mails } }) => {
      const [mail] = mails;
      if (!mail) throw new Error('no mail');
      mails.push({ ...mail }, { ...mail, raw: mail.raw.replace(/DS-\w+/g, 'DS-OTHER') });
    });
    expect(wrongs(again).map((words) => words.split(':')[0])).toEqual(['duplicate', 'duplicate']);
  });

  it('finds a mail that no event tells of', () => {
    const { desk, after } = sent();
    forgotten(desk, FIRST);
    expect(wrongs({ desk, after })).toEqual([`lost: ${FIRST}: left, and AR Log does not tell`]);
  });

  it('finds a customer who got nothing and for whom nothing waits, unless a tab says not to write', () => {
    const { desk, after } = sent(({ world }) => {
      world.mails = world.mails.filter(({ raw }) => !raw.includes(addressOf(SECOND)));
    });
    forgotten(desk, SECOND);
    expect(wrongs({ desk, after })).toEqual([`lost: ${SECOND}: never left, and nothing waits (no event)`]);
    desk.edit(`const s = book.getSheetByName('AR Holds'); s.getRange(s.getLastRow() + 1, 1).setValue('${SECOND}');`);
    expect(wrongs({ desk, after })).toEqual([]);
  });

  it('finds an entry of AR Log that nobody took out and is gone', () => {
    const { desk, after } = sent();
    tabOf(desk.world, 'AR Log')?.cells.delete(1);
    expect(wrongs({ desk, after })).toEqual(['lost: entry 1 of AR Log is gone']);
    expect(judged(desk.world, after, { takesRows: true })).toEqual([]);
  });

  it('finds what waits for ever', () => {
    const stuck = flow.start.twin();
    // The invoice sheet is gone, and nobody knows of Undo.
    stuck.edit("book.deleteSheet(book.getSheetByName('Invoices'));");
    const after = settle(stuck);
    expect(after.isSettled).toBe(false);
    expect(wrongs({ desk: stuck, after }).join()).toContain('stuck: 2 still wait (approved)');
  });
});
