import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import { beforeAll, describe, expect, it } from 'vitest';
import { repository, type Repository } from '../repository.ts';
import { createWorkspace, runPriors, type Outcome } from '../workspace.ts';

const program = (publish = ''): string =>
  `---\nproject: Smaller models\nmetric: { name: val_bpb, direction: lower }\nrepository: https://github.com/lab/rotary\n${publish}---\n\nWhat we try.\n`;
const idea = (title: string, keys = ''): string =>
  `---\ntitle: ${title}\ndate: 2026-01-01\nhypothesis: ${title} helps\ntags: [training]\n${keys}---\n\nText of ${title} that stays as it is.\n`;
const journal = `# Lab\n\n## 2025-12-30: It won\n\nWhat happened on this day, and why.\n\n## 2025-12-29: Begun\n\nThe first day of all.\n`;
const table = 'commit\tval_bpb\tstatus\tdescription\n187e419\t0.9979\tbaseline\tas it was\n0640555\t0.97\tkeep\tbetter\n';

/** A repository whose files have been called otherwise, and which hides one of them. */
function renamedLab(publish = ''): Repository {
  const lab = repository();
  lab.commit(
    'Begin',
    {
      'program.md': program(publish),
      'ideas/2026-01-01_rope.md': idea('Rotary'),
      'ideas/plan.md': idea('Plan'),
      'ideas/secret-before.md': idea('Hidden quagga'),
      'private/quagga-notes.md': '# Notes\n\nWritten in private, and shown to everybody later.\n',
      'diary.md': journal,
      'runs.tsv': table,
    },
    'Zebedee Quince <zq@example.org>',
  );
  lab.commit(
    'Rename',
    {
      'ideas/2026-01-01_rope.md': null,
      'ideas/2026-01-01_rotary.md': idea('Rotary'),
      'ideas/secret-before.md': null,
      'ideas/secret.md': idea('Hidden quagga'),
      'private/quagga-notes.md': null,
      'notes.md': '# Notes\n\nWritten in private, and shown to everybody later.\n',
      'diary.md': null,
      'RESEARCH_JOURNAL.md': journal,
      'runs.tsv': null,
      'results.tsv': table,
    },
    'Ada Lovelace <al@example.org>',
  );
  lab.commit('State a former name', { 'ideas/plan.md': idea('Plan', 'aliases: [roadmap, 2026-01-01_rotary]\n') });
  return lab;
}

