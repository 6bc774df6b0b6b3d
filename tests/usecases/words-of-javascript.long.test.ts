// More of the words that mean something to JavaScript, typed by people wherever they type.
import { describe } from 'vitest';
import { tryWord } from './words-of-javascript';

describe.each(['toString', 'hasOwnProperty', 'valueOf'])('the word %s', tryWord);
