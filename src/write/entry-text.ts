import { frontmatterText } from '#ingest/frontmatter/frontmatter-text.ts';
import { kindDescriptions } from '#schemas/kinds.ts';
import type { FileKind } from './file-name.ts';
import type { RawObject } from './json-input.ts';
import { sectionsOf, sectionText } from './sections.ts';

/** What a new entry says: the keys of its frontmatter and of its sections together, as in the seed's JSON, and further Markdown. */
export interface Draft {
  readonly kind: FileKind;
  readonly keys: RawObject;
  /** Free Markdown below the sections. */
  readonly body: string;
}

/**
 * A draft as the text of a canonical entry (formats.md, "Canonical forms"): frontmatter in the order of the kind's schema, then the sections in
 * theirs, then the body. Never throws: keys that are unknown or wrong are written as they are, so that the parser reports them as in any file.
 */
export function entryText(draft: Draft): string {
  const sections = sectionsOf[draft.kind];
  const sectionKeys = new Set(sections.map(({ key }) => key));
  const frontmatter = Object.fromEntries(Object.entries(draft.keys).filter(([key]) => !sectionKeys.has(key)));
  const { schema } = kindDescriptions[draft.kind];
  const valid = schema.safeParse(frontmatter);
  const parts = [
    frontmatterText(valid.success ? valid.data : frontmatter),
    ...sections.map((section) => sectionText(section, draft.keys[section.key] ?? '')),
    draft.body.replaceAll('\r\n', '\n').trim(),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
