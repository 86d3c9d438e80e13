import { defineConfig } from 'vitest/config';
import shared from '../../vitest.config.ts';

/** `npm run test:long`: corpora of thousands of entries and simulations of hundreds of thousands of tables, which take minutes. */
export default defineConfig({
  test: { ...shared.test, include: ['tests/long/**/*.test.ts'], testTimeout: 600_000 },
});
