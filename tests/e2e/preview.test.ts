import { expect, test } from '@playwright/test';
import { previewSite, rootSite } from './sites.ts';
import { opened, rows } from './table-locators.ts';

test.describe('the preview of a pull request', () => {
  test.use({ baseURL: previewSite.url });

  test('says what it is on every page, and leads to everything that changes', async ({ page }) => {
    await page.goto('reports/');
    const banner = page.getByRole('complementary', { name: 'About this preview' });
    await expect(banner).toContainText('Preview of pull request #1');
    await expect(banner).toContainText('This is not the published site.');
    await banner.getByRole('link', { name: 'What changes' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'What changes' })).toBeVisible();
    await expect(page.getByText('1 new run; 1 idea and 1 journal entry added; 1 idea and 1 journal entry changed')).toBeVisible();
  });

  test('lists on its first page what is in it', async ({ page }) => {
    await page.goto('');
    const list = page.getByRole('region', { name: 'In this preview' });
    await list.getByRole('link', { name: 'Normalise queries' }).first().click();
    await expect(page.getByRole('heading', { level: 1, name: 'Normalise queries' })).toBeVisible();
    await expect(page.locator('.entry-head .since-badge')).toHaveText('new');
  });

  test('shows the words that changed', async ({ page }) => {
    await page.goto('ideas/2026-01-03-warmdown/');
    const changes = page.locator('.what-changed');
    await expect(changes.locator('ins').first()).toBeVisible();
    await expect(changes.locator('del').first()).toBeVisible();
    await changes.locator('summary').click();
    await expect(changes.locator('ins').first()).toBeHidden();
  });

  test('shows on the page of a whole journal which sections are new, and the words of those that changed', async ({ page }) => {
    await page.goto('journals/journal/');
    const sectionOf = (title: RegExp) => page.locator('.file-entry').filter({ has: page.getByRole('heading', { name: title }) });
    await expect(sectionOf(/Queries come next/).locator('.since-badge')).toHaveText('new');
    const changed = sectionOf(/The split was broken/);
    await expect(changed.locator('.since-badge')).toHaveText('changed');
    await expect(changed.locator('.what-changed ins')).toContainText('checked against a split by hand');
    await expect(changed.getByText('Line 13')).toBeVisible();
    await expect(page.locator('.what-changed')).toHaveCount(1);
    await expect(sectionOf(/Rotary wins/).locator('.since-badge')).toHaveCount(0);
  });

  test('marks ideas on their board and beside the latest entries', async ({ page }) => {
    for (const [address, place] of [
      ['ideas/', '.board'],
      ['', '.home-side'],
    ] as const) {
      await page.goto(address);
      const items = page.locator(place).getByRole('listitem');
      await expect(items.filter({ hasText: 'Normalise queries' }).locator('.since-badge')).toHaveText('new');
      await expect(items.filter({ hasText: 'warmdown' }).locator('.since-badge')).toHaveText('changed');
    }
  });

  test('marks new rows of a table, before and after its script has taken over', async ({ page }) => {
    await page.goto('results/results/');
    await expect(page.getByRole('row', { name: /In this preview/ })).toHaveCount(1);
    await opened(page, 'results/results/');
    await expect(rows(page).filter({ hasText: 'In this preview' })).toHaveCount(1);
    await expect(rows(page).filter({ hasText: 'In this preview' })).toHaveClass(/fresh/);
  });

  test('finds what is new in its own search', async ({ page }) => {
    await page.goto('search/?q=normalise');
    await expect(page.getByRole('link', { name: /Normalise queries/ }).first()).toBeVisible();
  });
});

test('any other site says nothing of the sort', async ({ page }) => {
  await page.goto(rootSite.url);
  await expect(page.locator('.preview-banner, .in-this-preview, .since-badge')).toHaveCount(0);
});
