import type { Command } from 'commander';
import type { RawValue } from '#schemas/fields.ts';
import type { FileKind } from '#write/file-name.ts';
import type { RawObject } from '#write/json-input.ts';
import { isList } from '#write/json-input.ts';
import { collect, pairs } from '../write/input.ts';

/** An option of `new` and the key of the entry that it fills: `metrics.before` is a key within a group. */
export interface KeyOption {
  readonly name: string;
  readonly key: string;
  /** One text, a text each time it is given, or `name=value` each time. */
  readonly form: 'text' | 'list' | 'pairs';
  readonly about: string;
}

const tag: KeyOption = { name: 'tag', key: 'tags', form: 'list', about: 'a tag of the vocabulary in program.md' };

/** The options of each kind, as people name them: singular where the key is a list. */
const keyOptions: Readonly<Record<FileKind, readonly KeyOption[]>> = {
  log: [
    { name: 'subject', key: 'subject', form: 'text', about: 'what was worked on, in a few words' },
    { name: 'achievement', key: 'achievement', form: 'text', about: 'what was done' },
    { name: 'rationale', key: 'rationale', form: 'text', about: 'why it matters' },
    tag,
    { name: 'conclusion', key: 'conclusions', form: 'list', about: 'a specific and quantified finding' },
    { name: 'metric', key: 'metrics', form: 'pairs', about: 'a measured value, such as params=164,212' },
    { name: 'before', key: 'metrics.before', form: 'pairs', about: 'a value before, such as accuracy=87%' },
    { name: 'after', key: 'metrics.after', form: 'pairs', about: 'a value after, such as accuracy=98.5%' },
    { name: 'delta', key: 'metrics.delta', form: 'text', about: 'the change from before to after, in one line' },
    { name: 'commit', key: 'commits', form: 'list', about: 'a commit hash' },
    { name: 'related-file', key: 'related_files', form: 'list', about: 'a file that this work touched' },
    { name: 'reference', key: 'references', form: 'list', about: 'a paper, document or earlier entry' },
    { name: 'next-step', key: 'next_steps', form: 'list', about: 'what follows from it' },
  ],
  idea: [
    { name: 'title', key: 'title', form: 'text', about: 'the idea in a few words' },
    { name: 'hypothesis', key: 'hypothesis', form: 'text', about: 'what is expected to happen, and why' },
    tag,
    { name: 'metric', key: 'metric', form: 'text', about: 'the metric that the hypothesis is about' },
    { name: 'expected', key: 'expected', form: 'text', about: 'the signed effect: +0.05, -1.5% or a range' },
    { name: 'min-effect', key: 'min_effect', form: 'text', about: 'the smallest effect that would matter' },
    { name: 'kill-if', key: 'kill_if', form: 'text', about: 'what would make us drop it' },
    { name: 'seeds', key: 'seeds', form: 'text', about: 'how many replicates the test needs' },
    { name: 'paper', key: 'papers', form: 'list', about: 'a paper it rests on' },
    { name: 'rating', key: 'rating', form: 'text', about: "the reviewer's rating, 1 to 10" },
    { name: 'supersedes', key: 'supersedes', form: 'list', about: 'an entry that this one replaces' },
    { name: 'mechanism', key: 'mechanism', form: 'text', about: 'how it is meant to work' },
    { name: 'test', key: 'test', form: 'text', about: 'how it will be tested' },
    { name: 'feedback', key: 'feedback', form: 'text', about: "the reviewer's critique" },
  ],
  report: [
    { name: 'title', key: 'title', form: 'text', about: 'the result in a few words' },
    { name: 'outcome', key: 'outcome', form: 'text', about: 'supported, refuted, inconclusive or invalid' },
    { name: 'idea', key: 'idea', form: 'text', about: 'the slug of the idea that was tested' },
    { name: 'run', key: 'runs', form: 'list', about: 'a row id or commit of a results table' },
    tag,
    { name: 'commit', key: 'commits', form: 'list', about: 'a commit hash' },
    { name: 'supersedes', key: 'supersedes', form: 'list', about: 'an entry that this one replaces' },
    { name: 'observation', key: 'observations', form: 'list', about: 'what was measured' },
    { name: 'inference', key: 'inferences', form: 'list', about: 'what it seems to mean' },
    { name: 'claim', key: 'claims', form: 'list', about: "someone else's statement, with its source" },
  ],
  progress: [
    { name: 'title', key: 'title', form: 'text', about: 'the period in a few words' },
    tag,
    { name: 'phase', key: 'phase', form: 'text', about: 'the phase of the project' },
    { name: 'from', key: 'period.from', form: 'text', about: 'the first day it covers' },
    { name: 'to', key: 'period.to', form: 'text', about: 'the last day it covers' },
    { name: 'next-update', key: 'next_update', form: 'text', about: 'when the next entry is due' },
    { name: 'completed', key: 'completed', form: 'list', about: 'finished work and its time, as "Wrote the parser (2.5 hours)"' },
    { name: 'insight', key: 'insights', form: 'list', about: 'what was learned' },
    { name: 'went-well', key: 'went_well', form: 'list', about: 'what went well' },
    { name: 'improve', key: 'improve', form: 'list', about: 'what could be improved' },
    { name: 'next-step', key: 'next_steps', form: 'list', about: 'what comes next' },
    { name: 'blocker', key: 'blockers', form: 'list', about: 'what may stand in the way' },
  ],
  paper: [
    { name: 'title', key: 'title', form: 'text', about: 'its title' },
    { name: 'authors', key: 'authors', form: 'text', about: 'who wrote it' },
    { name: 'year', key: 'year', form: 'text', about: 'when it appeared' },
    { name: 'url', key: 'url', form: 'text', about: 'where it is found' },
    { name: 'arxiv', key: 'arxiv', form: 'text', about: 'its arXiv identifier, such as 2104.09864' },
    tag,
    { name: 'trust', key: 'trust', form: 'pairs', about: 'why to believe it: adoption=…, citations=…, code=… or author=…' },
    { name: 'supersedes', key: 'supersedes', form: 'list', about: 'an entry that this one replaces' },
  ],
  experiment: [
    { name: 'title', key: 'title', form: 'text', about: 'the experiment in a few words (default: its name)' },
    { name: 'idea', key: 'idea', form: 'text', about: 'the slug of the idea that it tests' },
    tag,
    { name: 'goal', key: 'goal', form: 'text', about: 'what it is to find out' },
    { name: 'run', key: 'runs', form: 'list', about: 'a run, by what is different in it' },
    { name: 'evaluation', key: 'evaluation', form: 'text', about: 'how the runs will be judged' },
    { name: 'supersedes', key: 'supersedes', form: 'list', about: 'an entry that this one replaces' },
  ],
};

