// The kills once more, with a look at what follows after each single one, whatever it left behind.
import { describe, it } from 'vitest';
import { killHour, killPlan, killSending, killSetUp } from './kill-flows';

describe('killed before any service call, each kill looked at', () => {
  it.each([
    ['an hourly run', killHour],
    ['"Send now"', killSending],
    ['a plan', killPlan],
    ['a set-up', killSetUp],
  ])('%s loses nothing and repeats nothing', { timeout: 600_000 }, (_, kill) => kill(true));
});
