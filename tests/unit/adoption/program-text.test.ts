import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InferredKey } from '#adoption/inferred-key.ts';
import { oneLine } from '#adoption/one-line.ts';
import { newProgram, programHead } from '#adoption/program-text.ts';
import { parseFile } from '#ingest/parse-file.ts';
import { sourceFromText } from '#write/source-text.ts';
import { withHead } from '#write/prepend-head.ts';
import { readFrontmatter } from '#ingest/frontmatter/frontmatter.ts';

/** Anything that stands in a file, as inference would hand it on; some of it is nasty in YAML. */
const anyText = fc
  .oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('yes', '1e3', '~', '# x', '- a', 'a: b', '"', "it's", '---', '{a}', '*a', '&a', '!x', '%', '@', '`'),
  )
  .map((text) => oneLine(text))
  .filter((text) => text !== '');

function keysOf(title: string, project: string, name: string, note: string): InferredKey[] {
  return [
    { key: 'title', value: title, certainty: 'stated', note },
    { key: 'project', value: project, certainty: 'stated', note },
    { key: 'metric', value: { name, direction: 'lower' }, certainty: 'guessed', note },
    { key: 'files', value: { frozen: ['*_journal.md', 'eval.py'] }, certainty: 'stated', note },
  ];
}

describe('frontmatter that init writes', () => {
  it('says of each key where it comes from', () => {
    expect(programHead(keysOf('Lab', 'A study: of x', '1e3', 'inferred from README.md:1'))).toBe(
      [
        ...['---', '# inferred from README.md:1', 'title: Lab', '# inferred from README.md:1', 'project: "A study: of x"'],
        ...['# inferred from README.md:1', 'metric:', '  name: "1e3"', '  direction: lower'],
        ...['# inferred from README.md:1', 'files:', '  frozen:', '    - "*_journal.md"', '    - eval.py', '---', ''],
      ].join('\n'),
    );
  });

  it('reads back as the values that it was made of, whatever stands in them, and has no problem', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, fc.string({ unit: 'binary' }), (title, project, name, note) => {
        const head = programHead(keysOf(title, project, name, note));
        const { program, problems } = parseFile(sourceFromText('program.md', head));
        expect(problems).toEqual([]);
        expect(program).toMatchObject({ title: title.trim(), project: project.trim(), metric: { name: name.trim(), direction: 'lower' } });
      }),
    );
  });

  it('makes a program of its own whose heading is the title, whatever stands in it', () => {
    fc.assert(
      fc.property(anyText, (title) => {
        const { program, problems, entries } = parseFile(sourceFromText('program.md', newProgram(keysOf(title, 'x', 'y', 'z'))));
        expect(problems).toEqual([]);
        expect(program?.title).toBe(title);
        expect(entries).toHaveLength(1);
        expect(entries[0]?.links).toEqual([]);
      }),
    );
  });
});

describe('frontmatter above a text', () => {
  const head = programHead(keysOf('Lab', 'x', 'y', 'z'));
  const line = fc.constantFrom('', ' ', '---', '===', 'title: x', '# Lab', '- a', 'Text with \u00e9', '\uFEFFx', '\t');
  const body = fc
    .tuple(fc.constantFrom('', '\uFEFF'), fc.array(fc.tuple(line, fc.constantFrom('\n', '\r\n')), { maxLength: 8 }), line)
    .map(([mark, lines, last]) => `${mark}${lines.map((pair) => pair.join('')).join('')}${last}`);

  it('leaves the text byte for byte, behind its byte order mark, with or without a last line end', () => {
    fc.assert(
      fc.property(body, (text) => {
        const written = withHead(text, head);
        const [mark, rest] = text.startsWith('\uFEFF') ? ['\uFEFF', text.slice(1)] : ['', text];
        expect(
          Buffer.from(written)
            .subarray(-Buffer.byteLength(rest) || Infinity)
            .toString(),
        ).toBe(rest);
        expect(written.startsWith(`${mark}---`)).toBe(true);
        const read = readFrontmatter('program.md', written.slice(mark.length));
        expect(read.problems).toEqual([]);
        expect(read.data['title']).toBe('Lab');
        expect(read.body.replace(/^\r?\n/, '')).toBe(rest.replace(/^\r?\n/, ''));
      }),
    );
  });

  it('has the line ends of the text, and one blank line below it', () => {
    expect(withHead('# Lab\r\nText', '---\na: b\n---\n')).toBe('---\r\na: b\r\n---\r\n\r\n# Lab\r\nText');
    expect(withHead('\n# Lab\n', '---\na: b\n---\n')).toBe('---\na: b\n---\n\n# Lab\n');
    expect(withHead('', '---\na: b\n---\n')).toBe('---\na: b\n---\n');
  });
});
