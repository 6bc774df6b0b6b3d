// Where the desk starts: the pages of the sidebar and the inbox, beside a navigation.
import { inboxView } from './desk/inbox';
import { InboxState } from './desk/inbox-state';
import { watchLog } from './desk/log-watch';
import { offerTour } from './help/tour';
import { GROUPS, moreView } from './more/more';
import { setTrial } from './policy/trial';
import { problemsView } from './problems/problems';
import { adviceCard } from './replay/advice-card';
import { tryOnPast } from './replay/policy-trial';
import { searchField } from './search/search';
import { el } from './shell/dom';
import { type Place, Shell, type View } from './shell/shell';
import { todayView } from './today/today';

setTrial(tryOnPast, adviceCard);
const inbox = new InboxState();

/** A page that the sidebar shows behind More, as a place of its own. */
function asPlace(label: string, view: View): View {
  return async (host, shell) => {
    const body = el('div', { class: 'page' });
    host.append(el('h1', { class: 'unseen' }, label), body);
    await view(body, shell);
  };
}

/** A page of the desk is a line here: its name, its words, and how it is drawn. */
const places: Place[] = [
  { name: 'today', label: 'Today', view: todayView },
  { name: 'review', label: 'Review', view: (host, shell) => inboxView(host, shell, inbox) },
  { name: 'problems', label: 'Problems', view: problemsView },
  ...GROUPS.flatMap(({ title, entries }) =>
    entries
      .filter(({ desk }) => desk !== undefined)
      .map(({ desk = '', label, view }, at) => ({
        name: label,
        label: desk,
        view: asPlace(label, view),
        // One page makes no group: it stands at the foot, beside More.
        ...(at === 0 ? { group: title === 'Help' ? '' : title } : {}),
      })),
  ),
  { name: 'more', label: 'More', view: moreView },
];

const shell = new Shell(places, true);
const root = document.getElementById('duesheet');
document.body.classList.add('desk');
if (root) {
  shell.start(root, searchField(shell));
  void shell.refreshToday().then(() => {
    if (shell.today?.ready === false) shell.open('Set-up');
  });
  shell.open('review');
  void offerTour(shell);
  watchLog({
    end: () => inbox.review.end,
    isBusy: () => inbox.isBusy(),
    moved: () => {
      void shell.refreshToday();
      shell.redrawOpen(['today', 'review']);
    },
  });
}
