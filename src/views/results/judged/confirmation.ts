import type { Confirmation, ConfirmationTest } from '#graph/judgement/judgement.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { Href } from '#views/href.ts';
import { levelText, probabilityText, statisticText, tText, type Amounts } from './amounts.ts';
import { phrase, sentences, type Phrase } from './phrase.ts';
import { runLinks } from './run-links.ts';

/** `2 of 5 fresh replicates`, or what the one test of them showed. */
export function confirmationText({ have, need, test }: Confirmation, amounts: Amounts, graph: KnowledgeGraph, href: Href): Phrase {
  if (test !== null) return testText(test, amounts, graph, href);
  if (have < need)
    return phrase`${have} of ${counted(need, 'fresh replicate', 'fresh replicates')}; the test is made once, when the last is there.`;
  return phrase`${counted(have, 'fresh replicate is', 'fresh replicates are')} there, and nothing to test them against yet: what they are compared with needs two of its own.`;
}

/** The test in a sentence with its numbers: Welch's t, one-sided, against the level of its place in the file. */
function testText(test: ConfirmationTest, amounts: Amounts, graph: KnowledgeGraph, href: Href): Phrase {
  const { difference, low, high, t, degrees, p, level, position, hedgesG, passed, runs, otherRuns, against } = test;
  const others = phrase`${against === 'baselines' ? 'the baselines' : 'those of its incumbent'} (${runLinks(otherRuns, graph, href)})`;
  const relation = difference < 0 ? 'worse' : 'better';
  return sentences(
    phrase`${counted(runs.length, 'fresh replicate', 'fresh replicates')} (${runLinks(runs, graph, href)}), on average ${amounts.difference(difference)} ${relation} than ${others}.`,
    phrase`95 % interval of the difference: ${signed(low, amounts)} to ${signed(high, amounts)} better.`,
    phrase`Welch’s ${tText(t)} with ${statisticText(degrees)} degrees of freedom, one-sided ${probabilityText(p)}; level ${levelText(level)}, as test ${position} of this table: ${passed ? 'passed' : 'not passed'}. Hedges’ g = ${statisticText(hedgesG)}.`,
  );
}

/** An oriented difference: positive is better. */
function signed(difference: number, amounts: Amounts): string {
  return `${difference < 0 ? '−' : ''}${amounts.difference(difference)}`;
}
