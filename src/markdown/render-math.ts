import katex from 'katex';

import { maximumFormulaLength } from './limits.ts';

/**
 * A formula as MathML, or null where it is no valid TeX or too long: then its source is shown. The MathML is KaTeX's own
 * and holds no markup of content (`trust: false`); expansion and sizes are limited.
 */
export function renderMath(formula: string, display: boolean): string | null {
  if (formula.length > maximumFormulaLength) return null;
  try {
    return katex.renderToString(formula, {
      output: 'mathml',
      displayMode: display,
      throwOnError: true,
      strict: 'ignore',
      trust: false,
      maxExpand: 500,
      maxSize: 20,
    });
  } catch (error) {
    // RangeError: braces nested so deep that the parser's stack overflows.
    if (error instanceof katex.ParseError || error instanceof RangeError) return null;
    throw error;
  }
}
