// The name under which the page sends its token; the server and the page agree on it here.

/** The header that every call of the page carries. */
export const TOKEN_HEADER = 'x-duesheet-token';
