// A loopback server that plays Google's Apps Script API for clasp, behind a proxy that leads every host to it.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { certificateFor } from './certificate';

/** A file as the API names it: no extension, `SERVER_JS`, `HTML` or `JSON`. */
export interface RemoteFile {
  name: string;
  type: string;
  source: string;
}

/** What the server was asked. */
export interface ApiRequest {
  method: string;
  path: string;
  authorization: string;
}

/** The API under way. */
export interface AppsScriptApi {
  /** The proxy's address for HTTPS_PROXY. */
  proxy: string;
  /** The certificate to trust, PEM. */
  certificate: string;
  requests: ApiRequest[];
  /** The project's files now. */
  files: RemoteFile[];
  close(): Promise<void>;
}

const HOSTS = ['script.googleapis.com', 'www.googleapis.com', 'oauth2.googleapis.com'];

/**
 * Starts the API with a project that holds an empty manifest.
 * @param scriptId of the only project it knows; anything else is answered with 404
 */
export async function startApi(scriptId: string): Promise<AppsScriptApi> {
  const { certificate, key } = certificateFor(HOSTS);
  const requests: ApiRequest[] = [];
  let files: RemoteFile[] = [{ name: 'appsscript', type: 'JSON', source: '{}' }];

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? '/', 'https://script.googleapis.com');
    const method = request.method ?? '';
    requests.push({ method, path: pathname, authorization: request.headers.authorization ?? '' });
    const body = await textOf(request);
    const known = pathname === `/v1/projects/${scriptId}/content` && (method === 'GET' || method === 'PUT');
    if (known && method === 'PUT') files = (JSON.parse(body) as { files: RemoteFile[] }).files;
    const error = { code: 404, message: 'Requested entity was not found.', status: 'NOT_FOUND' };
    response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(known ? { scriptId, files } : { error }));
  };

  const api = createSecureServer({ cert: certificate, key }, (request, response) => void answer(request, response));
  const port = await listening(api);
  const open = new Set<Duplex>();
  const proxy = createServer().on('connect', (_request, client: Duplex) => {
    const server = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      server.pipe(client).pipe(server);
    });
    for (const [socket, other] of [[client, server] as const, [server, client] as const]) {
      open.add(socket);
      socket.on('error', () => other.destroy()).on('close', () => open.delete(socket));
    }
  });

  return {
    proxy: `http://127.0.0.1:${await listening(proxy)}`,
    certificate,
    requests,
    get files() {
      return files;
    },
    async close() {
      for (const socket of open) socket.destroy();
      await Promise.all([closed(api), closed(proxy)]);
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function listening(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
