// Which Duesheet this is: the version that the build stamps in, told in the sidebar and written into AR Log.

/** Put in by the build from package.json; absent where the sources run unbuilt, as in unit tests. */
declare const __DUESHEET_VERSION__: string | undefined;
/** The length of the built script, written into it once it is known; absent as above. */
declare const __DUESHEET_BYTES__: string | undefined;

/** The version of this script. @example VERSION // '0.1.0' */
export const VERSION = typeof __DUESHEET_VERSION__ === 'string' ? __DUESHEET_VERSION__ : 'unbuilt';

/** The size of this script in bytes; 0 where the sources run unbuilt. */
export const SCRIPT_BYTES = typeof __DUESHEET_BYTES__ === 'string' ? Number(__DUESHEET_BYTES__) : 0;
