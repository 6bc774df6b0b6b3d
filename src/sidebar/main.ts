// Where the sidebar starts: the views in their frame.
import { formulasView } from './formulas';
import { problemsView } from './problems';
import { ReviewDesk } from './review-desk';
import { reviewView } from './review-list';
import { setupView } from './setup';
import { Shell } from './shell';
import { todayView } from './today';

const desk = new ReviewDesk();
const shell = new Shell({
  today: todayView,
  review: (host, frame) => reviewView(host, frame, desk),
  problems: problemsView,
  setup: setupView,
});
const root = document.getElementById('duesheet');
const first = document.body.dataset['open'];
if (root) {
  shell.start(root);
  if (first === 'formulas') shell.openPage(formulasView);
  else shell.open(first === 'setup' ? 'setup' : 'today');
}
