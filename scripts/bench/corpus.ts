import type { DateText } from '#schemas/fields.ts';
import { entryText } from '#write/entry-text.ts';
import { fileStem, titleSlug, type FileKind } from '#write/file-name.ts';
import type { RawObject } from '#write/json-input.ts';
import { tsvRow } from '#schemas/delimited-row.ts';
import { exhibit, paragraph, paragraphs, places, sentence, settings, techniques } from './prose.ts';
import { seededRandom, type Random } from './random.ts';

export interface CorpusSize {
  readonly entries: number;
  readonly rows: number;
}

/** Files by their path in the workspace. */
export type Corpus = ReadonlyMap<string, string>;

/** The kinds that it holds; that of a repository's other files costs a page like any. */
type CorpusKind = Exclude<FileKind, 'paper' | 'experiment'>;

/** The share of each kind, as in workspaces where agents write: many logs, fewer ideas, a report for most of them. */
const shares: readonly (readonly [CorpusKind, number])[] = [
  ['idea', 0.25],
  ['report', 0.2],
  ['progress', 0.1],
];
const seed = 20_260_101;
const firstDay = Date.UTC(2024, 0, 1);
const dayLength = 86_400_000;
const columns = ['commit', 'val_bpb', 'memory_gb', 'seconds', 'status', 'description'];

/**
 * The reference corpus: a strict workspace of invented but plausible entries that link to each other and to the rows of one results table. The
 * same size gives the same bytes on every machine, so that times can be compared.
 */
export function makeCorpus({ entries, rows }: CorpusSize): Corpus {
  const random = seededRandom(seed);
  const files = new Map([['program.md', program]]);
  const table = makeRows(random, rows);
  files.set('results.tsv', `${[columns, ...table].map(tsvRow).join('\n')}\n`);
  const commits = table.map(([commit = '']) => commit);
  const counts = shares.map(([kind, share]) => [kind, Math.floor(entries * share)] as const);
  const others = counts.reduce((sum, [, count]) => sum + count, 0);

  const written: Written[] = [];
  for (const [kind, count] of [...counts, ['log', entries - others] as const]) {
    for (let index = 0; index < count; index += 1) {
      const context: Context = { random, index, count, commits, written };
      const entry = makers[kind](context);
      const path = `${folders[kind]}/${fileStem(kind, entry.date, entry.title)}.md`;
      files.set(path, entryText({ kind, keys: { ...entry.keys, date: entry.date }, body: entry.body }));
      written.push({ kind, path, title: entry.title, slug: titleSlug(entry.title) });
    }
  }
  return files;
}

const folders: Readonly<Record<CorpusKind, string>> = { idea: 'ideas', report: 'reports', progress: 'progress', log: 'logs' };

const program = `---
project: Reference corpus for measuring how long Priors takes
metric: { name: val_bpb, direction: lower, min_effect: "0.002" }
repository: https://example.org/reference-corpus
strict: true
---

# Reference corpus

Everything in here is invented by a generator, to measure the time that a site of this size takes. No number in it was measured.
`;

interface Written {
  readonly kind: CorpusKind;
  readonly path: string;
  readonly title: string;
  readonly slug: string;
}

interface Context {
  readonly random: Random;
  readonly index: number;
  readonly count: number;
  readonly commits: readonly string[];
  /** What links may lead to: everything made before. */
  readonly written: readonly Written[];
}

interface MadeEntry {
  readonly title: string;
  readonly date: DateText;
  readonly keys: RawObject;
  readonly body: string;
}

