import { appendFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { eventText, type NewEvent } from './event-text.ts';
import { existingText, lineEndOf } from './existing-text.ts';
import { whileLocked } from './file-lock.ts';
import { assertPlainName, placeInside, realWorkspace, workspacePath } from './inside-workspace.ts';
import { Refusal } from './refusal.ts';

export interface EventRequest {
  readonly workspace: string;
  /** A name below `experiments/`, or the path of a folder that is there: `cap_8L`, `runs/cap_8L`. */
  readonly experiment: string;
  /** The log's name, with or without `.log`. */
  readonly log: string;
  readonly event: NewEvent;
}

/**
 * Appends one event to a run log of an experiment (contract "Commands", `event`); folder and log are made when missing. A log that already lies
 * in the experiment's `logs/` folder is continued there. Safe when several processes do it at once, as `appendRow` is.
 *
 * @returns the log's path, relative to the workspace
 */
export async function appendEvent({ workspace, experiment, log, event }: EventRequest): Promise<string> {
  const block = eventText(event);
  const root = await realWorkspace(workspace);
  const folder = await experimentFolder(root, experiment);
  const name = `${log.replace(/\.log$/, '')}.log`;
  assertPlainName(name, 'a run log');
  const nested = join(folder, 'logs', name);
  const file = await placeInside(root, (await isThere(nested)) && !(await isThere(join(folder, name))) ? nested : join(folder, name));
  const path = workspacePath(root, file);
  await whileLocked(file, async () => {
    const text = await existingText(file, path);
    const lineEnd = lineEndOf(text);
    const gap = text === '' ? '' : text.endsWith('\n') ? lineEnd : lineEnd.repeat(2);
    await appendFile(file, gap + block.replaceAll('\n', lineEnd) + lineEnd);
  });
  return path;
}

async function experimentFolder(root: string, experiment: string): Promise<string> {
  const written = experiment.replace(/\/+$/, '');
  if (!written.includes('/')) {
    assertPlainName(written, 'an experiment');
    return placeInside(root, `experiments/${written}`);
  }
  const folder = await placeInside(root, written);
  // A path that is not there is more likely a slip than a wish for a new place.
  if (written.startsWith('experiments/') || (await isThere(folder))) return folder;
  throw new Refusal(
    `There is no folder "${written}" in the workspace`,
    'Name an experiment without "/" to have its folder made below experiments/.',
  );
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
