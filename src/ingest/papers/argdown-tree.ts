import type { IRuleNode, ITokenNode } from '@argdown/core';

/** A node of Argdown's syntax tree. */
export type TreeNode = IRuleNode | ITokenNode;

/** Whether a node of the tree is a token. */
export function isToken(node: TreeNode): node is ITokenNode {
  return 'tokenType' in node;
}

/** The name of a rule of the grammar: `statement`, `pcsTail`. */
export function nameOf(rule: IRuleNode): string {
  return rule.name;
}

export function childrenOf(rule: IRuleNode): readonly TreeNode[] {
  return rule.children ?? [];
}

export function rulesOf(rule: IRuleNode): readonly IRuleNode[] {
  return childrenOf(rule).filter((child): child is IRuleNode => !isToken(child));
}

/** All tokens at and below a rule, in the order of the text. */
export function* tokensOf(rule: IRuleNode): Generator<ITokenNode> {
  for (const child of childrenOf(rule)) {
    if (isToken(child)) yield child;
    else yield* tokensOf(child);
  }
}

/** A token as it is written: its image is that of the prepared text (`argdown-syntax.ts`). */
export function sourceOf(token: ITokenNode, text: string): string {
  return text.slice(token.startOffset, endOf(token));
}

/** The offset behind a token. */
export function endOf(token: ITokenNode): number {
  return (token.endOffset ?? token.startOffset) + 1;
}
