const dependencies = 'Installed dependencies are not part of the research';
const environment = 'An environment of installed programs is not part of the research';
const products = 'Build products and caches are not part of the research';
const records = 'The files of an experiment tracker are not read';
const worktrees = 'Worktrees are other checkouts of this repository';

const byName: ReadonlyMap<string, string> = new Map([
  ...['node_modules', 'site-packages', 'bower_components', 'vendor', 'third_party', 'third-party'].map(
    (name) => [name, dependencies] as const,
  ),
  ...['venv', 'virtualenv'].map((name) => [name, environment] as const),
  ...['__pycache__', 'dist', 'build', '_build', 'target', 'htmlcov'].map((name) => [name, products] as const),
  ...['wandb', 'mlruns', 'lightning_logs', 'tb_logs'].map((name) => [name, records] as const),
]);

/** Why a folder of this name is not entered, or null where it is looked into. */
export function reasonToSkipFolder(name: string): string | null {
  if (/^(?:\d+_|\.)?worktrees$/.test(name)) return worktrees;
  if (name.startsWith('.')) return 'Hidden folders are not read';
  if (name.endsWith('.egg-info')) return products;
  return byName.get(name) ?? null;
}

/** Why a file is not even listed, or null. */
export function reasonToSkipFile(name: string): string | null {
  return name.startsWith('.') ? 'Hidden files are not read' : null;
}

/** What lies in a folder, as far as it tells what the folder is. */
interface FolderItem {
  readonly name: string;
  readonly isDirectory: () => boolean;
}

/**
 * Why a folder is not read because of what lies in it, or null: `CACHEDIR.TAG` (the Cache Directory Tagging convention), a Python or conda
 * environment under any name, another checkout. A `.git` that is a file belongs to a worktree or a submodule; a folder `.git` to another
 * repository, which counts only within a repository: else the workspace is a folder of repositories.
 */
export function reasonToSkipContents(items: readonly FolderItem[], isInRepository: boolean): string | null {
  for (const item of items) {
    if (item.name === 'CACHEDIR.TAG') return products;
    if (item.name === 'pyvenv.cfg' || item.name === 'conda-meta') return environment;
    if (item.name === '.git' && !item.isDirectory()) return 'A worktree or submodule is another checkout';
    if (item.name === '.git' && isInRepository) return 'Another repository lies here';
  }
  return null;
}
