import { workerData } from 'node:worker_threads';
import { writeDownloads, type DownloadsOrder } from './table-downloads.ts';

// `publishDownloads` alone starts this module.
await writeDownloads(workerData as DownloadsOrder);
