// A page of the add-on in a sandboxed frame, with google.script.run carried over messages to the local server.
import { ask } from './host-calls';

/** What runs inside the frame before the page's own script: the calls that Google provides there. */
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

/** A place on this page that shows a page of the add-on. */
export class AddonFrame {
  private frame: HTMLIFrameElement | null = null;

  /**
   * @param place what the frame is put into
   * @param tell `afterCall` runs after each call of the add-on's page, because it may have changed the workbook; `closed`
   *   when that page asks to be closed
   */
  constructor(
    private readonly place: HTMLElement,
    private readonly tell: { afterCall: () => void; closed: () => void },
  ) {
    window.addEventListener('message', (event) => {
      if (!this.frame || event.source !== this.frame.contentWindow) return;
      this.receive(event.data as FrameMessage | null);
    });
  }

  /** Shows a page in place of another. */
  open(title: string, html: string): void {
    const frame = document.createElement('iframe');
    frame.setAttribute('sandbox', 'allow-scripts allow-forms allow-popups allow-modals allow-downloads');
    frame.title = title;
    frame.srcdoc = withCalls(html);
    this.frame = frame;
    this.place.replaceChildren(frame);
  }

  /** Takes the page away. */
  clear(): void {
    this.frame?.remove();
    this.frame = null;
  }

  private receive(message: FrameMessage | null): void {
    if (!message) return;
    if (message.duesheet === 'close') this.tell.closed();
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
    this.tell.afterCall();
  }
}

/** Puts the calls in front of everything else, so that they are there when the page's script starts. */
function withCalls(html: string): string {
  const script = `<script>${INSIDE}</script>`;
  const head = /<head[^>]*>/i.exec(html);
  if (!head) return script + html;
  const at = head.index + head[0].length;
  return html.slice(0, at) + script + html.slice(at);
}
