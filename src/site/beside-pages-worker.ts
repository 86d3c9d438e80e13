import { parentPort, workerData } from 'node:worker_threads';
import type { BesideOrder } from './beside-pages.ts';
import { publishFiles } from './site-files.ts';
import { writeDownloads } from './table-downloads.ts';

// `publishBesidePages` alone starts this module.
const { workspace, files, tables, out } = workerData as BesideOrder;
const refused = await publishFiles(workspace, files, out);
await writeDownloads(tables, out);
parentPort?.postMessage(refused);
