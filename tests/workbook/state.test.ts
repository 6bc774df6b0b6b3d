// What is remembered of a workbook: nothing of one passes to another.
import { expect, it } from 'vitest';
import { readState } from '../../src/workbook/state';
import { fakeWorld } from '../builders/fake-workbook';

it('a workbook that was never set up knows no tab, whatever was noted for another one in the same execution', () => {
  const first = readState(fakeWorld({}).ports.properties);
  first.tabs['AR Queue'] = 7;
  expect(readState(fakeWorld({}).ports.properties).tabs).toEqual({});
});
