import type { RunLog, RunLogEvent } from '#schemas/run-log.ts';

/** A run that a log names, with what the pattern of its directory says of it. */
export interface NamedRun {
  /** `rank8_lr1e-5` */
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly value: string }[];
}

interface Pattern {
  readonly parameters: readonly string[];
  /** The text before each placeholder, and behind the last one. */
  readonly literals: readonly string[];
}

/** Placeholders in braces with literal text between them: `{model}_r{rank}_lr{lr}`, `rank{N}_lr{LR}`. */
const written =
  /(?<![\p{L}\p{N}_/{}-])[\p{L}\p{N}_.=-]{0,40}(?:\{[\p{L}_][\p{L}\p{N}_]{0,40}\}[\p{L}\p{N}_.=-]{0,40}){1,8}(?![/{\p{L}\p{N}])/gu;
const placeholder = /\{([^{}]+)\}/g;
/** Longer words are no names of directories. */
const longestName = 160;
/** Nobody reads a longer table. */
const mostRuns = 2_000;

/**
 * The runs that the logs of one experiment name by a directory pattern they state ("Directory naming pattern: {model}_r{rank}_lr{lr}"), each
 * with its parameters, in the order in which they are first named. Empty where no pattern is stated.
 */
export function namedRuns(logs: readonly RunLog[]): NamedRun[] {
  const events = logs.flatMap((log) => log.events);
  const patterns = events.flatMap(patternsIn);
  if (patterns.length === 0) return [];
  const runs = new Map<string, NamedRun>();
  for (const event of events) {
    for (const name of namesIn(event)) {
      if (runs.has(name)) continue;
      const run = patterns.map((pattern) => runOf(name, pattern)).find((found) => found !== null);
      if (run !== undefined) runs.set(name, run);
      if (runs.size >= mostRuns) return [...runs.values()];
    }
  }
  return [...runs.values()];
}

function textsIn(event: RunLogEvent): string[] {
  return [event.description, ...event.fields.map(({ value }) => value), ...event.notes];
}

/** Patterns stand in lines that call them so. */
function patternsIn(event: RunLogEvent): Pattern[] {
  const lines = [...event.fields.flatMap(({ key, value }) => value.split('\n').map((line) => `${key}: ${line}`)), ...event.notes];
  return lines
    .filter((line) => line.length < 2_000 && /pattern|naming/i.test(line))
    .flatMap((line) => [...line.matchAll(written)].map(([text]) => patternOf(text)))
    .filter((pattern) => pattern !== null);
}

function patternOf(text: string): Pattern | null {
  const literals = text.split(placeholder).filter((_, index) => index % 2 === 0);
  const holders = [...text.matchAll(placeholder)].map(([, name = '']) => name);
  // Two placeholders in a row cannot be told apart, and one alone matches anything.
  if (literals.slice(1, -1).includes('') || literals.every((literal) => literal === '')) return null;
  return { parameters: holders.map((holder, index) => parameterName(holder, literals[index] ?? '')), literals };
}

/** `rank{N}` names `rank`: a single letter says less than the word before it. */
function parameterName(holder: string, literal: string): string {
  const word = /[\p{L}]+$/u.exec(literal)?.[0] ?? '';
  const isFormal = holder.length === 1 || holder === holder.toUpperCase() || /^(?:value|val|num|number)$/i.test(holder);
  return isFormal && word !== '' ? word : holder === holder.toUpperCase() ? holder.toLowerCase() : holder;
}

function* namesIn(event: RunLogEvent): Generator<string> {
  for (const text of textsIn(event)) {
    for (const [word] of text.matchAll(/[^\s,;:/\\'"`()[\]<>|]+/g)) {
      if (word.length > longestName) continue;
      const name = word.replace(/[.!?]+$/, '');
      if (name.length >= 2 && !/[{}*$]/.test(name)) yield name;
    }
  }
}

/** Divides a name at the literals, from its end: a model's name may hold what stands before the later parameters. */
function runOf(name: string, { parameters, literals }: Pattern): NamedRun | null {
  const [prefix = '', suffix = ''] = [literals[0], literals.at(-1)];
  if (!name.startsWith(prefix) || !name.endsWith(suffix)) return null;
  const values: string[] = [];
  let end = name.length - suffix.length;
  for (let index = parameters.length - 1; index >= 0; index -= 1) {
    const literal = literals[index] ?? '';
    const at = index === 0 ? 0 : name.lastIndexOf(literal, end - literal.length - 1);
    const start = at + literal.length;
    if (at < 0 || start >= end) return null;
    values.unshift(name.slice(start, end));
    end = at;
  }
  return { name, parameters: parameters.map((parameter, index) => ({ name: parameter, value: values[index] ?? '' })) };
}
