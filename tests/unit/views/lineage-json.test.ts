import { expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import { createHref } from '#views/href.ts';
import { lineagesJson } from '#views/lineage/lineage-json.ts';
import { makeContent, makeEntry } from '../graph/make-content.ts';

const href = createHref({ base: '/', site: null, repository: null, folder: '' });

it.each([
  ['2026-01-04', '2026-01-04'],
  ['1970-01-01', null],
])('the lineages say which day ages count from, and none where nothing states one: %s', (asOf, stated) => {
  expect(lineagesJson(buildGraph(makeContent({ entries: [makeEntry('idea', 'ideas/a.md')], asOf })), href).as_of).toBe(stated);
});
