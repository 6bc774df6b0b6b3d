// The audit of the demo company's log after 59 days of work, every day of it through the built bundle.
import { expect, it } from 'vitest';
import { demoWorld } from '../../src/local/demo/demo-world';
import { openSession } from '../../src/local/session';
import { simulate } from '../../src/local/simulation';
import { auditOfLog } from '../../src/local/verb-audit';
import { instantAt } from '../../src/local/wall-clock';

it('the log of the demo company gives no finding after 59 days', async () => {
  const session = openSession(demoWorld('2026-06-01'), { now: instantAt('2026-06-01', 'Europe/London') });
  let sent = 0;
  for await (const { day } of simulate(session, '2026-06-01', '2026-07-29')) sent += day.sent;
  const report = await auditOfLog(session);
  expect(report.mails).toBe(sent);
  expect(sent).toBeGreaterThan(30);
  expect([...report.gaps, ...report.duplicates, ...report.contradictions]).toEqual([]);
}, 240_000);
