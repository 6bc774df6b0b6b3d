// PropertiesService: small texts that outlive an execution, per document, script and person.

import { utf8 } from './bytes';
import { type MethodTable, named, serve } from './call';
import { fail } from './exception';
import type { Host } from './host';
import { demand } from './rights';

type StoreName = 'documentProperties' | 'scriptProperties' | 'userProperties';
const VALUE_LIMIT = 9 * 1024;
const STORE_LIMIT = 500 * 1024;

/** One store. */
export class Properties {
  readonly #host: Host;
  readonly #name: StoreName;
  constructor(host: Host, name: StoreName) {
    this.#host = host;
    this.#name = name;
  }
  #read(): Record<string, string> {
    const { world, user } = this.#host;
    return { ...(this.#name === 'userProperties' ? world.userProperties[user] : world[this.#name]) };
  }
  #write(values: Record<string, string>): this {
    const total = Object.entries(values).reduce((sum, [key, value]) => sum + utf8(key).length + utf8(value).length, 0);
    if (total > STORE_LIMIT)
      fail('You have exceeded the property storage quota. Please remove some properties and try again.');
    this.#host.setStore(this.#name, values);
    return this;
  }
  #checked(value: unknown): string {
    const text = String(value);
    if (utf8(text).length > VALUE_LIMIT) fail('Argument too large: value');
    return text;
  }
  getProperty(key: string): string | null {
    const values = this.#read();
    return Object.hasOwn(values, key) ? (values[key] ?? null) : null;
  }
  setProperty(key: string, value: unknown): this {
    return this.#write({ ...this.#read(), [key]: this.#checked(value) });
  }
  setProperties(properties: Record<string, unknown>, deleteAllOthers = false): this {
    const next = deleteAllOthers ? {} : this.#read();
    for (const [key, value] of Object.entries(properties)) next[key] = this.#checked(value);
    return this.#write(next);
  }
  getProperties(): Record<string, string> {
    return this.#read();
  }
  getKeys(): string[] {
    return Object.keys(this.#read());
  }
  deleteProperty(key: string): this {
    const { [key]: _gone, ...rest } = this.#read();
    return this.#write(rest);
  }
  deleteAllProperties(): this {
    return this.#write({});
  }
}

const TABLE: MethodTable = {
  getProperty: 'x s',
  setProperty: 'x s,a',
  setProperties: 'x o|o,b',
  getProperties: 'x ',
  getKeys: 'x ',
  deleteProperty: 'x s',
  deleteAllProperties: 'x ',
};

/** Makes PropertiesService for an execution. */
export function createPropertiesService(host: Host): object {
  serve(host, Properties.prototype, 'PropertiesService.Properties', 'Properties', TABLE);
  named(Properties.prototype, 'Properties');
  const store = (method: string, name: StoreName) => () => {
    demand(host, `PropertiesService.${method}`, [], ['LIMITED', 'CUSTOM_FUNCTION']);
    return new Properties(host, name);
  };
  const service = {
    getDocumentProperties: store('getDocumentProperties', 'documentProperties'),
    getScriptProperties: store('getScriptProperties', 'scriptProperties'),
    getUserProperties: store('getUserProperties', 'userProperties'),
  };
  serve(host, service, 'PropertiesService', 'PropertiesService', {
    getDocumentProperties: '- ',
    getScriptProperties: '- ',
    getUserProperties: '- ',
  });
  return Object.assign(service, { toString: () => 'PropertiesService' });
}
