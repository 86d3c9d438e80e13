import { expect, test } from '@playwright/test';
import { previewSite } from './sites.ts';

for (const [where, base] of [
  ['at the root', '/'],
  ['under a base path', previewSite.url],
] as const) {
  test.describe(`A reader ${where}`, () => {
    test('goes from home to an entry, to the entry that cites it, and back', async ({ page }) => {
      await page.goto(base);
      await page.getByRole('link', { name: 'Rotary position embedding' }).first().click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rotary position embedding');

      const backlinks = page.getByRole('region', { name: /linked from|backlinks|cited by/i });
      await backlinks.getByRole('link', { name: 'Rotary embedding holds what it promised' }).first().click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rotary embedding holds what it promised');

      await page.goBack();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rotary position embedding');
    });

    test('follows a link to a heading of another entry', async ({ page }) => {
      await page.goto(`${base}reports/2026-01-05-rotary/`);
      await page.getByRole('main').getByRole('link', { name: 'the idea', exact: true }).click();
      await expect(page).toHaveURL(/ideas\/2026-01-02-rotary\/#mechanism$/);
      await expect(page.getByRole('heading', { name: /Mechanism/ })).toBeInViewport();
    });

    test('finds no link on any page type that leads nowhere', async ({ page, request }) => {
      const checked = new Set<string>();
      for (const address of [
        '',
        'ideas/2026-01-02-rotary/',
        'reports/2026-01-05-rotary/',
        'results/results/',
        'results/results/3/',
        'timeline/',
        'health/',
        'pages/reading-list/',
      ]) {
        await page.goto(`${base}${address}`);
        const links = await page
          .locator('a[href]')
          .evaluateAll((anchors) => anchors.map((anchor) => new URL(anchor.getAttribute('href') ?? '', document.baseURI).href));
        for (const link of links) {
          const url = new URL(link);
          url.hash = '';
          if (url.hostname !== 'localhost' || checked.has(url.href)) continue;
          checked.add(url.href);
          expect.soft((await request.get(url.href)).status(), `${url.href}, linked from ${address}`).toBe(200);
        }
      }
      expect(checked.size).toBeGreaterThan(20);
    });
  });
}

test('a dead link is text, and the health page names its line', async ({ page }) => {
  await page.goto('progress/2026-01-06-first-week/');
  await expect(page.getByRole('main').getByRole('link', { name: 'a-missing-idea' })).toHaveCount(0);
  await page.goto('health/');
  await expect(page.getByRole('main')).toContainText('a-missing-idea');
  await expect(page.getByRole('main')).toContainText('dead-link');
});

test('an image of the workspace is shown', async ({ page }) => {
  await page.goto('pages/reading-list/');
  const image = page.getByRole('img', { name: 'The loss curve' });
  await expect(image).toBeVisible();
  expect(await image.evaluate((element) => (element instanceof HTMLImageElement ? element.naturalWidth : 0))).toBe(240);
});

test('a diagram is drawn only where there is one, and its source is there before', async ({ page }) => {
  const scripts: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  await page.goto('reports/2026-01-05-rotary/');
  await page.waitForLoadState('networkidle');
  const withoutDiagram = scripts.length;
  await page.goto('ideas/2026-01-02-rotary/');
  await expect(page.locator('figure.diagram svg')).toBeVisible();
  expect(scripts.length - withoutDiagram).toBeGreaterThan(withoutDiagram);
});

test('the chosen theme stays from page to page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('');
  const background = async (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await page.getByRole('button', { name: /theme/i }).click();
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await page.goto('timeline/');
  expect(await background()).toBe(dark);
});

test('the theme follows the system until somebody chooses', async ({ page }) => {
  const background = async (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.goto('');
  const dark = await background();
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await background()).not.toBe(dark);
});
