import { problem } from '#diagnostics/catalogue.ts';
import type { LineRange, ParsedFile, Reading, SourceFile } from './parsed-file.ts';
import { isBlank, sourceLines } from './text/source-lines.ts';

/**
 * The account of one file (contract "Commands", `check --format json`): how much it gave, and which of its lines went to nothing. A line that
 * holds anything and is neither part of an entry, row, event or job nor named by a problem of the parser gets one here, so that nothing is
 * ever dropped silently (design, decision 4), whatever a parser forgets.
 */
export function accountLines(source: SourceFile, reading: Reading): ParsedFile {
  const { path } = source;
  const lines = sourceLines(source.text);
  const taken = new Uint8Array(lines.length + 2);
  for (const { from, to } of rangesOf(reading)) taken.fill(1, from, Math.min(to, lines.length) + 1);
  const unaccounted = lines.filter((line) => taken[line.number] === 0 && !isBlank(line));
  const named = new Set(reading.problems.map(({ line }) => line));
  const forgotten = unaccounted.filter(({ number }) => !named.has(number));
  return {
    ...reading,
    record: {
      path,
      kind: reading.kind,
      entries: reading.entries.length,
      rows: reading.table?.rows.length ?? 0,
      events: reading.runLog?.events.length ?? 0,
      unaccounted: unaccounted.map(({ number }) => number),
    },
    problems: [
      ...reading.problems,
      ...forgotten.map(({ number, text }) =>
        problem('unread-line', { path, line: number, column: text.search(/\S/) + 1, endColumn: text.length + 1 }, {}),
      ),
    ],
  };
}

function rangesOf({ entries, table, runLog, queue, argumentMap, alsoRead }: Reading): LineRange[] {
  const rangeOf = ({ line, lastLine }: { readonly line: number; readonly lastLine: number }): LineRange => ({ from: line, to: lastLine });
  return [
    ...alsoRead,
    ...entries.map(rangeOf),
    ...(table === null ? [] : [{ from: table.headerLine, to: table.headerLine }, ...table.rows.map(rangeOf)]),
    ...(runLog?.events ?? []).map(rangeOf),
    ...(queue?.jobs ?? []).map(rangeOf),
    ...(argumentMap === null ? [] : [{ from: 1, to: Infinity }]),
  ];
}
