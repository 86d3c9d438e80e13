import type { APIRoute } from 'astro';
import { getKnowledge } from '#site/knowledge.ts';
import { predictionsJson } from '#views/predictions/predictions-json.ts';

/** What was expected, and what was observed. */
export const GET: APIRoute = () => Response.json(predictionsJson(getKnowledge().graph));
