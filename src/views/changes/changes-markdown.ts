import type { KnowledgeChangesJson } from '#schemas/knowledge-changes.ts';
import { changesSections } from './changes-sections.ts';
import type { Item, ItemMark, Piece, Section } from './section.ts';
import { markdownCode, markdownLink, markdownText } from './markdown-text.ts';

/** By this line a program finds the comment that it wrote before, to edit it in place. */
export const commentMarker = '<!-- priors:knowledge-changes -->';

/** The most signs that GitHub takes in a comment; other forges take more. */
const longestComment = 65_536;

/** Contract "Commands": so many diagnostics are seen without unfolding, and of everything else as many. */
const openItems = 10;
/** How many items are folded away below those: fewer and fewer, until the comment is short enough. */
const foldedItems = [2000, 1000, 700, 500, 350, 250, 180, 120, 80, 50, 30, 15, 8, 4, 0];

export interface MarkdownOptions {
  /** Address of the preview's home page, with a slash at its end; null where there is none, and nothing is linked. */
  readonly preview: string | null;
}

/** Gives an address within the site its place on the web; null where nothing is linked. */
type Place = (address: string | null) => string | null;

/**
 * What changed in knowledge as a comment for a pull request: a headline, what needs attention, then what changed, of each the first few and the rest
 * folded. It is no longer than a forge allows, and says so where it was cut.
 *
 * @param changes may come from a stranger: no text of it becomes more than text
 */
export function changesMarkdown(changes: KnowledgeChangesJson, { preview }: MarkdownOptions): string {
  const root = preview?.replace(/\/+$/, '') ?? null;
  if (!changes.is_change) return `${commentMarker}\n\n${markdownText(changes.headline)} ${comparedText(changes)}\n`;
  const place: Place = (address) => (root === null || address === null ? null : root + address);
  const sections = changesSections(changes);
  for (const folded of foldedItems) {
    const made = commentText(changes, root, sections, folded, place);
    if (made.length <= longestComment) return made;
  }
  // Every text of it is bounded, so this is for what nobody foresees.
  return `${[commentMarker, headlineOf(changes, root), cutNote(changes)].join('\n\n')}\n`;
}

function commentText(
  changes: KnowledgeChangesJson,
  root: string | null,
  sections: readonly Section[],
  folded: number,
  place: Place,
): string {
  const shown = sections.map((section) => sectionText(section, folded, place));
  const isCut = folded !== foldedItems[0];
  return `${[
    commentMarker,
    headlineOf(changes, root),
    ...metaMode(changes),
    ...unveiled(changes),
    ...shown.map(({ text }) => text),
    ...(isCut ? [cutNote(changes)] : []),
    `<sub>${comparedText(changes)}</sub>`,
  ].join('\n\n')}\n`;
}

function headlineOf({ headline }: KnowledgeChangesJson, root: string | null): string {
  return `### ${markdownText(headline, 1500)}${root === null ? '' : ` · [Preview](<${root}/>)`}`;
}

function comparedText({ base, head, is_committed: isCommitted }: KnowledgeChangesJson): string {
  const to = head === null ? '' : ` to ${markdownCode(head.slice(0, 7))}${isCommitted ? '' : ' and what is not committed'}`;
  return `From ${markdownCode(base.commit.slice(0, 7))} (${markdownText(base.ref)})${to}.`;
}

function metaMode({ meta_mode: files }: KnowledgeChangesJson): string[] {
  if (files.length === 0) return [];
  const names = files.slice(0, openItems).map(markdownCode).join(', ');
  const more = files.length > openItems ? ` and ${files.length - openItems} more` : '';
  return [
    `> [!CAUTION]\n> **META\\_MODE=1**: this change writes it into human\\_journal.md, which allows frozen files to change: ${names}${more}. What was measured before may not be comparable with what is measured after.`,
  ];
}

function unveiled({ unveiled: files }: KnowledgeChangesJson): string[] {
  if (files === 0) return [];
  const [which, them] = files === 1 ? ['One file that is', 'it'] : [`${files} files that are`, 'them'];
  return [`> [!CAUTION]\n> ${which} private at the base would be published. Nothing of ${them} is told or shown here.`];
}

/** A heading, the items that are seen, and the others folded; `left` counts what is not even there. */
function sectionText(
  { title, notes, head, items, total }: Section,
  folded: number,
  place: Place,
): { readonly text: string; readonly left: number } {
  const lines = (some: readonly Item[]): string =>
    [...(head === null || some.length === 0 ? [] : [headText(head)]), ...some.map((item) => itemText(item, place))].join('\n');
  const rest = items.slice(openItems, openItems + folded);
  const left = total - Math.min(items.length, openItems + folded);
  const parts = [
    `#### ${piecesText(title, place)}`,
    ...notes.map((note) => piecesText(note, place)),
    ...(items.length === 0 ? [] : [lines(items.slice(0, openItems))]),
    ...(rest.length === 0
      ? []
      : [`<details><summary>${rest.length.toLocaleString('en-US')} more</summary>\n\n${lines(rest)}\n\n</details>`]),
    ...(left > 0 ? [`…and ${left.toLocaleString('en-US')} more.`] : []),
  ];
  return { text: parts.join('\n\n'), left };
}

const marks: Readonly<Record<ItemMark, string>> = {
  policy: '⛔ **policy** ',
  error: '❌ ',
  warning: '⚠️ ',
  added: '**added** ',
  changed: '**changed** ',
  renamed: '**renamed** ',
  removed: '**removed** ',
};

function itemText(item: Item, place: Place): string {
  if ('cells' in item) return `| ${item.cells.map((cell) => piecesText([cell], place)).join(' | ')} |`;
  return `- ${item.mark === null ? '' : marks[item.mark]}${piecesText(item.pieces, place)}`;
}

function headText(head: NonNullable<Section['head']>): string {
  const names = head.map(({ name }) => markdownText(name, 60)).join(' | ');
  return `| ${names} |\n| ${head.map(({ numeric }) => (numeric ? '---:' : '---')).join(' | ')} |`;
}

function piecesText(pieces: readonly Piece[], place: Place): string {
  return pieces.map((piece) => pieceText(piece, place)).join('');
}

function pieceText(piece: Piece, place: Place): string {
  // The spaces between pieces count.
  if (typeof piece === 'string') return `${/^\s/.test(piece) ? ' ' : ''}${markdownText(piece)}${/\S\s$/.test(piece) ? ' ' : ''}`;
  if ('code' in piece) return markdownCode(piece.code);
  if ('strong' in piece) return `**${markdownText(piece.strong)}**`;
  return markdownLink(piece.text, place(piece.href));
}

function cutNote({ base }: KnowledgeChangesJson): string {
  return `*This comment is cut at the length that the forge allows. All of it: ${markdownCode(`priors diff ${base.ref}`)}*`;
}
