/** A stretch of a text from frontmatter: words, or what stood between backticks. */
export interface TextSpan {
  readonly text: string;
  readonly code: boolean;
}

/**
 * Parts a sentence of frontmatter (a conclusion, a hypothesis) at its backticks, which authors write there as in the body. Nothing else of
 * Markdown is read; a backtick without a partner, and a pair around nothing, stay as they are.
 */
export function codeSpans(sentence: string): TextSpan[] {
  return sentence
    .split(/(`[^`]+`)/)
    .filter((text) => text !== '')
    .map((text) =>
      text.length > 2 && text.startsWith('`') && text.endsWith('`') ? { text: text.slice(1, -1), code: true } : { text, code: false },
    );
}
