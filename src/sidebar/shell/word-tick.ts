// A tick beside what is recorded: a mail that asks for nothing is planned with it, for a person to read before it leaves.
import type { AskedWord } from '../../dunning/policy/purposes';
import { tickBox } from './controls';
import { el } from './dom';
import type { Shell } from './shell';

/** The tick, and what is done once the rest is recorded. */
export interface WordTick {
  element: HTMLElement;
  /** Plans the mail where it is ticked. @param message what was recorded @returns what is told of both */
  after(message: string): Promise<string>;
}

/**
 * The tick for one of the mails.
 * @param text name of its text
 * @param customerKey who is written to
 */
export function wordTick(text: AskedWord, customerKey: string, shell: Shell): WordTick {
  const { box, element } = tickBox(
    `Plan the mail “${text}” too: you read it in Review before it leaves. It asks for nothing, so a pause of reminders does not hold it back.`,
  );
  const isAboutPromise = text === 'Promise noted' || text === 'Plan agreed';
  const calendar = tickBox('With the day as a calendar entry (.ics)');
  calendar.element.hidden = true;
  box.addEventListener('change', () => {
    calendar.element.hidden = !box.checked || !isAboutPromise;
  });
  const whole = el('div', {}, element, calendar.element);
  return {
    element: whole,
    after: async (message) => {
      if (!box.checked || whole.hidden) return message;
      const withCalendar = isAboutPromise && calendar.box.checked;
      const result = await (withCalendar
        ? shell.ask('planWord', customerKey, text, [], true)
        : shell.ask('planWord', customerKey, text));
      return result ? `${message} ${result.message}` : message;
    },
  };
}
