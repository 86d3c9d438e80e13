/**
 * ESLint rule: `x as T` overrides the compiler, so a comment on the same line, or on the line above the statement, gives the reason.
 * `as const`, `as unknown` and `satisfies` override nothing and are free.
 */
export const reasonedAssertions = {
  meta: {
    type: 'suggestion',
    docs: { description: 'require a comment with the reason beside every type assertion' },
    messages: {
      unreasoned: 'Unexpected "as {{type}}" without a reason, expected a comment on this line or the one above that says why it holds.',
    },
    schema: [],
  },
  create(context) {
    const source = context.sourceCode;
    const commentLines = new Set(source.getAllComments().flatMap(({ loc }) => range(loc.start.line, loc.end.line)));
    return {
      TSAsExpression(node) {
        const type = source.getText(node.typeAnnotation);
        if (type === 'const' || type === 'unknown') return;
        const statement = enclosingStatement(node);
        const allowed = [...range(node.loc.start.line - 1, node.loc.end.line), statement.loc.start.line - 1];
        if (!allowed.some((line) => commentLines.has(line))) context.report({ node, messageId: 'unreasoned', data: { type } });
      },
    };
  },
};

function enclosingStatement(node) {
  let current = node;
  while (current.parent && !/Statement$|Declaration$/.test(current.type)) current = current.parent;
  return current;
}

function range(from, to) {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
