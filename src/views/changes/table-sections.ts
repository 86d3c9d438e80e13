import type { KnowledgeChangesJson } from '#schemas/knowledge-changes.ts';
import { counted } from '#views/entries/entry-row.ts';
import type { Piece, Section } from './section.ts';
import { restsOn } from './headline.ts';

type TableJson = KnowledgeChangesJson['tables'][number];

/** A results table with its new rows, and what became of its best. */
export function tableSection(table: TableJson): Section {
  const { path, url, metric, metric_before: metricBefore, unit, added, changed, removed, columns, runs, rows_are: rows } = table;
  const [one, many] = wordsFor(rows);
  const counts = [
    ...(added > 0 ? [counted(added, `new ${one}`, `new ${many}`)] : []),
    ...(changed > 0 ? [`${counted(changed, one, many)} changed`] : []),
    ...(removed > 0 ? [`${counted(removed, one, many)} gone`] : []),
  ];
  return {
    title: ['Results: ', { text: path, href: url }],
    notes: [
      ...(counts.length > 0 ? [[`${counts.join(', ')}.`]] : []),
      ...columnNotes(columns),
      ...(metricBefore === null ? [] : [[`It is about ${metric ?? 'no metric'} now, and was about ${metricBefore}.`]]),
      ...bestNotes(table),
    ],
    head: [
      { name: one, numeric: true },
      { name: metric === null ? 'value' : unit === null ? metric : `${metric} (${unit})`, numeric: true },
      { name: 'status', numeric: false },
      { name: 'verdict', numeric: false },
      { name: 'description', numeric: false },
    ],
    items: runs.map((run) => ({
      cells: [
        { text: run.id.slice(run.id.lastIndexOf('/') + 1), href: run.url },
        run.value,
        run.status,
        run.verdict ?? '',
        run.description,
      ],
    })),
    total: added,
  };
}

function wordsFor(rows: TableJson['rows_are']): readonly [string, string] {
  return rows === 'runs' ? ['run', 'runs'] : ['row', 'rows'];
}

/** So many columns and cells are named. */
const mostNamed = 6;

function columnNotes({ added, removed }: TableJson['columns']): Piece[][] {
  const note = (names: readonly string[], one: string, many: string): Piece[][] => {
    if (names.length === 0) return [];
    const named = names.slice(0, mostNamed).flatMap((code, index): Piece[] => [index === 0 ? ': ' : ', ', { code }]);
    return [[counted(names.length, one, many), ...named]];
  };
  return [...note(added, 'new column', 'new columns'), ...note(removed, 'column is gone', 'columns are gone')];
}

function bestNotes({ best: { before, after, is_new: isNew }, metric, metric_before: metricBefore, direction }: TableJson): Piece[][] {
  if (metric === null) return [];
  if (after === null) return before === null ? [] : [[`The best ${metricBefore ?? metric} was ${before.value}, and none is the best now.`]];
  const value: Piece = { text: after.value, href: after.url };
  const which = direction === null ? '' : `; ${direction} is better`;
  if (isNew || metricBefore !== null) {
    const from = before === null || metricBefore !== null ? '' : `${before.value} → `;
    return [[`Best ${metric}: ${from}`, value, ` (${restsOn(after)}${which}).`]];
  }
  const was = before === null || before.verdict === after.verdict ? '' : `, was ${before.verdict ?? 'a baseline'}`;
  return [[`The best ${metric} stays `, value, ` (${restsOn(after)}${was}${which}).`]];
}

/** Rows that were there and are not as they were: what an audit looks for. */
export function rewrittenSection({
  path,
  rows_are: rows,
  changed_rows: changedRows,
  removed_rows: removedRows,
  changed,
  removed,
}: TableJson): Section {
  const [one] = wordsFor(rows);
  return {
    title: [`Rewritten in ${path}`],
    notes: [],
    head: null,
    items: [
      ...changedRows.map(({ id, url, cells }) => ({
        mark: 'changed' as const,
        pieces: [{ text: `${one} ${id.slice(id.lastIndexOf('/') + 1)}`, href: url }, ...cellPieces(cells)],
      })),
      ...removedRows.map(({ ordinal, value, status, description }) => ({
        mark: 'removed' as const,
        pieces: [`${one} ${ordinal}: ${[value, status, description].filter((text) => text !== '').join(', ')}`],
      })),
    ],
    total: changed + removed,
  };
}

function cellPieces(cells: TableJson['changed_rows'][number]['cells']): Piece[] {
  const shown = (text: string): string => (text === '' ? '(empty)' : text);
  return [
    ...cells
      .slice(0, mostNamed)
      .flatMap(({ column, before, after }, index): Piece[] => [
        index === 0 ? ': ' : '; ',
        { code: column },
        ` ${shown(before)} → ${shown(after)}`,
      ]),
    ...(cells.length > mostNamed ? [`; ${counted(cells.length - mostNamed, 'further cell', 'further cells')}`] : []),
  ];
}
