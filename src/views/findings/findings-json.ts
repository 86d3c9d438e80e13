import type { Caveat, Finding } from '#graph/findings/finding.ts';
import { allFindings } from '#graph/findings/findings.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { Href } from '#views/href.ts';

/** `api/findings.json`: every finding by itself, newest first. */
export interface FindingsJson {
  readonly schema: 1;
  readonly findings: readonly {
    readonly id: string;
    readonly sort: Finding['sort'];
    readonly text: string;
    readonly url: string;
    /** The id of the entry that states it. */
    readonly entry: string;
    readonly date: string | null;
    readonly tags: readonly string[];
    readonly metric: string | null;
    readonly quality: Finding['quality'];
    /** Of a claim, whose it is, where its mark says so. */
    readonly source: string | null;
    readonly evidence: {
      readonly runs: readonly string[];
      readonly commits: readonly string[];
      readonly papers: readonly string[];
      readonly entries: readonly string[];
      /** Who names the runs and commits: the finding itself, or only its entry as a whole. */
      readonly named_by: 'finding' | 'entry' | null;
    };
    readonly caveats: readonly CaveatJson[];
  }[];
}

/** `by` is the id of the entry that says so; `runs` are those that do not count. */
interface CaveatJson {
  readonly why: Caveat['why'];
  readonly by: string | null;
  readonly sentence: string | null;
  readonly runs: readonly string[];
}

export function findingsJson(graph: KnowledgeGraph, href: Href): FindingsJson {
  return {
    schema: 1,
    findings: allFindings(graph).map(({ id, sort, text, entry, anchor, metric, quality, source, evidence, caveats }) => ({
      id,
      sort,
      text,
      url: href.entry(entry.id, anchor),
      entry: entry.id,
      date: entry.date,
      tags: entry.tags,
      metric,
      quality,
      source,
      evidence: {
        runs: evidence.runs,
        commits: evidence.commits,
        papers: evidence.papers,
        entries: evidence.entries,
        named_by: evidence.namedBy,
      },
      caveats: caveats.map(caveatJson),
    })),
  };
}

function caveatJson(caveat: Caveat): CaveatJson {
  return {
    why: caveat.why,
    by: 'by' in caveat ? caveat.by : null,
    sentence: 'sentence' in caveat ? caveat.sentence : null,
    runs: 'runs' in caveat ? caveat.runs : [],
  };
}
