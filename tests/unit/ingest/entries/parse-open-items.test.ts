import { describe, expect, it } from 'vitest';
import { buildGraph } from '#graph/build-graph.ts';
import { bodyLines } from '#ingest/entries/body-lines.ts';
import { readOpenItems } from '#ingest/entries/parse-open-items.ts';
import { parseFile } from '#ingest/parse-file.ts';
import { openItemsOf } from '#schemas/open-items.ts';
import { entryPage } from '#views/entries/entry-page.ts';
import { createHref } from '#views/href.ts';
import { searchDocuments } from '#views/search-documents.ts';
import { expectLinear } from '../../../linear-time.ts';
import { makeContent } from '../../graph/make-content.ts';

/** `sort line text`, with `done` where it is. */
const items = (...lines: readonly string[]): string[] =>
  readOpenItems(bodyLines(lines.join('\n'), 0)).map(({ sort, line, text, done }) => `${sort}${done ? ' done' : ''} ${line} ${text}`);

describe('readOpenItems', () => {
  it('reads check boxes anywhere, and what the section says they are', () => {
    expect(items('- [ ] a box', '1. [x] a ticked one', '## Success criteria', '- [ ] one win', '- [X] noise known')).toEqual([
      'task 1 a box',
      'task done 2 a ticked one',
      'criterion 4 one win',
      'criterion done 5 noise known',
    ]);
  });

  it('reads the outermost list of a section: further in it explains, and a paragraph before it introduces', () => {
    expect(
      items(
        '## 4. Next Steps',
        'To use it:',
        '',
        '1. **Repeat** the base',
        '   - three seeds',
        '   on both machines',
        '',
        '2. Write it up',
        'with numbers',
      ),
    ).toEqual(['step 4 Repeat the base', 'step 8 Write it up with numbers']);
  });

  it('reads the paragraphs of a section without a list', () => {
    expect(items('## Blockers', 'The disk is full', 'on node 3.', '', '> a quote', '', '| a | table |', '## Results', 'Fine.')).toEqual([
      'blocker 2 The disk is full on node 3.',
    ]);
  });

  it('reads below a bold line or a label as far as its list reaches', () => {
    expect(
      items('**Next steps:**', '- a', '- b', '', 'Thanks to all.', '', '- Ada', '', 'Blockers:', '- no disk', '', 'Text', '', '- c'),
    ).toEqual(['step 2 a', 'step 3 b', 'blocker 10 no disk']);
  });

  it('reads what stands behind a label on its line', () => {
    expect(
      items(
        'Loss 0.97.',
        '',
        '**Next steps:** repeat the base',
        'with three seeds',
        '',
        '- **Blockers:** none',
        '- **Open question:** why?',
      ),
    ).toEqual(['step 3 repeat the base with three seeds', 'question 7 why?']);
  });

  it('goes on below headings that divide a section, and ends at a rule', () => {
    expect(items('## Next steps', '### Immediate', '- a', '### Later', '- b', '', '---', '', '- no step', '## Other', '- c')).toEqual([
      'step 3 a',
      'step 5 b',
    ]);
  });

  it('does not go on below them where the heading names something else too', () => {
    expect(items('## Synthesis and open questions', '- Does it scale?', '### Facts', '- It does not.')).toEqual([
      'question 2 Does it scale?',
    ]);
  });

  it('takes numbered headings and questions for the items that they are', () => {
    expect(
      items('## Open questions', '### 1. Does it transfer?', '- because', '### Reward design', '- unclear', '### 2.1 Scale', 'Text.'),
    ).toEqual(['question 2 Does it transfer?', 'question 5 unclear', 'question 6 Scale']);
  });

  it('takes of plain "Questions" only what asks something', () => {
    expect(items('## Questions', '- LibAFL', '- Does it run on Windows?', '## Open questions', '- Seasonal variation')).toEqual([
      'question 3 Does it run on Windows?',
      'question 5 Seasonal variation',
    ]);
  });

  it('closes a question that has its answer below it', () => {
    expect(items('## Open questions', '- Does it help?', '  - **Answer:** yes', '- And twice?')).toEqual([
      'question done 2 Does it help?',
      'question 4 And twice?',
    ]);
  });

  it('takes the same words once, done where any of them is', () => {
    expect(items('- [ ] Repeat it', '## Next steps', '- [x] repeat it.')).toEqual(['task done 1 Repeat it']);
  });

  it('finds nothing in code, comments and quotes, and no items that say there are none', () => {
    expect(
      items(
        '```',
        '- [ ] code',
        '```',
        '<!--',
        '- [ ] comment',
        '-->',
        '> - [ ] quote',
        '- x',
        '    ```',
        '    - [ ] inner code',
        '    ```',
        '## Blockers',
        '- None',
        '- N/A',
        '- –',
      ),
    ).toEqual([]);
  });

  it('takes of papers only the boxes', () => {
    const lines = bodyLines('## Open questions\n- Does it scale?\n- [ ] reproduce table 3', 0);
    expect(readOpenItems(lines, true).map(({ sort, text }) => [sort, text])).toEqual([['task', 'reproduce table 3']]);
  });

  it('takes time in proportion to the text', () => {
    for (const line of [
      '- [ ] a\n',
      '## Next steps\n- a\n',
      'Next: a\n\n',
      '  - a\n',
      '~~',
      '✅',
      '(done',
      '- a\n  - answer: b\n',
      '```\n',
      '    ```\n',
      '<!--',
    ])
      expectLinear(
        (count) => `## Next steps\n\n${line.repeat(count)}`,
        (text) => readOpenItems(bodyLines(text, 0)),
        20_000,
        { name: line },
      );
  });
});

