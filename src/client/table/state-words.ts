import { fileOrder, type ColumnFilter, type TableState } from '#schemas/table-query.ts';

/** `1 run`, `23 of 126 runs`. @param noun `run` or `row` */
export function countText(shown: number, total: number, noun: string): string {
  const all = `${total.toLocaleString('en')} ${noun}${total === 1 ? '' : 's'}`;
  return shown === total ? all : `${shown.toLocaleString('en')} of ${all}`;
}

/** What a filter asks for, in words: `status: keep or baseline`, `val_bpb: 0.9 to 0.98`, `description: has “rotary”`. */
export function filterText(filter: ColumnFilter): string {
  const { column } = filter;
  switch (filter.kind) {
    case 'range': {
      const { min, max } = filter;
      if (min === null && max === null) return `${column}: any value`;
      if (min === null) return `${column}: at most ${String(max)}`;
      return max === null ? `${column}: at least ${String(min)}` : `${column}: ${String(min)} to ${String(max)}`;
    }
    case 'choice': {
      const named = filter.choices.slice(0, mostNamed).map((choice) => (choice === '' ? 'nothing' : choice));
      const more = filter.choices.length - named.length;
      return `${column}: ${named.join(' or ')}${more > 0 ? ` or ${String(more)} more` : ''}`;
    }
    case 'text':
      return `${column}: has “${filter.text}”`;
  }
}

const mostNamed = 3;

/** The order in words, for the caption: `in the order in which they were recorded`, `by val_bpb, then by status descending`. */
export function orderText({ sort, groupBy }: TableState): string {
  const keys = sort.map(({ column, descending }) =>
    column === fileOrder ? 'newest first' : `by ${column}${descending ? ' descending' : ''}`,
  );
  const order = keys.length === 0 ? 'in the order in which they were recorded' : keys.join(', then ');
  return groupBy === null ? order : `grouped by ${groupBy}, ${order}`;
}
