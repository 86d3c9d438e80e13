import { metricNames } from '#schemas/log-sections.ts';
import { isThematicBreak, listItems, type ListItem, type MarkdownLine } from './rendered-log-lines.ts';
import type { SourceLine } from '#ingest/text/source-lines.ts';

/** A value with its label: `- **Parameters:** 8M`, or `**Delta:** -19%` as a paragraph. */
export interface LabelledValue {
  readonly label: string;
  /** Of an item with items below it, those too, divided by commas; further lines behind line feeds. */
  readonly value: string;
  readonly lines: readonly SourceLine[];
}

/** A paragraph is a value where its label is one of these: `**Note:** on one GPU` is a sentence. */
const paragraphLabels = new Set([...Object.values(metricNames), 'Before', 'After'].map((name) => name.toLowerCase()));

/** What a comparison states besides its table: a label such as `accuracy` would be of both sides there. */
const comparisonLabels = new Set(['before', 'after', 'delta', 'failure mode']);

/**
 * The labelled values of a section "Metrics" outside of its tables: items of lists, and paragraphs that begin with the bold name of a metric. Below
 * the comparison only those are that are of no single side, and below any other heading inside the section nothing is. In the order of the text,
 * linear.
 */
export function labelledValues(lines: readonly MarkdownLine[], ofTables: ReadonlySet<SourceLine>): LabelledValue[] {
  const paragraphs: LabelledValue[] = [];
  const ofLists: MarkdownLine[] = [];
  const inComparison = new Set<SourceLine>();
  let below: 'metrics' | 'comparison' | 'other' = 'metrics';
  let state: 'free' | 'prose' | 'value' = 'free';
  let open: SourceLine[] = [];
  for (const line of lines) {
    if (line.depth > 0) below = line.heading.toLowerCase() === 'before/after comparison' ? 'comparison' : 'other';
    if (below === 'comparison') inComparison.add(line);
    const ends = line.isCode || line.depth > 0 || line.text.trim() === '' || ofTables.has(line) || isThematicBreak(line);
    const stated = ends || state === 'prose' ? null : boldLabel(line.text);
    const begins = below !== 'other' && stated !== null && paragraphLabels.has(stated.label.toLowerCase());
    if (begins) {
      open = [line];
      paragraphs.push({ ...stated, lines: open });
      state = 'value';
    } else if (ends) state = 'free';
    else if (isItem(line)) state = 'free';
    else if (state === 'value') open.push(line);
    else state = 'prose';
    // A line that is no item goes on with the item above it.
    const isOfList = below !== 'other' && !begins && state !== 'value' && !ends;
    ofLists.push(isOfList ? line : { ...line, text: '' });
  }
  const items = listItems(ofLists).flatMap((item) => itemValue(item) ?? []);
  return [...items, ...paragraphs.map(whole)]
    .filter(({ label, value, lines: [first] }) => {
      const isCompared = first !== undefined && inComparison.has(first);
      return value !== '' && (!isCompared || comparisonLabels.has(label.toLowerCase()));
    })
    .sort((a, b) => (a.lines[0]?.number ?? 0) - (b.lines[0]?.number ?? 0));
}

function isItem({ text }: SourceLine): boolean {
  return /^\s*(?:\d{1,9}[.)]|[-*+])[ \t]+\S/.test(text);
}

/** A paragraph with all of its lines. */
function whole({ label, value, lines }: LabelledValue): LabelledValue {
  return { label, value: withoutBold([value, ...lines.slice(1).map(({ text }) => text.trim())].join('\n').trim()), lines };
}

/** An item with a checkbox is something to do. */
function itemValue({ text, lines }: ListItem): LabelledValue | null {
  const [first = '', ...rest] = text.split('\n');
  if (/^\s*\S+\s+\[[ xX]\]\s/.test(lines[0]?.text ?? '')) return null;
  const stated = boldLabel(first) ?? plainLabel(first);
  if (stated === null) return null;
  let value = withoutBold(stated.value);
  for (const line of rest) {
    const words = line.replace(/^[-*+][ \t]+/, '');
    value += value === '' ? words : words === line ? `\n${line}` : `, ${words}`;
  }
  return { label: stated.label, value, lines };
}

interface Stated {
  readonly label: string;
  readonly value: string;
}

/** `**Epochs:** 10`, `**Epochs**: 10`, `**Epochs: 10**`. */
function boldLabel(text: string): Stated | null {
  const match = /^\*\*([^*:]{1,80})(?::\*\*|\*\*[ \t]*:)(?=\s|$)/.exec(text);
  if (match !== null) return { label: (match[1] ?? '').trim(), value: text.slice(match[0].length).trim() };
  const inside = /^\*\*([^*]+)\*\*\s*$/.exec(text)?.[1];
  return inside === undefined ? null : plainLabel(inside);
}

/** `Wall Clock: 4m`: a few words, no sentence. */
function plainLabel(text: string): Stated | null {
  const label = /^([\p{L}\p{N}][^:*`[\]<>|]{0,40}):(?=\s|$)/u.exec(text)?.[1];
  return label === undefined ? null : { label: label.trim(), value: text.slice(label.length + 1).trim() };
}

function withoutBold(text: string): string {
  return /^\*\*([^*]+)\*\*$/.exec(text)?.[1]?.trim() ?? text;
}
