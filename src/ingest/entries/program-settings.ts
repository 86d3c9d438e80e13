import type { Problem } from '#diagnostics/diagnostic.ts';
import { programSchema, type Program } from '#schemas/program.ts';
import type { Frontmatter } from '#ingest/frontmatter/frontmatter.ts';
import { validateFrontmatter } from '#ingest/frontmatter/validate-frontmatter.ts';

export interface ProgramSettings {
  readonly program: Partial<Program>;
  /** Required keys that are missing among them. */
  readonly problems: readonly Problem[];
}

/** What the frontmatter of `program.md` configures; of a damaged one, the keys that are right hold. Without frontmatter it is prose and configures nothing. */
export function programSettings(path: string, frontmatter: Frontmatter): ProgramSettings {
  if (!frontmatter.present) return { program: {}, problems: [] };
  const { data, problems, missing } = validateFrontmatter(path, frontmatter, programSchema, 'program');
  // Each key that is left was accepted by its own schema.
  return { program: data satisfies Partial<Record<keyof Program, unknown>>, problems: [...problems, ...missing.values()] };
}
