import type { FileOutcome } from '#adoption/adoption-report.ts';
import type { ProgramPlan } from '#adoption/plan-program.ts';
import { createFile } from '#write/create-file.ts';
import { existingText } from '#write/existing-text.ts';
import { placeInside } from '#write/inside-workspace.ts';
import { refuseReadOnly, replaceText, withHead } from '#write/prepend-head.ts';
import { Refusal } from '#write/refusal.ts';
import { assess } from '../new/assess.ts';

interface ProgramWork {
  /** The workspace's real path. */
  readonly root: string;
  readonly cacheDir: string;
  /** How the file is called in messages. */
  readonly path: string;
  readonly plan: ProgramPlan;
  readonly dryRun: boolean;
}

/**
 * Carries out what was planned for `program.md`. What is written is judged before (decision 0009).
 *
 * @throws {Refusal} where it cannot or must not be written
 */
export async function writeProgram({ root, cacheDir, path, plan, dryRun }: ProgramWork): Promise<FileOutcome> {
  switch (plan.do) {
    case 'keep': {
      const reason = plan.damaged
        ? 'its frontmatter cannot be read whole: "priors check" says where'
        : plan.missing.length > 0
          ? 'its frontmatter stays as it is'
          : 'it has frontmatter, which stays as it is';
      return { path, action: plan.missing.length > 0 || plan.damaged ? 'kept' : 'unchanged', reason, hint: null };
    }
    case 'refuse':
      throw new Refusal(plan.reason, plan.hint);
    case 'create': {
      const place = await placeInside(root, 'program.md');
      await judge(root, cacheDir, plan.text, plan.text);
      if (!dryRun && !(await createFile(place, plan.text)))
        throw new Refusal(`"${path}" was made by another program meanwhile`, 'Run the command again.');
      return { path, action: 'created', reason: null, hint: null };
    }
    case 'prepend': {
      const place = await placeInside(root, 'program.md');
      const before = await existingText(place, path);
      const after = withHead(before, plan.head);
      await judge(root, cacheDir, after, plan.head);
      if (dryRun) await refuseReadOnly(place, path);
      else await replaceText(place, path, before, after);
      return { path, action: 'prepended', reason: null, hint: null };
    }
  }
}

/** @param head what of the text is new, from its beginning */
async function judge(root: string, cacheDir: string, text: string, head: string): Promise<void> {
  await assess({ root, cacheDir, path: 'program.md', text, line: 1, lastLine: head.split('\n').length - 1 });
}
