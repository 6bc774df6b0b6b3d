// CacheService: texts that last a while on the virtual clock.

import { utf8 } from './bytes';
import { type MethodTable, named, serve } from './call';
import { fail } from './exception';
import type { Host } from './host';
import { demand } from './rights';

type Entries = Record<string, { value: string; expires: number }>;

/** One cache. */
export class Cache {
  readonly #host: Host;
  readonly #store: string;
  constructor(host: Host, store: string) {
    this.#host = host;
    this.#store = store;
  }
  #read(): Entries {
    const now = this.#host.now();
    const kept = Object.entries(this.#host.world.cache?.[this.#store] ?? {}).filter(([, entry]) => entry.expires > now);
    return Object.fromEntries(kept);
  }
  get(key: string): string | null {
    const entries = this.#read();
    return Object.hasOwn(entries, key) ? (entries[key]?.value ?? null) : null;
  }
  getAll(keys: unknown[]): Record<string, string> {
    const found: Record<string, string> = {};
    for (const key of keys.map(String)) {
      const value = this.get(key);
      if (value !== null) found[key] = value;
    }
    return found;
  }
  // What has no result reads as null on Google.
  put(key: string, value: unknown, seconds = 600): null {
    this.putAll({ [key]: value }, seconds);
    return null;
  }
  putAll(values: Record<string, unknown>, seconds = 600): null {
    const entries = this.#read();
    for (const [key, value] of Object.entries(values)) {
      const text = String(value);
      if (key.length > 250) fail('Argument too large: key');
      if (utf8(text).length > 100 * 1024) fail('Argument too large: value');
      entries[key] = { value: text, expires: this.#host.now() + Math.min(Math.max(seconds, 1), 21_600) * 1000 };
    }
    const newest = Object.entries(entries).slice(-1000);
    this.#host.setCache(this.#store, Object.fromEntries(newest));
    return null;
  }
  remove(key: string): null {
    return this.removeAll([key]);
  }
  removeAll(keys: unknown[]): null {
    const gone = keys.map(String);
    const rest = Object.entries(this.#read()).filter(([key]) => !gone.includes(key));
    this.#host.setCache(this.#store, Object.fromEntries(rest));
    return null;
  }
}

const TABLE: MethodTable = {
  get: 'x s',
  getAll: 'x A',
  put: 'x s,s|s,s,n',
  putAll: 'x o|o,n',
  remove: 'x s',
  removeAll: 'x A',
};

/** Makes CacheService for an execution. */
export function createCacheService(host: Host): object {
  serve(host, Cache.prototype, 'CacheService.Cache', 'Cache', TABLE);
  named(Cache.prototype, 'Cache');
  const cache = (method: string, store: string) => () => {
    demand(host, `CacheService.${method}`, [], ['LIMITED', 'CUSTOM_FUNCTION']);
    return new Cache(host, store);
  };
  const service = {
    getDocumentCache: cache('getDocumentCache', 'document'),
    getScriptCache: cache('getScriptCache', 'script'),
    getUserCache: cache('getUserCache', `user:${host.user}`),
  };
  serve(host, service, 'CacheService', 'CacheService', {
    getDocumentCache: '- ',
    getScriptCache: '- ',
    getUserCache: '- ',
  });
  return Object.assign(service, { toString: () => 'CacheService' });
}
