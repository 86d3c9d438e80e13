import { expect, test } from '@playwright/test';
import { pageTypes } from './page-types.ts';

test.use({ javaScriptEnabled: false });

for (const [name, address] of Object.entries(pageTypes)) {
  test(`${name} can be read and left without JavaScript`, async ({ page }) => {
    await page.goto(address);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Results' }).first()).toHaveAttribute('href', /results\/$/);
  });
}

test('a diagram shows its source without JavaScript', async ({ page }) => {
  await page.goto('ideas/2026-01-02-rotary/');
  await expect(page.locator('figure.diagram')).toContainText('flowchart LR');
});

test('formulas are there without JavaScript, and prices are no formulas', async ({ page }) => {
  await page.goto('ideas/2026-01-02-rotary/');
  await expect(page.locator('math').first()).toBeVisible();
  await expect(page.getByRole('main')).toContainText('$14.50 of compute and $15');
});

test('the search page says that it needs JavaScript and offers other ways', async ({ page }) => {
  await page.goto('search/');
  // Playwright reads no text inside <noscript>, though the browser shows it.
  await expect(page.locator('noscript p')).toBeVisible();
  await expect(page.locator('noscript').getByRole('link', { name: /tags/i }).first()).toBeVisible();
  await expect(page.getByRole('searchbox')).toBeHidden();
});
