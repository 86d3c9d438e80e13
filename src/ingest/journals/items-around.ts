import type { BodyLine } from '#ingest/entries/body-lines.ts';

/** What a line such as `Time Investment: ~2 hours` is about. */
export interface Around {
  /** The text of the item around it, else of the heading above; null where there is neither. */
  readonly title: string | null;
  /** The heading that the item or the inner heading stands below; empty where there is none. */
  readonly category: string;
  /** Of the item or heading, from 1; 0 where there is neither. */
  readonly line: number;
}

/** For each line the item or heading it belongs to: the item that it is indented below, of plain text also the one before it, else the heading above. */
export function itemsAround(lines: readonly BodyLine[]): ReadonlyMap<BodyLine, Around> {
  const open: BodyLine[] = [];
  const around = new Map<BodyLine, Around>();
  let heading = 0;
  for (const line of lines) {
    if (line.is === 'heading') {
      open.length = 0;
      heading = line.line;
    }
    while (line.is === 'item' && (open.at(-1)?.indent ?? -1) >= line.indent) open.pop();
    const outer = open.findLast(({ indent }) => indent < line.indent) ?? (line.is === 'text' ? open.at(-1) : undefined);
    if (line.is === 'item') open.push(line);
    around.set(line, {
      title: outer?.text ?? line.headings.at(-1) ?? null,
      category: (outer === undefined ? line.headings.at(-2) : line.headings.at(-1)) ?? '',
      line: outer?.line ?? heading,
    });
  }
  return around;
}
