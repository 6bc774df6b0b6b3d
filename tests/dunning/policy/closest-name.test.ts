// "Did you mean": the nearest of the known names, and none where nothing is near.
import { describe, expect, it } from 'vitest';
import { closestName } from '../../../src/dunning/policy/closest-name';

describe('the closest name', () => {
  it.each([
    ['Tmely', 'Timely'],
    ['timely-large', 'Timely large'],
    ['Doubtfull SMB', 'Doubtful SMB'],
    ['Newe', 'New'],
    ['Friends', ''],
    ['', ''],
  ])('to "%s" is "%s"', (written, meant) => {
    expect(closestName(written, ['New', 'Timely', 'Timely large', 'Doubtful SMB', 'Doubtful large'])).toBe(meant);
  });
});
