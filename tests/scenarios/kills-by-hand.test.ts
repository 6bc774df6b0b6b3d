// What a person starts, killed at every service call: no mail twice, no log that does not match, a set-up that can be repeated.
import { describe, it } from 'vitest';
import { killPlan, killSending, killSetUp } from './kill-flows';

describe('killed before any service call', () => {
  it('a plan that finds something new keeps log and queue together', async () => {
    await killPlan();
  }, 120_000);

  it('"Send now" mails nobody twice, keeps its log, and leaves what it does not know to a person', async () => {
    await killSending();
  }, 120_000);
});

describe('set-up killed before any call that leaves something behind', () => {
  it('is finished by setting up again, and the workbook is not taken for a copy', async () => {
    await killSetUp();
  }, 120_000);
});
