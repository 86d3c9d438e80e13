import type { Kind } from '#schemas/kinds.ts';

/** What a file of the workspace is read as. */
export type Recognition =
  /** One entry. */
  | { readonly as: 'entry'; readonly kind: Kind }
  /** One entry a dated section. */
  | { readonly as: 'sections'; readonly kind: 'journal' | 'progress' }
  | { readonly as: 'program' }
  | { readonly as: 'table' }
  | { readonly as: 'run log' }
  /** Named in `skipped`, and still there for links to lead to. */
  | { readonly as: 'unread'; readonly reason: string }
  /** Named in `skipped` and never shown. */
  | { readonly as: 'private'; readonly reason: string }
  /** A file that links may lead to: an image, a script, data. */
  | { readonly as: 'asset' };

/** The only file that configures (contract "Where things go"). */
export const programPath = 'program.md';

const journalNames = /^(journal|research_journal|experiment_log|research_log|.+[_-]journal)$/;
const progressNames = /^(progress|progress_log)$/;
const templateNames = /^(_?template|yyyy-mm-dd_slug|yyyymmdd-hhmmss-slug)$/;
/** They introduce a folder; they are not one of its entries. */
const introductions = /^(readme|index)$/;

/** Canonical folders first, then those that are read in place (design, "Kinds"). */
const folders: readonly (readonly [string, Recognition])[] = [
  ['logs/', { as: 'entry', kind: 'log' }],
  ['engineering/', { as: 'entry', kind: 'log' }],
  ['ideas/', { as: 'entry', kind: 'idea' }],
  ['1_ideas/', { as: 'entry', kind: 'idea' }],
  ['research/ideas/', { as: 'entry', kind: 'idea' }],
  ['reports/', { as: 'entry', kind: 'report' }],
  ['9_reports/', { as: 'entry', kind: 'report' }],
  ['progress/', { as: 'entry', kind: 'progress' }],
  ['journals/', { as: 'sections', kind: 'journal' }],
];

/** What a path is read as: by its name first, then by its folder (design, "Kinds"). Names are compared without case. */
export function recognise(path: string): Recognition {
  if (path === programPath) return { as: 'program' };
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const dot = name.lastIndexOf('.');
  const stem = dot <= 0 ? name : name.slice(0, dot);
  switch (dot <= 0 ? '' : name.slice(dot + 1)) {
    case 'md':
    case 'markdown':
      return recogniseMarkdown(path, stem);
    case 'tsv':
      return { as: 'table' };
    case 'log':
      return { as: 'run log' };
    case 'jsonl':
    case 'ndjson':
      return { as: 'unread', reason: 'JSON Lines run logs are not read yet' };
    case 'argdown':
      return { as: 'unread', reason: 'Argument maps are not read yet' };
    case 'txt':
      return { as: 'unread', reason: stem.endsWith('.jsonl') ? 'JSON Lines run logs are not read yet' : 'Plain text is not read' };
    default:
      if (name === 'queue.json') return { as: 'unread', reason: 'Job queues are not read yet' };
      if (stem === 'experiment_summary') return { as: 'unread', reason: 'Experiment summaries are read as Markdown only' };
      return { as: 'asset' };
  }
}

function recogniseMarkdown(path: string, stem: string): Recognition {
  if (templateNames.test(stem)) return { as: 'unread', reason: 'A template is not an entry' };
  if (stem === 'human_journal') return { as: 'private', reason: 'human_journal.md stays private' };
  if (stem === 'experiment_summary') return { as: 'entry', kind: 'experiment' };
  if (journalNames.test(stem)) return { as: 'sections', kind: 'journal' };
  if (progressNames.test(stem)) return { as: 'sections', kind: 'progress' };
  if (introductions.test(stem)) return { as: 'entry', kind: 'page' };
  return folders.find(([folder]) => path.startsWith(folder))?.[1] ?? { as: 'entry', kind: 'page' };
}

const dependencies = 'Installed dependencies are not part of the research';
const products = 'Build products and caches are not part of the research';
const excludedFolders: ReadonlyMap<string, string> = new Map([
  ...['node_modules', 'site-packages', 'venv', 'env', 'virtualenv', 'bower_components'].map((name) => [name, dependencies] as const),
  ...['__pycache__', 'dist', 'build', 'target', 'htmlcov'].map((name) => [name, products] as const),
  ['5_worktrees', 'Worktrees are other checkouts of this repository'],
]);

/** Why a folder is not entered, or null where it is read. */
export function reasonToSkipFolder(name: string): string | null {
  if (name.startsWith('.')) return 'Hidden folders are not read';
  if (name.endsWith('.egg-info')) return products;
  return excludedFolders.get(name) ?? null;
}

/** Why a file is not even listed, or null. */
export function reasonToSkipFile(name: string): string | null {
  return name.startsWith('.') ? 'Hidden files are not read' : null;
}
