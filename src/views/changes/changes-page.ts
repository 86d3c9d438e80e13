import type { KnowledgeChangesJson } from '#schemas/knowledge-changes.ts';
import type { Href } from '#views/href.ts';
import { changesSections } from './changes-sections.ts';
import type { ItemMark, Piece, Section } from './section.ts';

/** A part of what changed, as pages show it. */
export interface ShownSection {
  readonly title: readonly Piece[];
  readonly count: string | null;
  readonly notes: readonly (readonly Piece[])[];
  readonly head: readonly { readonly name: string; readonly numeric: boolean }[];
  /** The cells of each row, for a part that is a table. */
  readonly rows: readonly (readonly Piece[])[];
  /** For a part that is a list. */
  readonly lines: readonly { readonly mark: ItemMark | null; readonly pieces: readonly Piece[] }[];
  /** What is said of those that are not shown; null where all are. */
  readonly more: string | null;
}

/** What changed since the base of a preview: a page, and in short a part of the home page. */
export interface ChangesPage {
  readonly headline: string;
  readonly sections: readonly ShownSection[];
  /** Frozen files that changed because a person said META_MODE=1. */
  readonly metaMode: readonly string[];
  /** How many files would be published that are private at the base. */
  readonly unveiled: number;
  readonly json: string;
  /** The page of all changes. */
  readonly address: string;
}

const mostOnPage = 200;
const mostOnHome = 6;

/** The page of all changes. */
export function changesPage(changes: KnowledgeChangesJson, href: Href): ChangesPage {
  return pageOf(changes, href, mostOnPage);
}

/** What the home page says of them: of each part the first few. */
export function changesInShort(changes: KnowledgeChangesJson, href: Href): ChangesPage {
  return pageOf(changes, href, mostOnHome);
}

function pageOf(changes: KnowledgeChangesJson, href: Href, most: number): ChangesPage {
  return {
    headline: changes.headline,
    sections: changesSections(changes).map((section) => shownSection(section, most, href)),
    metaMode: changes.meta_mode,
    unveiled: changes.unveiled,
    json: href.api('changes'),
    address: href.changes(),
  };
}

function shownSection({ title, notes, head, items, total }: Section, most: number, href: Href): ShownSection {
  const placed = (pieces: readonly Piece[]): Piece[] => pieces.map((piece) => placedPiece(piece, href));
  const shown = items.slice(0, most);
  const left = total - shown.length;
  return {
    title: placed(title),
    count: total > 0 ? total.toLocaleString('en-US') : null,
    notes: notes.map(placed),
    head: head ?? [],
    rows: shown.flatMap((item) => ('cells' in item ? [placed(item.cells)] : [])),
    lines: shown.flatMap((item) => ('cells' in item ? [] : [{ mark: item.mark, pieces: placed(item.pieces) }])),
    more: left > 0 ? `…and ${left.toLocaleString('en-US')} more.` : null,
  };
}

/** Addresses of the JSON are within the site: here the site has its base path. */
function placedPiece(piece: Piece, { base }: Href): Piece {
  if (typeof piece === 'string' || !('href' in piece) || piece.href === null) return piece;
  return { text: piece.text, href: `${base.slice(0, -1)}${piece.href}` };
}
