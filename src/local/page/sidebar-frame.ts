// The add-on's sidebar: its place on the page, opened and closed.
import { AddonFrame } from './addon-frame';
import { ask, part } from './host-calls';

/** The sidebar's place on the page. */
export class SidebarFrame {
  private shown = -1;
  private readonly frame: AddonFrame;

  /** @param afterCall runs after each call of the sidebar, because it may have changed the workbook */
  constructor(afterCall: () => void) {
    this.frame = new AddonFrame(part('sidebar-frame'), { afterCall, closed: () => this.close() });
    part('close-sidebar').addEventListener('click', () => this.close());
  }

  /** Shows the sidebar that the add-on opened last, or none. */
  show(sidebar: { title: string; html: string; shown: number } | null): void {
    part('sidebar').hidden = sidebar === null;
    if (sidebar === null) {
      this.frame.clear();
      this.shown = -1;
      return;
    }
    if (sidebar.shown === this.shown) return;
    this.shown = sidebar.shown;
    part('sidebar-title').textContent = sidebar.title;
    this.frame.open(sidebar.title, sidebar.html);
  }

  /** Has the sidebar read everything anew at the next look: time has passed, as when one opens it on another day. */
  forget(): void {
    this.shown = -1;
  }

  private close(): void {
    this.show(null);
    void ask('/api/close-sidebar');
  }
}
