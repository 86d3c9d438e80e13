import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import type { LinkTarget } from '#graph/knowledge-graph.ts';
import type { Entry, Link } from '#schemas/entry.ts';
import type { WorkspaceContent } from '#schemas/workspace.ts';
import { makeContent, makeEntry, makeHeading, makeLink, makeReference, makeTable } from '../make-content.ts';

const rotary = makeEntry('idea', 'ideas/2026-01-01_rotary.md', {
  title: 'Rotary embeddings',
  aliases: ['rope'],
  headings: [makeHeading('Why it works', 'why-it-works')],
});
const rotaryReport = makeEntry('report', 'reports/2026-02-01_rotary.md', { title: 'Rotary, tested' });
const pruning = makeEntry('idea', 'ideas/2026-01-02_pruning.md');
const spaced = makeEntry('page', 'notes/my notes.md');
const readme = makeEntry('page', 'docs/README.md');
const guide = makeEntry('page', 'docs/guide.md');
const monday = makeEntry('journal', 'JOURNAL.md', {
  id: 'journal/journal/2026-01-05-monday',
  title: 'Monday',
  headings: [makeHeading('Plan', 'plan')],
});
const sunday = makeEntry('journal', 'JOURNAL.md', {
  id: 'journal/journal/2026-01-04-sunday',
  title: 'Sunday',
  part: 1,
  headings: [makeHeading('Rest', 'rest')],
});
const journalFile = makeEntry('journal', 'JOURNAL.md', {
  title: 'Our journal',
  part: 3,
  headings: [makeHeading('How we write', 'how-we-write')],
});
const sweep = makeEntry('experiment', 'experiments/sweep', { digest: '', title: 'sweep' });
const table = makeTable(
  'results.tsv',
  'id\tcommit\tval_bpb\tstatus',
  'base\t187e419\t0.99\tbaseline',
  'rope-1\t0640555\t0.97\tkeep',
  'rope-2\taaaaaaa\t0.98\tkeep',
  'rope-3\taaaaaaa\t0.96\tkeep',
);

const everything = [rotary, rotaryReport, pruning, spaced, readme, guide, monday, sunday, sweep];
const shared: Partial<WorkspaceContent> = {
  wholeFiles: [{ entry: journalFile, parts: [] }],
  tables: [table],
  assets: ['figures/loss.png', 'ideas/plot.py'],
  skipped: [
    { path: 'human_journal.md', reason: 'private' },
    { path: '.github', reason: 'Hidden folders are not read' },
  ],
  runLogs: [
    { path: 'experiments/sweep/design-experiment.log', name: 'design-experiment', experiment: 'experiments/sweep', events: [], strays: [] },
  ],
};

/** Resolves one link written in one of the entries above (the idea, unless stated). */
function resolve(link: Link, from: Entry = rotary): { readonly destination: LinkTarget | undefined; readonly problems: readonly string[] } {
  const writing = { ...from, links: [link] };
  const entries = everything.map((entry) => (entry.id === from.id ? writing : entry));
  const graph = buildGraph(makeContent({ ...shared, entries }));
  return {
    destination: graph.links.get(from.id)?.[0]?.destination,
    problems: graph.problems.map(({ code, hint }) => `${code}: ${hint}`),
  };
}

const toEntry = ({ id }: Entry, fragment: string | null = null): LinkTarget => ({ to: 'entry', id, fragment });
const outside: LinkTarget = { to: 'outside', url: null };

