import { defineConfig } from 'vitest/config';

// Half an hour off, west of Greenwich and with a summer time: a date that shifts by the time zone is found here.
process.env.TZ = 'America/St_Johns';

const report = process.env['PRIORS_TEST_REPORT'];

export default defineConfig({
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/build/**/*.test.ts'],
    reporters: report ? ['dot', ['json', { outputFile: report }]] : ['default'],
    // A busy machine is slow; what hangs is found all the same.
    testTimeout: 30_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
});
