// What is broken and interrupted: the hour that plans, the approval, the hour that sends over a batch border, "Send now".
import { FIRST_DAY, liveDesk, momentOf, oldDesk } from './book';
import { type Desk, type Ended, type Start, TRIGGER, type Watch } from './desk';
import { waitingOf } from './tabs';

const SENDING = 'the hour that sends';

/** Something that is done, as one execution after the other. */
export interface Flow {
  name: string;
  /** Whether mails leave in it. */
  sends: boolean;
  /** The desk just before it. */
  start: Desk;
  /** Does it; `watch` is asked anew for each execution. @returns how each ended */
  run(desk: Desk, watch: () => Watch): Ended[];
}

const one =
  (startOf: (desk: Desk) => Start) =>
  (desk: Desk, watch: () => Watch): Ended[] => [desk.run(startOf(desk), watch())];

const approval = (desk: Desk): Start => ({
  name: 'approveReminders',
  args: [waitingOf(desk.world).map((row) => row['Reminder'] ?? '')],
});

/** Presses "Send now" as the sidebar does: again as long as some remain. */
function sendNow(desk: Desk, watch: () => Watch): Ended[] {
  const all: Ended[] = [];
  for (;;) {
    const ended = desk.run({ name: 'sendNext' }, watch());
    all.push(ended);
    if (ended.kind !== 'value') return all;
    const { remaining, stopped } = ended.value as { remaining: number; stopped: string };
    if (remaining === 0 || stopped !== '') return all;
  }
}

/**
 * The flows over a book of so many customers, each with one mail to get.
 *
 * @param customers 20 make two batches
 */
export function flowsOf(customers: number): Flow[] {
  return flowsFrom(liveDesk(customers), '');
}

/** The flows over a book whose log is long: the first hour keeps what it comes to, the others begin where that ends. */
export function flowsAfterYears(customers: number): Flow[] {
  return flowsFrom(oldDesk(customers), ', a long log');
}

/** @param toPlan in the morning of the day on which everybody is to be reminded */
function flowsFrom(toPlan: Desk, what: string): Flow[] {
  const toApprove = toPlan.twin();
  toApprove.run(TRIGGER);
  toApprove.now = momentOf(FIRST_DAY, '09:30');
  const toSend = toApprove.twin();
  toSend.run(approval(toSend));
  toSend.now = momentOf(FIRST_DAY, '10:00');
  return [
    { name: `the hour that plans${what}`, sends: false, start: toPlan, run: one(() => TRIGGER) },
    { name: `the approval${what}`, sends: false, start: toApprove, run: one(approval) },
    { name: `${SENDING}${what}`, sends: true, start: toSend, run: one(() => TRIGGER) },
    { name: `"Send now"${what}`, sends: true, start: toSend, run: sendNow },
  ];
}

/** How many service calls a flow makes when nothing disturbs it. */
export function callsOf(flow: Flow): number {
  let calls = 0;
  flow.run(flow.start.twin(), () => ({
    beforeCall: () => {
      calls += 1;
    },
  }));
  return calls;
}

/** The flow in which the trigger sends what was approved. */
export function hourThatSends(flows: readonly Flow[]): Flow {
  const flow = flows.find(({ name }) => name === SENDING);
  if (!flow) throw new Error(`There is no flow "${SENDING}".`);
  return flow;
}
