import { expect, type Locator, type Page } from '@playwright/test';

/** Addresses of the workspace of tables, relative to its site's root. */
export const long = 'results/results-long/';
export const hostile = 'results/results-hostile/';
export const wide = 'results/results-wide/';

export const tableOf = (page: Page): Locator => page.locator('results-table');
export const grid = (page: Page): Locator =>
  tableOf(page)
    .getByRole('region', { name: /^Table of/ })
    .getByRole('table');

/** Rows of runs, without those that only take up room. */
export const rows = (page: Page): Locator => grid(page).locator('tbody tr[data-ordinal]');
export const ordinals = async (page: Page, count: number): Promise<(string | null)[]> =>
  (await rows(page).evaluateAll((found) => found.map((row) => row.getAttribute('data-ordinal')))).slice(0, count);
export const header = (page: Page, name: string): Locator => grid(page).getByRole('columnheader', { name: new RegExp(`^${name}`) });

/** Opens a table and turns to it, as a reader does who moves the pointer over it. */
export async function opened(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await grid(page).hover();
  await expect(tableOf(page)).toHaveAttribute('data-loaded', '');
}
