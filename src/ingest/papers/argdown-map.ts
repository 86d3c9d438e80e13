import type { IRuleNode, ITokenNode } from '@argdown/core';
import type { MapNode, MapRelation, MapStep } from '#schemas/argument-map.ts';
import { childrenOf, isToken, nameOf, rulesOf, sourceOf, tokensOf } from './argdown-tree.ts';
import { tagOf, tagsIn, webLinksIn, wordsOf } from './argdown-words.ts';

/** A node's data as it stands in the map: `{credence: 0.92, reason: "…"}`. */
export interface NodeData {
  /** Index of the node it is said of. */
  readonly node: number;
  /** Offset of the opening brace. */
  readonly start: number;
  readonly text: string;
}

/** What an Argdown tree says, data and places still unread. */
export interface DraftMap {
  /** The text between the `===` of its frontmatter, or null. */
  readonly frontmatter: { readonly start: number; readonly text: string } | null;
  /** The first heading's words, or null. */
  readonly heading: string | null;
  readonly nodes: readonly DraftNode[];
  readonly relations: readonly MapRelation[];
  readonly data: readonly NodeData[];
}

export interface DraftNode extends Pick<MapNode, 'is' | 'title' | 'text' | 'tags' | 'links' | 'steps'> {
  /** Offset of its first occurrence. */
  readonly start: number;
}

/**
 * Reads statements, arguments and relations off a tree. A statement or argument with a title is one node, wherever it is named; a paragraph without
 * one is a node of its own. As in Argdown, premises and conclusions belong to the argument right above them, and what an argument
 * with conclusions supports or attacks is supported or attacked by its last conclusion.
 *
 * @param text what the tree was made of: all words are taken from it
 * @throws {RangeError} where the map is nested more deeply than the call stack is
 */
export function readArgdownTree(tree: IRuleNode, text: string): DraftMap {
  return new TreeReader(text).read(tree);
}

interface GrowingNode {
  readonly is: MapNode['is'];
  readonly title: string;
  text: string;
  readonly tags: Set<string>;
  links: MapNode['links'];
  readonly steps: MapStep[];
  readonly start: number;
}

/** The relation signs: who is for or against whom. `child` is what stands behind the sign, `parent` what it stands under. */
const signs: Readonly<Record<string, { readonly from: 'child' | 'parent'; readonly kind: MapRelation['kind'] }>> = {
  outgoingSupport: { from: 'child', kind: 'support' },
  outgoingAttack: { from: 'child', kind: 'attack' },
  outgoingUndercut: { from: 'child', kind: 'undercut' },
  incomingSupport: { from: 'parent', kind: 'support' },
  incomingAttack: { from: 'parent', kind: 'attack' },
  incomingUndercut: { from: 'parent', kind: 'undercut' },
  contradiction: { from: 'parent', kind: 'contradictory' },
};

class TreeReader {
  readonly #text: string;
  readonly #nodes: GrowingNode[] = [];
  readonly #named = new Map<string, number>();
  readonly #relations: MapRelation[] = [];
  readonly #data: NodeData[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  read(tree: IRuleNode): DraftMap {
    let frontmatter: DraftMap['frontmatter'] = null;
    let heading: string | null = null;
    let argumentAbove: number | null = null;
    for (const node of childrenOf(tree)) {
      if (isToken(node)) {
        if (node.tokenType.name === 'FrontMatter') frontmatter = this.#frontmatterIn(node);
        continue;
      }
      if (nameOf(node) === 'heading') heading ??= wordsOf(node, this.#text);
      if (nameOf(node) === 'pcs') this.#readSteps(node, argumentAbove ?? this.#add('argument', '', node));
      else this.#readBlock(node);
      argumentAbove = nameOf(node) === 'argument' ? this.#readElement(node) : null;
    }
    return {
      frontmatter,
      heading,
      nodes: this.#nodes.map((node) => ({ ...node, tags: [...node.tags] })),
      relations: this.#settledRelations(),
      data: this.#data,
    };
  }

