import type { Random } from './random.ts';

/** What research notes are about here: enough words for titles and sentences that differ. Invented, and called so in the corpus. */
export const techniques = [
  'Rotary embedding', 'Orthogonal init', 'Gradient clipping', 'Cosine decay', 'Label smoothing', 'Weight averaging', 'Layer scaling', 'Query normalization',
  'Sparse attention', 'Token dropping', 'Mixed precision', 'Activation checkpointing', 'Curriculum order', 'Deduplicated data', 'Longer warmup', 'Tied embeddings',
  'Gated units', 'Value residuals', 'Logit capping', 'Second-order steps', 'Batch ramp', 'Spectral norm', 'Byte pairs', 'Sequence packing',
] as const; // prettier-ignore
export const places = [
  'attention heads', 'the feed-forward block', 'the output layer', 'the embedding table', 'early layers', 'late layers', 'the residual stream', 'the optimizer',
  'the data loader', 'the tokenizer', 'long contexts', 'rare tokens', 'the evaluation split', 'the warmup phase', 'small batches', 'the decoder',
] as const; // prettier-ignore
export const settings = [
  'at width 256',
  'at width 512',
  'at width 768',
  'with 12 layers',
  'with 24 layers',
  'under 8-bit weights',
  'on one GPU',
  'over three seeds',
  'with half the data',
] as const;

const sentences = [
  'The loss fell by {pct}% within the first {n} steps and then followed the baseline.',
  'Throughput stayed at {n} tokens a second, {pct}% below what the estimate had promised.',
  'Seeds differed by 0.00{d}, which is less than the effect that we look for.',
  'Without {what} the run diverged after {n} steps; with it none of five runs did.',
  'Most of the gain comes from {where}, since freezing everything else keeps {pct}% of it.',
  'We kept the schedule of the baseline so that only one thing changes.',
  'Memory rose from {d}.2 GB to {d}.9 GB, which still fits the smaller card.',
  'The evaluation split is fixed, and its order is the same for every run.',
  'A first attempt failed because the mask was applied twice in {where}.',
  'Profiling showed {pct}% of the time in {where}, not in the matrix products.',
  'The effect is larger for long documents and vanishes below {n} tokens.',
  'It is cheap to test: one flag, one run of {d} minutes, three seeds.',
  'Gradient norms were logged every {d} steps and never exceeded {d}.5.',
  'Compared with {what}, the change touches fewer lines and is easier to revert.',
  'What remains open is whether the result holds at twice the width.',
  'Two of the {d} runs were repeated on another machine and agree to the third digit.',
  'The authors report a larger gain, but with a tokenizer that we do not use.',
  'A sweep over {d} values found a flat optimum, so the default is good enough.',
  'The run {run} shows it best: its loss stays level where others rise.',
  'We stopped {run} by hand after {n} steps, because the clock said it would miss the deadline.',
  'Reading the code again, {where} never received a gradient in {run}.',
  'An ablation without {what} costs {pct}% of the gain.',
  'Whoever repeats this should pin the data order first.',
  'The plot of the norms is the clearest evidence; the averages hide it.',
  'After warmup the curves of {run} and {run} cannot be told apart.',
  'Half precision changes the result in the fourth digit, which does not matter here.',
  'Evaluation took {d} minutes and is now the slowest part of the loop.',
  'The estimate was {d} hours, the actual time {pct}% more.',
  'A bug in {where} had made the baseline look worse than it is.',
  'Restarting from the checkpoint at step {n} gives the same curve.',
  'The paper tests only small models, so the claim may not carry over.',
  'Combined with {what} the effect adds up, which speaks for different causes.',
] as const;

const adjectives = [
  'calm',
  'bright',
  'happy',
  'quiet',
  'brisk',
  'amber',
  'mellow',
  'silver',
  'narrow',
  'early',
  'crisp',
  'gentle',
  'rapid',
  'sunny',
  'hollow',
  'proud',
] as const;
const animals = [
  'narwhal',
  'dolphin',
  'heron',
  'badger',
  'otter',
  'falcon',
  'lynx',
  'marten',
  'plover',
  'weasel',
  'ibis',
  'gecko',
  'tapir',
  'walrus',
  'magpie',
  'beaver',
] as const;

/** So many paragraphs of plausible research prose. */
export function paragraphs(random: Random, count: number): string {
  return Array.from({ length: count }, () => paragraph(random)).join('\n\n');
}

export function paragraph(random: Random): string {
  const first = random.between(0, sentences.length - 1);
  const step = random.pick([3, 5, 7, 11]);
  // Steps that have no factor in common with the number of sentences repeat none within a paragraph.
  return Array.from({ length: random.between(3, 6) }, (_, index) =>
    filled(random, sentences[(first + index * step) % sentences.length] ?? sentences[0]),
  ).join(' ');
}

export function sentence(random: Random): string {
  return filled(random, random.pick(sentences));
}

function filled(random: Random, form: string): string {
  return form
    .replaceAll('{pct}', () => String(random.between(2, 60)))
    .replaceAll('{n}', () => String(random.between(2, 90) * 100))
    .replaceAll('{d}', () => String(random.between(3, 9)))
    .replaceAll('{run}', () => `${random.pick(adjectives)}-${random.pick(animals)}-${random.between(1, 99)}`)
    .replaceAll('{what}', () => random.pick(techniques).toLowerCase())
    .replaceAll('{where}', () => random.pick(places));
}

/** Something that is not prose, as notes have it: mostly code or a table, now and then math or a diagram. */
export function exhibit(random: Random): string {
  const draw = random.next();
  if (draw < 0.4) return code(random);
  if (draw < 0.75) return table(random);
  if (draw < 0.9)
    return `The penalty is $\\lambda \\lVert W^\\top W - I \\rVert^2$ with $\\lambda = 0.0${random.between(1, 9)}$:\n\n$$\nL = L_0 + \\lambda \\sum_{i=1}^{${random.between(2, 24)}} \\lVert W_i^\\top W_i - I \\rVert^2\n$$`;
  return `\`\`\`mermaid\nflowchart LR\n  data[${random.between(2, 9)} shards] --> train[train ${random.between(100, 900)} steps]\n  train --> eval[evaluate]\n  eval --> results[results.tsv]\n\`\`\``;
}

function code(random: Random): string {
  const width = random.pick([128, 256, 512, 768]);
  return random.chance(0.6)
    ? `\`\`\`python\ndef project(x, weight, scale=${random.between(1, 9) / 10}):\n    """Projects the residual back onto the manifold."""\n    basis = orthogonal(weight[:, :${width}])\n    for step in range(${random.between(2, 12)}):\n        x = x - scale * (x @ basis) @ basis.T  # keeps the norm\n    return x\n\`\`\``
    : `\`\`\`bash\npython train.py --width ${width} --steps ${random.between(10, 90) * 100} --seed ${random.between(1, 5)} \\\n  | tee run.out\ngrep val_bpb run.out | tail -1\n\`\`\``;
}

function table(random: Random): string {
  const rows = Array.from(
    { length: random.between(3, 6) },
    (_, index) => `| ${index + 1} | 0.9${random.between(600, 999)} | ${random.between(40, 400)} s | ${random.pick(techniques)} |`,
  );
  return ['| seed | val_bpb | time | note |', '| ---: | ---: | ---: | --- |', ...rows].join('\n');
}
