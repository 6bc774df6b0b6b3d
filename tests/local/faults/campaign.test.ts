// Single cases of the campaign in every run: calls broken at the border of a mail, people in between, cells moved and gone.
import { describe, expect, it } from 'vitest';
import { BREAKS, brokenAt } from '../../../src/local/faults/breaks';
import { interleavedGrounds } from '../../../src/local/faults/campaign';
import type { Desk } from '../../../src/local/faults/desk';
import { restore } from '../../../src/local/faults/edits';
import { type Flow, flowsOf, hourThatSends } from '../../../src/local/faults/flows';
import { drawn, inWords, tryInterleaving } from '../../../src/local/faults/interleavings';
import type { Finding } from '../../../src/local/faults/judge';
import { outboxOf } from '../../../src/local/faults/outbox';

/** The hour that sends three mails: what is tried begins with a copy of its desk. */
const sending = hourThatSends(flowsOf(3));

/** At which call the n-th mail leaves. */
function callsUntil(n: number): number {
  const desk = sending.start.twin();
  let mails = 0;
  let at = 0;
  sending.run(desk, () => ({
    beforeCall: (method) => {
      if (mails < n) at += 1;
      if (method.startsWith('Gmail')) mails += 1;
    },
  }));
  return at;
}

describe('a broken call', () => {
  it.each([
    ['before the second mail leaves', 'before', 1],
    ['after it left', 'after', 2],
  ] as const)('ends the execution %s', (_, side, left) => {
    const [killed] = BREAKS;
    const desk = sending.start.twin();
    if (!killed) throw new Error('nothing breaks');
    const ended = sending.run(desk, () => brokenAt(callsUntil(2), side, killed));
    expect([ended, outboxOf(desk.world).length]).toEqual([[{ kind: 'killed' }], left]);
  });
});

/** An hour that sends three mails, with something done to the workbook before the second one leaves. */
function betweenMails(name: string, act: (desk: Desk) => void, takesRows = false): Finding[] {
  return tryInterleaving({
    seed: 0,
    flow: sending,
    placed: [{ n: callsUntil(2), action: { name, act, takesRows } }],
  });
}

describe('while mails leave', () => {
  const log = (body: string) => (desk: Desk) => desk.edit(`const log = book.getSheetByName('AR Log'); ${body}`);

  it.each([
    ['a row inserted into AR Log overwrites no event', log('log.insertRowBefore(3);')],
    ['a deleted row of AR Log sends nothing twice', log('log.deleteRow(log.getLastRow());'), true],
    ['a sorted AR Log is still whole', log("log.getRange('A2:M99').sort({ column: 1, ascending: false });")],
    ['cleared formats of AR Log are mended', log('log.clearFormats();')],
    ['a restored version of the workbook sends nothing twice', (desk: Desk) => restore(desk, sending.start), true],
  ] as [string, (desk: Desk) => void, boolean?][])('%s', (name, act, takesRows = false) => {
    expect(betweenMails(name, act, takesRows)).toEqual([]);
  });
});

describe('between what was written and what reached the sheet', () => {
  const [plan, approval] = flowsOf(12);
  /** Something done before the last call of a method in a flow, or so many calls later. */
  const beforeLast = (last: string, flow: Flow | undefined, body: string, later = 0): Finding[] => {
    if (!flow) throw new Error('no flow');
    const methods: string[] = [];
    flow.run(flow.start.twin(), () => ({ beforeCall: (method) => methods.push(method) }));
    const n = methods.lastIndexOf(last) + 1;
    if (n === 0 || n + later > methods.length) throw new Error(`no call of ${last}`);
    return tryInterleaving({
      seed: 0,
      flow,
      placed: [{ n: n + later, action: { name: '', act: (desk) => desk.edit(body) } }],
    });
  };

  it('a row inserted into AR Log overwrites no event of a plan or of many approvals', () => {
    const insert = "book.getSheetByName('AR Log').insertRowBefore(5);";
    expect([
      ...beforeLast('SpreadsheetApp.flush', plan, insert),
      ...beforeLast('SpreadsheetApp.flush', approval, insert),
    ]).toEqual([]);
  });

  it('a sorted AR Settings gets the as-of day in no other setting', () => {
    const sort = (column: number) =>
      `const s = book.getSheetByName('AR Settings'); s.getRange(2, 1, s.getLastRow() - 1, 3).sort(${column});`;
    // The day is written last, just after the format of its cell was asked for, and reaches the sheet at once.
    const written = (column: number) => beforeLast('Range.getNumberFormat', plan, sort(column), 2);
    expect([1, 2, 3].flatMap(written)).toEqual([]);
  });
});

describe('an interleaving', () => {
  it('is the same for the same seed, and another for another', () => {
    const grounds = interleavedGrounds();
    const words = (seed: number): string => inWords(drawn(seed, grounds(seed)));
    expect(words(7)).toBe(words(7));
    expect(new Set([1, 2, 3, 4, 5, 6, 7, 9].map(words)).size).toBe(8);
  });
});
