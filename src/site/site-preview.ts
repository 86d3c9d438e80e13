import type { KnowledgeChanges } from '#changes/knowledge/knowledge-changes.ts';
import { comparePlaces, type Diagnostic } from '#diagnostics/diagnostic.ts';
import type { EntryId } from '#schemas/entry.ts';
import type { EntrySince, Since } from '#schemas/since.ts';
import type { Compared } from '#views/changes/changes-json.ts';
import type { SiteContent } from './publication.ts';

/** What makes a site the preview of a change. */
export interface SitePreview {
  readonly compared: Compared;
  readonly changes: KnowledgeChanges;
  /** What the file policy says of the change, as far as it may be published. */
  readonly policy: readonly Diagnostic[];
  readonly pullRequest: number | null;
  /** What is published: nothing that is private at the base, or now. */
  readonly content: SiteContent;
}

/** The content of a preview: that of the site, and what in it is new. */
export function previewContent(preview: SitePreview): SiteContent {
  const { content } = preview;
  return {
    ...content,
    graph: { ...content.graph, since: sinceOf(preview) },
    diagnostics: [...content.diagnostics, ...preview.policy].sort(comparePlaces),
  };
}

function sinceOf({ compared, changes, pullRequest }: SitePreview): Since {
  const entries = new Map<EntryId, EntrySince>();
  for (const change of changes.entries) {
    switch (change.change) {
      case 'added':
        entries.set(change.after.id, { is: 'new', was: null, hunks: [] });
        break;
      case 'changed':
        entries.set(change.after.id, { is: 'changed', was: null, hunks: change.words.hunks });
        break;
      case 'renamed':
        entries.set(change.after.id, { is: 'renamed', was: change.before.path, hunks: change.words.hunks });
        break;
      case 'removed':
        break;
    }
  }
  const runs = changes.tables.flatMap(({ added, changed }) => [...added.map(({ id }) => id), ...changed.map(({ after }) => after.id)]);
  return { ref: compared.ref, base: compared.base, head: compared.head, pullRequest, entries, runs: new Set(runs) };
}
