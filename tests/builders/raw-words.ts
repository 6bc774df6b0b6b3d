// Words that no person should ever be shown.

/** What only somebody who programs would understand. */
export const RAW =
  /undefined|is not a function|is not iterable|cannot read|cannot convert|\[object|\bNaN\b|TypeError|RangeError|SyntaxError|ReferenceError|JSON|prototype|maximum call/i;
