import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { buildSearchIndex } from '#search/build-index.ts';
import type { SearchDocument } from '#search/search-document.ts';
import { createWorkspace } from '../../workspace.ts';

const entry = z.object({ languages: z.record(z.string(), z.object({ page_count: z.number() })) });

function document(url: string, stated: Partial<SearchDocument> = {}): SearchDocument {
  return { url, title: url, kind: 'idea', tags: [], status: null, date: null, path: 'a.md', facts: [], html: '<p>words</p>', ...stated };
}

function pagesByLanguage(out: string): Record<string, number> {
  const { languages } = entry.parse(JSON.parse(readFileSync(join(out, 'pagefind/pagefind-entry.json'), 'utf8')));
  return Object.fromEntries(Object.entries(languages).map(([language, { page_count: count }]) => [language, count]));
}

test('all documents go into one index, whatever they are written in, and however little they say', async () => {
  const out = createWorkspace();
  const documents = [document('/a/'), document('/b/', { html: '<p>日本語のテキスト</p>' }), document('/c/', { html: '' })];
  expect(await buildSearchIndex(documents, out)).toEqual({ documents: 3 });
  expect(pagesByLanguage(out)).toEqual({ en: 3 });
});

test('the index comes without the interfaces of Pagefind', async () => {
  const out = createWorkspace();
  await buildSearchIndex([document('/a/')], out);
  const names = readdirSync(join(out, 'pagefind'));
  expect(names).toContain('pagefind.js');
  expect(names.filter((name) => /ui|highlight/.test(name))).toEqual([]);
});

test('builds that overlap do not disturb each other, and the last one stands', async () => {
  const out = createWorkspace();
  await Promise.all([buildSearchIndex([document('/a/'), document('/b/')], out), buildSearchIndex([document('/c/')], out)]);
  expect(pagesByLanguage(out)).toEqual({ en: 1 });
  expect(readdirSync(out)).toEqual(['pagefind']);
});

test('a folder that cannot be written is an error, and so is a document that cannot be read; the old index stays', async () => {
  const out = createWorkspace({ file: '' });
  await expect(buildSearchIndex([document('/a/')], join(out, 'file'))).rejects.toThrow('file');
  await buildSearchIndex([document('/a/')], out);
  const broken = (function* (): Generator<SearchDocument> {
    yield document('/b/');
    throw new Error('the body of /c/ is gone');
  })();
  await expect(buildSearchIndex(broken, out)).rejects.toThrow('the body of /c/ is gone');
  expect(existsSync(join(out, 'pagefind/pagefind.js'))).toBe(true);
});
