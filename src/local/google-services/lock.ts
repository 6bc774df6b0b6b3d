// LockService: one execution at a time, per document, script and person.
import { named, serve } from './call';
import { fail } from './exception';
import type { Host } from './host';
import { demand } from './rights';

const TIMEOUT = 'Lock timeout: another process was holding the lock for too long.';

/** One lock; all lock objects of a kind in an execution are the same lock. */
export class Lock {
  readonly #host: Host;
  readonly #kind: string;
  constructor(host: Host, kind: string) {
    this.#host = host;
    this.#kind = kind;
  }
  hasLock(): boolean {
    return this.#host.world.locks[this.#kind] === this.#host.executionId;
  }
  /** Executions here do not run at the same time, so a held lock stays held: waiting passes on the virtual clock. */
  tryLock(milliseconds: number): boolean {
    if (milliseconds < 0) return false;
    const { locks } = this.#host.world;
    if (locks[this.#kind] !== undefined && !this.hasLock()) {
      this.#host.pass(milliseconds);
      return false;
    }
    locks[this.#kind] = this.#host.executionId;
    return true;
  }
  waitLock(milliseconds: number): void {
    if (!this.tryLock(milliseconds)) fail(TIMEOUT);
  }
  releaseLock(): void {
    if (this.hasLock()) delete this.#host.world.locks[this.#kind];
  }
}

/** Gives back every lock of an execution. */
export function releaseAll(host: Pick<Host, 'world' | 'executionId'>): void {
  for (const [kind, holder] of Object.entries(host.world.locks)) {
    if (holder === host.executionId) delete host.world.locks[kind];
  }
}

/** Makes LockService for an execution. */
export function createLockService(host: Host): object {
  serve(host, Lock.prototype, 'LockService.Lock', 'Lock', {
    hasLock: '- ',
    tryLock: 'x n',
    waitLock: 'x n',
    releaseLock: 'x ',
  });
  named(Lock.prototype, 'Lock');
  const lock = (method: string, kind: string) => () => {
    demand(host, `LockService.${method}`, [], ['NONE', 'LIMITED', 'CUSTOM_FUNCTION']);
    return new Lock(host, kind);
  };
  const service = {
    getDocumentLock: lock('getDocumentLock', 'document'),
    getScriptLock: lock('getScriptLock', 'script'),
    getUserLock: lock('getUserLock', `user:${host.user}`),
  };
  serve(host, service, 'LockService', 'LockService', { getDocumentLock: '- ', getScriptLock: '- ', getUserLock: '- ' });
  return Object.assign(service, { toString: () => 'LockService' });
}