  /** Statements, arguments and lists of either. */
  #readBlock(block: IRuleNode): void {
    if (nameOf(block) === 'statement') this.#readElement(block);
    if (nameOf(block) !== 'orderedList' && nameOf(block) !== 'unorderedList') return;
    for (const item of rulesOf(block)) for (const element of rulesOf(item)) this.#readElement(element);
  }

  /** A `statement` or `argument` of the grammar, with what stands below it. */
  #readElement(element: IRuleNode): number {
    const is = nameOf(element) === 'argument' ? 'argument' : 'statement';
    const definition = rulesOf(element).find((rule) => nameOf(rule) === 'statementDefinition');
    const parts = definition === undefined ? childrenOf(element) : [...childrenOf(definition), ...childrenOf(element)];
    const titled = parts.filter(isToken).find(({ tokenType }) => /^(?:Statement|Argument)(?:Definition|Reference)$/.test(tokenType.name));
    const index = this.#add(is, titled === undefined ? '' : sourceOf(titled, this.#text).replace(/:$/, '').slice(1, -1).trim(), element);
    const node = this.#nodes[index];
    if (node === undefined) return index;
    for (const part of parts) {
      if (isToken(part)) this.#readToken(part, node, index);
      else if (nameOf(part) === 'statementContent') this.#readContent(part, node);
      else if (nameOf(part) === 'relations') this.#readRelations(part, index);
    }
    return index;
  }

  #readToken(token: ITokenNode, node: GrowingNode, index: number): void {
    if (token.tokenType.name === 'Tag') node.tags.add(tagOf(sourceOf(token, this.#text)));
    if (token.tokenType.name === 'Data') this.#data.push({ node: index, start: token.startOffset, text: sourceOf(token, this.#text) });
  }

  /** The first text that a node is given is its own; tags add up. */
  #readContent(content: IRuleNode, node: GrowingNode): void {
    for (const tag of tagsIn(content, this.#text)) node.tags.add(tag);
    if (node.text !== '') return;
    node.text = wordsOf(content, this.#text);
    node.links = webLinksIn(content, this.#text);
  }

  #readRelations(relations: IRuleNode, parent: number): void {
    for (const relation of rulesOf(relations)) {
      const sign = signs[nameOf(relation)];
      const [element] = rulesOf(relation);
      if (sign === undefined || element === undefined) continue;
      const child = this.#readElement(element);
      const [from, to] = sign.from === 'child' ? [child, parent] : [parent, child];
      this.#relations.push({ from, to, kind: sign.kind });
    }
  }

  #readSteps(pcs: IRuleNode, argument: number): void {
    const steps = this.#nodes[argument]?.steps ?? [];
    let rules: readonly string[] | null = null;
    for (const part of [...rulesOf(pcs)].flatMap((rule) => (nameOf(rule) === 'pcsTail' ? rulesOf(rule) : [rule]))) {
      if (nameOf(part) === 'inference') rules = this.#readInference(part, argument);
      const [statement] = nameOf(part) === 'pcsStatement' ? rulesOf(part) : [];
      if (statement === undefined) continue;
      steps.push({ role: rules === null ? 'premise' : 'conclusion', statement: this.#readElement(statement), rules: rules ?? [] });
      rules = null;
    }
  }

  #readInference(inference: IRuleNode, argument: number): string[] {
    for (const part of childrenOf(inference)) {
      if (!isToken(part) && nameOf(part) === 'relations') this.#readRelations(part, argument);
      const node = this.#nodes[argument];
      if (isToken(part) && node !== undefined) this.#readToken(part, node, argument);
    }
    return rulesOf(inference)
      .filter((rule) => nameOf(rule) === 'inferenceRules')
      .flatMap((list) => rulesOf(list).map((rule) => wordsOf(rule, this.#text)));
  }

  #add(is: MapNode['is'], title: string, at: IRuleNode): number {
    const key = `${is} ${title}`;
    const known = title === '' ? undefined : this.#named.get(key);
    if (known !== undefined) return known;
    const [first] = tokensOf(at);
    this.#nodes.push({ is, title, text: '', tags: new Set(), links: [], steps: [], start: first?.startOffset ?? 0 });
    if (title !== '') this.#named.set(key, this.#nodes.length - 1);
    return this.#nodes.length - 1;
  }

  /** Relations of arguments as those of their conclusions, each once. */
  #settledRelations(): MapRelation[] {
    const settled = new Map<string, MapRelation>();
    for (const relation of this.#relations) {
      const last = relation.kind === 'undercut' ? undefined : this.#nodes[relation.from]?.steps.at(-1)?.statement;
      const from = last ?? relation.from;
      if (from === relation.to) continue;
      const ends = relation.kind === 'contradictory' ? [from, relation.to].sort((a, b) => a - b) : [from, relation.to];
      const key = `${relation.kind} ${ends.join(' ')}`;
      if (!settled.has(key)) settled.set(key, { ...relation, from });
    }
    return [...settled.values()];
  }

  #frontmatterIn(token: ITokenNode): { start: number; text: string } {
    const source = sourceOf(token, this.#text);
    const opening = /^=+/.exec(source)?.[0].length ?? 0;
    return { start: token.startOffset + opening, text: source.slice(opening).replace(/=+\s*$/, '') };
  }
}
