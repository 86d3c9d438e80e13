import { expect, test } from '@playwright/test';
import { judgedSite } from './sites.ts';

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
  const chart = page.locator('figure svg[aria-labelledby]').filter({ visible: true }).first();
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

test('a badge without noise leads to what can be done', async ({ page }) => {
  await page.goto('results/results/');
  await page.getByRole('main').getByRole('link', { name: 'noise unknown' }).first().click();
  await expect(page).toHaveURL(/results\/results\/method\/#noise$/);
  await expect(page.getByRole('main')).toContainText('priors record --status baseline');
});

test('a table says what is best, why that is believed, and what to replicate first', async ({ page }) => {
  await page.goto(`${judgedSite.url}results/results/`);
  const main = page.getByRole('main');
  await expect(main).toContainText(/0\.9898\s*bits per byte\s*confirmed/);
  await expect(main).toContainText('5 fresh repetitions of it are better than the baselines by 0.0071 bits per byte on average');
  await expect(main).toContainText(
    /σ 0\.00076 bits per byte, between 0\.00052 and 0\.0015, from 5 baselines and 5 replicates; 8 degrees of freedom/,
  );
  await main.getByText('More about these results').click();
  await expect(main).toContainText('1 configuration cannot be told from the best: run 14');
});

test('the badge of the best leads to its inputs, and those to the rows', async ({ page }) => {
  await page.goto(`${judgedSite.url}results/results/`);
  await page.getByRole('main').getByRole('link', { name: 'confirmed' }).first().click();
  await expect(page).toHaveURL(/results\/results\/method\/#best$/);
  const noise = page.getByRole('table', { name: 'What the noise was pooled over' });
  await expect(noise.getByRole('row').nth(1)).toContainText('Baselines: runs 1, 2, 3, 4 and 5');
  await noise.getByRole('link', { name: '9', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Run 9');
});

test('the badge of a run leads to how that run was judged', async ({ page }) => {
  await page.goto(`${judgedSite.url}results/results/14/`);
  await page.getByRole('main').getByRole('link', { name: 'within noise' }).click();
  await expect(page).toHaveURL(/results\/14\/#judged$/);
  const judged = page.getByRole('region', { name: 'How this was judged' });
  await expect(judged).toContainText('0.9911 (run 9), 0.9898 (run 10), 0.9907 (run 11), 0.9915 (run 12), 0.9909 (run 13)');
  await expect(judged).toContainText('t = 1.86 (one-sided, 5 %)');
});

test('parents that go in a circle or are missing are said to be', async ({ page }) => {
  await page.goto(`${judgedSite.url}results/results/16/`);
  await expect(page.getByRole('main')).toContainText('run 17 ← run 16: the parents go in a circle');
  await page.goto(`${judgedSite.url}results/results/15/`);
  await expect(page.getByRole('main')).toContainText('“ffff999”, the name of no other run');
});

test('programs read the state and the verdicts', async ({ request }) => {
  const state: unknown = await (await request.get(`${judgedSite.url}api/state.json`)).json();
  expect(state).toMatchObject({
    metric: { name: 'val_bpb', direction: 'lower', table: 'results' },
    best: { id: 'run/results/10', value: '0.9898', verdict: 'confirmed' },
    noise: { degrees: 8 },
    next_steps: [{ text: 'Repeat the longer base four times' }],
  });
  const runs: unknown = await (await request.get(`${judgedSite.url}api/runs/results.json`)).json();
  expect(runs).toMatchObject({ best: { id: 'run/results/10', verdict: 'confirmed' } });
  expect(runs).toHaveProperty('rows.13.verdict', 'within noise');
});

test('an experiment shows its events with the time they took', async ({ page }) => {
  await page.goto('experiments/rotary-sweep/');
  await expect(page.getByRole('main')).toContainText('VERIFY_DATASET');
  await expect(page.getByRole('main')).toContainText('30 min');
});
