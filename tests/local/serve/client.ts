// Asks a served workbench as its page does: over the loopback interface, with the token that the page carries.
import { request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { freshWorld } from '../../../src/local/google-services/fresh-world';
import { HTML_TOKEN, listen } from '../../../src/local/serve/http-server';
import type { SheetView } from '../../../src/local/serve/sheet-view';
import { TOKEN_HEADER } from '../../../src/local/serve/token';
import { type PageState, Workbench, type WorkbookSource } from '../../../src/local/serve/workbench';

export const JSON_TYPE = { 'content-type': 'application/json' };

interface Asked {
  method?: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it stands. */
  raw?: string;
}

/** A workbook without anything in it. */
export function emptySource(world = freshWorld()): WorkbookSource {
  return { demo: false, open: async () => ({ world, now: 0 }) };
}

/** A server of its own for one test file. */
export class Client {
  token = '';
  private readonly server: Server;
  private readonly port: number;

  private constructor(server: Server) {
    this.server = server;
    this.port = (server.address() as AddressInfo).port;
  }

  /** Serves a workbook and reads the page's token. */
  static async of(source: WorkbookSource): Promise<Client> {
    const client = new Client(await listen(await Workbench.start(source), 0));
    client.token = new RegExp(HTML_TOKEN.replace('TOKEN', '([^"]*)')).exec((await client.ask('/'))[1])?.[1] ?? '';
    return client;
  }

  /** Ends the server. */
  close(): void {
    this.server.close();
  }

  /** Asks with the page's token, unless the headers say otherwise; gives status and text. */
  ask(path: string, { method = 'GET', headers = {}, body, raw }: Asked = {}): Promise<[number, string]> {
    return new Promise((resolve, reject) => {
      const usual = { host: `localhost:${this.port}`, [TOKEN_HEADER]: this.token };
      const sent = request(
        { port: this.port, path, method, host: '127.0.0.1', headers: { ...usual, ...headers } },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (part: string) => {
            text += part;
          });
          answer.on('end', () => resolve([answer.statusCode ?? 0, text]));
        },
      );
      sent.on('error', reject);
      sent.end(raw ?? (body === undefined ? undefined : JSON.stringify(body)));
    });
  }

  /** Posts JSON; gives status and answer. */
  async post(path: string, body: unknown): Promise<[number, Record<string, unknown>]> {
    const [status, text] = await this.ask(path, { method: 'POST', headers: JSON_TYPE, body });
    return [status, JSON.parse(text) as Record<string, unknown>];
  }

  async state(): Promise<PageState> {
    return JSON.parse((await this.ask('/api/state'))[1]) as PageState;
  }

  async sheet(name: string): Promise<SheetView> {
    const id = (await this.state()).sheets.find((candidate) => candidate.name === name)?.id;
    return JSON.parse((await this.ask(`/api/sheet?id=${id}`))[1]) as SheetView;
  }
}
