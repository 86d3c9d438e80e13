import { expect, test, type Page } from '@playwright/test';
import { tablesSite } from './sites.ts';
import { grid, header, hostile, long, opened, ordinals, rows, tableOf, wide } from './table-locators.ts';

test.use({ baseURL: tablesSite.url });

const dataRequests = (page: Page): string[] => {
  const requests: string[] = [];
  page.on('request', (request) => {
    if (/\/data\/[^/]+\.json$/.test(request.url())) requests.push(request.url());
  });
  return requests;
};

test.describe('before the reader turns to the table', () => {
  test('the first hundred rows stand there and nothing of the rest is loaded', async ({ page }) => {
    const requests = dataRequests(page);
    await page.goto(long);
    await page.waitForLoadState('networkidle');
    await expect(grid(page).locator('tbody tr')).toHaveCount(100);
    await expect(grid(page).getByRole('rowheader').last()).toHaveText('100');
    expect(requests).toEqual([]);
    const bytes = await page.evaluate(() =>
      performance
        .getEntries()
        .filter((entry): entry is PerformanceResourceTiming => entry instanceof PerformanceResourceTiming)
        .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
    );
    expect(bytes).toBeLessThan(1_500_000);
  });

  test('taking over moves nothing', async ({ page }) => {
    await page.goto(long);
    const places = () =>
      grid(page).evaluate((table) => {
        const origin = table.getBoundingClientRect();
        return [...table.querySelectorAll('thead th, tbody tr:nth-of-type(-n+9) > *')].map((cell) => {
          const { left, top, width, height } = cell.getBoundingClientRect();
          return [left - origin.left, top - origin.top, width, height].map((length) => Math.round(length));
        });
      });
    const before = await places();
    await tableOf(page).getByRole('searchbox').focus();
    await expect(tableOf(page)).toHaveAttribute('data-loaded', '');
    expect(await places()).toEqual(before);
  });

  test('a load that fails is said, the rows stay, and another try is offered', async ({ page }) => {
    await page.route(/\/data\/c1\./, (route) => route.abort());
    await page.goto(long);
    await grid(page).hover();
    const retry = tableOf(page).getByRole('button', { name: 'Try again' });
    await expect(retry).toBeVisible();
    await expect(grid(page).locator('tbody tr')).toHaveCount(100);
    await page.unroute(/\/data\/c1\./);
    await retry.click();
    await expect(tableOf(page)).toHaveAttribute('data-loaded', '');
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the first hundred rows can be read, lead to their runs, and say where the others are', async ({ page }) => {
    await page.goto(long);
    await expect(grid(page).locator('tbody tr')).toHaveCount(100);
    await expect(grid(page)).toContainText('in the order in which they were recorded');
    await expect(tableOf(page)).toContainText('900 more rows are in the downloads');
    await expect(tableOf(page).getByRole('link', { name: 'CSV' })).toHaveAttribute('href', /\.csv$/);
    await expect(tableOf(page).getByRole('searchbox')).toBeHidden();
    await grid(page).getByRole('rowheader', { name: '2', exact: true }).getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Run 2');
  });

  test('a long cell is there as a whole', async ({ page }) => {
    await page.goto(hostile);
    const cell = grid(page).locator('td', { hasText: 'word and more word' });
    expect((await cell.locator('.long-text').textContent())?.trim()).toHaveLength(290 * 14 - 1);
    const height = async () => (await cell.boundingBox())?.height ?? 0;
    const folded = await height();
    expect(folded).toBeLessThan(90);
    await cell.getByText('more', { exact: true }).click();
    expect(await height()).toBeGreaterThan(3 * folded);
  });
});

test.describe('a thousand rows', () => {
  test('are counted as a whole while only those near the screen are there', async ({ page }) => {
    await opened(page, long);
    await expect(grid(page)).toHaveAttribute('aria-rowcount', '1001');
    expect(await rows(page).count()).toBeLessThan(100);
    await grid(page)
      .locator('..')
      .evaluate((scroller) => (scroller.scrollTop = scroller.scrollHeight));
    const last = grid(page).getByRole('row').filter({ hasText: 'softcap 1000' });
    await expect(last).toBeInViewport();
    await expect(last).toHaveAttribute('aria-rowindex', '1001');
    await expect(last.getByText('best', { exact: true })).toBeVisible();
    expect(await rows(page).count()).toBeLessThan(100);
  });

  test('have an address each, before and after the first hundred', async ({ page }) => {
    await page.goto(`${long}#run-640`);
    const row = grid(page).locator('#run-640');
    await expect(row).toBeInViewport();
    await expect(row).toHaveClass(/addressed/);
    await page.goto(`${long}#run-4711`);
    await page.reload();
    await expect(tableOf(page)).toContainText('There is no run 4711: the table has 1,000.');
  });

  test('can be grouped, with mean and interval, and unfolded', async ({ page }) => {
    await opened(page, long);
    await tableOf(page).getByRole('combobox', { name: 'Group by' }).selectOption('lr');
    await expect(tableOf(page).getByRole('status').first()).toHaveText('1,000 runs in 4 groups');
    await expect(grid(page).getByRole('columnheader').nth(1)).toHaveAttribute('data-column', 'lr');
    const group = grid(page).getByRole('row').filter({ hasText: '3e-4' });
    await expect(group).toContainText(/1\.0\d+ ± 0\.00\d+, n = \d+/);
    await group.getByRole('button', { name: 'lr: 3e-4: 250 runs' }).click();
    await expect(grid(page).getByRole('button', { name: 'lr: 3e-4: 250 runs' })).toHaveAttribute('aria-expanded', 'true');
    expect(await ordinals(page, 2)).toEqual(['1', '5']);
  });

  test('keep the focus on a row that is scrolled away', async ({ page }) => {
    await opened(page, long);
    const box = grid(page).getByRole('checkbox', { name: 'Select run 5', exact: true });
    await box.focus();
    await grid(page)
      .locator('..')
      .evaluate((scroller) => (scroller.scrollTop = 15_000));
    await expect(grid(page).locator('#run-400, #run-450, #run-480').first()).toBeAttached();
    await expect(box).toBeFocused();
  });
});

