// The work of a team as the server tells it: calls that wait, what the week brings, what was done in time.
import { describe, expect, it } from 'vitest';
import { showAhead } from '../../../src/usecases/ahead/show-ahead';
import { planDay } from '../../../src/usecases/planning/plan-day';
import { recordOutcome } from '../../../src/usecases/review/record-outcome';
import { saveSetting } from '../../../src/usecases/settings/save-setting';
import { withCall } from '../../builders/customer-calls';
import { payments } from '../../builders/our-firm';

const workOf = ({ ports }: ReturnType<typeof withCall>['world']) => {
  const { work } = showAhead(ports, true);
  if (!work) throw new Error('work was asked for');
  return work;
};

describe('the work of a team', () => {
  it('comes only where it is asked for', () => {
    expect(showAhead(withCall().world.ports).work).toBeNull();
  });

  it('names a call that waits with the rows it is about, and counts it among those of the week', () => {
    const { world, id } = withCall();
    const { waiting, coming, customers, oldest } = workOf(world);
    const [{ key = '' } = {}] = customers;
    expect(waiting).toMatchObject([
      { id, channel: 'call', asked: { EUR: 120_000 }, rows: [2], daysLate: 3, missed: '' },
    ]);
    expect(customers).toMatchObject([{ name: 'Acme Tools', isPerson: false }]);
    expect(coming).toContainEqual([key, 'call', 1]);
    expect(oldest).toEqual([[key, '2026-11-04']]);
  });

  it('counts as done in time what was done within two business days, and no more what was later', () => {
    const late = withCall();
    late.world.at('2026-11-10 09:00');
    payments(late.world, '2026-11-10 09:00');
    planDay(late.world.ports);
    expect(workOf(late.world).kept).toMatchObject([[expect.any(String), 1, 0]]);
    const inTime = withCall();
    recordOutcome(inTime.world.ports, inTime.id, 'answered', '');
    inTime.world.at('2026-11-10 09:00');
    expect(workOf(inTime.world).kept).toMatchObject([[expect.any(String), 1, 1]]);
  });

  it('takes the minutes that the team set, and refuses what are none', () => {
    const { world } = withCall();
    expect(workOf(world).minutes).toMatchObject({ email: 1, call: 8, whatsapp: 3, task: 15, dispute: 20 });
    saveSetting(world.ports, 'Minutes for a call', '12');
    expect(workOf(world).minutes).toMatchObject({ email: 1, call: 12 });
    expect(() => saveSetting(world.ports, 'Minutes for a call', '-3')).toThrow('whole number');
  });
});
