// Blob: bytes with a name and a content type.
import { ascii, fromUtf8, signed, utf8 } from './bytes';
import { type MethodTable, named, serve } from './call';
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
  #bytes: number[];
  #type: string | null;
  #name: string | null;
  constructor(bytes: readonly number[], type: string | null, name: string | null) {
    this.#bytes = signed(bytes);
    this.#type = type;
    this.#name = name;
  }
  getBytes(): number[] {
    return [...this.#bytes];
  }
  setBytes(bytes: number[]): this {
    this.#bytes = signed(bytes);
    return this;
  }
  getDataAsString(charset: string | null = null): string {
    const latin = charset !== null && /^(?:iso-8859-1|latin-?1)$/i.test(charset);
    return latin ? String.fromCharCode(...this.#bytes.map((byte) => byte & 255)) : fromUtf8(this.#bytes);
  }
  setDataFromString(text: string, charset: string | null = null): this {
    this.#bytes = signed(charset !== null && /ascii/i.test(charset) ? ascii(text) : utf8(text));
    return this;
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
  isGoogleType(): boolean {
    return false;
  }
  copyBlob(): Blob {
    return new Blob(this.#bytes, this.#type, this.#name);
  }
  getAs(type: string): Blob {
    return new Blob(this.#bytes, type, this.#name);
  }
}

const TABLE: MethodTable = {
  getBytes: '- ',
  setBytes: '- A',
  getDataAsString: '- |S',
  setDataFromString: '- s|s,S',
  getContentType: '- ',
  setContentType: '- S?',
  setContentTypeFromExtension: '- ',
  getName: '- ',
  setName: '- s',
  isGoogleType: '- ',
  copyBlob: '- ',
  getAs: '- S',
};

/** Puts the calling rules around Blob. */
export function serveBlob(host: Host): void {
  serve(host, Blob.prototype, 'Blob', 'Blob', TABLE);
  named(Blob.prototype, 'Blob');
}
