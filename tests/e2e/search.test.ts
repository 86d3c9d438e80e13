import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { previewSite } from './sites.ts';

const title = 'Rotary position embedding';

/** The dialog, once it shows results. */
async function openDialog(page: Page, key: string) {
  await page.keyboard.press(key);
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await expect(dialog.getByRole('list', { name: 'Results' }).getByRole('listitem').first()).toBeVisible();
  return dialog;
}

for (const [where, base] of [
  ['at the root', '/'],
  ['under a base path', previewSite.url],
] as const) {
  test.describe(`Search ${where}`, () => {
    test('goes by keyboard alone from a slash over a facet to the entry', async ({ page }) => {
      await page.goto(base);
      const dialog = await openDialog(page, '/');
      await expect(dialog.getByRole('searchbox')).toBeFocused();
      await page.keyboard.type('rotary');
      await expect(dialog.getByRole('status')).toHaveText(/\d results/);

      const facet = dialog.getByRole('group', { name: 'Kind' }).getByRole('checkbox', { name: /idea/ });
      for (let steps = 0; steps < 20 && !(await facet.evaluate((box) => box === document.activeElement)); steps += 1)
        await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await expect(facet).toBeChecked();
      await expect(facet).toBeFocused();
      await expect(dialog.locator('li[data-kind]:not([data-kind="idea"])')).toHaveCount(0);

      const first = dialog.getByRole('link', { name: title, exact: true });
      await dialog.getByRole('searchbox').focus();
      await page.keyboard.press('ArrowDown');
      await expect(first).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title);
    });

    test('restores words, facet and order from a shared address', async ({ page }) => {
      await page.goto(`${base}search/?q=rotary&kind=idea&sort=date`);
      await expect(page.getByRole('searchbox')).toHaveValue('rotary');
      await expect(page.getByRole('checkbox', { name: /idea/ })).toBeChecked();
      await expect(page.getByRole('combobox', { name: 'Sort by' })).toHaveValue('date');
      await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
    });

    test('leads to the section in which the words stand', async ({ page }) => {
      await page.goto(`${base}search/?q=coffee`);
      await page.getByRole('link', { name: 'Test', exact: true }).click();
      await expect(page).toHaveURL(/ideas\/2026-01-02-rotary\/#test$/);
      await expect(page.getByRole('heading', { name: /Test/ })).toBeInViewport();
    });
  });
}

test('Ctrl-K opens the search, Enter its first result', async ({ page }) => {
  await page.goto('/');
  await openDialog(page, 'Control+k');
  await page.keyboard.type('nobody has tested');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Longer warmdown');
});

test('keys typed before the search has loaded are part of the query', async ({ page }) => {
  await page.route('**/_astro/*site-search*', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    await route.continue();
  });
  await page.goto('/');
  await page.keyboard.press('/');
  await page.keyboard.type('rotary');
  await expect(page.getByRole('searchbox')).toHaveValue('rotary');
  await expect(page.getByRole('dialog').getByRole('link', { name: title, exact: true })).toBeVisible();
  await expect(page.getByRole('searchbox')).toHaveValue('rotary');
});

test('Escape closes the search and gives the focus back', async ({ page }) => {
  await page.goto('/');
  const link = page.getByRole('banner').getByText('Search');
  await link.click();
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.locator('[data-search-link]')).toBeFocused();
});

test('what is chosen on the search page stands in its address, and comes off again', async ({ page }) => {
  await page.goto('/search/');
  await page.getByRole('searchbox').fill('rotary');
  await expect(page).toHaveURL('/search/?q=rotary');
  await page.getByRole('checkbox', { name: /report/ }).check();
  await page.getByRole('combobox', { name: 'Sort by' }).selectOption('oldest');
  await expect(page).toHaveURL('/search/?q=rotary&kind=report&sort=oldest');
  await page.getByRole('checkbox', { name: /report/ }).uncheck();
  await expect(page).toHaveURL('/search/?q=rotary&sort=oldest');
});

test('a facet keeps counting what its other values would add', async ({ page }) => {
  await page.goto('/search/?q=rotary&kind=idea');
  await expect(page.getByRole('checkbox', { name: /idea/ })).toBeChecked();
  await expect(page.getByRole('checkbox', { name: /^report [1-9]/ })).toBeVisible();
});

test('entries come in the order of their dates, newest or oldest first, undated ones last', async ({ page }) => {
  for (const [order, dates] of [
    ['date', (a: string, b: string) => b.localeCompare(a)],
    ['oldest', (a: string, b: string) => a.localeCompare(b)],
  ] as const) {
    await page.goto(`/search/?kind=idea&kind=report&kind=page&sort=${order}`);
    const results = page.getByRole('list', { name: 'Results' });
    await expect(results.locator('time').nth(2)).toBeVisible();
    const texts = await results.locator('time').allTextContents();
    expect(texts).toEqual([...texts].sort(dates));
    await expect(results.locator('> li').last().locator('time')).toHaveCount(0);
  }
});

test('nothing found says why, and offers to drop the filters', async ({ page }) => {
  await page.goto('/search/?q=rotary&kind=page&year=1999');
  await expect(page.getByText('Nothing found for “rotary”')).toBeVisible();
  await page.getByRole('button', { name: 'Search without filters' }).click();
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
});

test('a missing index is said, and found once it is there', async ({ page }) => {
  await page.route('**/pagefind/pagefind.js*', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto('/search/?q=rotary');
  await expect(page.getByRole('main')).toContainText('The search index is not built yet');
  await page.unroute('**/pagefind/pagefind.js*');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('link', { name: title, exact: true })).toBeVisible();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the dialog is accessible at 390 px, ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme });
    await page.goto('/');
    const dialog = await openDialog(page, '/');
    await dialog.getByText('Filters').click();
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
}
