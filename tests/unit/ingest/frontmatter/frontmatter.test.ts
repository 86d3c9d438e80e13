import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrontmatter } from '#ingest/frontmatter/frontmatter.ts';

const read = (text: string) => readFrontmatter('ideas/x.md', text);
const problemsOf = (text: string) => read(text).problems.map(({ code, line, column, endColumn }) => ({ code, line, column, endColumn }));

describe('readFrontmatter', () => {
  it('divides a file into raw values and body, with places in the file', () => {
    const { data, body, bodyFirstLine, keyPlaces, valuePlaces, problems } = read(
      '---\ntitle: Rotary\ntags: [a, b]\nmetrics:\n  before: { loss: 1 }\n---\nText\n',
    );
    expect({ ...data }).toEqual({ title: 'Rotary', tags: ['a', 'b'], metrics: { before: { loss: '1' } } });
    expect({ body, bodyFirstLine, problems }).toEqual({ body: 'Text\n', bodyFirstLine: 7, problems: [] });
    expect(keyPlaces['tags']).toEqual({ line: 3, column: 1, endColumn: 5 });
    expect(valuePlaces['tags.1']).toEqual({ line: 3, column: 11, endColumn: 12 });
    expect(valuePlaces['metrics.before.loss']).toEqual({ line: 5, column: 19, endColumn: 20 });
  });

  it.each(['0640555', '12e4567', '1e3', '0123456', '5:23', '2025-13-45', '2026-01-04', 'true', '~', '0x1F', '.inf', '-0.010'])(
    'keeps %s as it is written',
    (value) => {
      expect(read(`---\nkey: ${value}\n---\n`).data['key']).toBe(value);
    },
  );

  it('reads CRLF files with the same places', () => {
    const { data, body, bodyFirstLine, valuePlaces } = read('---\r\ntitle: Rotary\r\ndate: 2026-01-04\r\n---\r\nText\r\n');
    expect({ ...data }).toEqual({ title: 'Rotary', date: '2026-01-04' });
    expect({ body, bodyFirstLine }).toEqual({ body: 'Text\r\n', bodyFirstLine: 5 });
    expect(valuePlaces['date']).toEqual({ line: 3, column: 7, endColumn: 17 });
  });

  it('allows blank lines above it and spaces behind its fences', () => {
    const { data, bodyFirstLine, valuePlaces } = read('\n\n---  \ntitle: Rotary\n--- \nText');
    expect({ ...data }).toEqual({ title: 'Rotary' });
    expect(bodyFirstLine).toBe(6);
    expect(valuePlaces['title']).toEqual({ line: 4, column: 8, endColumn: 14 });
  });

  it('knows empty frontmatter', () => {
    expect(read('---\n---\nText')).toMatchObject({ present: true, body: 'Text', bodyFirstLine: 3, problems: [] });
    expect(read('---\n# nothing yet\n---\nText')).toMatchObject({ present: true, body: 'Text', bodyFirstLine: 4, problems: [] });
  });

  it.each([
    '',
    'Text',
    '---\nProse between two rules.\n\nMore of it.\n---\nText',
    '---\n\nText after a rule.',
    '---',
    '---\n- a\n- list\n---\n',
    '----\ntitle: x\n----\n',
  ])('takes %j for prose', (text) => {
    expect(read(text)).toMatchObject({ present: false, body: text, bodyFirstLine: 1, problems: [] });
  });

  it('reports broken YAML where it breaks, and still gives the body and what could be read', () => {
    const text = '---\ntitle: Rotary: a test\ndate: 2026-01-04\n---\nText';
    expect(problemsOf(text)).toEqual([{ code: 'invalid-yaml', line: 2, column: 8, endColumn: 9 }]);
    expect(read(text)).toMatchObject({ damaged: true, body: 'Text', data: { date: '2026-01-04' } });
  });

  it('reports every broken key of damaged YAML, and reads those between them', () => {
    const text = '---\ntitle: "Rotary\ndate: 2026-01-04\ntags:\n  - a\n- b: [\n@x: 1\nrating: 7\n---\n';
    expect(problemsOf(text).map(({ line }) => line)).toEqual([2, 6, 7]);
    expect({ ...read(text).data }).toEqual({ date: '2026-01-04', rating: '7' });
    expect(read(text).valuePlaces['rating']).toEqual({ line: 8, column: 9, endColumn: 10 });
  });

  it('reports a key that is there twice, at the second, and keeps the first', () => {
    const text = '---\ntitle: One\ntitle: Two\n---\n';
    expect(problemsOf(text)).toEqual([{ code: 'invalid-yaml', line: 3, column: 1, endColumn: 6 }]);
    expect(read(text).data['title']).toBe('One');
  });

  it('reports frontmatter that is never closed, and shows all of the file', () => {
    const text = '---\ntitle: Rotary\n\n# Text\n';
    expect(problemsOf(text)).toEqual([{ code: 'unclosed-frontmatter', line: 1, column: 1, endColumn: 4 }]);
    expect(read(text)).toMatchObject({ body: text, bodyFirstLine: 1 });
  });

  it.each(['js', 'javascript', 'JS', 'coffee', 'json', 'toml', 'toString', 'constructor'])('never runs frontmatter in %s', (language) => {
    const text = `---${language}\n{ "ran": globalThis.priorsWasHere = true }\n---\nText`;
    expect(problemsOf(text)).toEqual([{ code: 'executable-frontmatter', line: 1, column: 1, endColumn: 4 + language.length }]);
    expect(read(text)).toMatchObject({ data: {}, body: 'Text', bodyFirstLine: 4 });
    expect(globalThis).not.toHaveProperty('priorsWasHere');
  });

  it('lets no key reach the prototype of all objects', () => {
    const { data, problems } = read('---\n__proto__: { polluted: yes }\nconstructor: text\n---\n');
    expect(problems).toMatchObject([{ code: 'invalid-yaml', line: 2, column: 1, endColumn: 10 }]);
    expect(Object.entries(data)).toEqual([['constructor', 'text']]);
    expect({}).not.toHaveProperty('polluted');
  });

  it('lets no escape bring in what no file may hold', () => {
    const { data, problems } = read('---\na: "\\uD800"\nb: ["x\\e[31m", "ok \\t"]\n---\n');
    expect({ ...data }).toEqual({ a: '\uFFFD', b: ['x\uFFFD[31m', 'ok \t'] });
    expect(problems).toMatchObject([
      { code: 'invalid-yaml', line: 2, column: 4 },
      { code: 'invalid-yaml', line: 3, column: 5 },
    ]);
  });

  it('follows aliases, but not into millions of values', () => {
    expect(read('---\na: &x [1]\nb: *x\n---\n').data['b']).toEqual(['1']);
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x,x]',
      ...['b', 'c', 'd', 'e', 'f', 'g'].map(
        (key, index) =>
          `${key}: &${key} [${Array(10)
            .fill(`*${'abcdef'.charAt(index)}`)
            .join(',')}]`,
      ),
    ];
    expect(problemsOf(`---\n${bomb.join('\n')}\n---\n`)).toMatchObject([{ code: 'invalid-yaml' }]);
    expect(problemsOf(`---\na: &a [*a]\n---\n`)).toMatchObject([{ code: 'invalid-yaml', line: 2 }]);
    expect(problemsOf(`---\na: ${'['.repeat(20_000)}\n---\n`)).toMatchObject([{ code: 'invalid-yaml', line: 2 }]);
  });

  it('gives every text back as frontmatter lines and body', () => {
    const line = fc.oneof(
      fc.constantFrom('---', '--- ', '---js', 'title: x', 'tags: [a', '- b', '', '# H', '  c: &a *a'),
      fc.string({ maxLength: 12 }).map((text) => text.replace(/[\r\n]/g, '')),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const text = lines.join(end);
        const { body, bodyFirstLine } = read(text);
        expect(text.endsWith(body)).toBe(true);
        const before = text.slice(0, text.length - body.length);
        expect((body === '' ? before.replace(/\n$/, '') : before).split('\n')).toHaveLength(bodyFirstLine);
      }),
      { examples: [[['---', '---', ''], '\n']] },
    );
  });

  it('names the last line of a file that has nothing but frontmatter, because a final newline opens no line', () => {
    expect(read('---\na: 1\n---\n').bodyFirstLine).toBe(3);
    expect(read('---\na: 1\n---').bodyFirstLine).toBe(3);
    expect(read('---\na: 1\n---\n\n').bodyFirstLine).toBe(4);
  });

  it('may stand between lines of equals signs, as in Argdown', () => {
    const { present, data, body, bodyFirstLine, valuePlaces } = readFrontmatter('a.md', '===\ntitle: A\n===\n\nText\n');
    expect({ present, data: { ...data }, body, bodyFirstLine }).toEqual({
      present: true,
      data: { title: 'A' },
      body: '\nText\n',
      bodyFirstLine: 4,
    });
    expect(valuePlaces['title']).toEqual({ line: 2, column: 8, endColumn: 9 });
    expect(readFrontmatter('a.md', '===\ntitle: A\n---\nText\n').problems.map(({ code }) => code)).toEqual(['unclosed-frontmatter']);
  });
});
