import { expect, it } from 'vitest';
import { ingestWorkspace } from '#ingest/ingest-workspace.ts';
import { createWorkspace } from '../../workspace.ts';

it('gives every README of a strict repository an address of its own, and takes none of them for a mistake', async () => {
  const root = createWorkspace({
    'program.md': '---\nproject: Smaller models\nmetric: { name: val_bpb, direction: lower }\nstrict: true\n---\n',
    'README.md': '# One\n',
    'docs/README.md': '# Two\n',
  });
  const { content } = await ingestWorkspace({ root, cacheDir: createWorkspace(), asOf: '2026-01-04' });
  const ids = content.entries.filter(({ path }) => path.endsWith('README.md')).map(({ id }) => id);
  expect(ids).toEqual([expect.stringMatching(/^page\/readme-[0-9a-f]{6}$/), expect.stringMatching(/^page\/readme-[0-9a-f]{6}$/)]);
  expect(new Set(ids).size).toBe(2);
  expect(content.problems).toEqual([]);
});
