// The letters of references and tokens: without I, L, O and U, so that nothing is misread or spells a word.

/** Thirty-two letters and digits: five bits each. */
export const REFERENCE_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
