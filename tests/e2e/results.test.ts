import { expect, test } from '@playwright/test';

test('the results table shows every row as it is written, and marks what is short', async ({ page }) => {
  await page.goto('results/results/');
  const table = page.getByRole('main').getByRole('table').first();
  await expect(table.locator('tbody tr')).toHaveCount(7);
  await expect(table).toContainText('0640555');
  await expect(table).toContainText('<b>not bold</b>');
  await expect(table.locator('tbody tr').nth(3)).toContainText('crash');
});

test('the chart says in words what it shows, and a mark leads to its run', async ({ page }) => {
  await page.goto('results/results/');
  const chart = page.locator('figure svg[aria-labelledby]').filter({ visible: true });
  await expect(chart).toBeVisible();
  await expect(chart).toHaveAccessibleName(/val_bpb/);
  const mark = chart.locator('a').first();
  await mark.click();
  await expect(page).toHaveURL(/results\/results\/\d+\/$/);
});

test('the best run is the best kept one, never a crash, and is not called better than noise', async ({ page }) => {
  await page.goto('');
  const best = page.getByRole('main').getByText('0.981201', { exact: true }).first();
  await expect(best).toBeVisible();
  await expect(page.getByRole('main')).toContainText(/Best val_bpb so far\s*0\.981201/);
  await expect(page.getByRole('main')).toContainText(/noise unknown/i);
});

test('a run shows its cells and the report that cites it', async ({ page }) => {
  await page.goto('results/results/3/');
  await expect(page.getByRole('main')).toContainText('0.986041');
  await page.getByRole('main').getByRole('link', { name: 'Rotary embedding holds what it promised' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rotary embedding holds what it promised');
});

test('an experiment shows its events with the time they took', async ({ page }) => {
  await page.goto('experiments/rotary-sweep/');
  await expect(page.getByRole('main')).toContainText('VERIFY_DATASET');
  await expect(page.getByRole('main')).toContainText('30 min');
});
