// A larger share of the campaign, with interleavings that nobody drew before: their seeds turn with the date.
import { expect, it } from 'vitest';
import { campaign, QUICK } from '../../../src/local/faults/campaign';

/** Days since 1970, a thousand seeds apart. */
const SEED = Math.floor(Date.now() / 86_400_000) * 1_000;

it('finds nothing sent twice, lost, stuck or sent to somebody who is not to be written to', () => {
  const share = { ...QUICK, everyCall: 41, everyCell: 23, interleavings: 60, seed: SEED };
  expect(campaign(share, () => {}).failures).toEqual([]);
}, 900_000);