describe('a Markdown link', () => {
  it.each<[string, LinkTarget]>([
    ['2026-01-02_pruning.md', toEntry(pruning)],
    ['./2026-01-02_pruning.md', toEntry(pruning)],
    ['2026-01-02_pruning', toEntry(pruning)],
    ['../reports/2026-02-01_rotary.md', toEntry(rotaryReport)],
    ['/reports/2026-02-01_rotary.md', toEntry(rotaryReport)],
    ['../notes/my notes.md', toEntry(spaced)],
    ['report/2026-02-01-rotary', toEntry(rotaryReport)],
    ['run/results/2', { to: 'run', id: 'run/results/2', table: 'results', ordinal: 2 }],
    ['../results.tsv', { to: 'table', id: 'results' }],
    [
      '../experiments/sweep/design-experiment.log',
      { to: 'run log', path: 'experiments/sweep/design-experiment.log', experiment: sweep.id },
    ],
    ['../experiments/sweep/', toEntry(sweep)],
    ['../reports/', { to: 'folder', path: 'reports', kind: 'report' }],
    ['../JOURNAL.md', toEntry(journalFile)],
    ['../docs/', toEntry(readme)],
    ['plot.py', { to: 'file', path: 'ideas/plot.py' }],
    ['plot.py:85', { to: 'file', path: 'ideas/plot.py' }],
    ['./plot.py:85-90', { to: 'file', path: 'ideas/plot.py' }],
    ['/ideas/plot.py:85:3', { to: 'file', path: 'ideas/plot.py' }],
    ['../.github/workflows/ci.yml', outside],
    ['../human_journal.md', outside],
    ['../../train.py', outside],
    ['https://example.org/a', { to: 'outside', url: 'https://example.org/a' }],
    ['javascript:alert(1)', outside],
  ])('to %s leads there', (target, destination) => {
    expect(resolve(makeLink('markdown', target))).toEqual({ destination, problems: [] });
  });

  it.each([
    ['2026-01-02_prunning.md', '2026-01-02_pruning.md'],
    ['reports/2026-02-01_rotary.md', '../reports/2026-02-01_rotary.md'],
    ['content/reports/2026-02-01_rotary.md', '../reports/2026-02-01_rotary.md'],
    ['guide.md', '../docs/guide.md'],
    ['pruning', '2026-01-02_pruning.md'],
  ])('to %s is dead and suggests %s', (target, suggestion) => {
    expect(resolve(makeLink('markdown', target))).toEqual({
      destination: { to: 'nothing', suggestion },
      problems: [`dead-link: Did you mean "${suggestion}"?`],
    });
  });

  it('that is dead is reported at its own place', () => {
    const graph = buildGraph(
      makeContent({ entries: [{ ...rotary, links: [makeLink('markdown', 'gone.md', { line: 7, column: 4, endColumn: 20 })] }] }),
    );
    expect(graph.problems).toMatchObject([{ code: 'dead-link', path: 'ideas/2026-01-01_rotary.md', line: 7, column: 4, endColumn: 20 }]);
  });

  it('to an image that is not there is dead', () => {
    expect(resolve(makeLink('image', '../figures/loss.png')).problems).toEqual([]);
    expect(resolve(makeLink('image', '../figures/los.png')).problems).toEqual(['dead-link: Did you mean "../figures/loss.png"?']);
  });
});

describe('a link to a heading', () => {
  it('leads to the heading, by its anchor or its words', () => {
    const destination = toEntry(rotary, 'why-it-works');
    expect(resolve(makeLink('wiki', 'rotary', { fragment: 'Why it works' }), guide)).toEqual({ destination, problems: [] });
    expect(resolve(makeLink('markdown', '', { fragment: 'why-it-works' }))).toEqual({ destination, problems: [] });
  });

  it('leads to the section of a journal that has it', () => {
    expect(resolve(makeLink('markdown', '../JOURNAL.md', { fragment: 'rest' }))).toEqual({
      destination: toEntry(sunday, 'rest'),
      problems: [],
    });
    expect(resolve(makeLink('markdown', '', { fragment: 'rest' }), monday)).toEqual({ destination: toEntry(sunday, 'rest'), problems: [] });
  });

  it('leads to the page of the whole file where the heading stands outside its entries', () => {
    const destination = toEntry(journalFile, 'how-we-write');
    expect(resolve(makeLink('markdown', '../JOURNAL.md', { fragment: 'how-we-write' })).destination).toEqual(destination);
    expect(resolve(makeLink('markdown', '', { fragment: 'how-we-write' }), monday).destination).toEqual(destination);
  });

  it('leads to the page and is reported where the heading is missing', () => {
    expect(resolve(makeLink('wiki', 'rotary', { fragment: 'why-it-work' }), guide)).toEqual({
      destination: toEntry(rotary),
      problems: ['dead-anchor: Did you mean "why-it-works"?'],
    });
  });

  it('leads to the title where it names it', () => {
    expect(resolve(makeLink('markdown', '../ideas/2026-01-01_rotary.md', { fragment: 'rotary-embeddings' }), guide)).toEqual({
      destination: toEntry(rotary, 'rotary-embeddings'),
      problems: [],
    });
  });
});

