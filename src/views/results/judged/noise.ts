import type { Noise, StratumJudgement } from '#graph/judgement/judgement.ts';
import type { KnowledgeGraph } from '#graph/knowledge-graph.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { Href } from '#views/href.ts';
import type { Amounts } from './amounts.ts';
import { phrase, type Phrase } from './phrase.ts';
import { runLinks } from './run-links.ts';

/** Fewer baselines than this leave less than two degrees of freedom. */
const fewestBaselines = 3;

/** `σ 0.0012 bpb, between 0.0007 and 0.0035, from 5 baselines and 3 replicates; 6 degrees of freedom`. */
export function noiseText(noise: Noise, amounts: Amounts): string {
  const { sigma, low, high, degrees } = noise;
  return `σ ${amounts.spread(sigma)}, between ${amounts.bareSpread(low)} and ${amounts.bareSpread(high)}, from ${restsOn(noise)}; ${counted(degrees, 'degree', 'degrees')} of freedom`;
}

/** `5 baselines and 7 replicates of 2 configurations`. */
export function restsOn({ groups }: Pick<Noise, 'groups'>): string {
  const size = (of: Noise['groups'][number]['of']): number =>
    groups.reduce((sum, group) => sum + (group.of === of ? group.runs.length : 0), 0);
  const [baselines, replicates] = [size('baselines'), size('replicates')];
  const configurations = groups.filter(({ of }) => of === 'replicates').length;
  return [
    ...(baselines === 0 ? [] : [counted(baselines, 'baseline', 'baselines')]),
    ...(replicates === 0
      ? []
      : [`${counted(replicates, 'replicate', 'replicates')}${configurations > 1 ? ` of ${configurations} configurations` : ''}`]),
  ].join(' and ');
}

/** Why the noise of a stratum is unknown, and what would tell: `there is 1 baseline (run 1); two more would tell`. */
export function noiseMissingText(
  { noiseMissing, baselines: { runs, source } }: StratumJudgement,
  graph: KnowledgeGraph,
  href: Href,
): Phrase {
  if (noiseMissing === 'no spread')
    return phrase`all repetitions have the very same value, which says nothing of how much runs differ; does the seed vary?`;
  if (runs.length === 0) return phrase`there is no baseline; three would tell`;
  if (source === 'first scored row')
    return phrase`three baselines would tell; the table names none, so its first row with a value is taken for one (${runLinks(runs, graph, href)})`;
  const [are, more] = [runs.length === 1 ? 'is' : 'are', runs.length + 1 < fewestBaselines ? 'two more' : 'one more'];
  return phrase`there ${are} ${counted(runs.length, 'baseline', 'baselines')} (${runLinks(runs, graph, href)}); ${more} would tell`;
}
