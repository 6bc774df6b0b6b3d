// Set-up killed at every call that leaves something behind, with a look at what follows: it can be repeated.
import { describe, it } from 'vitest';
import { killSetUp } from './kill-set-up';

describe('set-up killed before any call that leaves something behind', () => {
  it('is finished by setting up again, and the workbook is not taken for a copy', () => killSetUp(), 600_000);
});
