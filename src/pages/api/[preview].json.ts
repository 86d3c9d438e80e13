import type { APIRoute, GetStaticPaths } from 'astro';
import { getKnowledge } from '#site/knowledge.ts';

/** `changes.json`, which only a preview has: what changed since its base. */
export const getStaticPaths = (() =>
  getKnowledge().changes === null ? [] : [{ params: { preview: 'changes' } }]) satisfies GetStaticPaths;

export const GET: APIRoute = () => Response.json(getKnowledge().changes);
