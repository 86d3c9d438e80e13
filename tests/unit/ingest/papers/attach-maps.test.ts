import { describe, expect, it } from 'vitest';
import { assemble } from '#ingest/assemble.ts';
import { parseFile } from '#ingest/parse-file.ts';

/** A workspace of these files as it is assembled. */
function assembled(files: Readonly<Record<string, string>>) {
  const parsed = Object.entries(files)
    .sort()
    .map(([path, text]) => parseFile({ path, text, digest: path, problems: [] }));
  return assemble({ name: 'lab', assets: [], skipped: [], unreadable: [], symbolicLinks: [], problems: [] }, parsed, null);
}

const map = '===\ntitle: Why\n===\n\n[A]: rotary wins\n';

describe('attachMaps', () => {
  it('gives a map to the paper beside it, by its name with or without "_analysis"', () => {
    const { argumentMaps, entries } = assembled({
      'papers/one.md': '# One\n',
      'papers/one_analysis.argdown': map,
      'papers/Two.md': '# Two\n',
      'papers/two.argdown': map,
    });
    expect(argumentMaps.map(({ path, paper }) => `${path} → ${paper}`)).toEqual([
      'papers/one_analysis.argdown → papers/one.md',
      'papers/two.argdown → papers/Two.md',
    ]);
    expect(entries.map(({ id }) => id).sort()).toEqual(['paper/one', 'paper/two']);
  });

  it('makes a paper of a map that has none, named after its title', () => {
    const { argumentMaps, entries, files } = assembled({ 'notes/2026-01-04_why.argdown': map, 'papers/why.md': '# Why\n' });
    expect(argumentMaps.map(({ paper }) => paper)).toEqual(['notes/2026-01-04_why.argdown']);
    expect(entries.find(({ path }) => path.endsWith('.argdown'))).toMatchObject({
      id: 'paper/2026-01-04-why',
      title: 'Why',
      date: '2026-01-04',
      excerpt: 'rotary wins',
      digest: 'notes/2026-01-04_why.argdown',
      lastLine: 5,
    });
    expect(files.map(({ path, kind, entries: count }) => [path, kind, count])).toEqual([
      ['notes/2026-01-04_why.argdown', 'argument map', 1],
      ['papers/why.md', 'paper', 1],
    ]);
  });
});

describe('queues of a workspace', () => {
  it('get different ids, and so do their jobs', () => {
    const queue = '{"tasks":{"0":{"command":"a","status":"Queued"}}}';
    const { queues } = assembled({ 'a/b/queue.json': queue, 'a-b/queue.json': queue });
    const jobs = queues.flatMap((each) => each.jobs.map(({ id }) => id));
    expect(new Set(jobs).size).toBe(2);
    for (const id of jobs) expect(id).toMatch(/^job\/a-b-queue-[0-9a-f]{6}\/0$/);
  });
});
