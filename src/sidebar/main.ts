// Where the sidebar starts: the views in their frame.

import { closingView } from './closing/closing';
import { whyView } from './explain/why';
import { formulasView } from './formulas/formulas';
import { installationView } from './help/installation';
import { leavingView } from './help/leaving';
import { offerTour } from './help/tour';
import { moreView } from './more/more';
import { problemsView } from './problems/problems';
import { ReviewState } from './reminder/review-state';
import { reviewView } from './review/review-list';
import { setupView } from './setup/setup';
import { Shell, type View } from './shell/shell';
import { todayView } from './today/today';

/** Pages that a menu item opens; any other opens on Today. */
const PAGES: Record<string, View> = {
  closing: closingView,
  formulas: formulasView,
  installation: installationView,
  leaving: leavingView,
  setup: setupView,
  why: whyView,
};

const reviewState = new ReviewState();
const shell = new Shell([
  { name: 'today', label: 'Today', view: todayView },
  { name: 'review', label: 'Review', view: (host, frame) => reviewView(host, frame, reviewState) },
  { name: 'problems', label: 'Problems', view: problemsView },
  { name: 'more', label: 'More', view: moreView },
]);
const root = document.getElementById('duesheet');
const page = PAGES[document.body.dataset['open'] ?? ''];
if (root) {
  shell.start(root);
  if (page) shell.openPage(page);
  else {
    shell.open('today');
    void offerTour(shell);
  }
}
