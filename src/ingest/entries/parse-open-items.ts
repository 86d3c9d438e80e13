import { eachOnce, openItem, type OpenItem } from '#schemas/open-items.ts';
import { isBareSection, openSectionOf, type OpenSection, type OpenSort } from '#schemas/open-words.ts';
import type { BodyLine } from './body-lines.ts';

/**
 * What the text of an entry leaves open (docs/guide/open.md): check boxes anywhere, and the items of sections whose heading, bold line or label
 * says so. In a section the outermost list counts, further in it explains; where a section has no list, each of its paragraphs is one;
 * where it has numbered headings or questions for headings, those are. Code, comments, quotes and tables hold none. The same words
 * in one entry are one item. Never throws, linear in the text.
 *
 * @param boxesOnly for what others wrote (papers): their questions are not ours
 */
export function readOpenItems(lines: readonly BodyLine[], boxesOnly = false): OpenItem[] {
  const found = stretches(lines).flatMap((stretch) => itemsOf(stretch, boxesOnly));
  return eachOnce(
    found.flatMap(({ sort, texts, line, done, onPage }) => openItem(sort, texts.join(' ').slice(0, longestItem), line, { done, onPage })),
  );
}

const longestItem = 4000;

interface Found {
  readonly sort: OpenSort;
  /** Whether it is an item only if it asks something. */
  readonly mustAsk: boolean;
  /** The item's lines. */
  readonly texts: string[];
  readonly line: number;
  /** Whether the line can have an `id`: a heading has its own already. */
  readonly onPage: boolean;
  done: boolean;
}

/** Lines below one heading, up to the next. */
interface Stretch {
  readonly heading: BodyLine | null;
  /** What the headings say of the lines; null where they say nothing. */
  readonly section: OpenSection | null;
  /** What they say behind the list below a bold line: that reaches no further. The same as `section` where the heading is none. */
  readonly behind: OpenSection | null;
  /** Whether a heading within the section is an item itself, so that what stands below it explains it. */
  readonly explains: boolean;
  readonly lines: readonly BodyLine[];
}

function stretches(lines: readonly BodyLine[]): Stretch[] {
  const found: { heading: BodyLine | null; lines: BodyLine[] }[] = [{ heading: null, lines: [] }];
  for (const line of lines) {
    if (line.is === 'heading') found.push({ heading: line, lines: [] });
    else found.at(-1)?.lines.push(line);
  }
  return found.map(({ heading, lines: own }) => {
    if (heading === null) return { heading, section: null, behind: null, explains: false, lines: own };
    const headings = [...heading.headings, heading.text];
    const named = headings.findLastIndex((text, index) => isSection(text, heading, index));
    const section = sectionBelow(headings, named);
    const isOwn = heading.depth === 7 && named === headings.length - 1;
    return {
      heading,
      section,
      behind: isOwn
        ? sectionBelow(
            headings.slice(0, -1),
            heading.headings.findLastIndex((text) => openSectionOf(text) !== null),
          )
        : section,
      explains: named >= 0 && headings.slice(named + 1, -1).some(isItemHeading),
      lines: own,
    };
  });
}

/** @param named which of the headings names a section; below zero where none does */
function sectionBelow(headings: readonly string[], named: number): OpenSection | null {
  const section = named < 0 ? null : openSectionOf(headings[named] ?? '');
  if (section === null) return null;
  return {
    ...section,
    done: section.done || headings.slice(named + 1).some((text) => /^(?:done|completed|resolved|answered)\b/i.test(text)),
  };
}

/** A title that begins with such words ("Next experiment: rotary") says what the whole text is about. */
function isSection(text: string, heading: BodyLine, index: number): boolean {
  const section = openSectionOf(text);
  const isLast = index === heading.headings.length;
  if (section === null || (section.isMixed && !isLast)) return false;
  return heading.depth === 1 && isLast ? isBareSection(text) : true;
}

/** `### 1. Try the longer base`, `### 7.2 …`, `### Q2: …`, `### Does it transfer?` */
function isItemHeading(text: string): boolean {
  return itemNumber.test(text) || text.trimEnd().endsWith('?');
}

const itemNumber = /^(?:Q?\d{1,3}(?:\.\d{1,3}){0,3}[.):]?\s+|Q\d{1,3}\b[.):]?\s*)(?=\S)/;

function itemsOf(stretch: Stretch, boxesOnly: boolean): Found[] {
  const { heading, section, explains, lines } = stretch;
  // The section's own heading is none of its items.
  const isItem = heading !== null && section !== null && openSectionOf(heading.text) === null && isItemHeading(heading.text);
  const reader = new StretchReader(boxesOnly ? { ...stretch, section: null, behind: null } : stretch, boxesOnly, isItem || explains);
  if (isItem && !boxesOnly) reader.add(section, heading.text.replace(itemNumber, ''), heading.line, null, false);
  for (const line of lines) reader.read(line);
  return reader.finish();
}

/** Reads the lines of a stretch one after another. */
class StretchReader {
  private readonly found: Found[] = [];
  private readonly paragraphs = new Set<Found>();
  private section: OpenSection | null;
  private readonly behind: OpenSection | null;
  private readonly boxesOnly: boolean;
  /** Whether only check boxes are items. */
  private readonly explained: boolean;
  /** Whether the section ends with its list: it was named by a bold line or a label. */
  private isLead: boolean;
  /** The list items around the line, outermost first. */
  private around: { readonly indent: number; readonly section: OpenSection | null; readonly item: Found | null }[] = [];
  /** The item that the next line of text continues. */
  private open: Found | null = null;
  private afterBlank = true;
  private hasList = false;