describe('a wikilink', () => {
  it.each<[string, LinkTarget]>([
    ['2026-01-02_pruning', toEntry(pruning)],
    ['2026-01-02-pruning', toEntry(pruning)],
    ['pruning', toEntry(pruning)],
    ['Pruning', toEntry(pruning)],
    ['rope', toEntry(rotary)],
    ['Rotary, tested', toEntry(rotaryReport)],
    ['my notes', toEntry(spaced)],
    ['../ideas/2026-01-02_pruning.md', toEntry(pruning)],
    ['ideas/2026-01-02_pruning', toEntry(pruning)],
    ['content/ideas/2026-01-02_pruning.md', toEntry(pruning)],
    ['idea/2026-01-02-pruning', toEntry(pruning)],
    ['results', { to: 'table', id: 'results' }],
    ['journal', toEntry(journalFile)],
    ['journal/journal', toEntry(journalFile)],
    ['rope-1', { to: 'run', id: 'run/results/2', table: 'results', ordinal: 2 }],
    ['187e419', { to: 'run', id: 'run/results/1', table: 'results', ordinal: 1 }],
  ])('to %s leads there', (target, destination) => {
    expect(resolve(makeLink('wiki', target), guide)).toEqual({ destination, problems: [] });
  });

  it('by a lineage key that several kinds share leads to the idea', () => {
    expect(resolve(makeLink('wiki', 'rotary'), guide).destination).toEqual(toEntry(rotary));
  });

  it('by a lineage key never leads to the entry that holds it, if another has it', () => {
    expect(resolve(makeLink('wiki', 'rotary'), rotary).destination).toEqual(toEntry(rotaryReport));
  });

  it('by a name that two entries have is ambiguous and lists them', () => {
    const twins = [makeEntry('idea', 'ideas/2026-01-01_rotary.md'), makeEntry('idea', 'ideas/2026-03-01_rotary.md')];
    const writing = { ...guide, links: [makeLink('wiki', 'rotary')] };
    const graph = buildGraph(makeContent({ entries: [...twins, writing] }));
    expect(graph.links.get(guide.id)?.[0]?.destination).toEqual({ to: 'nothing', suggestion: null });
    expect(graph.problems.map(({ message }) => message)).toEqual([
      '"rotary" could be 2 different things: idea/2026-01-01-rotary, idea/2026-03-01-rotary',
    ]);
  });

  it('prefers the file beside it over its namesakes', () => {
    const namesakes = [makeEntry('page', 'a/notes.md', { id: 'page/notes-a' }), makeEntry('page', 'b/notes.md', { id: 'page/notes-b' })];
    const writing = makeEntry('page', 'b/start.md', { links: [makeLink('wiki', 'notes')] });
    const graph = buildGraph(makeContent({ entries: [...namesakes, writing] }));
    expect(graph.links.get(writing.id)?.[0]?.destination).toEqual({ to: 'entry', id: 'page/notes-b', fragment: null });
  });

  it('that leads nowhere suggests the nearest name', () => {
    expect(resolve(makeLink('wiki', 'prunning'), guide)).toEqual({
      destination: { to: 'nothing', suggestion: 'pruning' },
      problems: ['dead-link: Did you mean "pruning"?'],
    });
  });

  it('is not led astray by the names of object properties', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(resolve(makeLink('wiki', name), guide).destination).toMatchObject({ to: 'nothing' });
    }
  });
});