describe('the open items of a real text', () => {
  it('are those of a state file: each question of its list', () => {
    const text = `# Lab State

Last updated: 2026-03-29

## Open Questions

- Is \`LOGIT_SOFTCAP=20\` the real optimum for the untied frontier, or just the best point we have bracketed so far?
- If output-path tuning starts to flatten, should the next family be residual-control simplification or skip-topology cleanup?
`;
    const [entry] = parseFile({ path: 'agent_lab/state.md', text, digest: 'd', problems: [] }).entries;
    expect(entry === undefined ? [] : openItemsOf(entry).map(({ sort, line, text: words }) => [sort, line, words.slice(0, 30)])).toEqual([
      ['question', 7, 'Is `LOGIT_SOFTCAP=20` the real'],
      ['question', 8, 'If output-path tuning starts t'],
    ]);
  });

  it('have an id in the HTML of the text and of a whole journal entry', () => {
    const page = parseFile({
      path: 'notes/a.md',
      text: '# A\n\n## To do\n\n- Repeat it\n\nNext steps: write it up\n',
      digest: 'd',
      problems: [],
    });
    const [repeat, write] = page.entries.flatMap((entry) => openItemsOf(entry));
    expect(page.bodies[0]?.html).toContain(`<li id="${repeat?.anchor ?? ''}">Repeat it</li>`);
    expect(page.bodies[0]?.html).toContain(`<p id="${write?.anchor ?? ''}">Next steps: write it up</p>`);
  });

  it('are no facts of a page, nor of the search, and no frontmatter of that name is taken for them', async () => {
    const text = '---\nopen items: [{ line: 3, text: x }]\nstatus: new\n---\n# A\n\n- [ ] Repeat it\n';
    const read = (source: string) => parseFile({ path: 'notes/a.md', text: source, digest: 'd', problems: [] }).entries;
    expect(read(text).flatMap((entry) => openItemsOf(entry))).toEqual([]);
    const entries = read(text.replace(/open items.*\n/, ''));
    const graph = buildGraph(makeContent({ entries }));
    const href = createHref({ base: '/', site: null, repository: null, folder: '' });
    expect(entries.flatMap((entry) => entryPage(entry, graph, href, []).facts.map(({ name }) => name))).toEqual(['Status']);
    const documents = await Array.fromAsync(searchDocuments(graph, () => Promise.resolve({ html: '' })));
    expect(documents.map(({ facts }) => facts)).toEqual([['Status: new']]);
  });

  it('are found in logs in JSON and as the script renders them', () => {
    const json = JSON.stringify({
      subject: 'Split',
      achievement: 'Done.',
      rationale: 'Leak.',
      next_steps: ['Repeat it'],
      body: '- [ ] Tell all',
    });
    const rendered =
      '# Split\n\n**Date:** 2026-01-04\n\n## Achievement\n\nDone.\n\n## Rationale\n\nLeak.\n\n## Next Steps\n\n- [ ] Repeat it\n';
    const found = [
      ['logs/a.json', json],
      ['logs/20260104-093000-split.md', rendered],
    ].map(([path = '', text = '']) =>
      parseFile({ path, text, digest: 'd', problems: [] }).entries.flatMap((entry) => openItemsOf(entry).map(({ text: words }) => words)),
    );
    expect(found).toEqual([['Repeat it', 'Tell all'], ['Repeat it']]);
  });
});
