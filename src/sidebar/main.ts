// Where the sidebar starts: the views in their frame.
import { formulasView } from './formulas';
import { moreView } from './more';
import { problemsView } from './problems';
import { ReviewDesk } from './review-desk';
import { reviewView } from './review-list';
import { setupView } from './setup';
import { Shell, type View } from './shell';
import { todayView } from './today';
import { whyView } from './why';

/** Pages that a menu item opens; any other opens on Today. */
const PAGES: Record<string, View> = { formulas: formulasView, setup: setupView, why: whyView };

const desk = new ReviewDesk();
const shell = new Shell({
  today: todayView,
  review: (host, frame) => reviewView(host, frame, desk),
  problems: problemsView,
  more: moreView,
});
const root = document.getElementById('duesheet');
const page = PAGES[document.body.dataset['open'] ?? ''];
if (root) {
  shell.start(root);
  if (page) shell.openPage(page);
  else shell.open('today');
}
