// Blob: bytes with a name and a content type.
import { fromUtf8, signed } from './bytes';
import { type MethodTable, named, serve } from './call';
import { fail } from './exception';
import type { Host } from './host';

const TYPES: Record<string, string> = {
  txt: 'text/plain',
  csv: 'text/csv',
  html: 'text/html',
  htm: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  xml: 'text/xml',
  zip: 'application/zip',
  gz: 'application/x-gzip',
};

/** Bytes with a name and a type. */
export class Blob {
  readonly #bytes: number[];
  #type: string | null;
  #name: string | null;
  readonly #host: Pick<Host, 'pdf'>;
  constructor(bytes: readonly number[], type: string | null, name: string | null, host: Pick<Host, 'pdf'>) {
    this.#bytes = signed(bytes);
    this.#type = type;
    this.#name = name;
    this.#host = host;
  }
  getBytes(): number[] {
    return [...this.#bytes];
  }
  getDataAsString(): string {
    return fromUtf8(this.#bytes);
  }
  getContentType(): string | null {
    return this.#type;
  }
  setContentType(type: string | null): this {
    this.#type = type;
    return this;
  }
  setContentTypeFromExtension(): this {
    const extension = /\.(\w+)$/.exec(this.#name ?? '')?.[1]?.toLowerCase() ?? '';
    this.#type = TYPES[extension] ?? null;
    return this;
  }
  getName(): string | null {
    return this.#name;
  }
  setName(name: string | null): this {
    this.#name = name;
    return this;
  }
  getAs(type: string): Blob {
    const from = this.#type ?? '';
    if (type === from) return this.copyBlob();
    if (type !== 'application/pdf' || from !== 'text/html')
      fail(`Converting from ${from} to ${type} is not supported.`);
    const name = this.#name?.replace(/\.\w+$/, '.pdf') ?? null;
    return new Blob(this.#host.pdf(fromUtf8(this.#bytes)), type, name, this.#host);
  }
  copyBlob(): Blob {
    return new Blob(this.#bytes, this.#type, this.#name, this.#host);
  }
}

const TABLE: MethodTable = {
  getBytes: '- ',
  getDataAsString: '- ',
  getContentType: '- ',
  setContentType: '- S?',
  setContentTypeFromExtension: '- ',
  getName: '- ',
  setName: '- s',
  // It takes its time and may fail, as the other calls that are counted.
  getAs: 'x s',
  copyBlob: '- ',
};

/** Puts the calling rules around Blob. */
export function serveBlob(host: Host): void {
  serve(host, Blob.prototype, 'Blob', 'Blob', TABLE);
  named(Blob.prototype, 'Blob');
}
