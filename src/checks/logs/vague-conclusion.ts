import { problem } from '#diagnostics/catalogue.ts';
import type { Problem } from '#diagnostics/diagnostic.ts';
import { isVague, subjectOf } from '#graph/findings/quality.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { logsWithConclusions } from './conclusions.ts';

/** Advice for every conclusion of a log that is only a judgement, at its own line (seed `engineering-log-template.md`, "Conclusions Format"). */
export function* vagueConclusion(graph: KnowledgeGraph): Generator<Problem> {
  for (const { conclusions } of logsWithConclusions(graph)) {
    for (const { text, place } of conclusions)
      if (isVague(text)) yield problem('vague-conclusion', place, { conclusion: text, ...subjectOf(text) });
  }
}
