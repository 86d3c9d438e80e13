/** A sentence as pages show it: words, words that lead somewhere, and code. */
export type Phrase = readonly PhrasePart[];
export type PhrasePart = string | PhraseLink | PhraseCode;

export interface PhraseLink {
  readonly text: string;
  readonly href: string;
}

/** What is typed somewhere as it stands. */
export interface PhraseCode {
  readonly code: string;
}

/** What can stand between the words of a `phrase`. */
type Filling = number | PhrasePart | Phrase;

/** Puts words, links and other phrases into one: `` phrase`better than ${link}` ``. */
export function phrase(words: TemplateStringsArray, ...fillings: readonly Filling[]): Phrase {
  return words.flatMap((word, index) => [word, ...partsOf(fillings[index] ?? '')]).filter((part) => part !== '');
}

/** The words alone. */
export function phraseText(parts: Phrase): string {
  return parts.map((part) => (typeof part === 'string' ? part : 'code' in part ? part.code : part.text)).join('');
}

/** Phrases one after the other, with a text between them. */
export function joined(phrases: readonly Phrase[], between: string): Phrase {
  return phrases.flatMap((parts, index) => (index === 0 ? parts : [between, ...parts]));
}

/** Sentences one after the other; what is null or empty is left out. */
export function sentences(...phrases: readonly (Phrase | null)[]): Phrase {
  return joined(
    phrases.filter((parts) => parts !== null && parts.length > 0).map((parts) => parts ?? []),
    ' ',
  );
}

function partsOf(filling: Filling): Phrase {
  if (typeof filling === 'string') return [filling];
  if (typeof filling === 'number') return [filling.toLocaleString('en-US')];
  return 'href' in filling || 'code' in filling ? [filling] : filling;
}
