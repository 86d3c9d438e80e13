import type { FoundWork } from './describe-workspace.ts';
import type { InferredKey } from './inferred-key.ts';
import type { Step } from './next-steps.ts';

/** What became of a file, or would become of it. */
export interface FileOutcome {
  /** `program.md` as the workspace was typed, every other relative to the repository's root. */
  readonly path: string;
  /**
   * `created`; `prepended`: frontmatter above a text that was there; `unchanged`: it holds what it would be given; `kept`: it is there and differs, and
   * nothing of it is changed; `refused`: it should be written, and cannot be.
   */
  readonly action: 'created' | 'prepended' | 'unchanged' | 'kept' | 'refused';
  readonly reason: string | null;
  readonly hint: string | null;
}

/** What `init` found, wrote and leaves to do: its report as JSON, but for `schema`. */
export interface AdoptionReport {
  readonly workspace: string;
  readonly dry_run: boolean;
  readonly found: FoundWork;
  readonly errors: number;
  readonly warnings: number;
  readonly program: FileOutcome;
  /** What was written into `program.md`, or could be where it has frontmatter that lacks it. */
  readonly keys: readonly InferredKey[];
  readonly workflows: readonly FileOutcome[];
  /** Why there are no workflows; null where there are. */
  readonly no_workflows: string | null;
  /** What nothing tells, in sentences. */
  readonly left: readonly string[];
  readonly next: readonly Step[];
}

/** Longer lists are no help. */
const mostTables = 5;

/** What a person must fill in or decide, in sentences. */
export function leftToDo({
  found,
  program,
  keys,
  unclear,
  untracked,
}: Pick<AdoptionReport, 'found' | 'program' | 'keys'> & {
  /** Places that say something which could not be read. */
  readonly unclear: readonly string[];
  /** Files that were read and that git does not have. */
  readonly untracked: readonly string[];
}): string[] {
  const undirected = found.tables.filter((table) => table.rows_are === 'runs' && table.metric !== null && table.direction === null);
  return [
    ...keysLeft(program.action, keys),
    ...(untracked.length > 0 ? [untrackedText(untracked)] : []),
    ...unclear.map((place) => `${place} names files that must not change, in words that are no paths: say them under "files".`),
    ...undirected
      .slice(0, mostTables)
      .map(
        ({ path, metric }) =>
          `${path}: whether lower or higher ${metric ?? ''} is better is not known; say it under "tables", or nothing is ranked.`,
      ),
    ...(undirected.length > mostTables ? [`${undirected.length - mostTables} more tables do not tell which way is better.`] : []),
    ...found.nested_programs.map(
      ({ folder, entries, tables }) =>
        `${folder}/program.md is a page here, since only the one at the workspace's root configures. With --workspace ${folder} it would be the program: the site would hold that folder alone, ${entries} of ${found.entries} entries and ${tables} of ${found.tables.length} tables.`,
    ),
  ];
}

/** What publishing would lack: workflows see only what is committed. */
export function untrackedText(paths: readonly string[]): string {
  const shown = paths.slice(0, 3).join(', ');
  const more = paths.length > 3 ? ` and ${paths.length - 3} more` : '';
  return `${shown}${more} ${paths.length === 1 ? 'is' : 'are'} not in git: the published site lacks what is not committed.`;
}

function keysLeft(action: FileOutcome['action'], keys: readonly InferredKey[]): string[] {
  switch (action) {
    case 'created':
    case 'prepended':
      return [
        ...keys.filter(({ certainty }) => certainty === 'open').map(({ key, note }) => `${key}: ${note}`),
        ...keys.filter(({ certainty }) => certainty === 'guessed').map(({ key, note }) => `${key} is a guess: ${note}`),
      ];
    case 'unchanged':
    case 'kept':
      return keys.map((each) =>
        each.certainty === 'open'
          ? `${each.key} is required in program.md: ${each.note}`
          : `${each.key} is required in program.md. It could be: ${valueText(each)} (${each.note})`,
      );
    case 'refused':
      return [];
  }
}

/** A value on one line, as a person would write it. */
export function valueText({ key, value }: InferredKey): string {
  if (typeof value === 'string') return value;
  const parts = Object.entries(value).map(([name, part]) => `${name}: ${Array.isArray(part) ? `[${part.join(', ')}]` : String(part)}`);
  return key === 'metric' ? `{ ${parts.join(', ')} }` : parts.join('; ');
}
