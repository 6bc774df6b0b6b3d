// Doing something so that doing it again leaves the very same behind: no time passes, and ids are counted.
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { vi } from 'vitest';

/**
 * Without this an execution's clock goes on with the machine's, and the ids of mails are random.
 * @param act what is done; it may not wait for anything
 */
export function repeatably<T>(act: () => T): T {
  let ids = 0;
  const random = vi.spyOn(crypto, 'randomUUID').mockImplementation(() => {
    ids += 1;
    return `${ids.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
  });
  syncBuiltinESMExports();
  vi.useFakeTimers({ toFake: ['performance'] });
  try {
    return act();
  } finally {
    vi.useRealTimers();
    random.mockRestore();
    syncBuiltinESMExports();
  }
}
