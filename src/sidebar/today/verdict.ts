// Whether mails can leave now, in one sentence: what Today opens with and what is said beside the button that sends.
import type { TodayView } from '../../entry/sidebar-calls';
import { mayGoLive } from '../rules/ask-to-go-live';
import type { Tone } from '../shell/controls';
import { count, dayInWords, grouped, momentInWords } from '../shell/format';

/** The one sentence a person looks for first, and what stands behind it. */
export interface Verdict {
  tone: Tone;
  title: string;
  text: string;
}

/**
 * Whether mails can leave now, in words; stops come first, then what wants a person, the switches, the window, the budget.
 * @param today what the server said
 */
export function verdictOf(today: TodayView): Verdict {
  const { approved } = today.waiting;
  if (!today.ready) {
    return { tone: 'info', title: 'Welcome to Duesheet', text: 'Nothing is read or sent before you set it up.' };
  }
  if (today.stops.length > 0 && !mayGoLive(today)) return { tone: 'bad', title: 'Nothing can be sent now', text: '' };
  if (today.alerts.some(({ tone }) => tone === 'bad')) return { tone: 'bad', title: 'Duesheet needs you', text: '' };
  if (!today.switches.live) {
    return {
      tone: 'warn',
      title: 'Preview: nothing leaves',
      text: 'Reminders are planned and shown. Only tests to yourself are sent.',
    };
  }
  if (today.budget.used >= today.budget.limit) {
    return {
      tone: 'warn',
      title: 'Today’s limit is reached',
      text: `${grouped(today.budget.limit)} recipients were written to in 24 hours. The rest stays queued.`,
    };
  }
  const { now, next } = today.leaves;
  if (approved > 0 && now === 0 && next !== '') {
    return {
      tone: 'calm',
      title: `Approved mails leave ${dayInWords(next, today.today)}`,
      text: 'A weekend, a holiday or a rule keeps them until then: More > Why tells which.',
    };
  }
  if (!today.window.openNow) {
    const opening = today.window.nextOpening;
    return {
      tone: 'calm',
      title: 'Ready, outside sending hours',
      text: opening ? `Approved mails go from ${momentInWords(opening, today.today)}.` : 'Approved mails wait.',
    };
  }
  const text =
    approved > 0 ? `${count(approved, 'approved reminder')} can go out now.` : 'No approved reminder is waiting to go.';
  return { tone: 'good', title: 'Ready to send', text };
}