export function addKeyOptions(command: Command, kind: FileKind): void {
  for (const { name, form, about } of keyOptions[kind]) {
    if (form === 'text') command.option(`--${name} <text>`, about);
    else command.option(`--${name} <${form === 'list' ? 'text' : 'name=value'}>`, `${about} (repeatable)`, collect);
  }
}

/** The keys of an entry with what the options say; an option replaces the key of the same name, pairs are added to their group. */
export function withOptions(kind: FileKind, keys: RawObject, options: Readonly<Record<string, unknown>>): RawObject {
  return keyOptions[kind].reduce((filled, option) => {
    const value = valueOf(option, options[camelCase(option.name)]);
    return value === undefined ? filled : withKey(filled, option.key.split('.'), value, option.form === 'pairs');
  }, keys);
}

function valueOf({ form, name }: KeyOption, given: unknown): RawValue | undefined {
  if (typeof given === 'string') return given;
  if (!Array.isArray(given)) return undefined;
  const texts = given.map(String);
  return form === 'pairs' ? Object.fromEntries(pairs(texts, `--${name}`)) : texts;
}

function withKey(keys: RawObject, [first = '', ...rest]: readonly string[], value: RawValue, merges: boolean): RawObject {
  const group = groupAt(keys, first);
  if (rest.length > 0) return { ...keys, [first]: withKey(group, rest, value, merges) };
  return { ...keys, [first]: merges && typeof value === 'object' && !isList(value) ? { ...group, ...value } : value };
}

function groupAt(keys: RawObject, key: string): RawObject {
  const value = Object.hasOwn(keys, key) ? keys[key] : undefined;
  return typeof value === 'object' && !isList(value) ? value : {};
}

/** How commander names the value of an option. */
function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
