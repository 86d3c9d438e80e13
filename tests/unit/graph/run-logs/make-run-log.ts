import { parseRunLog } from '#ingest/run-logs/parse-run-log.ts';
import type { RunLog } from '#schemas/run-log.ts';

/** A run log of the experiment `ranks`, from its lines. */
export function makeRunLog(name: string, ...lines: readonly string[]): RunLog {
  const { runLog } = parseRunLog({ path: `ranks/${name}.log`, text: `${lines.join('\n')}\n`, digest: '', problems: [] });
  if (runLog === null) throw new Error(`no run log: ${lines.join(' ')}`);
  return runLog;
}
