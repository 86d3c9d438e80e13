// Starts the browser named by PRIORS_BROWSER (Playwright's own without it) as the tests do, and prints its version.
import { chromium } from '@playwright/test';

const executablePath = process.env.PRIORS_BROWSER;
const browser = await chromium.launch({ ...(executablePath && { executablePath }), timeout: 20_000 });
const page = await browser.newPage();
await page.setContent('<title>It renders</title>');
if ((await page.title()) !== 'It renders') throw new Error('The browser started but did not render a page.');
process.stdout.write(browser.version());
await browser.close();
