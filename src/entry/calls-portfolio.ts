// What the desk asks for about the portfolio: its figures by a dimension, and what a line is made of.
import { asked, aText, aTextIfAny } from '../google/asked';
import { showMatrix } from '../usecases/portfolio/show-matrix';
import { showPortfolio, showPortfolioRows } from '../usecases/portfolio/show-portfolio';
import { showWhyLate } from '../usecases/portfolio/show-why-late';
import type { MatrixView, PortfolioRowsView, PortfolioView, WhyLateView } from '../usecases/portfolio/view';
import type { Result } from '../usecases/result';

/** The portfolio by a dimension or a column of the invoice sheet. */
export function getPortfolio(by: string): Result<PortfolioView> {
  return asked([by], [aTextIfAny], showPortfolio);
}

/** The follow-up matrix: what is owed by segment and size, and the work of the next four weeks on it. */
export function getMatrix(): Result<MatrixView> {
  return asked([], [], showMatrix);
}

/** Why we are late: overdue money by department, how long disputes take, invoices that were right at once. */
export function getWhyLate(): Result<WhyLateView> {
  return asked([], [], showWhyLate);
}

/** The customers and invoices behind a line of the portfolio. */
export function getPortfolioRows(by: string, key: string, currency: string): Result<PortfolioRowsView> {
  return asked([by, key, currency], [aText, aTextIfAny, aText], showPortfolioRows);
}
