import { defineCollection } from 'astro:content';
import { kindDescriptions, type Kind } from '#schemas/kinds.ts';
import { workspaceLoader } from '#site/loader.ts';

// The authoring schema is for editors; what the loader stores is already validated.
const collection = (kind: Kind) => defineCollection({ loader: workspaceLoader(kind), schema: kindDescriptions[kind].schema });

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
