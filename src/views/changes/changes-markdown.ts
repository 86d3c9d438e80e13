import type { KnowledgeChangesJson } from '#schemas/knowledge-changes.ts';
import { kindDescriptions } from '#schemas/kinds.ts';
import { counted } from '#views/entries/entry-row.ts';
import { changesSections, type Section } from './changes-sections.ts';
import { markdownCode, markdownText } from './markdown-text.ts';

/** By this line a program finds the comment that it wrote before, to edit it in place. */
export const commentMarker = '<!-- priors:knowledge-changes -->';

/** The most signs that GitHub takes in a comment; other forges take more. */
const longestComment = 65_536;

/** How many items of a group are folded away below those that are seen: fewer and fewer, until the comment is short enough. */
const foldedItems = [500, 200, 80, 30, 10, 0];

export interface MarkdownOptions {
  /** Address of the preview's home page, with a slash at its end; null where there is none, and nothing is linked. */
  readonly preview: string | null;
}

/**
 * What changed in knowledge as a comment for a pull request: a headline, what needs attention, then what changed, of each the first few and the rest
 * folded. It is no longer than a forge allows, and says so where it was cut.
 *
 * @param changes may come from a stranger: no text of it becomes more than text
 */
export function changesMarkdown(changes: KnowledgeChangesJson, { preview }: MarkdownOptions): string {
  const root = preview?.replace(/\/+$/, '') ?? null;
  const sections = changesSections(changes, (address) => (root === null || address === null ? null : root + address));
  const texts = foldedItems.map((folded) => () => commentText(changes, root, sections, folded));
  for (const text of texts) {
    const made = text();
    if (made.length <= longestComment) return made;
  }
  // Every text of it is bounded, so this is for what nobody foresees.
  return `${[commentMarker, headlineOf(changes, root), cutNote(changes)].join('\n\n')}\n`;
}

function commentText(changes: KnowledgeChangesJson, root: string | null, sections: readonly Section[], folded: number): string {
  const shown = sections.map((section) => sectionText(section, folded));
  const isCut = folded !== foldedItems[0] && shown.some(({ left }) => left > 0);
  return `${[
    commentMarker,
    headlineOf(changes, root),
    ...metaMode(changes),
    ...shown.map(({ text }) => text),
    ...(isCut ? [cutNote(changes)] : []),
    footOf(changes),
  ].join('\n\n')}\n`;
}

function headlineOf({ headline, is_change: isChange }: KnowledgeChangesJson, root: string | null): string {
  const link = root === null ? '' : ` · [Preview](<${root}/>)`;
  const text = markdownText(headline, 1500);
  return isChange ? `### ${text}${link}` : `${text}${link}`;
}

function metaMode({ meta_mode: files }: KnowledgeChangesJson): string[] {
  if (files.length === 0) return [];
  const names = files.slice(0, 10).map(markdownCode).join(', ');
  const more = files.length > 10 ? ` and ${files.length - 10} more` : '';
  return [
    `> [!CAUTION]\n> **META\\_MODE=1**: this change writes it into human\\_journal.md, which allows frozen files to change: ${names}${more}. What was measured before may not be comparable with what is measured after.`,
  ];
}

/** A heading, the items that are seen, and the others folded; `left` counts what is not even there. */
function sectionText({ title, note, head, items, open, total }: Section, folded: number): { readonly text: string; readonly left: number } {
  const table = head === null ? [] : [head];
  const rest = items.slice(open, open + folded);
  const left = total - Math.min(items.length, open + folded);
  const more = left > 0 ? `\n\n…and ${left.toLocaleString('en-US')} more.` : '';
  const fold =
    rest.length === 0
      ? more
      : `\n\n<details><summary>${rest.length.toLocaleString('en-US')} more</summary>\n\n${[...table, ...rest].join('\n')}${more}\n\n</details>`;
  return { text: [`#### ${title}`, ...note, `${[...table, ...items.slice(0, open)].join('\n')}${fold}`].join('\n\n'), left };
}

function cutNote({ base }: KnowledgeChangesJson): string {
  return `*This comment is cut at the length that the forge allows. All of it: ${markdownCode(`priors diff ${base.ref}`)}*`;
}

function footOf({ base, head, is_change: isChange, entries }: KnowledgeChangesJson): string {
  const kinds = new Set(entries.map(({ kind }) => kind));
  const of =
    isChange && kinds.size > 0
      ? ` ${counted(entries.length, 'entry', 'entries')} (${[...kinds].map((kind) => kindDescriptions[kind].plural).join(', ')}).`
      : '';
  const to = head === null ? '' : ` to ${markdownCode(head.slice(0, 7))}`;
  return `<sub>From ${markdownCode(base.commit.slice(0, 7))} (${markdownText(base.ref)})${to}.${of}</sub>`;
}
