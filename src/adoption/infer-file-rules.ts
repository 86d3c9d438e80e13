import { glob } from '#schemas/globs.ts';
import type { InferredKey, Introduction } from './inferred-key.ts';

/** What the program says of files, as far as it is clear. */
export interface FileRules {
  readonly key: InferredKey<'files'> | null;
  /** Lines that name a rule whose files could not be read as paths. */
  readonly unclear: readonly string[];
}

const ruleOf = { FROZEN: 'frozen', GLOBAL: 'global', 'APPEND-ONLY': 'append_only' } as const;
const row = /^\s*\|?\s*[*_`]{0,3}(FROZEN|GLOBAL|APPEND[-_ ]ONLY)[*_`]{0,3}\s*\|([^|]*)/;

/**
 * The file policy of a program that holds the seed's table (`research-program.md`, "File Taxonomy"): `| FROZEN | eval.py, meta_journal.md | … |`.
 * `program.md` itself is left out of the frozen files: the frontmatter that is being added must still be corrected.
 */
export function inferFileRules({ path, text }: Introduction): FileRules {
  const lists = new Map<(typeof ruleOf)[keyof typeof ruleOf], readonly string[]>();
  const unclear: string[] = [];
  const lines: number[] = [];
  let namesItself = false;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [, rule = '', cell = ''] = row.exec(line.slice(0, 2_000)) ?? [];
    const list = Object.entries(ruleOf).find(([name]) => name === rule.replace(/[_ ]/, '-'))?.[1];
    if (list === undefined) continue;
    const names = cell.split(',').map((name) => name.replaceAll(/[`\s]+$|^[`\s]+/g, ''));
    if (lists.has(list) || !names.every(isPath)) {
      unclear.push(`${path}:${index + 1}`);
      continue;
    }
    lines.push(index + 1);
    namesItself ||= list === 'frozen' && names.includes('program.md');
    lists.set(
      list,
      names.filter((name) => list !== 'frozen' || name !== 'program.md'),
    );
  }
  const value = Object.fromEntries([...lists].filter(([, names]) => names.length > 0));
  if (Object.keys(value).length === 0) return { key: null, unclear };
  const note = `inferred from ${path}:${lines.join(', ')}${namesItself ? '; add program.md to the frozen files once these lines are right' : ''}`;
  return { key: { key: 'files', value, certainty: 'stated', note }, unclear };
}

function isPath(name: string): boolean {
  return /^[\w./*@+-]+$/.test(name) && /[./*]/.test(name) && !name.startsWith('/') && !name.includes('..') && glob.safeParse(name).success;
}
