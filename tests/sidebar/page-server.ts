// The documents of the browser tests, served with scripts that the browser keeps from one document to the next.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { bundle, documentOf, fakeScript } from './page-source';

const KEPT = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'max-age=86400, immutable' };
const FRESH = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };

// A page in the frame that Google or the local page gives it may find nothing kept from before, and no test finds what
// another one left: a document here has no storage either.
const WITHOUT_STORAGE = `Object.defineProperty(window, 'localStorage', {
  get: () => { throw new DOMException('The document is sandboxed.', 'SecurityError'); },
});`;

function testDocument(main: string): string {
  const scenario = 'window.scenario = JSON.parse(decodeURIComponent(location.hash.slice(1)));';
  const setup = `<script>${WITHOUT_STORAGE}${scenario}</script><script src="/fake"></script>`;
  const written = '<script>\n/*SCRIPT*/\n    </script>';
  const html = documentOf(main, '/*SCRIPT*/');
  if (!html.includes(written)) throw new Error('sidebar.html holds its script another way than the tests know.');
  return html
    .replace(written, `<script src="/script?${encodeURIComponent(main)}"></script>`)
    .replace('<body data-open="today">', (body) => `${body}${setup}`);
}

/** What is served, of a page that begins with what stands behind the question mark. */
const MAKERS: Record<string, { headers: Record<string, string>; make: (main: string) => string }> = {
  '/fake': { headers: KEPT, make: fakeScript },
  '/script': { headers: KEPT, make: bundle },
  '/page': { headers: FRESH, make: testDocument },
};

/**
 * Serves the pages on this machine.
 * @returns the port, and what ends it
 */
export async function servePages(): Promise<{ port: number; close: () => void }> {
  const made = new Map<string, string>();
  const server = createServer(({ url = '' }, response) => {
    const [path = '', main = ''] = url.split('?');
    const maker = MAKERS[path];
    if (!maker) return response.writeHead(404).end();
    const text = made.get(url) ?? maker.make(decodeURIComponent(main));
    made.set(url, text);
    response.writeHead(200, maker.headers).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { port: (server.address() as AddressInfo).port, close };
}
