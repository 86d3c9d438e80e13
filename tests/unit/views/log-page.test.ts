import { describe, expect, it } from 'vitest';
import { runChecks } from '#checks/run-checks.ts';
import { buildGraph } from '#graph/build-graph.ts';
import { entryPage } from '#views/entries/entry-page.ts';
import type { Entry, Mention } from '#schemas/entry.ts';
import { findingAnchor } from '#schemas/finding-text.ts';
import { openAnchor } from '#schemas/open-items.ts';
import { createHref } from '#views/href.ts';
import { makeContent, makeEntry, makeReference } from '../graph/make-content.ts';

const href = createHref({ base: '/', site: null, repository: 'https://github.com/lab/rotary', folder: '' });

/** The page of a log with these keys, each conclusion on a line of its own. */
function pageOf(data: Readonly<Record<string, unknown>>, ...references: readonly string[]) {
  return pageWith({ data }, ...references);
}

function pageWith({ data = {}, ...stated }: Partial<Entry>, ...references: readonly string[]) {
  const conclusions = Array.isArray(data['conclusions']) ? data['conclusions'] : [];
  const places = Object.fromEntries(conclusions.map((_, index) => [`conclusions.${index}`, { line: index + 5, column: 5, endColumn: 9 }]));
  const log = makeEntry('log', 'logs/a.md', {
    ...stated,
    data,
    places,
    links: references.map((text) => makeReference('references', text)),
  });
  const graph = buildGraph(makeContent({ entries: [log] }));
  return entryPage(log, graph, href, runChecks(graph));
}

describe('the metrics of a log', () => {
  it('stand side by side, with N/A for a side that is missing and the change where both are numbers', () => {
    const metrics = {
      params: '164,212',
      failure_mode: 'Plateaus at 98%',
      custom_key: 'x',
      before: { accuracy: '97.98%', epochs: '300 epochs', failed: '12/50', loss: '0.9', val_bpb: '0.9985' },
      after: { accuracy: '98.5%', epochs: '200 epochs', loss: '0.90', val_bpb: '0.9979', speed: '2x' },
      delta: '+0.52%',
    };
    const { measures } = pageOf({ metrics });
    expect(measures?.comparison.map(({ name, before, after, change }) => [name, before.text, after.text, change])).toEqual([
      ['accuracy', '97.98%', '98.5%', '+0.52 pp (+0.53% relative)'],
      ['epochs', '300 epochs', '200 epochs', '−100 epochs (−33% relative)'],
      ['failed', '12/50', 'N/A', ''],
      ['loss', '0.9', '0.90', 'none'],
      ['val_bpb', '0.9985', '0.9979', '−0.0006 (−0.060% relative)'],
      ['speed', 'N/A', '2x', ''],
    ]);
    expect(measures?.values.map(({ name, value }) => [name, value.text])).toEqual([
      ['Parameters', '164,212'],
      ['custom_key', 'x'],
    ]);
    expect(measures).toMatchObject({ delta: '+0.52%', failureMode: 'Plateaus at 98%' });
  });

  it('have the parts that they name', () => {
    const parts = (accuracy: string) => pageOf({ metrics: { accuracy } }).measures?.values[0]?.value.parts;
    expect(parts('Action: 100%, Subject: 98.5%')).toEqual([
      { name: 'Action', value: '100%' },
      { name: 'Subject', value: '98.5%' },
    ]);
    expect(parts('98.5%, on the test split')).toEqual([]);
    expect(parts('12:30, 14:05')).toEqual([]);
  });

  it('may be one sentence a side', () => {
    const { measures } = pageOf({ metrics: { before: 'unstable', after: 'stable' } });
    expect(measures?.comparison).toMatchObject([{ name: '', before: { text: 'unstable' }, after: { text: 'stable' }, change: '' }]);
  });
});

describe('the findings of a log', () => {
  it('are marked where they hold a number, and where a check calls them vague', () => {
    const { conclusions } = pageOf({ conclusions: ['Loss fell by 3%', 'Training was more stable', 'Limited by category design'] });
    expect(conclusions.map(({ mark }) => mark)).toEqual(['quantified', 'vague', null]);
  });

  it('lead to steps, of which some are done', () => {
    expect(pageOf({ next_steps: ['Expand', '[x] Rerun', '[ ] Plot', '[1] is a citation', 'Expand.', 'None'] }).nextSteps).toEqual([
      { text: 'Expand', isDone: false, anchor: openAnchor('Expand') },
      { text: 'Rerun', isDone: true, anchor: openAnchor('Rerun') },
      { text: 'Plot', isDone: false, anchor: openAnchor('Plot') },
      { text: '[1] is a citation', isDone: false, anchor: openAnchor('[1] is a citation') },
      { text: 'Expand.', isDone: false, anchor: undefined },
      { text: 'None', isDone: false, anchor: undefined },
    ]);
  });

  it('rest on references, which lead to what they name, whatever they are written as', () => {
    const references = [
      'DeepSeek mHC paper (https://huggingface.co/papers/2512.24880)',
      'Chen et al., arXiv:2512.24880',
      `{'title': 'It\\'s a paper', "url": 'https://example.org/a', 'year': 2025}`,
      '{"title": "Bench", "content": "See PERFORMANCE.md"}',
      "{'f': __import__('os')}",
      'Prior log',
    ];
    const [fact] = pageOf({ references }, ...references).facts;
    expect(fact?.values.map(({ text, href: address }) => [text, address])).toEqual([
      [references[0], 'https://huggingface.co/papers/2512.24880'],
      [references[1], 'https://arxiv.org/abs/2512.24880'],
      ["It's a paper · https://example.org/a · year: 2025", 'https://example.org/a'],
      ['Bench · content: See PERFORMANCE.md', null],
      [references[4], null],
      ['Prior log', null],
    ]);
    expect(fact?.isLong).toBe(true);
  });

  it('name papers, which are not shown a second time as mentioned', () => {
    const references = ['Chen et al., arXiv:2512.24880', 'https://arxiv.org/abs/2401.00001v2', 'doi:10.1000/a.b'];
    const mentions = ['arXiv:2512.24880', 'arXiv:2401.00001', 'doi:10.1000/a.b', 'arXiv:2512.2488'].map((text): Mention => ({
      kind: 'paper',
      text,
      line: 3,
      column: 1,
      sentence: text,
    }));
    const { mentions: shown } = pageWith({ data: { references }, mentions }, ...references);
    expect(shown.papers.map(({ text }) => text)).toEqual(['arXiv:2512.2488']);
  });

  it('name commits, of which only hashes lead anywhere', () => {
    const [fact] = pageOf({ commits: ['abc1234', '0640555 - the split', 'pending'] }).facts;
    expect(fact?.values.map(({ href: address }) => address)).toEqual([
      'https://github.com/lab/rotary/commit/abc1234',
      'https://github.com/lab/rotary/commit/0640555',
      null,
    ]);
  });
});

describe('the findings of a log', () => {
  it('have the places that their addresses end in: of the same text twice the first', () => {
    const page = pageOf({
      conclusions: ['Loss fell by 0.011', '**Loss** fell by 0.011.', 'Seeds agree'],
      metrics: { failure_mode: 'Diverges above 24 steps' },
    });
    expect(page.conclusions.map(({ anchor }) => anchor)).toEqual([
      findingAnchor('Loss fell by 0.011'),
      undefined,
      findingAnchor('Seeds agree'),
    ]);
    expect(page.failure).toEqual({ anchor: findingAnchor('Diverges above 24 steps'), caveats: [] });
  });
});
