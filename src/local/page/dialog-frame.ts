// The add-on's dialog: a window over the grid that can be moved by its bar and closed; the grid stays in use beside it.
import { AddonFrame } from './addon-frame';
import { ask, type PageState, part } from './host-calls';

/** What Google gives a page that does not say its size. */
const USUAL = { width: 600, height: 400 };

/** How far one press of an arrow key moves it. */
const STEP = 24;

/** What stays within the window, so that it can be taken hold of again. */
const HOLD = 80;

/** The dialog's place on the page. */
export class DialogFrame {
  private shown = -1;
  private readonly frame: AddonFrame;
  private readonly window = part('dialog');
  private place = { left: 0, top: 0 };

  /** @param afterCall runs after each call of the dialog, because it may have changed the workbook */
  constructor(afterCall: () => void) {
    this.frame = new AddonFrame(part('dialog-frame'), { afterCall, closed: () => this.close() });
    part('close-dialog').addEventListener('click', () => this.close());
    const bar = part('dialog-bar');
    bar.addEventListener('pointerdown', (event) => this.drag(bar, event));
    part('move-dialog').addEventListener('keydown', (event) => this.moveByKey(event));
  }

  /** Shows the dialog that the add-on opened last, or none. */
  show(dialog: PageState['dialog']): void {
    this.window.hidden = dialog === null;
    if (dialog === null) {
      this.frame.clear();
      this.shown = -1;
      return;
    }
    if (dialog.shown === this.shown) return;
    this.shown = dialog.shown;
    part('dialog-title').textContent = dialog.title;
    const { style } = part('dialog-frame');
    const [width, height] = [dialog.width ?? USUAL.width, dialog.height ?? USUAL.height];
    style.width = `${width}px`;
    style.height = `${height}px`;
    this.frame.open(dialog.title, dialog.html);
    this.moveTo((innerWidth - this.window.offsetWidth) / 2, (innerHeight - this.window.offsetHeight) / 2);
  }

  private drag(bar: HTMLElement, from: PointerEvent): void {
    if (from.target instanceof Element && from.target.closest('button')) return;
    const { left, top } = this.place;
    bar.setPointerCapture(from.pointerId);
    // The frame would swallow the pointer where it gets ahead of the bar.
    this.window.classList.add('moving');
    const move = (to: PointerEvent): void =>
      this.moveTo(left + to.clientX - from.clientX, top + to.clientY - from.clientY);
    const end = (): void => {
      this.window.classList.remove('moving');
      bar.removeEventListener('pointermove', move);
      bar.removeEventListener('pointerup', end);
      bar.removeEventListener('pointercancel', end);
    };
    bar.addEventListener('pointermove', move);
    bar.addEventListener('pointerup', end);
    bar.addEventListener('pointercancel', end);
  }

  private moveByKey(event: KeyboardEvent): void {
    const by: Record<string, [number, number]> = {
      ArrowLeft: [-STEP, 0],
      ArrowRight: [STEP, 0],
      ArrowUp: [0, -STEP],
      ArrowDown: [0, STEP],
    };
    const [x, y] = by[event.key] ?? [0, 0];
    if (x === 0 && y === 0) return;
    event.preventDefault();
    this.moveTo(this.place.left + x, this.place.top + y);
  }

  private moveTo(left: number, top: number): void {
    this.place = {
      left: Math.round(Math.max(HOLD - this.window.offsetWidth, Math.min(innerWidth - HOLD, left))),
      top: Math.round(Math.max(0, Math.min(innerHeight - HOLD, top))),
    };
    this.window.style.left = `${this.place.left}px`;
    this.window.style.top = `${this.place.top}px`;
  }

  private close(): void {
    this.show(null);
    void ask('/api/close-dialog');
  }
}