const makers: Readonly<Record<CorpusKind, (context: Context) => MadeEntry>> = {
  idea: (context) => {
    const { random, index } = context;
    const title = distinctTitle(index);
    const keys = {
      title,
      hypothesis: `${title} lowers val_bpb by 0.0${random.between(11, 99)}, because ${random.pick(places)} limit it`,
      tags: [random.pick(['architecture', 'training', 'research'])],
      metric: 'val_bpb',
      expected: `-0.0${random.between(11, 99)}`,
      seeds: '3',
      rating: String(random.between(1, 10)),
      mechanism: paragraphs(random, 2),
      test: paragraph(random),
      feedback: paragraph(random),
    };
    return { title, date: dayOf(context), keys, body: furtherSections(context) };
  },
  report: (context) => {
    const { random, index, written, commits } = context;
    const ideas = written.filter(({ kind }) => kind === 'idea');
    const idea = ideas[index % Math.max(ideas.length, 1)];
    const title = `${idea?.title ?? distinctTitle(index)}: what came of it`;
    const outcome = random.pick(['supported', 'refuted', 'refuted', 'inconclusive']);
    const keys = {
      title: `Report ${index + 1}, ${title}`,
      outcome,
      tags: ['research'],
      ...(idea === undefined ? {} : { idea: stemOf(idea.path) }),
      runs: commits.slice(index * 3, index * 3 + 3),
      observations: Array.from({ length: random.between(2, 5) }, () => sentence(random)),
      inferences: [sentence(random)],
      claims: [`The authors claim a gain of ${random.between(1, 9)}% (https://arxiv.org/abs/2512.${random.between(10_000, 25_000)})`],
    };
    return { title: keys.title, date: dayOf(context), keys, body: furtherSections(context) };
  },
  progress: (context) => {
    const { random, index } = context;
    const title = `Sprint ${index + 1}: ${random.pick(techniques)}`;
    const keys = {
      title,
      phase: random.pick(['Foundation', 'Screening', 'Confirmation']),
      completed: Array.from({ length: random.between(2, 6) }, () => `${sentence(random)} (${random.between(1, 8)}.5 hours)`),
      insights: [sentence(random), sentence(random)],
      went_well: [sentence(random)],
      improve: [sentence(random)],
      next_steps: [sentence(random), sentence(random)],
    };
    return { title, date: dayOf(context), keys, body: furtherSections(context) };
  },
  log: (context) => {
    const { random, index, commits } = context;
    const title = `${random.pick(techniques)} in ${random.pick(places)}, step ${index + 1}`;
    const time = [random.between(0, 23), random.between(0, 59), random.between(0, 59)]
      .map((part) => String(part).padStart(2, '0'))
      .join(':');
    const before = random.between(300, 600);
    const keys = {
      subject: title,
      tags: [random.pick(['performance', 'bugfix', 'refactor', 'architecture', 'accuracy'])],
      related_files: ['train.py', `model/layer_${random.between(1, 24)}.py`],
      metrics: {
        before: { convergence: `${before} epochs` },
        after: { convergence: `${before - random.between(20, 200)} epochs` },
        delta: `-${random.between(4, 40)}% epochs`,
      },
      commits: commits.slice(index, index + 1),
      references: [`https://arxiv.org/abs/2512.${random.between(10_000, 25_000)}`],
      conclusions: [`Convergence in ${before - 20} instead of ${before} epochs`, sentence(random)],
      next_steps: [sentence(random)],
      achievement: paragraphs(random, 2),
      rationale: paragraph(random),
    };
    return { title, date: `${dayOf(context)}T${time}`, keys, body: furtherSections(context) };
  },
};

/** Every entry differs in its first words, its place and its setting; a number tells further ones apart. */
function distinctTitle(index: number): string {
  const technique = techniques[index % techniques.length] ?? techniques[0];
  const place = places[Math.floor(index / techniques.length) % places.length] ?? places[0];
  const round = Math.floor(index / (techniques.length * places.length));
  const setting = settings[round % settings.length] ?? settings[0];
  const further = Math.floor(round / settings.length);
  return `${technique} for ${place} ${setting}${further === 0 ? '' : `, take ${further + 1}`}`;
}

/** Entries of one kind are spread over two years, in order. */
function dayOf({ index, count }: Context): string {
  return new Date(firstDay + Math.floor((index / Math.max(count, 1)) * 730) * dayLength).toISOString().slice(0, 10);
}

/** Longer notes: prose, an exhibit, links to a few entries made before. */
function furtherSections({ random, written }: Context): string {
  const parts = [
    `## Details\n\n${paragraphs(random, random.between(2, 5))}`,
    ...(random.chance(0.7) ? [exhibit(random)] : []),
    `## Related\n\n${paragraph(random)}`,
  ];
  const related = Array.from({ length: random.between(1, 4) }, () => written[random.between(0, Math.max(written.length - 1, 0))]).filter(
    (target) => target !== undefined,
  );
  const links = related.map(
    (target) => `- ${random.chance(0.8) ? `[${target.title}](../${target.path})` : `[[${stemOf(target.path)}]]`}: ${sentence(random)}`,
  );
  return [...parts, ...(links.length > 0 ? [links.join('\n')] : [])].join('\n\n');
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');
}

/** Three baselines, then runs that mostly fail to be better, with a few crashes: what tables in the wild look like. */
function makeRows(random: Random, count: number): string[][] {
  const commits = new Set<string>();
  while (commits.size < count) commits.add(random.hash(7));
  let best = 0.9979;
  return [...commits].map((commit, index) => {
    if (index < 3) return [commit, (best + index * 0.0004).toFixed(6), '44.0', '300.1', 'baseline', `baseline, seed ${index + 1}`];
    if (random.chance(0.04)) return [commit, '0.000000', '0.0', '0.0', 'crash', `${random.pick(techniques)} (out of memory)`];
    const value = best + (random.next() - 0.12) * 0.01;
    const keeps = value < best;
    if (keeps) best = value;
    const description = `${random.pick(techniques)} in ${random.pick(places)} ${random.pick(settings)}`;
    return [
      commit,
      value.toFixed(6),
      `${random.between(30, 60)}.${random.between(0, 9)}`,
      `30${random.between(0, 9)}.${random.between(0, 9)}`,
      keeps ? 'keep' : 'discard',
      description,
    ];
  });
}
