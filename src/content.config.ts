import { defineCollection } from 'astro:content';
import { kindDescriptions, type Kind } from '#schemas/kinds.ts';
import { workspaceLoader } from '#site/loader.ts';

// For editors, which complete frontmatter by these schemas; pages read the graph of the command.
const collection = (kind: Kind) => defineCollection({ loader: workspaceLoader(), schema: kindDescriptions[kind].schema });

export const collections = {
  idea: collection('idea'),
  experiment: collection('experiment'),
  report: collection('report'),
  log: collection('log'),
  journal: collection('journal'),
  progress: collection('progress'),
  paper: collection('paper'),
  page: collection('page'),
};
