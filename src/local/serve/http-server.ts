// The page's server: this machine only, JSON in and out, for the page alone that it served itself.
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { projectRoot } from '../built-project';
import { HostFailure, sentenceOf } from '../failure';
import { INCOMING, type IncomingKind } from './incoming';
import { TOKEN_HEADER } from './token';
import type { ClockStep, Workbench } from './workbench';

const MOST_BYTES = 5_000_000;
/** No call of the sidebar nests its arguments deeper by far. */
const MOST_LEVELS = 50;
const TOKEN_BYTES = 32;
/** Where the page carries the token, with `TOKEN` for it. */
export const HTML_TOKEN = '<meta name="duesheet-token" content="TOKEN">';
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

/** What the server works on: the workbook, and the token that this start of it gave to its page. */
interface Served {
  bench: Workbench;
  token: string;
}

const STATUS: Record<string, number> = { 'bad-request': 400, 'not-found': 404, 'too-large': 413 };

/**
 * Serves a workbench on the loopback interface. Whoever calls must have read the page: it carries a token, another one
 * at each start, that no other site and not the sidebar's frame can see.
 *
 * @param port wanted; 0 takes any free one
 * @throws the listening error, `EADDRINUSE` when the port is taken
 */
export async function listen(bench: Workbench, port: number): Promise<Server> {
  const served: Served = { bench, token: randomBytes(TOKEN_BYTES).toString('base64url') };
  const server = createServer((request, response) => {
    answer(served, request, response).catch((error: unknown) => refuse(response, error, 500));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return server;
}

async function answer(served: Served, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // A page of another site must not reach this one, neither by its own name for this machine nor by a request from a tab.
  const host = request.headers.host ?? '';
  const origin = request.headers.origin;
  if (!LOCAL_HOST.test(host)) return fail(response, 403, 'This server answers to localhost only.');
  if (origin !== undefined && origin !== `http://${host}`)
    return fail(response, 403, 'Another site may not call this.');
  const address = request.url ?? '/';
  if (!URL.canParse(address, `http://${host}`)) return fail(response, 400, 'This address cannot be read.');
  const url = new URL(address, `http://${host}`);
  if (url.pathname.startsWith('/api/') && !isToken(request.headers[TOKEN_HEADER], served.token))
    return fail(response, 403, 'Open the page anew: it is not of this start.');
  if (request.method === 'GET') return get(served, url, response);
  if (request.method !== 'POST') return fail(response, 405, 'Only GET and POST are answered here.');
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) {
    return fail(response, 415, 'Requests are JSON.');
  }
  return post(served.bench, url.pathname, await bodyOf(request), response);
}

function isToken(given: string | string[] | undefined, token: string): boolean {
  const [one, other] = [Buffer.from(String(given ?? '')), Buffer.from(token)];
  return one.length === other.length && timingSafeEqual(one, other);
}

async function get({ bench, token }: Served, url: URL, response: ServerResponse): Promise<void> {
  const file = Object.hasOwn(FILES, url.pathname) ? FILES[url.pathname] : undefined;
  if (file) {
    if (url.pathname === '/') bench.openDocument();
    const text = readFileSync(join(projectRoot(), 'build', 'page', file[0]), 'utf8');
    return send(response, 200, file[1], text.replace(HTML_TOKEN, HTML_TOKEN.replace('TOKEN', token)));
  }
  const bank = url.pathname === '/demo-bank.csv' ? bench.bankFile() : null;
  if (bank !== null) return send(response, 200, 'text/csv; charset=utf-8', bank);
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
        bench.edit(numberOf(body, 'sheet'), numberOf(body, 'row'), numberOf(body, 'column'), textOf(body, 'text'));
        return { done: true };
      case '/api/select':
        bench.select(numberOf(body, 'sheet'), numberOf(body, 'row'), numberOf(body, 'column'));
        return { done: true };
      case '/api/menu':
        bench.menu(textOf(body, 'handler'));
        return { done: true };
      case '/api/call':
        return { value: bench.call(textOf(body, 'name'), Array.isArray(body['args']) ? body['args'] : []) ?? null };
      case '/api/close-sidebar':
        bench.closeSidebar();
        return { done: true };
      case '/api/close-dialog':
        bench.closeDialog();
        return { done: true };
      case '/api/clock':
        return bench.moveClock(clockStepOf(body));
      case '/api/permission':
        bench.permit(body['on'] === true);
        return { done: true };
      case '/api/incoming':
        bench.incoming(textOf(body, 'id'), incomingOf(body));
        return { done: true };
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
    refuse(response, error, 422);
  }
}

function refuse(response: ServerResponse, error: unknown, otherwise: number): void {
  const status = error instanceof HostFailure ? STATUS[error.code] : undefined;
  fail(response, status ?? otherwise, sentenceOf(error));
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
    // Too much is read to its end and forgotten: who is cut off in the middle never hears why.
    if (size <= MOST_BYTES) parts.push(part as Buffer);
  }
  if (size > MOST_BYTES) throw new HostFailure('too-large', 'The request is too large.');
  const value = parsed(Buffer.concat(parts).toString('utf8') || '{}');
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && !isDeep(value)) return value as Body;
  throw badRequest('The request is not JSON that can be read here.');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isDeep(value: unknown, levels = MOST_LEVELS): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeep(inner, levels - 1));
}

function textOf(body: Body, name: string): string {
  const value = body[name];
  if (typeof value === 'string') return value;
  throw badRequest(`The request has no text "${name}".`);
}

function numberOf(body: Body, name: string): number {
  const value = body[name];
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw badRequest(`The request has no whole number "${name}".`);
}

function clockStepOf({ by }: Body): ClockStep {
  if (by === 'hour' || by === 'day' || by === 'contact') return by;
  throw badRequest('The clock moves by an hour, by a day, or to the next contact.');
}

function incomingOf({ kind }: Body): IncomingKind {
  if (typeof kind === 'string' && Object.hasOwn(INCOMING, kind)) return kind as IncomingKind;
  throw badRequest(`What comes back is one of: ${Object.keys(INCOMING).join(', ')}.`);
}

function badRequest(message: string): HostFailure {
  return new HostFailure('bad-request', message);
}
