/** A stretch of a text from frontmatter: words, or what stood between marks. */
export interface TextSpan {
  readonly text: string;
  readonly as: 'words' | 'code' | 'strong';
}

/**
 * Parts a sentence of frontmatter (a conclusion, a hypothesis) at its backticks and pairs of two asterisks, which authors write there as in the body.
 * Nothing else of Markdown is read; a mark without a partner, and a pair around nothing, stay as they are.
 */
export function codeSpans(sentence: string): TextSpan[] {
  return sentence
    .split(/(`[^`]+`|\*\*[^*`\s](?:[^*`]*[^*`\s])?\*\*)/)
    .filter((text) => text !== '')
    .map((text): TextSpan => {
      if (text.length > 2 && text.startsWith('`') && text.endsWith('`')) return { text: text.slice(1, -1), as: 'code' };
      return text.length > 4 && text.startsWith('**') && text.endsWith('**')
        ? { text: text.slice(2, -2), as: 'strong' }
        : { text, as: 'words' };
    });
}
