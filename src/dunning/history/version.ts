// Which Duesheet this is: the version that the build stamps in, told in the sidebar and written into AR Log.

/** Put in by the build from package.json; absent where the sources run unbuilt, as in unit tests. */
declare const __DUESHEET_VERSION__: string | undefined;

/** The version of this script. @example VERSION // '0.1.0' */
export const VERSION = typeof __DUESHEET_VERSION__ === 'string' ? __DUESHEET_VERSION__ : 'unbuilt';
