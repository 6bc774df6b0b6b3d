// The add-on's sidebar in a sandboxed frame, with google.script.run carried over messages to the local server.
import { ask, part } from './host-calls';

/** What runs inside the frame before the sidebar's own script: the calls that Google provides there. */
const INSIDE = `(() => {
  const waiting = new Map();
  let last = 0;
  const runner = (handlers) => new Proxy({}, {
    get: (_target, name) => {
      if (name === 'withSuccessHandler') return (success) => runner({ ...handlers, success });
      if (name === 'withFailureHandler') return (failure) => runner({ ...handlers, failure });
      if (name === 'withUserObject') return (user) => runner({ ...handlers, user });
      if (typeof name !== 'string' || name === 'then' || name.endsWith('_')) return undefined;
      return (...args) => {
        last += 1;
        waiting.set(last, handlers);
        parent.postMessage({ duesheet: 'run', call: last, name, args }, '*');
      };
    },
  });
  addEventListener('message', (event) => {
    if (event.source !== parent || !event.data || event.data.duesheet !== 'answer') return;
    const { call, value, error } = event.data;
    const handlers = waiting.get(call);
    waiting.delete(call);
    if (!handlers) return;
    if (error === undefined) handlers.success?.(value, handlers.user);
    else if (handlers.failure) handlers.failure(Object.assign(new Error(error), { name: 'ScriptError' }), handlers.user);
    else console.error(error);
  });
  const tell = (what) => parent.postMessage({ duesheet: what }, '*');
  window.google = { script: {
    run: runner({}),
    host: { close: () => tell('close'), setHeight: () => {}, setWidth: () => {}, editor: { focus: () => tell('focus') } },
  } };
})();`;

/** What the frame sends. */
type FrameMessage = { duesheet: 'run'; call: number; name: string; args: unknown[] } | { duesheet: 'close' | 'focus' };

/** What is shown is of a time that has passed. */
const PASSED = -2;

/** The sidebar's place on the page. */
export class SidebarFrame {
  private shown = -1;
  private frame: HTMLIFrameElement | null = null;
  private readonly afterCall: () => void;

  /** @param afterCall runs after each call of the sidebar, because it may have changed the workbook */
  constructor(afterCall: () => void) {
    this.afterCall = afterCall;
    window.addEventListener('message', (event) => {
      if (!this.frame || event.source !== this.frame.contentWindow) return;
      this.receive(event.data as FrameMessage | null);
    });
    part('close-sidebar').addEventListener('click', () => this.close());
  }

  /** Shows the sidebar that the add-on opened last, or none. */
  show(sidebar: { title: string; html: string; shown: number } | null): void {
    part('sidebar').hidden = sidebar === null;
    if (sidebar === null) {
      this.frame?.remove();
      this.frame = null;
      this.shown = -1;
      return;
    }
    if (sidebar.shown === this.shown) return;
    // After time has passed it opens on Today, which tells what the time brought, not on the page of an old menu item.
    const isAnew = this.shown === PASSED;
    this.shown = sidebar.shown;
    part('sidebar-title').textContent = sidebar.title;
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts allow-forms allow-popups allow-modals');
    frame.title = sidebar.title;
    frame.srcdoc = withCalls(isAnew ? sidebar.html.replace(/data-open="[a-z]+"/, 'data-open="today"') : sidebar.html);
    this.frame = frame;
    part('sidebar-frame').replaceChildren(frame);
  }

  /** Has the sidebar read everything anew at the next look: time has passed, as when one opens it on another day. */
  forget(): void {
    this.shown = PASSED;
  }

  private receive(message: FrameMessage | null): void {
    if (!message) return;
    if (message.duesheet === 'close') this.close();
    if (message.duesheet === 'run') void this.run(message.call, message.name, message.args);
  }

  private async run(call: number, name: string, args: unknown[]): Promise<void> {
    const frame = this.frame;
    const answer: { duesheet: 'answer'; call: number; value?: unknown; error?: string } = { duesheet: 'answer', call };
    try {
      answer.value = (await ask<{ value: unknown }>('/api/call', { name, args })).value;
    } catch (error) {
      answer.error = error instanceof Error ? error.message : String(error);
    }
    frame?.contentWindow?.postMessage(answer, '*');
    this.afterCall();
  }

  private close(): void {
    this.show(null);
    void ask('/api/close-sidebar');
  }
}

/** Puts the calls in front of everything else, so that they are there when the sidebar's script starts. */
function withCalls(html: string): string {
  const script = `<script>${INSIDE}</script>`;
  const head = /<head[^>]*>/i.exec(html);
  if (!head) return script + html;
  const at = head.index + head[0].length;
  return html.slice(0, at) + script + html.slice(at);
}
