import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { judgedSite } from './sites.ts';

const address = (query = ''): string => `${judgedSite.url}results/results/compare/${query}`;
const line = (page: Page, column: string) => page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: column }) });

test('runs stand side by side, each metric with its difference from the reference in words', async ({ page }) => {
  await page.goto(address('?rows=4,10,5'));
  await expect(page.getByRole('columnheader')).toContainText(['Column', 'Run 4', 'Run 10', 'Run 5']);
  await expect(line(page, 'val_bpb').getByRole('cell')).toContainText([
    '0.9983',
    '−0.0085 bits per byte (−0.85% relative, 11.1 σ), better',
    '−0.0009 bits per byte (−0.09% relative, 1.2 σ), a replicate',
  ]);
  await expect(line(page, 'verdict')).toContainText('confirmed');
  await page.getByRole('link', { name: 'Run 10' }).click();
  await expect(page).toHaveURL(/results\/results\/10\/$/);
});

test('what is compared stands in the address, and a step back undoes', async ({ page }) => {
  await page.goto(address());
  await expect(page.getByText('No runs are chosen')).toBeVisible();
  await page.getByLabel('Runs', { exact: true }).fill('10 and 4');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?rows=10,4$/);
  await page.getByRole('button', { name: 'Make reference: Run 4' }).click();
  await expect(page).toHaveURL(/\?rows=4,10$/);
  await page.getByRole('button', { name: 'Remove Run 10' }).click();
  await expect(page.getByRole('columnheader')).toHaveCount(2);
  await expect(page.getByText('Name a second one')).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('columnheader')).toContainText(['Column', 'Run 4', 'Run 10']);
});

test('columns that do not differ can be left out, by keyboard alone', async ({ page }) => {
  await page.goto(address('?rows=4,5'));
  await expect(line(page, 'layers')).toBeVisible();
  const toggle = page.getByRole('button', { name: 'Only what differs' });
  await toggle.focus();
  await page.keyboard.press('Space');
  await expect(toggle).toHaveAttribute('aria-pressed', 'true');
  await expect(line(page, 'layers')).toHaveCount(0);
  await expect(line(page, 'seed')).toBeVisible();
  await expect(page).toHaveURL(/rows=4,5&diff=1$/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('region', { name: 'Runs side by side' })).toBeFocused();
});

test('runs that the table does not have are named, and nothing is shown in their place', async ({ page }) => {
  await page.goto(address('?rows=4,99'));
  await expect(page.getByRole('status').filter({ hasText: 'none numbered 99' })).toBeVisible();
  await expect(page.getByRole('columnheader')).toHaveCount(2);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`a comparison has no accessibility violation in the ${colorScheme} theme, and scrolls in its own region`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(address('?rows=4,10,16,13'));
    await expect(line(page, 'val_bpb')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(
      await page.getByRole('region', { name: 'Runs side by side' }).evaluate((region) => region.scrollWidth > region.clientWidth),
    ).toBe(true);
  });
}
