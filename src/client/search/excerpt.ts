import { joinWords } from '#search/segment-words.ts';

export interface ExcerptPart {
  readonly text: string;
  readonly marked: boolean;
}

/** Pagefind's excerpt as plain parts, so that no content ever becomes markup. One that stops within a sentence gets an ellipsis. */
export function excerptParts(excerpt: string): ExcerptPart[] {
  const parts = joinWords(excerpt)
    .split(/(<mark>[^<]*<\/mark>)/)
    .filter((part) => part !== '')
    .map((part) => ({ text: plain(part), marked: part.startsWith('<mark>') }));
  return /[^.!?…。！？]$/u.test(parts.at(-1)?.text ?? '') ? [...parts, { text: ' …', marked: false }] : parts;
}

function plain(part: string): string {
  return part
    .replace(/<\/?mark>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
}

/** `1 result`, `1,024 results`. */
export function resultCount(count: number): string {
  return count === 1 ? '1 result' : `${count.toLocaleString('en')} results`;
}

/** Whether an excerpt says nothing that the title does not: the text of a finding is its title. Pagefind adds a full stop where none is. */
export function repeats(excerpt: string, title: string): boolean {
  const said = excerptParts(excerpt).map(({ text }) => text);
  return title.includes(
    said
      .join('')
      .replace(/(?:\.| …)$/u, '')
      .trim(),
  );
}
