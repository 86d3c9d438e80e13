import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFrontmatter } from '#ingest/frontmatter/frontmatter.ts';
import { parseFile } from '#ingest/parse-file.ts';
import type { ParsedFile, SourceFile } from '#ingest/parsed-file.ts';
import { sourceLines } from '#ingest/text/source-lines.ts';
import { foundFiles, samples } from './mangled-files.ts';

const runs = { numRuns: 1_000 };
// Generous: a machine that is busy is no mistake.
const patience = 60_000;
const shown = ({ path, text }: SourceFile) => `${path}: ${JSON.stringify(text)}`;

/** Letters and digits in order: what is left when quotes, tabs and marks of the format are taken away. */
const written = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('any file, as it should be or mangled', () => {
  it(
    'is read without throwing, and every line of it is in an entry, row, event or job, or has a diagnostic',
    () => {
      fc.assert(
        fc.property(foundFiles, (source) => {
          const { problems, record } = parseFile(source);
          expect(
            problems.filter(({ code }) => code === 'unread-line').map(({ line }) => line),
            shown(source),
          ).toEqual([]);
          const named = new Set(problems.map(({ line }) => line));
          expect(
            record.unaccounted.filter((line) => !named.has(line)),
            shown(source),
          ).toEqual([]);
        }),
        runs,
      );
    },
    patience,
  );

  it(
    'has its problems and entries at lines that it has',
    () => {
      fc.assert(
        fc.property(foundFiles, (source) => {
          const { problems, strictProblems, entries } = parseFile(source);
          const last = Math.max(1, sourceLines(source.text).length);
          for (const place of [...problems, ...strictProblems, ...entries]) {
            expect(place.line, shown(source)).toBeGreaterThanOrEqual(1);
            expect(place.line, `${JSON.stringify(place)} in ${shown(source)}`).toBeLessThanOrEqual(last);
            if ('column' in place) expect(place.column, shown(source)).toBeGreaterThanOrEqual(1);
          }
        }),
        runs,
      );
    },
    patience,
  );

  it(
    'keeps every byte of its text in the sources of its entries',
    () => {
      fc.assert(
        fc.property(foundFiles, (source) => {
          expect(keptText(source, parseFile(source)), shown(source)).toEqual(expectedText(source, parseFile(source)));
        }),
        runs,
      );
    },
    patience,
  );

  it(
    'keeps every word of a row and an event',
    () => {
      fc.assert(
        fc.property(foundFiles, (source) => {
          const { table, runLog } = parseFile(source);
          const lines = sourceLines(source.text).map(({ text }) => text);
          for (const { line, lastLine, cells } of table?.rows ?? []) {
            expect(written(cells.join('\t')).join(''), shown(source)).toBe(written(lines.slice(line - 1, lastLine).join('\n')).join(''));
          }
          for (const event of runLog?.events ?? []) {
            const kept = new Set(
              written(
                [
                  event.written,
                  event.action,
                  event.description,
                  ...event.notes,
                  ...event.fields.flatMap(({ key, value }) => [key, value]),
                ].join('\n'),
              ),
            );
            const lost = written(lines.slice(event.line - 1, event.lastLine).join('\n')).filter((word) => !kept.has(word));
            expect(isJson(source.text) ? [] : lost, shown(source)).toEqual([]);
          }
        }),
        runs,
      );
    },
    patience,
  );
});

describe('the samples of the properties', () => {
  it.each(samples)('%s is read without a lost line as it stands', (path, text) => {
    const { record, problems } = parseFile({ path, text, digest: 'd', problems: [] });
    expect(problems.filter(({ code }) => code === 'unread-line')).toEqual([]);
    expect(record.path).toBe(path);
  });
});

/** The sources of a file's parts, in order. */
function keptText(source: SourceFile, { wholeFile, bodies, kind, entries }: ParsedFile): string {
  if (wholeFile !== null) return wholeFile.parts.map(({ part }) => bodies[part]?.markdown ?? '').join('');
  if (entries.length === 0 || isWrittenAnew(kind, source)) return source.text;
  return bodies.map(({ markdown }) => markdown).join('');
}

function expectedText(source: SourceFile, { wholeFile }: ParsedFile): string {
  if (wholeFile === null) return source.text;
  const { bodyFirstLine } = readFrontmatter(source.path, source.text);
  return source.text
    .split(/(?<=\n)/)
    .slice(bodyFirstLine - 1)
    .join('');
}

/** A log in JSON has its canonical form as source, a summary in YAML stands in a code fence, and a queue is shown without the environment of its author. */
function isWrittenAnew(kind: ParsedFile['kind'], { path, text }: SourceFile): boolean {
  const isQueue = kind === 'page' && (path.endsWith('.json') || text.includes('"tasks"'));
  return isQueue || (kind === 'log' && path.endsWith('.json')) || path.endsWith('.yaml');
}

function isJson(text: string): boolean {
  return /^\s*[[{]/m.test(text);
}
