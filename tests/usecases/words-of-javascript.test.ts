// Words that mean something to JavaScript, typed by people: a customer, a currency, any cell of any tab. They are words like others.
import { describe } from 'vitest';
import { tryWord } from './words-of-javascript';

describe.each(['constructor', '__proto__'])('the word %s', tryWord);
