import type { Entry } from '#schemas/entry.ts';
import { findingAnchor, withoutMarkup } from '#schemas/finding-text.ts';
import { statementsOf } from '#schemas/statement.ts';

/** What a finding is: a log's conclusion, what did not work (`failure_mode`), or a marked statement, which may be somebody else's. */
export const findingSorts = ['conclusion', 'observation', 'failure', 'inference', 'claim'] as const;
export type FindingSort = (typeof findingSorts)[number];

/** A finding as its entry states it. */
export interface StatedFinding {
  readonly sort: FindingSort;
  /** Its `id` on the entry's page: `f-1a2b3c4d`, of its text (`schemas/finding-text.ts`). */
  readonly anchor: string;
  /** Without Markdown but for backticks. */
  readonly text: string;
  /** First and last line in the entry's file. */
  readonly line: number;
  readonly lastLine: number;
  /** Whether it stands in frontmatter. */
  readonly inFrontmatter: boolean;
  /** Whose claim it is, as the entry words it; null where it does not. */
  readonly source: string | null;
  /** The web addresses that it names. */
  readonly addresses: readonly string[];
}

const known = new WeakMap<Entry, readonly StatedFinding[]>();

/** The findings of an entry, in the order of its text; the same text twice is one. A paper has none: what it concludes is what others claim. */
export function statedFindings(entry: Entry): readonly StatedFinding[] {
  const found = known.get(entry) ?? uniqueFindings(entry);
  known.set(entry, found);
  return found;
}

function uniqueFindings(entry: Entry): readonly StatedFinding[] {
  if (entry.kind === 'paper') return [];
  const all = [
    ...conclusionsOf(entry.data).flatMap((text, index) => stated(entry, 'conclusion', text, `conclusions.${index}`)),
    ...failureModeOf(entry).flatMap((text) => stated(entry, 'failure', text, 'metrics.failure_mode')),
    ...statementsOf(entry).map((statement): StatedFinding => ({
      ...statement,
      anchor: findingAnchor(statement.text),
      inFrontmatter: false,
    })),
  ];
  const seen = new Set<string>();
  return all.filter(({ anchor }) => !seen.has(anchor) && seen.add(anchor));
}

function stated(entry: Entry, sort: FindingSort, written: string, key: string): StatedFinding[] {
  const text = withoutMarkup(written);
  if (!/[\p{L}\p{N}]/u.test(text)) return [];
  const line = (Object.hasOwn(entry.places, key) ? entry.places[key]?.line : undefined) ?? entry.line;
  const addresses = written.match(/https?:\/\/[^\s<>"'()[\]`]{1,1000}/giu) ?? [];
  return [{ sort, text, anchor: findingAnchor(text), line, lastLine: line, inFrontmatter: true, source: null, addresses }];
}

/** Any kind of entry may draw conclusions in its frontmatter, as logs do. */
function conclusionsOf(data: Entry['data']): string[] {
  const conclusions = Object.hasOwn(data, 'conclusions') ? data['conclusions'] : undefined;
  return Array.isArray(conclusions) ? conclusions.filter((item) => typeof item === 'string') : [];
}

/** Words that say that nothing failed. */
const nothing = /^(?:none|no|n\/?a|null|nil|nothing|unknown|tbd|todo|not applicable|none (?:observed|found|known|seen))$/iu;

function failureModeOf({ kind, data }: Entry): string[] {
  const metrics = kind === 'log' && Object.hasOwn(data, 'metrics') ? data['metrics'] : undefined;
  if (typeof metrics !== 'object' || metrics === null || !('failure_mode' in metrics)) return [];
  const { failure_mode: text } = metrics;
  return typeof text === 'string' && !nothing.test(text.trim().replace(/\.$/, '')) ? [text] : [];
}
