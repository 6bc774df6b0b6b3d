// The words of a call: what to ask, and what one may hear with a good answer, each folded.
import type { CallFacts } from '../../entry/sidebar-calls';
import { button } from '../shell/controls';
import { el } from '../shell/dom';

/** An objection with its answer, as the call sheet has it: `- "We did not get it." Send a copy.` */
const OBJECTION = /^[-*•]\s*((?:["“„«‹][^"”“»›]+["”“»›](?:,\s*)?)+)\s*:?\s*(.+)$/;

/** What is told on the page itself: whom to call, what is asked for, the invoices, what was before. */
const TOLD = /(^|\s)Ref DS-|^(-{3,}|Call: |Telephone: |Account owner: |Last contact: )/;

/** A call sheet in parts. */
export interface Script {
  /** Numbered or plain lines to say, in order. */
  lines: string[];
  objections: { heard: string; answer: string }[];
}

/**
 * The parts of a call sheet as it is written in AR Templates: paragraphs, without tables and what the page shows itself.
 * @param text filled in
 * @param isKnown whether a line is shown elsewhere on the page
 */
export function scriptOf(text: string, isKnown: (line: string) => boolean): Script {
  const script: Script = { lines: [], objections: [] };
  for (const paragraph of text.split(/\n{2,}/)) {
    if (/^-{10,}$/m.test(paragraph)) continue;
    const lines = paragraph.split('\n').filter((line) => line.trim() !== '');
    const objections = lines.map((line) => OBJECTION.exec(line.trim()));
    if (objections.some((found) => found !== null)) {
      for (const [index, found] of objections.entries()) {
        const [, heard = '', answer = ''] = found ?? [];
        if (found) script.objections.push({ heard: heard.trim(), answer });
        // The heading above is said by the page.
        else if (index > 0) script.lines.push(lines[index] ?? '');
      }
      continue;
    }
    const [first = ''] = lines;
    const isBackground = first.trim().endsWith(':') && lines.slice(1).some((line) => isKnown(line));
    if (isBackground) continue;
    script.lines.push(...lines.filter((line) => !TOLD.test(line) && !isKnown(line)));
  }
  return script;
}

/** What a person may do about the objections. */
export interface ObjectionActs {
  /** Opens the text of one. */
  change: (name: string) => unknown;
  add: () => unknown;
}

/** By which two objections are one: marks, capitals and blanks do not count. */
function heardKey(heard: string): string {
  return heard
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The card with the words. @param rows objections that have texts of their own, which go before those of the same words in the sheet */
export function scriptCard(script: Script, rows: CallFacts['objections'], acts: ObjectionActs): HTMLElement {
  const own = new Set(rows.map(({ heard }) => heardKey(heard)));
  const others = script.objections.filter(({ heard }) => !own.has(heardKey(heard)));
  return el(
    'section',
    { class: 'card call-script' },
    el('h3', {}, 'What to say'),
    ...script.lines.map((line) => el('p', { dir: 'auto' }, line)),
    el('h4', {}, 'What you may hear'),
    ...rows.map(({ name, heard, answer }) =>
      objection(
        heard,
        answer,
        button('Change', () => acts.change(name), { kind: 'quiet', name: `Change: ${heard}` }),
      ),
    ),
    ...others.map(({ heard, answer }) => objection(heard, answer)),
    button('Add what you hear', acts.add, { kind: 'quiet' }),
  );
}

function objection(heard: string, answer: string, change?: HTMLElement): HTMLElement {
  return el('details', {}, el('summary', { dir: 'auto' }, heard), el('p', { dir: 'auto' }, answer), change);
}
