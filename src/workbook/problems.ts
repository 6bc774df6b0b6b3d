// The problems of reading as a person is shown them: which sheet, which cell, what to do.
import type { WorkbookFacts } from './facts';

export interface ProblemView {
  sheet: string;
  row: number;
  column: string;
  code: string;
  message: string;
}

/** Problems as the sidebar shows them. */
export function problemViews(gathered: WorkbookFacts): ProblemView[] {
  return gathered.problems.map(({ sheet, problem: { row, column, code, message } }) => ({
    sheet,
    row,
    column,
    code,
    message,
  }));
}
