import type { FileHistory, History } from '#schemas/history.ts';

/** What git tells where it tells nothing but what is stated. */
export function makeHistory(stated: Partial<History> = {}): History {
  return {
    isCut: false,
    isShallow: false,
    mainBranch: 'main',
    branches: [],
    commits: [],
    predictions: {},
    reports: {},
    tables: {},
    files: {},
    renames: {},
    ...stated,
  };
}

/** A file that was added and changed on these days. */
export function makeFileHistory(created: string, updated = created, stated: Partial<FileHistory> = {}): FileHistory {
  return {
    created: { commit: `c${created}`, date: created, order: 1, isEdge: false },
    updated: { commit: `c${updated}`, date: updated, order: 2, isEdge: false },
    authors: ['Ada'],
    commits: 2,
    ...stated,
  };
}
