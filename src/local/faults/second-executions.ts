// What else may run while something runs: the trigger once more, "Send now", a colleague who approves, plans or takes back.
import type { Draw } from '../demo/random';
import { BOB, type Desk, type Start, TRIGGER } from './desk';
import type { Action } from './edits';
import { waitingOf } from './tabs';

const idsOf = (desk: Desk): string[] => waitingOf(desk.world).map((row) => row['Reminder'] ?? '');

/** A reminder that waits, by its place; the list is shorter or longer by then. */
const idAt = (desk: Desk, place: number): string => {
  const ids = idsOf(desk);
  return ids[place % Math.max(1, ids.length)] ?? '';
};

const EXECUTIONS: readonly { name: string; start(desk: Desk, place: number): Start }[] = [
  { name: 'the trigger fires once more', start: () => TRIGGER },
  { name: '"Send now"', start: () => ({ name: 'sendNext' }) },
  { name: 'a colleague presses "Send now"', start: () => ({ name: 'sendNext', user: BOB }) },
  { name: 'a colleague plans', start: () => ({ name: 'planNow', user: BOB }) },
  {
    name: 'a colleague approves everything',
    start: (desk) => ({ name: 'approveReminders', args: [idsOf(desk)], user: BOB }),
  },
  {
    name: 'a colleague takes all approvals back',
    start: (desk) => ({ name: 'undoApproval', args: [idsOf(desk)], user: BOB }),
  },
  {
    name: 'a colleague treats one as done',
    start: (desk, place) => ({ name: 'treatAsDone', args: [idAt(desk, place), ''], user: BOB }),
  },
  {
    name: 'a colleague pauses a customer',
    start: (desk, place) => ({ name: 'holdCustomer', args: [idAt(desk, place), '', 'asked us to'], user: BOB }),
  },
  { name: 'decisions in the grid are applied', start: () => ({ name: 'applyGrid' }) },
  { name: 'a colleague looks at Today', start: () => ({ name: 'getToday', user: BOB }) },
  { name: 'the workbook goes to Preview', start: () => ({ name: 'setLive', args: [false] }) },
  { name: 'payments are confirmed', start: () => ({ name: 'confirmPayments', args: ['2026-11-03'] }) },
  { name: 'a colleague takes the sending over', start: () => ({ name: 'becomeSender', user: BOB }) },
];

/** A second execution drawn from all kinds. @param ended hears how it ended */
export function drawnExecution(draw: Draw): Action {
  const { name, start } = EXECUTIONS[draw.whole(0, EXECUTIONS.length - 1)] ?? { name: '', start: () => TRIGGER };
  const place = draw.whole(0, 19);
  return {
    name: `${name}${/one|customer/.test(name) ? ` (${place + 1})` : ''}`,
    act(desk) {
      desk.run(start(desk, place));
    },
  };
}
