/** The stage that an action begins or ends. */
export interface Stage {
  readonly is: 'start' | 'end';
  /** `SCAFFOLD_TORCHTUNE`; empty for the whole log. */
  readonly name: string;
}

const ends = 'COMPLETE|COMPLETED|DONE|FINISH|FINISHED|END|ENDED';
const behindStart = /^([A-Z0-9_]+)_(?:START|STARTED|BEGIN)$/;
const beforeStart = /^(?:START|BEGIN)_([A-Z0-9_]+)$/;
const behindEnd = new RegExp(`^([A-Z0-9_]+)_(?:${ends}|FAILED|FAILURE|ERROR|ABORTED|CANCELLED|CANCELED|SKIPPED|STOP|STOPPED)$`);
const beforeEnd = new RegExp(`^(?:${ends}|STOP|ABORT)_([A-Z0-9_]+)$`);

/** Reads `SCAFFOLD_TORCHTUNE_START`, `SCAFFOLD_TORCHTUNE_COMPLETE`, `START_DESIGN`, `COMPLETE_DESIGN`, `COMPLETE`; null for any other action. */
export function stageOf(action: string): Stage | null {
  const start = behindStart.exec(action)?.[1] ?? beforeStart.exec(action)?.[1];
  if (start !== undefined) return { is: 'start', name: start };
  if (/^(?:ALL_)?(?:COMPLETE|COMPLETED|DONE|FINISHED|ABORTED|FAILED)$/.test(action)) return { is: 'end', name: '' };
  const end = behindEnd.exec(action)?.[1] ?? beforeEnd.exec(action)?.[1];
  return end === undefined ? null : { is: 'end', name: end };
}
