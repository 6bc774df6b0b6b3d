// The page for going live by itself, over the fake server: opened as the sidebar opens its pages.
import { goingLiveView } from '../../../src/sidebar/rules/going-live';
import { Shell } from '../../../src/sidebar/shell/shell';

const nowhere = (host: HTMLElement): void => {
  host.append(document.createElement('h1'));
};
const shell = new Shell([
  { name: 'today', label: 'Today', view: nowhere },
  { name: 'more', label: 'More', view: nowhere },
]);
const root = document.getElementById('duesheet');
if (root) {
  shell.start(root);
  shell.openPage(goingLiveView);
}