test.describe('the address', () => {
  test('holds what is shown: a reload, a step back and a shared link show the same', async ({ page }) => {
    await opened(page, long);
    await header(page, 'memory_gb')
      .getByRole('button', { name: /^memory_gb/ })
      .click();
    await tableOf(page).getByRole('searchbox').fill('rotary');
    await tableOf(page).getByRole('button', { name: 'Compact' }).click();
    await expect(page).toHaveURL(/\?q=rotary&sort=memory_gb&dense=1$/);
    const shown = await ordinals(page, 5);
    expect(shown).toHaveLength(5);

    await page.reload();
    await expect(tableOf(page).getByRole('status').first()).toHaveText(/^\d+ of 1,000 runs$/);
    await expect(tableOf(page).getByRole('searchbox')).toHaveValue('rotary');
    await expect(tableOf(page).getByRole('button', { name: 'Compact' })).toHaveAttribute('aria-pressed', 'true');
    expect(await ordinals(page, 5)).toEqual(shown);

    await tableOf(page).getByRole('link', { name: 'Kept' }).click();
    await expect(page).toHaveURL(/\?sort=val_bpb&status=keep$/);
    await expect(tableOf(page).getByRole('link', { name: 'Kept' })).toHaveAttribute('aria-current', 'true');
    expect(await ordinals(page, 2)).toEqual(['1000', '530']);
    await page.goBack();
    await expect(tableOf(page).getByRole('searchbox')).toHaveValue('rotary');
    await expect.poll(() => ordinals(page, 5)).toEqual(shown);
  });

  test('that names what the table does not have shows the table', async ({ page }) => {
    await page.goto(`${long}?sort=-gone&nothing=x&cols=gone&group=gone&rows=0,5000&lr=..`);
    await expect(tableOf(page)).toHaveAttribute('data-loaded', '');
    await expect(tableOf(page).getByRole('status').first()).toHaveText('1,000 runs');
    expect(await ordinals(page, 2)).toEqual(['1', '2']);
  });
});

test.describe('tables that nobody would wish for', () => {
  test('hostile cells stay text', async ({ page }) => {
    const failures: Error[] = [];
    page.on('pageerror', (failure) => failures.push(failure));
    await opened(page, hostile);
    await expect(grid(page)).toContainText('<script>document.title = "owned"</script>');
    await expect(grid(page)).toContainText('[link](javascript:alert(1))');
    await expect(header(page, '<b>loss</b>')).toBeVisible();
    await expect(page).not.toHaveTitle('owned');
    expect(await grid(page).locator('script, img, i, b').count()).toBe(0);
    expect(failures).toEqual([]);
  });

  test('a ragged row says what is odd, and a long cell is folded until it is asked for', async ({ page }) => {
    await opened(page, hostile);
    await expect(grid(page).locator('#run-4')).toContainText('fewer cells than columns');
    const row = grid(page).locator('#run-1');
    const height = async () => (await row.boundingBox())?.height ?? 0;
    expect(await height()).toBeLessThan(90);
    await row.getByText('more', { exact: true }).click();
    expect(await height()).toBeGreaterThan(300);
    await expect(row.getByText('word and more').first()).toBeVisible();
  });

  for (const [name, address] of Object.entries({ long, hostile, wide })) {
    test(`a ${name} table fits 390 pixels without scrolling the page sideways`, async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(address);
      await tableOf(page).getByRole('searchbox').focus();
      // A file a column, and this table has two hundred.
      await expect(tableOf(page)).toHaveAttribute('data-loaded', '', { timeout: 20_000 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
      await tableOf(page).getByRole('button', { name: 'Columns' }).click();
      const panel = await page.getByRole('dialog', { name: 'Columns' }).boundingBox();
      expect(panel?.x).toBeGreaterThanOrEqual(0);
      expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBeLessThanOrEqual(390);
    });
  }
});
