// How the tests run: in Node, one process per file, with the built bundle in place (npm's pretest builds it).
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// What the bundler's text loader does for the product: a text file is imported as one text, not as an address.
const textFiles = {
  name: 'text-files',
  enforce: 'pre' as const,
  load: (path: string) =>
    path.endsWith('.txt') ? `export default ${JSON.stringify(readFileSync(path, 'utf8'))};` : undefined,
};

export default defineConfig({
  plugins: [textFiles],
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
  },
});
