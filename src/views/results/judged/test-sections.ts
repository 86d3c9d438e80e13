import type { Comparison, ConfirmationTest, Noise } from '#graph/judgement/judgement.ts';
import type { KnowledgeGraph, Results } from '#graph/knowledge-graph.ts';
import type { RunId } from '#schemas/entry.ts';
import type { Href } from '#views/href.ts';
import { effectText, levelText, probabilityText, statisticText, type Amounts } from './amounts.ts';
import { comparedRuns } from './compared-runs.ts';
import { methodSection, mostInputRows, type MethodSection } from './method-section.ts';
import { noiseInputs } from './noise-sections.ts';
import { joined, phrase, type Phrase } from './phrase.ts';
import type { JudgedFact } from './table-facts.ts';
import { runLink } from './run-links.ts';

/** How one run was compared with its incumbent. */
export function comparisonSection(
  id: RunId,
  comparison: Comparison,
  noise: Noise | null,
  results: Results,
  amounts: Amounts,
  graph: KnowledgeGraph,
  href: Href,
): MethodSection {
  const { incumbent, by, n, mean, difference, effect, t, critical } = comparison;
  const others = comparedRuns(comparison, graph);
  return methodSection('comparison', 'Compared with its incumbent', {
    text: [
      phrase`A run is compared with ${by === 'parent' ? 'the parent that its row names' : 'the best kept run before it, as its row names no parent that was measured the same way'}: ${runLink(incumbent, graph, href)}. ${noise === null ? 'While the noise is unknown, a difference is only a number.' : 'One run has no spread of its own: the noise of the table stands in for it.'}`,
    ],
    formulas: noise === null ? [] : ['one run'],
    inputs: [
      valuesFact('This run', [id], results, graph, href),
      valuesFact('Other side', others, results, graph, href),
      ...(n === 1 ? [] : [{ name: 'Its mean', value: [amounts.value(mean)] }]),
      { name: 'Its n', value: [n.toLocaleString('en-US')] },
      { name: 'Difference Δ', value: [differenceOf(difference, amounts)] },
      ...(noise === null ? [] : noiseInputs(noise, amounts)),
      ...(effect === null ? [] : [{ name: 'Effect Δ/σ', value: [`${effect < 0 ? '−' : ''}${effectText(effect)}`] }]),
      ...(t === null || noise === null
        ? []
        : [
            {
              name: 't',
              value: [
                `${difference < 0 ? '−' : ''}${amounts.difference(difference)} / (${amounts.bareSpread(noise.sigma)} × √(1 + 1/${n})) = ${statisticText(t)}`,
              ],
            },
          ]),
      ...(critical === null ? [] : [{ name: 'Ahead from', value: [`t = ${statisticText(critical)} (one-sided, 5 %)`] }]),
    ],
  });
}

/** The one test of a configuration's fresh replicates. */
export function confirmationSection(
  test: ConfirmationTest,
  results: Results,
  amounts: Amounts,
  graph: KnowledgeGraph,
  href: Href,
): MethodSection {
  const { position, level, against, runs, otherRuns, difference, low, high, t, degrees, p, hedgesG, mannWhitney, passed } = test;
  return methodSection('confirmation', 'Test of its fresh replicates', {
    text: [
      phrase`The first run of a configuration was chosen for its value, so it never counts. The repetitions after it are tested once, when as many are there as were asked for, against ${against === 'baselines' ? 'the baselines' : 'the fresh replicates of its incumbent'}. Every further test of a table must pass a stricter level, so that testing many things confirms nothing by luck.`,
    ],
    formulas: ['welch', 'hedges', 'level'],
    inputs: [
      valuesFact('Fresh replicates', runs, results, graph, href),
      valuesFact(against === 'baselines' ? 'Baselines' : 'Of its incumbent', otherRuns, results, graph, href),
      { name: 'Difference', value: [differenceOf(difference, amounts)] },
      { name: '95 % interval', value: [`${differenceOf(low, amounts)} to ${differenceOf(high, amounts)}`] },
      { name: 't', value: [statisticText(t)] },
      { name: 'Degrees of freedom', value: [statisticText(degrees)] },
      { name: 'One-sided', value: [probabilityText(p)] },
      { name: 'Level', value: [`${levelText(level)}: test ${position} of this table (j = ${position})`] },
      { name: 'Hedges’ g', value: [statisticText(hedgesG)] },
      ...(mannWhitney === null
        ? []
        : [
            { name: 'Mann–Whitney, for comparison', value: [`one-sided ${probabilityText(mannWhitney)}, without assuming a distribution`] },
          ]),
      { name: 'Outcome', value: [passed ? 'passed: confirmed' : 'not passed'] },
    ],
  });
}

/** `0.0041 better`, `0.0041 worse`. */
function differenceOf(difference: number, amounts: Amounts): string {
  return difference === 0 ? 'none' : `${amounts.difference(difference)} ${difference < 0 ? 'worse' : 'better'}`;
}

/** The values of some runs, as written, each leading to its run. */
function valuesFact(name: string, ids: readonly RunId[], { metric }: Results, graph: KnowledgeGraph, href: Href): JudgedFact {
  const values = ids.slice(0, mostInputRows).map((id): Phrase => {
    const cell = metric.name === null ? '' : (graph.runsById.get(id)?.run.cells[metric.name] ?? '').trim();
    return phrase`${cell} (${runLink(id, graph, href)})`;
  });
  const more = ids.length - values.length;
  return { name, value: joined(more > 0 ? [...values, [`${more.toLocaleString('en-US')} more`]] : values, ', ') };
}
