import { defineConfig, devices } from '@playwright/test';
import { previewSite, judgedSite, rootSite, sampleSite, tablesSite } from './tests/e2e/sites.ts';

const executablePath = process.env['PRIORS_BROWSER'];
const report = process.env['PRIORS_TEST_REPORT'];

/** Quiet on the network: the site is all that these tests talk to. */
const args = ['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.test.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  reporter: report ? [['dot'], ['json', { outputFile: report }]] : [['list']],
  webServer: [rootSite, previewSite, sampleSite, judgedSite, tablesSite].map(({ url, command }) => ({
    command,
    url,
    timeout: 120_000,
    reuseExistingServer: false,
    stdout: 'ignore' as const,
  })),
  use: {
    ...devices['Desktop Chrome'],
    baseURL: rootSite.url,
    timezoneId: 'America/St_Johns',
    launchOptions: { args, ...(executablePath !== undefined && { executablePath }) },
    trace: 'retain-on-failure',
  },
});
