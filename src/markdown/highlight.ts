import type { ElementContent } from 'hast';
import type { HighlighterCore, LanguageRegistration, ThemeRegistrationRaw } from 'shiki/core';
import { createHighlighterCoreSync } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import bash from 'shiki/langs/bash.mjs';
import c from 'shiki/langs/c.mjs';
import cpp from 'shiki/langs/cpp.mjs';
import css from 'shiki/langs/css.mjs';
import diff from 'shiki/langs/diff.mjs';
import docker from 'shiki/langs/docker.mjs';
import go from 'shiki/langs/go.mjs';
import html from 'shiki/langs/html.mjs';
import ini from 'shiki/langs/ini.mjs';
import java from 'shiki/langs/java.mjs';
import javascript from 'shiki/langs/javascript.mjs';
import json from 'shiki/langs/json.mjs';
import julia from 'shiki/langs/julia.mjs';
import latex from 'shiki/langs/latex.mjs';
import make from 'shiki/langs/make.mjs';
import markdown from 'shiki/langs/markdown.mjs';
import python from 'shiki/langs/python.mjs';
import r from 'shiki/langs/r.mjs';
import rust from 'shiki/langs/rust.mjs';
import sql from 'shiki/langs/sql.mjs';
import toml from 'shiki/langs/toml.mjs';
import typescript from 'shiki/langs/typescript.mjs';
import yaml from 'shiki/langs/yaml.mjs';

import { maximumHighlightedCode, maximumHighlightedLine } from './limits.ts';

/** Grammars by the name shiki gives them. */
const grammars = new Map<string, LanguageRegistration[]>(
  Object.entries({
    bash,
    c,
    cpp,
    css,
    diff,
    docker,
    go,
    html,
    ini,
    java,
    javascript,
    json,
    julia,
    latex,
    make,
    markdown,
    python,
    r,
    rust,
    sql,
    toml,
    typescript,
    yaml,
  }),
);

const otherNames = new Map(
  Object.entries({
    'c++': 'cpp',
    cc: 'cpp',
    cuda: 'cpp',
    console: 'bash',
    dockerfile: 'docker',
    golang: 'go',
    h: 'c',
    hpp: 'cpp',
    htm: 'html',
    jl: 'julia',
    js: 'javascript',
    json5: 'json',
    jsonc: 'json',
    jsonl: 'json',
    jsx: 'javascript',
    makefile: 'make',
    md: 'markdown',
    mjs: 'javascript',
    patch: 'diff',
    py: 'python',
    python3: 'python',
    rs: 'rust',
    sh: 'bash',
    shell: 'bash',
    shellscript: 'bash',
    tex: 'latex',
    ts: 'typescript',
    tsx: 'typescript',
    yml: 'yaml',
    zsh: 'bash',
  }),
);

/** What a token is, by the TextMate scopes that say so. Its number serves as the colour that shiki hands back. */
const kinds = [
  { className: 'tok-comment', scope: ['comment', 'punctuation.definition.comment'] },
  { className: 'tok-string', scope: ['string', 'punctuation.definition.string', 'constant.character', 'markup.inline.raw', 'markup.raw'] },
  { className: 'tok-number', scope: ['constant.numeric', 'constant.language', 'constant.other', 'support.constant'] },
  {
    className: 'tok-keyword',
    scope: ['keyword', 'storage', 'variable.language', 'punctuation.definition.template-expression', 'entity.name.tag'],
  },
  {
    className: 'tok-function',
    scope: ['entity.name.function', 'support.function', 'entity.name.command', 'entity.other.attribute-name', 'markup.heading'],
  },
  {
    className: 'tok-type',
    scope: [
      'entity.name.type',
      'entity.name.class',
      'support.type',
      'support.class',
      'entity.other.inherited-class',
      'entity.name.namespace',
    ],
  },
  { className: 'tok-plain', scope: ['keyword.operator', 'storage.modifier.pointer', 'meta.template.expression'] },
  { className: 'tok-inserted', scope: ['markup.inserted', 'punctuation.definition.inserted'] },
  { className: 'tok-deleted', scope: ['markup.deleted', 'punctuation.definition.deleted'] },
] as const;

const plainColour = '#000000';
const colourOf = (index: number): string => `#0000${(index + 1).toString(16).padStart(2, '0')}`;
const classOfColour = new Map<string, string>(
  kinds.flatMap(({ className }, index): [string, string][] => (className === 'tok-plain' ? [] : [[colourOf(index), className]])),
);
const theme: ThemeRegistrationRaw = {
  name: 'classes',
  type: 'light',
  fg: plainColour,
  bg: '#ffffff',
  settings: kinds.map(({ scope }, index) => ({ scope: [...scope], settings: { foreground: colourOf(index) } })),
};

const engine = createJavaScriptRegexEngine({ forgiving: true });
// One highlighter a language: which languages a file before this one used must not change how embedded code looks.
const highlighters = new Map<string, HighlighterCore>();

/**
 * Colours code by classes (`tok-keyword` and the like, see `styles/code.css`); no styles.
 *
 * @param language as written behind the fence
 * @returns null for a language we have no grammar for, and for code beyond the limits (`limits.ts`)
 */
export function highlight(code: string, language: string): ElementContent[] | null {
  const name = grammarName(language);
  if (name === null || code.length > maximumHighlightedCode || hasLongLine(code)) return null;

  // Time limits would make the result depend on how busy the machine is.
  const lines = highlighterFor(name).codeToTokensBase(code, { lang: name, theme: 'classes', tokenizeTimeLimit: 0 });
  const nodes: ElementContent[] = [];
  let text = '';
  let className: string | undefined;
  const endRun = (): void => {
    if (text === '') return;
    const node = { type: 'text', value: text } as const;
    nodes.push(
      className === undefined ? node : { type: 'element', tagName: 'span', properties: { className: [className] }, children: [node] },
    );
    text = '';
  };
  lines.forEach((line, index) => {
    if (index > 0) text += '\n';
    for (const token of line) {
      const kind = classOfColour.get(token.color?.toLowerCase() ?? plainColour);
      // White space has no colour, so it joins the run before it.
      if (kind !== className && token.content.trim() !== '') {
        endRun();
        className = kind;
      }
      text += token.content;
    }
  });
  endRun();
  return nodes;
}

/** The grammar for a language's name or one of its other names, or null. */
export function grammarName(language: string): string | null {
  const lower = language.toLowerCase();
  const name = otherNames.get(lower) ?? lower;
  return grammars.has(name) ? name : null;
}

function highlighterFor(name: string): HighlighterCore {
  const known = highlighters.get(name);
  if (known !== undefined) return known;
  const grammar = grammars.get(name);
  const created = createHighlighterCoreSync({ engine, themes: [theme], langs: grammar === undefined ? [] : [grammar], warnings: false });
  highlighters.set(name, created);
  return created;
}

function hasLongLine(code: string): boolean {
  return code.split(/[\r\n]/u).some((line) => line.length > maximumHighlightedLine);
}
