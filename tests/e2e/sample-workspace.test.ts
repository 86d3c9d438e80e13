import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { sampleSite } from './sites.ts';

// What newcomers see first. Its entries grow with the project, so only what must always hold is said here.
for (const address of ['', 'results/', 'ideas/', 'reports/', 'logs/', 'journals/', 'experiments/page-stage/', 'search/?q=index']) {
  test(`the sample site at /${address} has no accessibility violation and fits a phone`, async ({ page }) => {
    await page.goto(`${sampleSite.url}${address}`);
    await page.waitForLoadState('networkidle');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }))).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
}

test('the sample site shows its best build and has no problems', async ({ page }) => {
  await page.goto(sampleSite.url);
  await expect(page.getByRole('main')).toContainText(/Best build_seconds so far\s*\d+\.\d+/);
  await expect(page.getByRole('contentinfo').getByRole('link', { name: 'Health', exact: true })).toBeVisible();
});

test('a page says in its footer that the workspace has problems', async ({ page }) => {
  await page.goto('');
  await page.getByRole('contentinfo').getByRole('link', { name: 'Health: 4 problems' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Health');
});