const build = async (root: string, out: string, ...more: readonly string[]): Promise<Outcome> =>
  runPriors(['build', '--workspace', root, '--out', out, '--cache', createWorkspace(), '--base', '/lab/', ...more], {
    // West of every day that is written, and far from UTC. The others are names that programs like to give a meaning to.
    env: { TZ: 'America/Los_Angeles', BASE_URL: '/elsewhere/', SITE: 'https://elsewhere.example' },
  });

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((item) => item.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

const holding = (folder: string, word: string): string[] =>
  filesBelow(folder).filter((path) =>
    `${path.slice(folder.length)}\n${readFileSync(path, 'latin1')}`.toLowerCase().includes(word.toLowerCase()),
  );

const parsed = (path: string) => new new Window().DOMParser().parseFromString(readFileSync(path, 'utf8'), 'application/xml');

describe('a site whose files were renamed', () => {
  const out = join(createWorkspace(), 'site');
  let built: Outcome;
  let lab: Repository;
  const read = (path: string): string => readFileSync(join(out, path), 'utf8');
  /** Where the page at an address leads on to; null where none stands. */
  const leadsTo = (path: string): string | null =>
    existsSync(join(out, path, 'index.html'))
      ? (/<meta http-equiv="refresh" content="0; url=([^"]*)">/.exec(read(`${path}/index.html`))?.[1] ?? '')
      : null;

  beforeAll(async () => {
    lab = renamedLab('publish: { exclude: [ideas/secret*, private] }\n');
    built = await build(lab.root, out, '--site', 'https://example.org');
  }, 120_000);

  it('is built, and says which alias is also the name of something else', () => {
    expect(built).toMatchObject({ code: 0 });
    expect(built.stderr).toContain('The alias "2026-01-01_rotary" is also a name of idea/2026-01-01-rotary');
  });

  it('leads on from every address of an entry, a journal and its sections, a table and its runs', () => {
    const expected = {
      'ideas/2026-01-01-rope': '/lab/ideas/2026-01-01-rotary/',
      'ideas/roadmap': '/lab/ideas/plan/',
      'journals/diary': '/lab/journals/research-journal/',
      'journals/diary/2025-12-30-it-won': '/lab/journals/research-journal/2025-12-30-it-won/',
      'journals/diary/2025-12-29-begun': '/lab/journals/research-journal/2025-12-29-begun/',
      'results/runs': '/lab/results/results/',
      'results/runs/2': '/lab/results/results/2/',
    };
    expect(Object.fromEntries(Object.keys(expected).map((path) => [path, leadsTo(path)]))).toEqual(expected);
  });

  it('does so without JavaScript, is found by no search engine, and says where the page is now', () => {
    const page = read('ideas/2026-01-01-rope/index.html');
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).toContain('<link rel="canonical" href="https://example.org/lab/ideas/2026-01-01-rotary/">');
    expect(page).toContain('<a href="/lab/ideas/2026-01-01-rotary/">Rotary</a>');
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(read('lead-on.js')).toContain('location.hash');
  });

  it('takes no page away', () => {
    expect(read('ideas/2026-01-01-rotary/index.html')).toContain('Text of Rotary');
    expect(leadsTo('ideas/2026-01-01-rotary')).toBe('');
  });

  it('tells nothing of what is withheld, be it now or under a name that would be', () => {
    expect(leadsTo('ideas/secret-before')).toBeNull();
    expect(leadsTo('pages/quagga-notes')).toBeNull();
    expect(holding(out, 'quagga')).toEqual([]);
    expect(holding(out, 'secret-before')).toEqual([]);
  });

  it('has them in neither sitemap, search nor lists, and in the JSON of entries', () => {
    const places = Array.from(parsed(join(out, 'sitemap.xml')).querySelectorAll('loc'), (place) => place.textContent);
    expect(places).toContain('https://example.org/lab/ideas/2026-01-01-rotary/');
    expect(places).toContain('https://example.org/lab/');
    expect(places.filter((place) => /rope|roadmap|diary|runs|\/search\/|404/.test(place))).toEqual([]);
    const pages = filesBelow(out).filter(
      (path) => path.endsWith('/index.html') && !readFileSync(path, 'utf8').includes('http-equiv="refresh"'),
    );
    // All but the search.
    expect(places).toHaveLength(pages.length - 1);
    // What the file holds is compared, not trusted.
    const { entries } = JSON.parse(read('api/entries.json')) as { entries: { id: string; aliases: string[]; earlier: string[] }[] };
    expect(entries.find(({ id }) => id === 'idea/2026-01-01-rotary')).toMatchObject({
      aliases: [],
      earlier: ['/lab/ideas/2026-01-01-rope/'],
      created: '2026-01-01T10:01:00+01:00',
      updated: '2026-01-01T10:02:00+01:00',
      authors: ['Zebedee Quince', 'Ada Lovelace'],
    });
    expect(entries.find(({ id }) => id === 'journal/research-journal/2025-12-30-it-won')).toMatchObject({ created: null, authors: [] });
  });

  it('says on the page of an entry what git says of its file', () => {
    const [line = ''] = /<p class="in-git">.*?<\/p>/s.exec(read('ideas/2026-01-01-rotary/index.html')) ?? [];
    expect(line.replace(/<[^>]*>/g, '')).toBe(
      'In git: created 1 Jan 2026, last changed 1 Jan 2026 by Zebedee Quince and Ada Lovelace · history · edit',
    );
    expect(line).toContain('href="https://github.com/lab/rotary/edit/main/ideas/2026-01-01_rotary.md"');
    expect(read('journals/research-journal/2025-12-30-it-won/index.html')).toContain('The file in git: ');
  });

  it('has feeds of everything, of a kind and of a tag, which the pages name', () => {
    for (const [page, feed, titles] of [
      ['', '', ['Plan', 'Rotary', 'It won', 'Begun']],
      ['ideas/', 'ideas/', ['Plan', 'Rotary']],
      ['tags/training/', 'tags/training/', ['Plan', 'Rotary']],
    ] as const) {
      expect(
        Array.from(parsed(join(out, feed, 'feed.xml')).querySelectorAll('entry > title'), ({ textContent }) => textContent).toSorted(),
      ).toEqual([...titles].toSorted());
      expect(JSON.parse(read(`${feed}feed.json`))).toMatchObject({
        version: 'https://jsonfeed.org/version/1.1',
        feed_url: `https://example.org/lab/${feed}feed.json`,
      });
      expect(read(`${page}index.html`)).toMatch(
        new RegExp(`<link rel="alternate" type="application/atom\\+xml" [^>]*href="/lab/${feed}feed.xml"`),
      );
      expect(read(`${page}index.html`)).toMatch(
        new RegExp(`<link rel="alternate" type="application/feed\\+json" [^>]*href="/lab/${feed}feed.json"`),
      );
    }
  });

  it('is said to be cut, by every command and on the health page, where the clone is shallow', async () => {
    const clone = join(createWorkspace(), 'clone');
    const site = join(createWorkspace(), 'site');
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${lab.root}`, clone]);
    const said = /^note: The history of this repository is cut, .*"git fetch --unshallow".*"fetch-depth: 0"\.$/m;
    expect((await build(clone, site)).stderr).toMatch(said);
    expect((await runPriors(['check', '--workspace', clone, '--cache', createWorkspace()])).stderr).toMatch(said);
    expect((await runPriors(['check', '--workspace', lab.root, '--cache', createWorkspace()])).stderr).toBe('');
    expect(readFileSync(join(site, 'health/index.html'), 'utf8')).toContain('The history of this repository is cut');
    expect(readFileSync(join(site, 'ideas/2026-01-01-rotary/index.html'), 'utf8')).toContain('last changed on or before <time');
    expect(existsSync(join(site, 'sitemap.xml'))).toBe(false);
  }, 120_000);
});

describe('a site without names', () => {
  it('has none of an author anywhere', async () => {
    const out = join(createWorkspace(), 'site');
    const { root } = renamedLab('publish: { authors: false }\n');
    expect(await build(root, out)).toMatchObject({ code: 0 });
    for (const name of ['Zebedee', 'Lovelace']) expect(holding(out, name)).toEqual([]);
    expect(readFileSync(join(out, 'ideas/2026-01-01-rotary/index.html'), 'utf8')).toContain('created <time');
  }, 120_000);
});
