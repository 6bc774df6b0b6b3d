import { it } from 'vitest';
import { decide } from '/work/main/src/dunning/decide';
import { reconcile } from '/work/main/src/dunning/reconcile';
import { Desk, factsOn, hold, promise, dispute, day } from '/work/main/tests/builders/dunning-facts';
it('perf', () => {
  const lines = Array.from({ length: 10000 }, (_, i) => ({ no: `${i}`, customer: `C${i % 2000}`, due: `2026-${String(1 + (i % 10)).padStart(2, '0')}-11`, open: 100 + (i % 977) }));
  const holds = Array.from({ length: 5000 }, (_, i) => hold({ customerKey: 'c1', invoice: '', until: day('2026-01-01') }));
  const promises = Array.from({ length: 3000 }, (_, i) => promise('2026-10-01', { customerKey: `c${i % 2000}`, invoice: String(i) }));
  const disputes = Array.from({ length: 3000 }, (_, i) => dispute(String(i), { amount: 10 }));
  const holidays = new Set([day('2026-12-25')]);
  for (const settings of [{}, { holidays }]) {
    const desk = new Desk();
    const f = desk.facts('2026-11-20', lines, { segment: 'Timely', holds, promises, disputes, settings });
    for (let k = 0; k < 3; k++) {
      let t = performance.now(); const plan = decide(f); const t1 = performance.now() - t;
      t = performance.now(); const ev = reconcile(f, plan, { actor: 'a', seed: 's' }); const t2 = performance.now() - t;
      console.log('decide', t1.toFixed(0), 'reconcile', t2.toFixed(0), plan.proposals.length, ev.length);
    }
    const t = performance.now(); desk.planned(f); console.log('all with log', (performance.now() - t).toFixed(0));
  }
  const one = Array.from({ length: 10000 }, (_, i) => ({ no: `${i}`, due: `2026-10-11`, open: 100 + (i % 977) }));
  const t = performance.now(); decide(factsOn('2026-11-20', one, { disputes: disputes.map((d) => ({ ...d, invoice: '', customerKey: 'acme' })) })); console.log('one customer, 3000 disputes of it', (performance.now() - t).toFixed(0));
});
