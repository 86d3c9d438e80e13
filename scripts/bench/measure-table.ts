import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { chromium, type Page } from '@playwright/test';
import { createStaticServer } from '#site/static-server.ts';

/** What somebody waits for who opens the page of a long table, in milliseconds unless the name says otherwise. */
export interface TableMeasurement {
  /** From the start of the navigation until the first rows have been drawn. */
  readonly firstRows: number;
  /** What the page loaded before anybody touched it: bodies as sent, in bytes. */
  readonly bytesBefore: number;
  /** From turning to the table until its data is there. */
  readonly load: number;
  /** Each the median over columns or keystrokes, from the reader's act until its result has been drawn. */
  readonly sortNumbers: number;
  readonly sortTexts: number;
  readonly filter: number;
  /** The slowest keystroke. */
  readonly filterMost: number;
  readonly browser: string;
}

export interface MeasuredColumns {
  readonly numbers: readonly string[];
  readonly texts: readonly string[];
  /** Typed into the filter, key by key. */
  readonly query: string;
}

export type MeasureTable = typeof measureTable;

/**
 * Opens the page of a built site's one table in Chromium, sorts by each of the columns and types a query.
 *
 * @param executablePath null for the browser that Playwright downloaded
 */
export async function measureTable(site: string, executablePath: string | null, columns: MeasuredColumns): Promise<TableMeasurement> {
  const server = createStaticServer({ folder: site, base: '/' }).listen(0, 'localhost');
  await once(server, 'listening');
  // A server that listens at a port has an address of this form.
  const { port } = server.address() as AddressInfo;
  const browser = await chromium.launch(executablePath === null ? {} : { executablePath });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const sent: Promise<number>[] = [];
    page.on('response', (response) =>
      sent.push(
        response.body().then(
          (body) => body.length,
          () => 0,
        ),
      ),
    );
    await page.addInitScript(notePaintedRows);
    await page.goto(`http://localhost:${port}/results/results/`, { waitUntil: 'networkidle' });
    const firstRows = await page.evaluate(() => performance.getEntriesByName('bench:first-rows')[0]?.startTime ?? Number.NaN);
    const bytesBefore = (await Promise.all(sent)).reduce((sum, bytes) => sum + bytes, 0);

    await page.locator('results-table').hover();
    const [load = Number.NaN] = await measures(page, 'table-load', 1);
    const sortNumbers = await sortBy(page, columns.numbers);
    const sortTexts = await sortBy(page, columns.texts);
    const keys = await typeQuery(page, columns.query);
    return {
      firstRows,
      bytesBefore,
      load,
      sortNumbers: median(sortNumbers),
      sortTexts: median(sortTexts),
      filter: median(keys),
      filterMost: Math.max(...keys),
      browser: browser.version(),
    };
  } finally {
    await browser.close();
    server.close();
  }
}

/** Runs in the page: notes when the first row of a table has been on the screen. */
function notePaintedRows(): void {
  const look = (): void => {
    if (document.querySelector('main tbody tr') === null) requestAnimationFrame(look);
    // The frame after the one in which it was there.
    else requestAnimationFrame(() => performance.mark('bench:first-rows'));
  };
  requestAnimationFrame(look);
}

async function sortBy(page: Page, columns: readonly string[]): Promise<number[]> {
  const before = (await measures(page, 'table-sort', 0)).length;
  for (const [index, column] of columns.entries()) {
    await page.locator(`results-table th[data-column="${column}"] .column-name`).click();
    await measures(page, 'table-sort', before + index + 1);
  }
  return (await measures(page, 'table-sort', before + columns.length)).slice(before);
}

async function typeQuery(page: Page, query: string): Promise<number[]> {
  await page.locator('results-table').getByRole('searchbox').first().focus();
  for (const [index, key] of Array.from(query).entries()) {
    await page.keyboard.press(key);
    await measures(page, 'table-filter', index + 1);
  }
  return measures(page, 'table-filter', query.length);
}

/** The durations of what the page measured of itself, once there are so many. */
async function measures(page: Page, act: string, least: number): Promise<number[]> {
  const name = `priors:${act}`;
  await page.waitForFunction(([entry, count]) => performance.getEntriesByName(entry).length >= count, [name, least] as const);
  return page.evaluate((entry) => performance.getEntriesByName(entry).map(({ duration }) => duration), name);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return ((sorted[(sorted.length - 1) >> 1] ?? Number.NaN) + (sorted[sorted.length >> 1] ?? Number.NaN)) / 2;
}
