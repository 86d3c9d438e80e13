import type { Noise, NullFrontier, StratumJudgement } from '#graph/judgement/judgement.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { Href } from '#views/href.ts';
import { statisticText, type Amounts } from './amounts.ts';
import { baselinesText } from './baselines.ts';
import { inputTable, methodSection, type MethodSection } from './method-section.ts';
import { noiseMissingText, restsOn } from './noise.ts';
import { phrase } from './phrase.ts';
import { runLinks } from './run-links.ts';

/** How much runs of the very same thing differ, and what that rests on. */
export function noiseSection(stratum: StratumJudgement, amounts: Amounts, graph: KnowledgeGraph, href: Href): MethodSection {
  const baselines = baselinesText(stratum, graph, href);
  const source = baselines === null ? [] : [{ name: 'Baselines', value: baselines }];
  const { noise } = stratum;
  if (noise === null)
    return methodSection('noise', 'Noise', {
      text: [
        phrase`Two runs of the very same thing differ. By how much must be measured before any difference means something, and here it is not: ${noiseMissingText(stratum, graph, href)}.`,
        phrase`Run the unchanged baseline three times and record each run with ${{ code: 'priors record --status baseline …' }}, or repeat one configuration three times more, with other seeds. The spread of all attempts is no measure of noise: attempts differ because they are different things.`,
      ],
      inputs: source,
    });
  return methodSection('noise', 'Noise', {
    text: [
      phrase`Two runs of the very same thing differ. σ says by how much: the standard deviation between runs, pooled over ${restsOn(noise)}. The first run of a configuration was chosen for its value and does not count; of several runs with one seed only the first does.`,
      phrase`A standard deviation from few runs is itself uncertain, so it has a 95 % interval, from the χ² distribution.`,
    ],
    formulas: ['pooled noise', 'noise interval'],
    inputs: [...source, ...noiseInputs(noise, amounts)],
    table: inputTable(
      'What the noise was pooled over',
      [
        { name: 'Runs', numeric: false },
        { name: 'n', numeric: true },
        { name: 'Mean', numeric: true },
        { name: 'Standard deviation', numeric: true },
      ],
      noise.groups,
      ({ of, runs, mean, sigma }) => [
        phrase`${of === 'baselines' ? 'Baselines' : 'Replicates'}: ${runLinks(runs, graph, href)}`,
        phrase`${runs.length}`,
        [amounts.value(mean)],
        [amounts.bareSpread(sigma)],
      ],
    ),
  });
}

/** σ, its interval and its degrees of freedom. */
export function noiseInputs({ sigma, low, high, degrees }: Noise, amounts: Amounts): MethodSection['inputs'] {
  return [
    { name: 'σ', value: [`${amounts.spread(sigma)} (95 % interval ${amounts.bareSpread(low)} to ${amounts.bareSpread(high)})`] },
    { name: 'Degrees of freedom ν', value: [degrees.toLocaleString('en-US')] },
  ];
}

/** What the best of many runs would be if none of them changed anything. */
export function frontierSection(frontier: NullFrontier, noise: Noise, amounts: Amounts): MethodSection {
  const { runs, baselines, mean, c, value } = frontier;
  return methodSection('frontier', 'What luck alone gives', {
    text: [
      phrase`The best of many runs looks good even if none of them changed anything. Of ${counted(runs, 'run', 'runs')} that differ from the baselines by noise alone, the best is no better than ${amounts.value(value)} in 19 of 20 tables. Only a best beyond that is called suggestive, and the number of runs is all scored runs of the table, not only those up to the best.`,
      phrase`The mean of the baselines and σ are themselves known from few runs only; c accounts for both.`,
    ],
    formulas: ['null frontier'],
    inputs: [
      { name: 'Scored runs N', value: [runs.toLocaleString('en-US')] },
      { name: 'Baselines n', value: [baselines.toLocaleString('en-US')] },
      ...noiseInputs(noise, amounts),
      { name: 'Mean of the baselines', value: [amounts.value(mean)] },
      { name: 'c', value: [statisticText(c)] },
      {
        name: 'Null frontier',
        value: [
          `${amounts.value(mean)} ${value < mean ? '−' : '+'} ${statisticText(c)} × ${amounts.bareSpread(noise.sigma)} = ${amounts.value(value)}`,
        ],
      },
    ],
  });
}
