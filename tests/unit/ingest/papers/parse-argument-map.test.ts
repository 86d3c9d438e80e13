import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseArgumentMap } from '#ingest/papers/parse-argument-map.ts';
import type { ArgumentMap } from '#schemas/argument-map.ts';
import { expectLinear } from '../../../linear-time.ts';

const parse = (text: string) => parseArgumentMap({ path: 'papers/x_analysis.argdown', text, digest: 'd', problems: [] });
const codesOf = (text: string) => parse(text).problems.map(({ code, line, column }) => `${code} ${line}:${column}`);

function mapOf(text: string): ArgumentMap {
  const { argumentMap } = parse(text);
  if (argumentMap === null) throw new Error('no map');
  return argumentMap;
}

/** `A supports B` */
function relationsOf(text: string): string[] {
  const { nodes, relations } = mapOf(text);
  const name = (index: number): string => nodes[index]?.title || (nodes[index]?.text ?? '');
  return relations.map(({ from, to, kind }) => `${name(from)} ${kind} ${name(to)}`);
}

describe('parseArgumentMap', () => {
  it('reads claims with their text, tags, credence and reason, keys in any order', () => {
    expect(mapOf('[Claim]: Rotary wins. #observation #(two words)\n  {reason: "many runs: 12", credence: 0.92}\n').nodes).toEqual([
      {
        is: 'statement',
        title: 'Claim',
        text: 'Rotary wins.',
        tags: ['observation', 'two words'],
        links: [],
        credence: 0.92,
        inference: null,
        reason: 'many runs: 12',
        steps: [],
        line: 1,
      },
    ]);
  });

  it('reads every relation sign in both directions, nested by indentation', () => {
    const text = ['[A]: a', '  + <B>: b', '    - [C]: c', '  <- [D]: d', '  _ <E>', '  +> [F]', '  -> [G]', '  >< [H]: h', ''].join('\n');
    expect(relationsOf(text)).toEqual([
      'C attack B',
      'B support A',
      'D attack A',
      'E undercut A',
      'A support F',
      'A attack G',
      'A contradictory H',
    ]);
  });

  it('gives a premise–conclusion structure to the argument above it, and the relations of the argument to its conclusion', () => {
    const text = [
      '[Thesis]: t',
      '  + <Proof>',
      '',
      '<Proof>',
      '',
      '(1) [P]: p {credence: 0.9}',
      '-- modus ponens, uniform --',
      '(2) [C]: c',
      '    {inference: 0.7}',
      '  +> [Thesis]',
      '',
    ].join('\n');
    const { nodes } = mapOf(text);
    expect(nodes.map(({ title }) => title)).toEqual(['Thesis', 'Proof', 'P', 'C']);
    expect(nodes[1]?.steps).toEqual([
      { role: 'premise', statement: 2, rules: [] },
      { role: 'conclusion', statement: 3, rules: ['modus ponens', 'uniform'] },
    ]);
    expect(nodes[3]?.inference).toBe(0.7);
    expect(relationsOf(text)).toEqual(['C support Thesis']);
  });

  it('takes the title from frontmatter between ===, else from the first heading', () => {
    expect(mapOf('===\ntitle: Why rotary\n===\n\n# Other\n\n[A]: a\n').title).toBe('Why rotary');
    expect(mapOf('# Other *words*\n\n[A]: a\n').title).toBe('Other words');
    expect(mapOf('[A]: a\n').title).toBeNull();
  });

  it('leaves the three styles of comments out of texts', () => {
    expect(mapOf('// one\n[A]: a /* two\n two */ b <!-- three --> c\n').nodes.map(({ text }) => text)).toEqual(['a b c']);
  });

  it('reads addresses and words with _ or * as they are written, which Argdown takes for comments and emphasis', () => {
    const [node] = mapOf('[val_bpb]: val_bpb is 2*3 of train_bpb, see https://example.org/a_b#c {credence: 1}\n').nodes;
    expect(node).toMatchObject({
      title: 'val_bpb',
      text: 'val_bpb is 2*3 of train_bpb, see https://example.org/a_b#c',
      tags: [],
      credence: 1,
    });
  });

  it('reads links as their words, keeps web addresses as sources, and quotations as lines of their own', () => {
    const [node] = mapOf(
      '[A]: As [Lee](https://example.org/lee) says.\n  [Ali 2016](https://example.org/ali) [kept](evidence/x.md)\n  > "quoted"\n',
    ).nodes;
    expect(node?.text).toBe('As Lee says.\n> "quoted"');
    expect(node?.links).toEqual([
      { text: 'Lee', url: 'https://example.org/lee' },
      { text: 'Ali 2016', url: 'https://example.org/ali' },
    ]);
    expect(mapOf('[A]: [x](javascript:alert(1))\n').nodes[0]?.links).toEqual([]);
  });

  it('takes a credence from 0 to 1 or with a percent sign, and reports any other at its place', () => {
    const credenceOf = (written: string) => mapOf(`[A]: a {credence: ${written}}\n`).nodes[0]?.credence;
    expect(['0', '1', '.5', '0.125', '92%', '"0.4"'].map(credenceOf)).toEqual([0, 1, 0.5, 0.125, 0.92, 0.4]);
    expect(['92', '-0.1', 'high', '1e-1', 'NaN'].map(credenceOf)).toEqual([null, null, null, null, null]);
    expect(codesOf('[A]: a\n  {reason: x, credence: 92}\n')).toEqual(['invalid-credence 2:25']);
  });

  it('keeps the first of two credences and names the second', () => {
    const text = '[A]: a {credence: 0.8}\n\n[A] {credence: 0.6}\n';
    expect(mapOf(text).nodes[0]?.credence).toBe(0.8);
    expect(codesOf(text)).toEqual(['second-credence 3:16']);
  });

  it('reads data over several lines, with braces or as plain lines, CRLF too', () => {
    for (const text of ['[A]: a\n{\n  credence: 0.3,\n  reason: "r"\n}\n', '[A]: a\n{\n  credence: 0.3\n  reason: r\n}\n'])
      for (const written of [text, text.replaceAll('\n', '\r\n')])
        expect(mapOf(written).nodes[0]).toMatchObject({ text: 'a', credence: 0.3, reason: 'r' });
  });

  it('shows a claim without its data where that is no mapping, and says where', () => {
    expect(mapOf('[A]: a {credence: 0.8, "why"; no}\n').nodes).toHaveLength(1);
    expect(codesOf('[A]: a {credence: 0.8, "why"; no}\n')).toEqual(['invalid-map-data 1:29']);
  });

  it('draws nothing of an invalid map and reports each paragraph at its line and column', () => {
    const text = '[A]: a\n\n  + [B]\n\n[C]: c\n\n- no\n  - parent\n';
    expect(mapOf(text)).toMatchObject({ isValid: false, nodes: [], relations: [] });
    expect(codesOf(text)).toEqual(['invalid-argument-map 3:3']);
    expect(codesOf('[A]: a\r\n\r\n(1) p\r\n\r\n[B]: b\r\n\r\n')[0]).toMatch(/^invalid-argument-map [34]:/);
    expect(parse(text).bodies).toEqual([{ html: '', markdown: text }]);
  });

  it('keeps names such as constructor and __proto__ apart from what they are in JavaScript', () => {
    const text = '[__proto__]: a {credence: 0.5, __proto__: {polluted: 1}}\n  + <constructor>: b\n  - [toString]: c\n';
    expect(relationsOf(text)).toEqual(['constructor support __proto__', 'toString attack __proto__']);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('refuses what is too large, never closed or nested too deeply', () => {
    for (const text of [
      '[A]: a\n'.repeat(100_000),
      '{a: '.repeat(10_000),
      '/* '.repeat(10_000),
      '[A]: ' + '**b '.repeat(20_000),
      `x${'['.repeat(50_000)}`,
    ])
      expect(codesOf(text)).toEqual(['unreadable-argument-map 1:1']);
  });

  it('reads what is never closed in linear time', () => {
    for (const bracket of ['[', '<', '(', '{', '@[', '#(', '=', '\\', '<!--', '--\n', '- ', '[a](', '}', ')', '_a ', '"'])
      expectLinear((count) => `[A]: a ${bracket.repeat(count)}\n`, parse, 10_000, { name: bracket });
  }, 60_000);

  it('never throws, and its nodes and relations are within the map', () => {
    const pieces = [
      '[A]',
      '[B]: b',
      '<C>',
      '<D>: d',
      ' ',
      '\n',
      '\n\n',
      '  ',
      '    ',
      '+ ',
      '- ',
      '_ ',
      '>< ',
      '+> ',
      '-> ',
      '(1) ',
      '(2) ',
      '----',
      '-- r --',
    ];
    const further = [
      '{credence: 0.5}',
      '{',
      '}',
      '#tag',
      '===',
      '// c',
      '/*',
      '*/',
      '# ',
      '* ',
      '1. ',
      '\\',
      '\r\n',
      'x',
      '*',
      '__',
      ':',
      '@[A]',
      '\u2028',
      '\0',
    ];
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...pieces, ...further), { maxLength: 40 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, (written) => {
        const { nodes, relations, lastLine } = mapOf(written);
        for (const { from, to } of relations) expect(nodes[from] !== undefined && nodes[to] !== undefined).toBe(true);
        for (const { steps, line } of nodes) {
          expect(steps.every(({ statement }) => nodes[statement] !== undefined)).toBe(true);
          expect(line).toBeLessThanOrEqual(lastLine);
        }
      }),
      { numRuns: 500 },
    );
  });
});
