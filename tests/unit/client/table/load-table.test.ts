import { afterEach, describe, expect, it, vi } from 'vitest';
import fc from 'fast-check';
import { textAt } from '#client/table/column-store.ts';
import { loadColumns, loadManifest } from '#client/table/load-table.ts';
import { readColumnData, readManifest, TableDataError } from '#client/table/read-table-data.ts';
import type { TableColumnInfo, TableManifest } from '#schemas/table-data.ts';

const loss: TableColumnInfo = {
  name: 'loss',
  role: 'metric',
  type: 'number',
  direction: 'lower',
  unit: null,
  file: 'c0.ab12.json',
  bytes: 30,
};
const status: TableColumnInfo = {
  name: 'status',
  role: 'status',
  type: 'choice',
  direction: null,
  unit: null,
  file: 'c1.cd34.json',
  bytes: 10,
};
const manifest: TableManifest = {
  schema: 1,
  rows: 2,
  columns: [loss, status],
  pages: 'none',
  bestSoFar: [1],
  best: 1,
  fresh: [],
  views: [],
};
const files: Readonly<Record<string, unknown>> = {
  '/data/manifest.00.json': manifest,
  '/data/c0.ab12.json': { type: 'number', cells: ['0.5', 'n/a'], values: {} },
  '/data/c1.cd34.json': { type: 'choice', choices: ['keep'], codes: [0, 0], meanings: ['keep'] },
};

function serve(served: Readonly<Record<string, unknown>>): void {
  vi.stubGlobal('fetch', (address: string) =>
    Promise.resolve(address in served ? Response.json(served[address]) : new Response('not here', { status: 404 })),
  );
}

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('loading a table', () => {
  it('fetches the manifest, then the columns beside it, and says how far it is', async () => {
    serve(files);
    const loaded: string[] = [];
    const store = await loadColumns('/data/manifest.00.json', await loadManifest('/data/manifest.00.json'), {
      onProgress: (progress) => loaded.push(`${progress.loaded}/${progress.total}`),
    });
    expect(store.columns.map((column) => textAt(column, 0))).toEqual(['0.5', 'keep']);
    expect(loaded.at(-1)).toBe('40/40');
    expect(loaded).toHaveLength(2);
  });

  it('says that a file is gone, as it is after a new build', async () => {
    serve({ '/data/manifest.00.json': manifest });
    await expect(loadManifest('/data/manifest.99.json')).rejects.toMatchObject({ reason: 'gone' });
    await expect(loadColumns('/data/manifest.00.json', manifest)).rejects.toMatchObject({ reason: 'gone' });
  });

  it('says that the network failed, and that something else than JSON came', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    await expect(loadManifest('/m.json')).rejects.toMatchObject({ reason: 'network' });
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 503 })));
    await expect(loadManifest('/m.json')).rejects.toMatchObject({ reason: 'network' });
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>')));
    await expect(loadManifest('/m.json')).rejects.toMatchObject({ reason: 'shape' });
  });

  it('rejects with the reason of whoever stopped it', async () => {
    vi.stubGlobal('fetch', async (_: string, { signal }: RequestInit) => {
      signal?.throwIfAborted();
      return Promise.resolve(Response.json(manifest));
    });
    const reason = new Error('left the page');
    await expect(loadManifest('/m.json', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});

describe('what was loaded', () => {
  it.each([
    ['of another version', { ...manifest, schema: 2 }],
    ['with a negative number of rows', { ...manifest, rows: -1 }],
    ['with two columns of one name', { ...manifest, columns: [loss, loss] }],
    ['with a column of a type that is none', { ...manifest, columns: [{ ...loss, type: 'date' }] }],
    ['with a file elsewhere', { ...manifest, columns: [{ ...loss, file: '../../secret.json' }] }],
    ['with a file at another host', { ...manifest, columns: [{ ...loss, file: '//example.org/c0.ab.json' }] }],
    ['with pages that are no numbers', { ...manifest, pages: ['1'] }],
    ['with a view without a query', { ...manifest, views: [{ name: 'x' }] }],
    ['that is a list', [manifest]],
  ])('is no manifest %s', (_, json) => {
    expect(() => readManifest(json)).toThrow(TableDataError);
  });

  it.each([
    ['of another type', loss, { type: 'text', cells: ['a', 'b'] }],
    ['of another length', loss, { type: 'number', cells: ['1'], values: {} }],
    ['with cells that are numbers', loss, { type: 'number', cells: [1, 2], values: {} }],
    ['with a value beyond the end', loss, { type: 'number', cells: ['1', '2'], values: { 2: 5 } }],
    ['with a value that is text', loss, { type: 'number', cells: ['1', '2'], values: { 0: '5' } }],
    ['with a code that is no choice', status, { type: 'choice', choices: ['a'], codes: [0, 1], meanings: [''] }],
    ['with a choice without meaning', status, { type: 'choice', choices: ['a', 'b'], codes: [0, 1], meanings: [''] }],
  ])('is no column %s', (_, info, json) => {
    expect(() => readColumnData(json, info, 2)).toThrow(TableDataError);
  });

  it('is taken or refused, whatever it is, and never anything else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        for (const read of [() => readManifest(json), () => readColumnData(json, loss, 2), () => readColumnData(json, status, 2)]) {
          expect(read).toThrow(TableDataError);
        }
      }),
    );
  });
});
