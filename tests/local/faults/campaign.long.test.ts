// A larger share of the campaign of faults, with interleavings of its own.
import { expect, it } from 'vitest';
import { campaign, QUICK } from '../../../src/local/faults/campaign';
import { flowsOf, hourThatSends } from '../../../src/local/faults/flows';
import { shrunk } from '../../../src/local/faults/interleavings';
import { SEED } from '../../builders/seed';

it('finds nothing sent twice, lost, stuck or sent to somebody who is not to be written to', () => {
  const share = { ...QUICK, everyCall: 41, everyCell: 23, interleavings: 60, seed: SEED };
  const { failures, calls, interleavings, cells, latencies, wrong } = campaign(share, () => {});
  expect(failures).toEqual([]);
  expect(wrong).toEqual({ duplicate: 0, lost: 0, stuck: 0, unwanted: 0 });
  expect(Math.min(calls, cells)).toBeGreaterThan(10);
  expect([interleavings, latencies]).toEqual([60, 1]);
}, 900_000);

it('shrinks an interleaving that fails to the actions that it takes', () => {
  const flow = hourThatSends(flowsOf(2));
  const nothing = { n: 1, action: { name: 'nothing', act: () => {} } };
  const harm = {
    n: 2,
    action: {
      name: 'delete',
      act: ({ world }: { world: { mails: unknown[]; spreadsheet: { sheets: unknown[] } } }) => {
        world.spreadsheet.sheets.shift();
      },
    },
  };
  const { least, findings } = shrunk({ seed: 0, flow, placed: [nothing, harm, { ...nothing, n: 3 }] });
  expect(least.placed.map(({ action }) => action.name)).toEqual(['delete']);
  expect(findings.length).toBeGreaterThan(0);
}, 120_000);
