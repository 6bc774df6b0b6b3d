// Set-up killed once more, with a look at what follows after each single kill, whatever it left behind.
import { describe, it } from 'vitest';
import { killSetUp } from './kill-set-up';

describe('set-up killed before any call that leaves something behind, each kill looked at', () => {
  it('loses nothing and repeats nothing', () => killSetUp(true), 600_000);
});
