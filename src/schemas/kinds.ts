import type { z } from 'zod';
import { experimentSchema } from './experiment.ts';
import { ideaSchema } from './idea.ts';
import { journalSchema } from './journal.ts';
import { logSchema } from './log.ts';
import { pageSchema } from './page.ts';
import { paperSchema } from './paper.ts';
import { progressSchema } from './progress.ts';
import { reportSchema } from './report.ts';

/** The kinds of entries, in the order in which navigation lists them. Runs are rows of a table, not entries. */
export const kinds = ['idea', 'experiment', 'report', 'log', 'journal', 'progress', 'paper', 'page'] as const;
export type Kind = (typeof kinds)[number];

export interface KindDescription {
  /** Segment of the URL and canonical folder: `/ideas/…` and `ideas/…`. */
  readonly folder: string;
  readonly singular: string;
  readonly plural: string;
  /** What entries of this kind are for, for people who see the index page for the first time. */
  readonly about: string;
  /** The authoring schema of the frontmatter. */
  readonly schema: z.ZodType<Record<string, unknown>>;
  /** Sections that the body must have in a strict workspace (contract "Required keys"). */
  readonly sections: readonly string[];
}

export const kindDescriptions: Readonly<Record<Kind, KindDescription>> = {
  idea: {
    folder: 'ideas',
    singular: 'idea',
    plural: 'ideas',
    about: 'Hypotheses: what might move the metric, and why.',
    schema: ideaSchema,
    sections: [],
  },
  experiment: {
    folder: 'experiments',
    singular: 'experiment',
    plural: 'experiments',
    about: 'Folders of runs, with the run logs that say what was done when.',
    schema: experimentSchema,
    sections: [],
  },
  report: {
    folder: 'reports',
    singular: 'report',
    plural: 'reports',
    about: 'What became of an idea, and the runs that say so.',
    schema: reportSchema,
    sections: [],
  },
  log: {
    folder: 'logs',
    singular: 'log',
    plural: 'logs',
    about: 'Engineering logs: what was achieved, with numbers before and after.',
    schema: logSchema,
    sections: ['Achievement', 'Rationale'],
  },
  journal: {
    folder: 'journals',
    singular: 'journal entry',
    plural: 'journal entries',
    about: 'The running diary, newest first.',
    schema: journalSchema,
    sections: [],
  },
  progress: {
    folder: 'progress',
    singular: 'progress entry',
    plural: 'progress entries',
    about: 'What was completed, how long it took, what comes next.',
    schema: progressSchema,
    sections: [],
  },
  paper: {
    folder: 'papers',
    singular: 'paper',
    plural: 'papers',
    about: 'What others claim, with their arguments mapped.',
    schema: paperSchema,
    sections: [],
  },
  page: {
    folder: 'pages',
    singular: 'page',
    plural: 'pages',
    about: 'The research program and everything else that is written down.',
    schema: pageSchema,
    sections: [],
  },
};
