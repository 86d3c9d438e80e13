import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { tablesSite } from './sites.ts';
import { grid, header, long, opened, ordinals, tableOf } from './table-locators.ts';

test.use({ baseURL: tablesSite.url, permissions: ['clipboard-read', 'clipboard-write'] });

test.describe('with the keyboard alone', () => {
  test('sorts by several columns and says so', async ({ page }) => {
    await page.goto(long);
    const name = header(page, 'val_bpb').getByRole('button', { name: /^val_bpb/ });
    await name.focus();
    await page.keyboard.press('Enter');
    await expect(header(page, 'val_bpb')).toHaveAttribute('aria-sort', 'ascending');
    expect(await ordinals(page, 2)).toEqual(['1000', '953']);
    await page.keyboard.press('Enter');
    await expect(header(page, 'val_bpb')).toHaveAttribute('aria-sort', 'descending');
    await header(page, 'lr').getByRole('button', { name: /^lr/ }).focus();
    await page.keyboard.press('Shift+Enter');
    await expect(header(page, 'lr').getByRole('button', { name: 'key 2 of 2 of the order, ascending' })).toBeVisible();
    await expect(header(page, 'lr')).not.toHaveAttribute('aria-sort');
    await name.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect(header(page, 'val_bpb')).not.toHaveAttribute('aria-sort');
    expect(await ordinals(page, 2)).toEqual(['1', '2']);
  });

  test('filters by words, by a range and by choices', async ({ page }) => {
    await page.goto(long);
    const count = tableOf(page).getByRole('status').first();
    await tableOf(page).getByRole('searchbox').focus();
    await page.keyboard.type('NEEDLE the');
    await expect(count).toHaveText('1 of 1,000 runs');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Delete');
    await expect(count).toHaveText('1,000 runs');

    await header(page, 'status').getByRole('button', { name: 'Column status' }).focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', { name: 'Column status' });
    await panel.getByRole('checkbox', { name: /keep/ }).focus();
    await page.keyboard.press('Space');
    await expect(count).toHaveText('100 of 1,000 runs');
    await page.keyboard.press('Escape');
    await expect(panel).toBeHidden();
    await expect(header(page, 'status').getByRole('button', { name: 'Column status' })).toBeFocused();

    await header(page, 'val_bpb').getByRole('button', { name: 'Column val_bpb' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: 'At most' }).focus();
    await page.keyboard.type('1.002');
    await expect(count).toHaveText('3 of 1,000 runs');
    await page.keyboard.press('Escape');

    await tableOf(page).getByRole('button', { name: 'Remove the filter status: keep' }).focus();
    await page.keyboard.press('Enter');
    await expect(count).toHaveText('19 of 1,000 runs');
  });

  test('chooses, orders and pins columns', async ({ page }) => {
    await page.goto(long);
    const names = () =>
      grid(page)
        .getByRole('columnheader')
        .evaluateAll((found) => found.slice(1).map((cell) => cell.getAttribute('data-column')));
    const first = await names();
    await tableOf(page).getByRole('button', { name: 'Columns' }).focus();
    await page.keyboard.press('Enter');
    const panel = page.getByRole('dialog', { name: 'Columns' });
    await expect(panel.getByRole('searchbox')).toBeFocused();
    await page.keyboard.type('mem');
    await expect(panel.getByRole('listitem')).toHaveCount(1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await names()).toEqual(first.filter((name) => name !== 'memory_gb'));
    await panel.getByRole('searchbox').fill('lr');
    await panel.getByRole('button', { name: 'Move lr up' }).focus();
    await page.keyboard.press('Enter');
    await expect(panel.getByRole('button', { name: 'Move lr up' })).toBeFocused();
    await panel.getByRole('button', { name: 'Pin lr' }).focus();
    await page.keyboard.press('Enter');
    expect((await names())[0]).toBe('lr');
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(/pin=lr/);
  });

  test('selects runs, compares them, keeps them on top and copies them', async ({ page }) => {
    await page.goto(long);
    await tableOf(page).getByRole('searchbox').focus();
    await expect(tableOf(page)).toHaveAttribute('data-loaded', '');
    const box = (ordinal: number) => grid(page).getByRole('checkbox', { name: `Select run ${String(ordinal)}`, exact: true });
    await box(2).focus();
    await page.keyboard.press('Space');
    await expect(box(2)).toBeFocused();
    await box(4).focus();
    await page.keyboard.press('Shift+Space');
    const selected = tableOf(page).getByRole('group', { name: 'Selected runs' });
    await expect(selected).toContainText('3 runs selected');
    await expect(selected.getByRole('link', { name: 'Compare' })).toHaveAttribute('href', /\/compare\/\?rows=2,3,4$/);
    await selected.getByRole('button', { name: 'Pin on top' }).focus();
    await page.keyboard.press('Enter');
    await expect(grid(page).getByRole('button', { name: 'Unpin run 3' })).toBeVisible();
    await selected.getByRole('button', { name: 'Only what differs' }).focus();
    await page.keyboard.press('Enter');
    await expect(header(page, 'lr')).toBeVisible();

    await tableOf(page).getByRole('button', { name: 'Copy' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Copy' }).getByRole('button', { name: 'Markdown' }).focus();
    await page.keyboard.press('Enter');
    await expect(tableOf(page).getByText('Copied as Markdown: 3 runs selected')).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n')[0]).toMatch(/^\| commit \| val_bpb \|/);
    expect(copied.trim().split('\n')).toHaveLength(5);
  });
});

async function violationsIn(page: Page, part: string): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }));
}

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    test.beforeEach(async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    });
    const few = `${long}?sort=val_bpb,-lr&status=keep&val_bpb=..1.005`;

    test('the table with all that can be on it has no accessibility violation', async ({ page }) => {
      await opened(page, `${few}&pinrows=2&rows=2,1000&pin=lr#run-530`);
      expect(await violationsIn(page, 'results-table')).toEqual([]);
    });

    test('groups have no accessibility violation', async ({ page }) => {
      await opened(page, `${few}&group=lr`);
      expect(await violationsIn(page, '.results-scroll')).toEqual([]);
    });

    for (const panel of ['Column status', 'Column val_bpb', 'Column description', 'Columns', 'Copy', 'Help']) {
      test(`the panel “${panel}” has no accessibility violation`, async ({ page }) => {
        await opened(page, few);
        const button = tableOf(page).getByRole('button', { name: new RegExp(`^${panel}(:|$)`) });
        await button.click();
        await expect(page.locator('.table-panel:popover-open')).toBeVisible();
        expect(await violationsIn(page, '.table-panel:popover-open')).toEqual([]);
      });
    }
  });
}