  constructor({ section, behind }: Stretch, boxesOnly: boolean, explained: boolean) {
    this.section = section;
    this.behind = behind;
    this.isLead = behind !== section;
    this.boxesOnly = boxesOnly;
    this.explained = explained;
  }

  add({ sort, done, mustAsk }: OpenSection, text: string, line: number, isTicked: boolean | null = null, onPage = true): Found {
    const item = { sort, texts: [text], line, onPage, done: isTicked ?? done, mustAsk: mustAsk && isTicked === null };
    this.found.push(item);
    return item;
  }

  read(line: BodyLine): void {
    if (line.is === 'blank') this.open = null;
    else if (line.is === 'item') this.readItem(line);
    else if (line.is === 'text') this.readText(line);
    this.afterBlank = line.is === 'blank';
  }

  /** Of paragraphs those that stand for themselves: where there is a list, they introduce it. */
  finish(): Found[] {
    return this.found.filter((item) => (this.paragraphs.has(item) ? standsForItself(item) : !item.mustAsk || asks(item)));
  }

  private readItem(line: BodyLine): void {
    while ((this.around.at(-1)?.indent ?? -1) >= line.indent) this.around.pop();
    const outer = this.around.at(-1);
    const section = outer === undefined ? (this.explained ? null : this.section) : outer.section;
    const labelled = this.boxesOnly || line.done !== null ? null : labelOf(line.text);
    if (outer === undefined && section !== null) this.beginList();
    let item: Found | null = null;
    let below: OpenSection | null = null;
    if (labelled !== null) {
      if (labelled.value === '') below = labelled.section;
      else item = this.add(labelled.section, labelled.value, line.line);
    } else if (line.done !== null)
      item = this.add(this.section ?? { sort: 'task', done: false, mustAsk: false, isMixed: false }, line.text, line.line, line.done);
    else if (section !== null && isGroup(line.text)) below = section;
    else if (section !== null) item = this.add(section, line.text, line.line);
    else if (outer?.item !== undefined && outer.item !== null && isAnswer(line.text)) outer.item.done = true;
    this.around.push({ indent: line.indent, section: below, item });
    this.open = item;
  }

  private beginList(): void {
    this.hasList = true;
    for (const paragraph of this.paragraphs) paragraph.texts.length = 0;
  }

  private readText(line: BodyLine): void {
    // What stands behind a rule is about something else.
    if (/^(?:-{3,}|[_*]{1,9})$/.test(line.text)) {
      this.section = null;
      this.around = [];
      this.open = null;
      return;
    }
    if (this.open !== null) {
      this.open.texts.push(line.text);
      return;
    }
    if (!this.afterBlank || this.boxesOnly) return;
    if (line.indent === 0) {
      this.around = [];
      if (this.isLead && (this.hasList || this.paragraphs.size > 0)) this.endLead();
    }
    const labelled = labelOf(line.text);
    if (labelled !== null && labelled.value === '') {
      this.section = labelled.section;
      this.isLead = true;
      this.hasList = false;
    } else if (labelled !== null) {
      this.open = this.add(labelled.section, labelled.value, line.line);
    } else if (this.section !== null && !this.explained && !this.hasList && this.around.length === 0) {
      this.open = this.add(this.section, line.text, line.line);
      this.paragraphs.add(this.open);
    }
  }

  private endLead(): void {
    this.section = this.behind;
    this.isLead = false;
    this.hasList = false;
  }
}

/** `Next steps: repeat the base`, and `Blockers:` with a list below it. */
function labelOf(text: string): { readonly section: OpenSection; readonly value: string } | null {
  const [, label = '', value = ''] = /^([^:]{3,60}):(?:\s+(.*))?$/s.exec(text) ?? [];
  if (label === '' || label.trim().split(/\s+/).length > 4) return null;
  const section = openSectionOf(label);
  return section === null ? null : { section, value: value.trim() };
}

function isAnswer(text: string): boolean {
  return /^(?:answer(?:ed)?|a|resolved|resolution)\s{0,3}:\s*\S/i.test(text);
}

/** `Short term:` divides a list, and is no step itself. */
function isGroup(text: string): boolean {
  return /^(?:(?:short|medium|mid|long|near|longer)[- ]term|immediate(?:ly)?|soon|later|now|(?:high|medium|low|highest|top)(?: priority)?|priority \d|p\d|must|should|could|optional|nice to have)(?: \([^()]{1,60}\))?\s?:?$/i.test(
    text.trim(),
  );
}

/** Words of its own: no quote, table, picture, HTML or rule, and nothing that only leads on to what follows. A question asks something. */
function standsForItself({ sort, texts }: Found): boolean {
  const [first = ''] = texts;
  const last = texts.at(-1)?.trimEnd() ?? '';
  if (first === '' || /^(?:[>|<]|!\[|[-*_=]{3,}$)/.test(first) || last.endsWith(':')) return false;
  return sort !== 'question' || asks({ texts });
}

function asks({ texts }: Pick<Found, 'texts'>): boolean {
  return texts.some((text) => /[?？]/.test(text));
}