describe('a reference in frontmatter', () => {
  it.each<[string, string, LinkTarget]>([
    ['idea', 'rotary', toEntry(rotary)],
    ['idea', '2026-01-01_rotary', toEntry(rotary)],
    ['idea', '../ideas/2026-01-01_rotary.md', toEntry(rotary)],
    ['runs', 'rope-1', { to: 'run', id: 'run/results/2', table: 'results', ordinal: 2 }],
    ['runs', 'run/results/3', { to: 'run', id: 'run/results/3', table: 'results', ordinal: 3 }],
    ['runs', '0640555', { to: 'run', id: 'run/results/2', table: 'results', ordinal: 2 }],
    ['runs', '064055', { to: 'run', id: 'run/results/2', table: 'results', ordinal: 2 }],
    ['runs', '0640555e1f0c9d8b7a6958473625140f0e0d0c0b', { to: 'run', id: 'run/results/2', table: 'results', ordinal: 2 }],
    ['supersedes', 'pruning', toEntry(pruning)],
    ['references', 'ideas/2026-01-02_pruning.md', toEntry(pruning)],
    ['references', 'pruning', toEntry(pruning)],
    ['references', 'RoFormer (https://example.org/roformer)', { to: 'outside', url: 'https://example.org/roformer' }],
    ['references', 'a talk by somebody', outside],
    ['papers', 'arXiv:2104.09864', outside],
    ['related_files', 'ideas/plot.py', { to: 'file', path: 'ideas/plot.py' }],
    ['related_files', 'crates/mesh/src/train.rs', outside],
  ])('%s: %s leads there', (relation, target, destination) => {
    expect(resolve(makeReference(relation, target), rotaryReport)).toEqual({ destination, problems: [] });
  });

  it.each([
    ['idea', 'rotari', 'Did you mean "rotary"?'],
    ['runs', 'rope-9', 'Did you mean "rope-1"?'],
    ['supersedes', 'nothing-like-it', 'Name an entry by its slug, file name or relative path, a run by its commit or row id.'],
    ['references', 'engineering/gone.md', 'Name an entry by its slug, file name or relative path, a run by its commit or row id.'],
  ])('%s: %s is unknown', (relation, target, hint) => {
    expect(resolve(makeReference(relation, target), rotaryReport).problems).toEqual([`unknown-reference: ${hint}`]);
  });

  it('idea: never means the report itself, though it shares the lineage key', () => {
    const report = makeEntry('report', 'reports/2026-02-01_lonely.md', { links: [makeReference('idea', 'lonely')] });
    expect(buildGraph(makeContent({ entries: [report] })).problems).toMatchObject([{ code: 'unknown-reference' }]);
  });

  it('runs: a commit on several rows is ambiguous, and joins none of them', () => {
    expect(resolve(makeReference('runs', 'aaaaaaa'), rotaryReport)).toMatchObject({
      destination: { to: 'nothing' },
      problems: ['ambiguous-reference: Write the relative path or the whole id.'],
    });
  });
});

describe('text in backticks', () => {
  it.each<[string, LinkTarget]>([
    ['ideas/2026-01-02_pruning.md', toEntry(pruning)],
    ['content/ideas/plot.py', { to: 'file', path: 'ideas/plot.py' }],
    ['pruning', toEntry(pruning)],
    ['guide', outside],
    ['src/never/heard.py', outside],
    ['gone.md', outside],
  ])('%s is a link only to what is there, and never a problem', (target, destination) => {
    expect(resolve(makeLink('path', target))).toEqual({ destination, problems: [] });
  });
});

describe('a link to a file that was renamed', () => {
  const until = '2026-01-03T10:00:00+01:00';
  const history = {
    ...{ isCut: false, isShallow: false, mainBranch: null, branches: [], commits: [], predictions: {}, reports: {}, tables: {}, files: {} },
    renames: { 'ideas/2026-01-01_rotary.md': [{ path: 'ideas/turning.md', until }] },
  };
  const hintOf = (link: Link): string | undefined => {
    const page = makeEntry('page', 'docs/a.md', { links: [link] });
    return buildGraph(makeContent({ entries: [rotary, page], history })).problems[0]?.hint;
  };

  it.each([
    [makeLink('markdown', '../ideas/turning.md'), 'Did you mean "../ideas/2026-01-01_rotary.md"?'],
    [makeLink('path', 'ideas/turning.md'), undefined],
    [makeLink('wiki', 'turning'), 'Did you mean "2026-01-01_rotary"?'],
    [makeReference('supersedes', '../ideas/turning.md'), 'Did you mean "../ideas/2026-01-01_rotary.md"?'],
  ])('is dead, and says where the file is now', (link, hint) => {
    expect(hintOf(link)).toBe(hint);
  });
});
