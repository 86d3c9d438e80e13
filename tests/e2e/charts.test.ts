import { expect, test } from '@playwright/test';
import { judgedSite, sampleSite } from './sites.ts';

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the axis of a chart is chosen with the keyboard', async ({ page }) => {
    await page.goto(`${sampleSite.url}results/results/`);
    const figure = page.getByRole('main').getByRole('figure').first();
    const drawing = (axis: string) => figure.locator(`[data-axis='${axis}'] svg`).filter({ visible: true });
    await expect(drawing('order')).toHaveCount(1);
    await expect(drawing('date')).toHaveCount(0);

    await figure.getByRole('radio', { name: 'by order' }).focus();
    await page.keyboard.press('ArrowRight');
    await expect(figure.getByRole('radio', { name: 'by date' })).toBeChecked();
    await expect(drawing('date')).toHaveCount(1);
    await expect(drawing('order')).toHaveCount(0);

    await figure.getByRole('radio', { name: 'by hours' }).check();
    await expect(drawing('hours')).toHaveCount(1);
    await expect(figure.getByRole('paragraph').filter({ hasText: 'Hours are those on the clock' })).toBeVisible();
  });

  test('the data of a chart is a table whose runs are links', async ({ page }) => {
    await page.goto(`${judgedSite.url}results/results/`);
    const figure = page.getByRole('main').getByRole('figure').first();
    await figure.getByText('Data of this chart').click();
    const table = figure.getByRole('table', { name: 'All runs' });
    await expect(table.getByRole('columnheader')).toHaveText(['Run', /./, 'Status', 'Best so far']);
    await table.getByRole('link', { name: 'Run 1', exact: true }).click();
    await expect(page).toHaveURL(/results\/results\/1\/$/);
  });
});

test('a judged table shows the noise behind its runs, in both themes and on narrow pages', async ({ page }) => {
  for (const [colorScheme, width] of [
    ['light', 1280],
    ['dark', 390],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(`${judgedSite.url}results/results/`);
    const chart = page.getByRole('main').getByRole('figure').first().locator('svg[aria-labelledby]').filter({ visible: true });
    await expect(chart).toHaveCount(1);
    const colors = await chart.evaluate((svg) =>
      ['.noise-band', '.null-frontier', '.chart-best', '.mark-baseline'].map((sign) => {
        const drawn = svg.querySelector(sign);
        return drawn === null ? 'missing' : getComputedStyle(drawn).color;
      }),
    );
    expect(colors).not.toContain('missing');
    // The band has the colour of the baselines it is of.
    expect(new Set(colors).size).toBe(3);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
});
