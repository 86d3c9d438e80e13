import { part } from '#client/elements.ts';

/** What the build says of the table in the attributes of its element (`components/results/results-table.astro`). */
export interface TableFacts {
  /** Address of the manifest. */
  readonly source: string;
  /** Of the table's file. */
  readonly path: string;
  readonly rows: number;
  readonly rowName: 'Run' | 'Row';
  /** Page of the table; that of a run lies below it. */
  readonly address: string;
  readonly compare: string;
  readonly method: string;
  /** A commit's address with `{commit}` in it; null where commits are no links. */
  readonly commit: string | null;
  /** The main metric. */
  readonly metric: string | null;
}

export function readFacts(table: HTMLElement): TableFacts {
  const { source = '', path = '', rows = '0', rowName, address = '', compare = '', method = '', commit, metric } = table.dataset;
  return {
    source,
    path,
    rows: Number(rows),
    rowName: rowName === 'Row' ? 'Row' : 'Run',
    address,
    compare,
    method,
    commit: commit ?? null,
    metric: metric ?? null,
  };
}

/** The parts of the table's markup that the script fills or listens to. */
export type TableParts = ReturnType<typeof findParts>;

/** @throws Error when markup and script do not fit */
export function findParts(root: HTMLElement) {
  return {
    find: part(root, 'find', HTMLInputElement),
    group: part(root, 'group', HTMLSelectElement),
    density: part(root, 'density', HTMLButtonElement),
    columnsButton: part(root, 'columns-button', HTMLButtonElement),
    copyButton: part(root, 'copy-button', HTMLButtonElement),
    helpButton: part(root, 'help-button', HTMLButtonElement),
    count: part(root, 'count', HTMLElement),
    selection: part(root, 'selection', HTMLElement),
    chips: part(root, 'chips', HTMLUListElement),
    message: part(root, 'message', HTMLElement),
    columns: part(root, 'columns', HTMLElement),
    column: part(root, 'column', HTMLElement),
    copy: part(root, 'copy', HTMLElement),
    help: part(root, 'help', HTMLElement),
    scroller: part(root, 'scroller', HTMLElement),
    table: part(root, 'table', HTMLTableElement),
    caption: part(root, 'caption', HTMLElement),
    headers: part(root, 'headers', HTMLTemplateElement),
    marks: part(root, 'marks', HTMLTemplateElement),
  };
}
