// The one next step on Today: what a person does now, whatever else there is to see.
import type { TodayView } from '../../entry/sidebar-calls';
import { goLiveLabel, mayGoLive } from '../rules/ask-to-go-live';
import { count } from '../shell/format';

/** What the big button does; `told` is the first action of the stop or alert at a place, stops first. */
export type NextStep =
  | { kind: 'told'; at: number }
  | { kind: 'setup' | 'problems' | 'review' | 'send' | 'goLive' | 'look'; label: string };

/**
 * What is to be done next: what stops everything, what is not known, what can leave or be decided, what to mend.
 * @param today what the server said
 * @example nextStepOf(today) // { kind: 'review', label: 'Review 12 reminders' }
 */
export function nextStepOf(today: TodayView): NextStep {
  const { waiting, sender, problems } = today;
  const isPreview = mayGoLive(today);
  const stops = isPreview ? [] : today.stops;
  const told = toldOf(today);
  const first = (counts: (one: (typeof told)[number], isStop: boolean) => boolean): NextStep[] => {
    const at = told.findIndex((one, place) => one.actions.length > 0 && counts(one, place < stops.length));
    return at < 0 ? [] : [{ kind: 'told', at }];
  };
  // A colleague sends: taking that over is offered, and is no step of every day.
  const [grave] = first(({ code, ...one }, isStop) =>
    isStop ? code !== 'not-sender' || sender.email === '' : code === 'stale-payments' || isRed(one),
  );
  if (grave) return grave;
  if (!today.ready) return { kind: 'setup', label: 'Set up' };
  const { toReview, approved, callsAndTasks, needsFix, failed, unconfirmed } = waiting;
  if (unconfirmed > 0) return { kind: 'problems', label: `Say whether ${count(unconfirmed, 'mail')} left` };
  if (failed > 0) return { kind: 'problems', label: `See ${count(failed, 'mail')} that failed` };
  const review: NextStep[] = toReview > 0 ? [{ kind: 'review', label: `Review ${count(toReview, 'reminder')}` }] : [];
  const calls: NextStep[] =
    callsAndTasks > 0
      ? [{ kind: 'review', label: `See ${count(callsAndTasks, 'call or task', 'calls and tasks')}` }]
      : [];
  const unwell = first(() => true).filter(() => !stops.some(({ code }) => code === 'not-sender'));
  // Where no run came today there may be reminders that nobody has planned yet: that comes before what stops none of them.
  const isPlanned = today.heartbeat?.at.slice(0, 10) === today.today;
  const mend: NextStep[] =
    needsFix > 0
      ? [{ kind: 'problems', label: `Mend ${count(needsFix, 'reminder')}` }]
      : problems.count > 0 && isPlanned
        ? [{ kind: 'problems', label: `See ${count(problems.count, 'thing')} to put right` }]
        : [];
  const live: NextStep[] = isPreview ? [{ kind: 'goLive', label: goLiveLabel(today) }] : [];
  const send: NextStep[] = maySend(today) ? [{ kind: 'send', label: '' }] : [];
  const steps = isPreview
    ? [...(approved > 0 ? [] : review), ...unwell, ...live]
    : [...send, ...review, ...calls, ...unwell, ...mend];
  return steps[0] ?? { kind: 'look', label: isPlanned ? 'Look again' : 'Plan today’s reminders' };
}

/** What Today says above the next step: stops first; what going live asks about is no stop of its own before it. */
export function toldOf(today: TodayView): readonly (TodayView['stops'][number] | TodayView['alerts'][number])[] {
  return [...(mayGoLive(today) ? [] : today.stops), ...today.alerts];
}

/** What leaves by itself needs no press. */
function maySend({ leaves, switches, sender, window: hours, budget }: TodayView): boolean {
  const isOpen = hours.openNow && budget.used < budget.limit;
  return leaves.now > 0 && isOpen && switches.live && !switches.automatic && sender.isYou;
}

function isRed(one: object): boolean {
  return 'tone' in one && one.tone === 'bad';
}
