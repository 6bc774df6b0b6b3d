// DriveApp: files by their id, as far as they are read; what lies in the bin is still found, what one may not open is not.
import { Blob } from './blob';
import { type MethodTable, named, serve } from './call';
import { fail } from './exception';
import type { Host } from './host';
import { demand, SCOPES } from './rights';
import type { StoredFile } from './state';

const OWN_KINDS = 'application/vnd.google-apps.';
const PDF = 'application/pdf';

const stored = new WeakMap<object, StoredFile>();

/** A file. */
class File {
  readonly #host: Host;
  constructor(host: Host, file: StoredFile) {
    this.#host = host;
    stored.set(this, file);
  }
  #file(): StoredFile {
    return stored.get(this) ?? fail('Invalid argument: file');
  }
  getId(): string {
    return this.#file().id;
  }
  getName(): string {
    return this.#file().name;
  }
  getMimeType(): string {
    return this.#file().type;
  }
  /** Google's own kinds take no room. */
  getSize(): number {
    const { type, size, content } = this.#file();
    return type.startsWith(OWN_KINDS) ? 0 : (size ?? content.length);
  }
  isTrashed(): boolean {
    return this.#file().inBin ?? false;
  }
  getBlob(): Blob {
    const { type } = this.#file();
    return type.startsWith(OWN_KINDS) ? this.getAs(PDF) : this.#read(type);
  }
  getAs(type: string): Blob {
    const own = this.#file();
    if (type === own.type) return this.#read(type);
    const isMade = type === PDF && /\.(document|presentation|drawing|spreadsheet)$/.test(own.type);
    if (!isMade) return fail(`Converting from ${own.type} to ${type} is not supported.`);
    const made = this.#read(own.type);
    return new Blob(this.#host.pdf(made.getDataAsString()), PDF, `${own.name}.pdf`, this.#host);
  }
  #read(type: string): Blob {
    const { world } = this.#host;
    const { content, name, refuses } = this.#file();
    if (refuses !== undefined) return fail(refuses);
    if ((world.driveAnswers ?? 1) <= 0) return fail('Service invoked too many times for one day: drive.');
    if (world.driveAnswers !== undefined) world.driveAnswers -= 1;
    return new Blob(
      Array.from(content, (letter) => letter.charCodeAt(0)),
      type,
      name,
      this.#host,
    );
  }
}

const FILE: MethodTable = {
  ...{ getId: '- ', getName: 'r ', getMimeType: 'r ', getSize: 'r ', isTrashed: 'r ' },
  ...{ getBlob: 'x ', getAs: 'x s' },
};

/** Makes DriveApp for an execution. */
export function createDriveApp(host: Host): object {
  serve(host, File.prototype, 'DriveApp.File', 'File', FILE);
  named(File.prototype, 'File');
  const found = (method: string, id: string, key: string | null): File => {
    demand(host, `DriveApp.${method}`, SCOPES.drive);
    const file = host.world.files?.find((one) => one.id === id);
    const mayOpen = file?.readers?.includes(host.user) ?? true;
    const hasKey = file?.resourceKey === undefined || file.resourceKey === key;
    if (!file || !mayOpen || !hasKey)
      return fail(
        'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.',
      );
    return new File(host, file);
  };
  const app = {
    getFileById: (id: string): File => found('getFileById', id, null),
    getFileByIdAndResourceKey: (id: string, key: string): File => found('getFileByIdAndResourceKey', id, key),
  };
  serve(host, app, 'DriveApp', 'DriveApp', { getFileById: 'x s', getFileByIdAndResourceKey: 'x s,s' });
  return Object.assign(app, { toString: () => 'DriveApp' });
}
