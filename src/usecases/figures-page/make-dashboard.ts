// The menu items of the dashboard: made or brought up to date in any workbook with invoices, and its charts drawn anew.
import { decisionContext } from '../../dunning/decision/customer-context';
import { decide } from '../../dunning/decision/decide';
import { neverAskedOf } from '../../dunning/outlook/never-asked';
import type { Ports } from '../../workbook/ports';
import { underLock } from '../../workbook/session';
import { HISTORY_TAB } from '../../workbook/tab-specs';
import { readHistory } from '../../workbook/tabs/history';
import { putDashboard } from '../figures/dashboard';
import { figuresFacts } from '../figures/figures-facts';
import { openBook } from '../planning/preview-book';
import type { ChangeResult } from '../waiting/change-result';

/**
 * Makes the tab AR Dashboard or brings it up to date, and shows it. Set-up is not needed: then columns are found as in a preview.
 * @param anew whether charts that are there are drawn anew as well
 * @throws Refusal where there is no invoice table, or while somebody else is at work
 */
export function makeDashboard(ports: Ports, anew: boolean): ChangeResult {
  return underLock(ports, () => {
    const { ws, asOf, book, gathered, ours } = openBook(ports, {});
    const history = ours && ws.tabs.find(HISTORY_TAB) ? readHistory(ws.tabs.table(HISTORY_TAB)) : [];
    const context = decisionContext(gathered.facts);
    const facts = figuresFacts(book, context, asOf, history);
    const asked = () => neverAskedOf(decide(gathered.facts, context).decisions, gathered.facts);
    // Where nothing was ever sent from here nobody knows who was asked.
    const { sheet, isNew, failed } = putDashboard(ws, facts, ours ? asked() : [], anew);
    ws.save();
    ports.workbook.show(sheet, 1);
    const done = isNew ? 'AR Dashboard is made.' : anew ? 'The charts are drawn anew.' : 'AR Dashboard is up to date.';
    const daily = isNew && ours ? ' The first run of each day brings its figures up to date.' : '';
    const missed = failed.length > 0 ? ` Google did not take these charts: ${failed.join(', ')}.` : '';
    return { changed: 1, message: `${done}${daily}${missed}` };
  });
}
