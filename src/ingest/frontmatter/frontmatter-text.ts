import { Document, Scalar, visit } from 'yaml';

/**
 * Frontmatter between two lines with only `---`. Read as Priors reads it, every value is the very text that was given; text that other YAML
 * readers would take for a number or a truth value (commit `0640555`) is quoted, dates and words are not.
 */
export function frontmatterText(data: Readonly<Record<string, unknown>>): string {
  // Core knows no dates, which keeps them plain.
  const document = new Document(data, { schema: 'core', aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, scalar) => {
      // The blank lines at the end of a block would be taken for the end of the frontmatter.
      if (typeof scalar.value === 'string' && /\n\s*$/.test(scalar.value)) scalar.type = Scalar.QUOTE_DOUBLE;
    },
  });
  // A folded line would come back with other white space.
  return `---\n${document.toString({ lineWidth: 0 })}---`;
}
