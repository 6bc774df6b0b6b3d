// Where the sidebar starts: the four views in their frame.
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
if (root) shell.start(root, document.body.dataset['open'] === 'setup' ? 'setup' : 'today');
