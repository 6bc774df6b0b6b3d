// The tabs that a linked form writes answers into: found by Google's own headers, read, and never written to.
import { answerKind } from '../dunning/answers/answer-words';
import { isAnswerToken, referenceIn } from '../dunning/answers/token';
import type { GivenAnswer } from '../dunning/decision/answers/judge-answer';
import { digest } from '../dunning/history/digest';
import { type AnswerRow, isAnswerTab, readAnswers } from '../sheet/answers/answer-table';
import type { SheetInfo } from './ports';
import type { WorkbookSession } from './session';

/** Rows and columns in which the headers of answers stand. */
const LOOK = { rows: 3, columns: 20 };
/** So many tabs of people's are looked into at once. */
const MOST_TABS = 40;

/**
 * The tabs of answers. Those that are known are remembered by id; others are looked for once a day and where tabs came or went, and
 * only while a form is set.
 */
function answerTabs(ws: WorkbookSession): SheetInfo[] {
  const { state, tabs, ports } = ws;
  const mark = digest(`${ports.clock.now().day} ${tabs.sheets.map(({ id }) => id).join()}`);
  if (ws.settings().answerForm !== '' && state.answersSought !== mark) {
    const known = new Set(state.answerTabs);
    const others = tabs.sheets.filter((one) => !known.has(one.id) && one.id !== state.invoiceSheet && !tabs.isOwn(one));
    const found = others
      .slice(-MOST_TABS)
      .filter((one) => isAnswerTab(ports.workbook.readBlock(one, 1, 1, LOOK.rows, LOOK.columns)));
    state.answerTabs = [...known, ...found.map(({ id }) => id)].filter((id) =>
      tabs.sheets.some((one) => one.id === id),
    );
    state.answersSought = mark;
  }
  return rememberedTabs(ws);
}

/** Those that are known already. */
export function rememberedTabs({ state, tabs }: Pick<WorkbookSession, 'state' | 'tabs'>): SheetInfo[] {
  return tabs.sheets.filter(({ id }) => state.answerTabs.includes(id));
}

/** An answer with where it stands. */
export interface PlacedAnswer extends GivenAnswer {
  sheet: string;
  at: number;
}

/** All answers of the workbook, the earliest first, the very same row once. */
export function readAnswerTabs(ws: WorkbookSession): PlacedAnswer[] {
  const looks = { isToken: isAnswerToken, isChoice: (text: string): boolean => answerKind(text) !== null };
  const found = new Map<string, PlacedAnswer>();
  for (const sheet of answerTabs(ws))
    for (const row of readAnswers(ws.tabs.grid(sheet), looks)) {
      const placed = { ...given(row, ws.state.answerSecret), sheet: sheet.name, at: row.row };
      if (!found.has(placed.row)) found.set(placed.row, placed);
    }
  return [...found.values()].sort((a, b) => (a.on ?? 0) - (b.on ?? 0) || a.at - b.at);
}

/** What an answer says: by its choice, else by what was filled in. */
function given({ on, token, what, day, words, address, whole }: AnswerRow, secret: string): GivenAnswer {
  const kind = answerKind(what) ?? (day !== null ? 'promise' : 'other');
  const said = kind === 'other' && what !== '' ? [what, words].filter((part) => part !== '').join('\n') : words;
  return { row: digest(whole), reference: referenceIn(token, secret), what: kind, on, day, words: said, address };
}
