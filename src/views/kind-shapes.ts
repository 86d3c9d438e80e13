import type { Kind } from '#schemas/kinds.ts';

/** The sign of each kind as an SVG path on a 16 × 16 grid, drawn as an outline: shapes tell kinds apart where colors do not. */
export const kindShapes: Readonly<Record<Kind | 'run' | 'job' | 'finding', string>> = {
  /** A diamond: something that could be. */
  idea: 'M8 1.5 14.5 8 8 14.5 1.5 8z',
  /** A flask. */
  experiment: 'M6 1.5h4M6.5 1.5v4.5L2 14.5h12L9.5 6V1.5',
  /** A page with a check. */
  report: 'M2.5 1.5h11v13h-11zM5 8l2 2.5L11 6',
  /** Lines of unequal length. */
  log: 'M2 3h12M2 8h8M2 13h10',
  /** A bound book. */
  journal: 'M3 1.5h10.5v13H3zM6 1.5v13',
  /** Bars that grow. */
  progress: 'M3 14.5v-4M8 14.5V7M13 14.5v-13',
  /** An open book. */
  paper: 'M8 3.5C6 2 3.5 2 1.5 2.5v11c2-.5 4.5-.5 6.5 1 2-1.5 4.5-1.5 6.5-1v-11C12.5 2 10 2 8 3.5zM8 3.5v11',
  /** A sheet with a folded corner. */
  page: 'M3 1.5h6.5L13 5v9.5H3zM9.5 1.5V5H13',
  /** A mark in a text: a flag on its pole. */
  finding: 'M3.5 14.5v-13h9l-2.5 3.5 2.5 3.5h-9',
  /** A clock. */
  job: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M8 4.5V8l2.5 2',
  /** A point on a line. */
  run: 'M1.5 8H5M11 8h3.5M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6',
};
