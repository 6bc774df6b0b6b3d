// The page's server: this machine only, JSON in and out, no other site may call it.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { projectRoot } from '../built-project';
import { HostFailure, sentenceOf } from '../failure';
import type { Workbench } from './workbench';

const MOST_BYTES = 5_000_000;
const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
/** Nothing from elsewhere is loaded; the sidebar's inline script runs in its own sandboxed frame, which inherits this. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

const FILES: Record<string, [file: string, type: string]> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/main.js': ['main.js', 'text/javascript; charset=utf-8'],
  '/main.css': ['main.css', 'text/css; charset=utf-8'],
};

/** A request's body, already read. */
type Body = Record<string, unknown>;

/**
 * Serves a workbench on the loopback interface.
 *
 * @param port wanted; 0 takes any free one
 * @throws the listening error, `EADDRINUSE` when the port is taken
 */
export async function listen(bench: Workbench, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    answer(bench, request, response).catch((error: unknown) => fail(response, 500, sentenceOf(error)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return server;
}

async function answer(bench: Workbench, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // A page of another site must not reach this one, neither by its own name for this machine nor by a request from a tab.
  const host = request.headers.host ?? '';
  const origin = request.headers.origin;
  if (!LOCAL_HOST.test(host)) return fail(response, 403, 'This server answers to localhost only.');
  if (origin !== undefined && origin !== `http://${host}`)
    return fail(response, 403, 'Another site may not call this.');
  const url = new URL(request.url ?? '/', `http://${host}`);
  if (request.method === 'GET') return get(bench, url, response);
  if (request.method !== 'POST') return fail(response, 405, 'Only GET and POST are answered here.');
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    return fail(response, 415, 'Requests are JSON.');
  }
  return post(bench, url.pathname, await bodyOf(request), response);
}

async function get(bench: Workbench, url: URL, response: ServerResponse): Promise<void> {
  const file = Object.hasOwn(FILES, url.pathname) ? FILES[url.pathname] : undefined;
  if (file) {
    if (url.pathname === '/') bench.openDocument();
    const text = readFileSync(join(projectRoot(), 'build', 'page', file[0]));
    return send(response, 200, file[1], text);
  }
  const id = url.searchParams.get('id') ?? '';
  await reply(response, async () => {
    if (url.pathname === '/api/state') return bench.state();
    if (url.pathname === '/api/sheet') return bench.sheet(Number(id));
    if (url.pathname === '/api/mail') return bench.mail(id);
    if (url.pathname === '/api/eml') {
      response.setHeader('Content-Disposition', `attachment; filename="${id.replace(/[^\w-]/g, '')}.eml"`);
      send(response, 200, 'message/rfc822', bench.rawMail(id));
      return undefined;
    }
    throw new HostFailure('not-found', 'There is nothing here.');
  });
}

async function post(bench: Workbench, path: string, body: Body, response: ServerResponse): Promise<void> {
  await reply(response, async () => {
    switch (path) {
      case '/api/edit':
        bench.edit(Number(body['sheet']), Number(body['row']), Number(body['column']), String(body['text'] ?? ''));
        return { done: true };
      case '/api/select':
        bench.select(Number(body['sheet']), Number(body['row']), Number(body['column']));
        return { done: true };
      case '/api/menu':
        bench.menu(String(body['handler']));
        return { done: true };
      case '/api/call':
        return { value: bench.call(String(body['name']), Array.isArray(body['args']) ? body['args'] : []) ?? null };
      case '/api/close-sidebar':
        bench.closeSidebar();
        return { done: true };
      case '/api/clock':
        return bench.moveClock(body['by'] === 'day' || body['by'] === 'contact' ? body['by'] : 'hour');
      case '/api/reset':
        await bench.reset();
        return { done: true };
      default:
        throw new HostFailure('not-found', 'There is nothing here.');
    }
  });
}

async function reply(response: ServerResponse, work: () => Promise<unknown>): Promise<void> {
  try {
    const value = await work();
    if (value !== undefined) send(response, 200, 'application/json; charset=utf-8', JSON.stringify(value));
  } catch (error) {
    fail(response, error instanceof HostFailure && error.code === 'not-found' ? 404 : 422, sentenceOf(error));
  }
}

function fail(response: ServerResponse, status: number, message: string): void {
  if (response.headersSent) return;
  response.removeHeader('Content-Disposition');
  send(response, status, 'application/json; charset=utf-8', JSON.stringify({ error: message }));
}

function send(response: ServerResponse, status: number, type: string, content: string | Buffer): void {
  response.writeHead(status, {
    'Content-Type': type,
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
  response.end(content);
}

async function bodyOf(request: IncomingMessage): Promise<Body> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size > MOST_BYTES) throw new HostFailure('too-large', 'The request is too large.');
    parts.push(part as Buffer);
  }
  const text = Buffer.concat(parts).toString('utf8');
  const value: unknown = text === '' ? {} : JSON.parse(text);
  return typeof value === 'object' && value !== null ? (value as Body) : {};
}
