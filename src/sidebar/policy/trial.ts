// Trying a change of the policy on the past before it is saved; where the page can, which the desk tells.
import type { PolicyRow } from '../../dunning/policy/policy';
import type { PolicyView } from '../../entry/sidebar-calls';
import { confirmDialog } from '../shell/controls';
import { el } from '../shell/dom';
import type { Shell } from '../shell/shell';

/**
 * Says what a policy would have changed over the last year.
 * @param before as it is
 * @param after as it would be
 * @returns a sentence; '' where it cannot be told
 */
export type Trial = (before: readonly PolicyRow[], after: readonly PolicyRow[]) => Promise<string>;

/** A card with advice from the past; it reads the policy again after a change. */
export type AdviceCard = (view: PolicyView, shell: Shell, reload: () => Promise<unknown>) => HTMLElement;

let trial: Trial | null = null;
let advice: AdviceCard | null = null;

/** Lets changes be tried from now on, and advice be looked for. */
export function setTrial(given: Trial, card: AdviceCard): void {
  trial = given;
  advice = card;
}

/** The card with advice; null where the page cannot look for any. */
export const adviceIfAny: (...given: Parameters<AdviceCard>) => HTMLElement | null = (...given) =>
  advice?.(...given) ?? null;

/** Somebody who types is not held up. */
const WAIT_MS = 700;

/** A place beside a form that tells what its change would have done; it is empty while nothing is changed. */
export function trialPlace(): {
  element: HTMLElement;
  show: (before: readonly PolicyRow[], after: readonly PolicyRow[] | null) => void;
} {
  const element = el('p', { class: 'trial', role: 'status' });
  let wanted = 0;
  let timer = 0;
  const show = (before: readonly PolicyRow[], after: readonly PolicyRow[] | null): void => {
    wanted += 1;
    const mine = wanted;
    window.clearTimeout(timer);
    if (!trial || after === null) {
      element.replaceChildren();
      return;
    }
    element.textContent = 'Trying it on the last year…';
    timer = window.setTimeout(async () => {
      const said = await trial?.(before, after);
      if (mine === wanted) element.textContent = said ?? '';
    }, WAIT_MS);
  };
  return { element, show };
}

/** Asks before a change is made, with what it would have done; asks nothing where that cannot be told. */
export async function askedWithTrial(
  question: string,
  before: readonly PolicyRow[],
  after: readonly PolicyRow[],
  yes: string,
): Promise<boolean> {
  const said = trial ? await trial(before, after) : '';
  return said === '' || confirmDialog(question, [said], yes);
}

/** Whether changes can be tried here. */
export function canTry(): boolean {
  return trial !== null;
}
