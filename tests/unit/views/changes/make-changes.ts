import type { KnowledgeChangesJson } from '#schemas/knowledge-changes.ts';

/** What `priors diff --format json` says where nothing changed. */
export const nothing: KnowledgeChangesJson = {
  schema: 1,
  base: { ref: 'origin/main', commit: 'a'.repeat(40) },
  is_committed: true,
  head: 'b'.repeat(40),
  headline: 'Nothing changes in knowledge.',
  is_change: false,
  entries: [],
  tables: [],
  ideas: [],
  findings: { added: [], removed: [], superseded: [], contradicted: [] },
  diagnostics: { errors: 0, warnings: 0, gone: 0, new: [] },
  meta_mode: [],
  vague: [],
  similar: [],
  unveiled: 0,
  beyond: {
    entries: 0,
    tables: 0,
    ideas: 0,
    findings_added: 0,
    findings_removed: 0,
    findings_superseded: 0,
    findings_contradicted: 0,
    vague: 0,
    similar: 0,
  },
};
