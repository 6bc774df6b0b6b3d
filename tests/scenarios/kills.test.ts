// Hourly runs killed at every service call: no mail twice, no log that does not match, no customer lost from sight.
import { describe, it } from 'vitest';
import { killHour } from './kill-flows';

describe('killed before any service call', () => {
  it('the hourly run mails nobody twice, keeps its log, and leaves what it does not know to a person', async () => {
    await killHour();
  }, 120_000);
});
