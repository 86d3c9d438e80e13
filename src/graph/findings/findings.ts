import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import type { EntryId } from '#schemas/entry.ts';
import { createCaveats } from './caveats.ts';
import { statedFindings } from './entry-findings.ts';
import { createEvidence } from './evidence.ts';
import type { Finding } from './finding.ts';
import { createMetricFinder } from './metric-in-text.ts';
import { qualityOf } from './quality.ts';

const known = new WeakMap<KnowledgeGraph, ReadonlyMap<EntryId, readonly Finding[]>>();

/** The findings of each entry that has any, in the order of the graph's entries: newest first. Made once a graph; linear in its entries and links. */
export function findingsByEntry(graph: KnowledgeGraph): ReadonlyMap<EntryId, readonly Finding[]> {
  const made = known.get(graph) ?? gather(graph);
  known.set(graph, made);
  return made;
}

/** All findings of a workspace, those of the newest entry first. */
export function allFindings(graph: KnowledgeGraph): Finding[] {
  return [...findingsByEntry(graph).values()].flat();
}

function gather(graph: KnowledgeGraph): ReadonlyMap<EntryId, readonly Finding[]> {
  const [evidenceOf, caveatsOf, metricIn] = [createEvidence(graph), createCaveats(graph), createMetricFinder(graph)];
  const found = new Map<EntryId, readonly Finding[]>();
  for (const entry of graph.entries) {
    const findings = statedFindings(entry).map((stated): Finding => {
      const judged = { ...stated, quality: qualityOf(stated.text), evidence: evidenceOf(entry, stated) };
      return {
        ...judged,
        id: `${entry.id}#${stated.anchor}`,
        entry,
        metric: metricIn(stated.text),
        caveats: caveatsOf(entry, judged),
      };
    });
    if (findings.length > 0) found.set(entry.id, findings);
  }
  return found;
}
