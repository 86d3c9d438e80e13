import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import ts from 'typescript';

/** One import, export from, or dynamic import of a source file. */
export interface SourceImport {
  readonly specifier: string;
  readonly line: number;
  readonly typeOnly: boolean;
  /** The path in the checkout of what it leads to; null for a package or a module of Node. */
  readonly target: string | null;
}

/** A file of Priors itself, in `src/` or `scripts/`. */
export interface Source {
  /** Relative to the checkout, with `/`. */
  readonly path: string;
  /** Its first folder below `src/` (`graph`), `scripts`, or the file's own name where it lies in `src/` itself (`content.config.ts`). */
  readonly folder: string;
  readonly lines: number;
  readonly imports: readonly SourceImport[];
}

const checkout = join(import.meta.dirname, '../../..');

/** Reads every source file and what it imports: TypeScript, JavaScript, and the frontmatter and scripts of Astro components. */
export function readSources(): Source[] {
  return globSync('{src,scripts}/**/*.{ts,mjs,astro}', { cwd: checkout })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map(readSource);
}

/** The folder of a path in the checkout, as in `Source`. */
export function folderOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'src' ? second : first;
}

function readSource(path: string): Source {
  const text = readFileSync(join(checkout, path), 'utf8');
  const code = path.endsWith('.astro') ? onlyCode(text) : text;
  return { path, folder: folderOf(path), lines: text.trimEnd().split('\n').length, imports: importsOf(path, code) };
}

/** A component with all but its frontmatter and its scripts blanked, so that lines stay where they are. */
function onlyCode(component: string): string {
  const keep = [...component.matchAll(/^---\n([\s\S]*?)^---$|<script[^>]*>([\s\S]*?)<\/script>/gm)];
  const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');
  let code = '';
  for (const match of keep) {
    const content = match[1] ?? match[2] ?? '';
    const start = match.index + match[0].indexOf(content);
    code += blank(component.slice(code.length, start)) + content;
  }
  return code;
}

function importsOf(path: string, code: string): SourceImport[] {
  const file = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const imports: SourceImport[] = [];
  const add = (specifier: ts.Node | undefined, typeOnly: boolean): void => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    const line = file.getLineAndCharacterOfPosition(specifier.getStart()).line + 1;
    imports.push({ specifier: specifier.text, line, typeOnly, target: targetOf(path, specifier.text) });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) add(node.arguments[0], false);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return imports;
}

function targetOf(path: string, specifier: string): string | null {
  const plain = specifier.replace(/\?.*$/, '');
  if (plain.startsWith('#')) return `src/${plain.slice(1)}`;
  if (plain.startsWith('.')) return normalize(join(dirname(path), plain)).replaceAll('\\', '/');
  return null;
}
