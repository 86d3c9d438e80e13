import type { KnowledgeGraph, ResolvedLink } from '#graph/knowledge-graph.ts';
import { indexRuns } from '#graph/links/run-index.ts';
import type { Entry, EntryId, Mention, RunId } from '#schemas/entry.ts';
import type { StatedFinding } from './entry-findings.ts';
import type { Evidence } from './finding.ts';

/** What the findings of a workspace rest on. */
export type EvidenceOf = (entry: Entry, finding: StatedFinding) => Evidence;

/**
 * Gathers the evidence of findings: the runs, commits, papers and entries that stand on the lines of a finding; where these hold neither run nor commit,
 * the runs that a report rests on and the commits of the entry. A commit that is one run's alone stands for that run. What others claim rests on
 * nothing of ours but what it names itself.
 */
export function createEvidence(graph: KnowledgeGraph): EvidenceOf {
  const runs = indexRuns([...graph.results.values()]);
  const runsAndCommits = (found: readonly RunId[], written: readonly string[]): Pick<Evidence, 'runs' | 'commits'> => {
    const ofCommits = written.map((text) => {
      const hash = /^[0-9a-f]{6,40}(?!\w)/i.exec(text)?.[0] ?? '';
      const [run, another] = hash === '' ? [] : runs.find(hash);
      return run !== undefined && another === undefined ? { run } : { commit: text };
    });
    return {
      runs: [...new Set([...found, ...ofCommits.flatMap(({ run }) => run ?? [])])],
      commits: [...new Set(ofCommits.flatMap(({ commit }) => commit ?? []))],
    };
  };

  let lines: LinesOf | null = null;
  return (entry, finding) => {
    // Findings come entry by entry.
    if (lines?.entry !== entry) lines = linesOf(entry, graph);
    const links = linksOn(finding, lines);
    const mentions = finding.inFrontmatter ? [] : onLines(finding, lines.mentions);
    const named = links.flatMap(({ destination }) => (destination.to === 'run' ? [destination.id] : []));
    const commits = mentions.flatMap(({ kind, text }) => (kind === 'commit' ? [text] : []));
    const own = runsAndCommits([...named, ...runsIn(finding, graph)], [...commits, ...commitsIn(finding)]);
    const entries = links.flatMap(({ destination }): EntryId[] =>
      destination.to === 'entry' && destination.id !== entry.id ? [destination.id] : [],
    );
    const isOwn = own.runs.length + own.commits.length > 0;
    const whole = isOwn || finding.sort === 'claim' ? null : runsAndCommits(reportRuns(entry, graph), textsAt(entry, 'commits'));
    const isWhole = whole !== null && whole.runs.length + whole.commits.length > 0;
    return {
      ...(isWhole ? whole : own),
      papers: [...new Set(mentions.flatMap(({ kind, text }) => (kind === 'paper' ? [text] : [])))],
      entries: [...new Set(entries)],
      namedBy: isOwn ? 'finding' : isWhole ? 'entry' : null,
    };
  };
}

/** What stands on which line of an entry's text. */
interface LinesOf {
  readonly entry: Entry;
  readonly links: ReadonlyMap<number, readonly ResolvedLink[]>;
  readonly mentions: ReadonlyMap<number, readonly Mention[]>;
}

function linesOf(entry: Entry, { links }: KnowledgeGraph): LinesOf {
  const inBody = (links.get(entry.id) ?? []).filter(({ relation }) => relation === 'body');
  return { entry, links: Map.groupBy(inBody, ({ line }) => line), mentions: Map.groupBy(entry.mentions, ({ line }) => line) };
}

function onLines<Found>({ line, lastLine }: StatedFinding, lines: ReadonlyMap<number, readonly Found[]>): Found[] {
  return Array.from({ length: lastLine - line + 1 }, (_, index) => lines.get(line + index) ?? []).flat();
}

/** A log in JSON may stand on one line, with all its links: no more of them are looked at for each conclusion. */
const mostLinks = 100;

/** A conclusion of frontmatter has only those links of its line that it names. */
function linksOn(finding: StatedFinding, lines: LinesOf): ResolvedLink[] {
  const links = onLines(finding, lines.links);
  return finding.inFrontmatter ? links.slice(0, mostLinks).filter(({ label }) => label !== '' && finding.text.includes(label)) : links;
}

/** Ids of runs in a text of frontmatter, which holds no links. */
function runsIn({ inFrontmatter, text }: StatedFinding, { runsById }: KnowledgeGraph): RunId[] {
  if (!inFrontmatter) return [];
  const ids = text.match(/\brun\/[^\s`'"()[\],;]{1,200}\/\d{1,9}\b/gu) ?? [];
  // The pattern is that of the type; what names no run is found in no map.
  return (ids as RunId[]).filter((id) => runsById.has(id));
}

/** Commits in a text of frontmatter: 7 to 40 hex digits with a letter and a digit among them, as in the body. */
function commitsIn({ inFrontmatter, text }: StatedFinding): string[] {
  if (!inFrontmatter) return [];
  const words = text.match(/(?<![\p{L}\p{N}_/.#@=+-])[0-9a-f]{7,40}(?![\p{L}\p{N}_])/gu) ?? [];
  return words.filter((word) => /\d/.test(word) && /[a-f]/.test(word));
}

function reportRuns({ id, kind }: Entry, { links }: KnowledgeGraph): RunId[] {
  if (kind !== 'report') return [];
  return (links.get(id) ?? []).flatMap(({ relation, destination }) =>
    relation === 'runs' && destination.to === 'run' ? [destination.id] : [],
  );
}

function textsAt({ data }: Entry, key: string): string[] {
  const value = Object.hasOwn(data, key) ? data[key] : undefined;
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
