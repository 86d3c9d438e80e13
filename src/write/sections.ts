import type { RawValue } from '#schemas/fields.ts';
import type { FileKind } from './file-name.ts';
import { isList } from './json-input.ts';

/** A part of the body that has a key of its own on input. */
export interface SectionDescription {
  /** In JSON, and as option with `-` for `_`. */
  readonly key: string;
  readonly heading: string;
  /** How its value is written: one text as it stands, items as a list, as a checklist, or as completed work with its time. */
  readonly form: 'prose' | 'list' | 'checklist' | 'work';
}

/** The sections of each kind, in the order in which they are written (formats.md, "Canonical forms"; the seed's words for progress). */
export const sectionsOf: Readonly<Record<FileKind, readonly SectionDescription[]>> = {
  log: [
    { key: 'achievement', heading: 'Achievement', form: 'prose' },
    { key: 'rationale', heading: 'Rationale', form: 'prose' },
  ],
  idea: [
    { key: 'mechanism', heading: 'Mechanism', form: 'prose' },
    { key: 'test', heading: 'Test', form: 'prose' },
    { key: 'feedback', heading: 'Feedback', form: 'prose' },
  ],
  report: [
    { key: 'observations', heading: 'Observations', form: 'list' },
    { key: 'inferences', heading: 'Inferences', form: 'list' },
    { key: 'claims', heading: 'Claims', form: 'list' },
  ],
  progress: [
    { key: 'completed', heading: 'Completed Work', form: 'work' },
    { key: 'insights', heading: 'Key Insights', form: 'list' },
    { key: 'went_well', heading: 'What Went Well', form: 'list' },
    { key: 'improve', heading: 'What Could Be Improved', form: 'list' },
    { key: 'next_steps', heading: 'Next Steps', form: 'checklist' },
    { key: 'blockers', heading: 'Potential Blockers', form: 'list' },
  ],
  // Its body is the text of the paper.
  paper: [],
  experiment: [
    { key: 'goal', heading: 'Goal', form: 'prose' },
    { key: 'runs', heading: 'Runs', form: 'list' },
    { key: 'evaluation', heading: 'Evaluation', form: 'prose' },
  ],
};

/** A section as Markdown, without trailing blank lines; empty where its value is. */
export function sectionText(section: SectionDescription, value: RawValue): string {
  const items = itemsOf(value);
  if (items.length === 0) return '';
  return `## ${section.heading}\n\n${items.map((item, index) => itemText(section.form, item, index)).join(section.form === 'prose' ? '\n\n' : '\n')}`;
}

function itemsOf(value: RawValue): string[] {
  const items = isList(value) ? value : [value];
  return items.map((item) => (typeof item === 'string' ? item.trim() : JSON.stringify(item))).filter((item) => item !== '');
}

function itemText(form: SectionDescription['form'], item: string, index: number): string {
  switch (form) {
    case 'prose':
      return item;
    case 'list':
      return hanging('- ', item);
    case 'checklist':
      return /^\[[ xX]\] /.test(item) ? hanging('- ', item) : hanging('- [ ] ', item, 2);
    case 'work':
      return workText(item, index);
  }
}

/** `Wrote the parser (2.5 hours)` → the item and its `**Time Investment**`, as in the seed `progress-log.md`. */
function workText(item: string, index: number): string {
  const marker = `${index + 1}. `;
  const timed = /^(.*\S)\s*\((~?\d[\d.]*\s*(?:h|hours?|min|minutes?|days?))\)$/su.exec(item);
  const [, what = item, time] = timed ?? [];
  const work = hanging(marker, what);
  return time === undefined ? work : `${work}\n${' '.repeat(marker.length)}- **Time Investment**: ${time}`;
}

/** A list item whose further lines stand below its first word, so that all of it stays in the item. */
function hanging(marker: string, item: string, indent = marker.length): string {
  const [first = '', ...others] = item.split(/\r?\n/);
  return [marker + first, ...others.map((line) => (line.trim() === '' ? '' : ' '.repeat(indent) + line))].join('\n');
}
