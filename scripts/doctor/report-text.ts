import type { Condition, ConditionState } from '#adoption/condition.ts';

/** The report for programs. */
export function reportDoctorJson(workspace: string, conditions: readonly Condition[]): string {
  const count = (state: ConditionState): number => conditions.filter((each) => each.state === state).length;
  const summary = { ok: count('ok'), advice: count('advice'), missing: count('missing') };
  return `${JSON.stringify({ schema: 1, workspace, summary, conditions }, null, 2)}\n`;
}

const subjects = [
  ['machine', 'Machine'],
  ['workspace', 'Workspace'],
  ['publishing', 'Publishing'],
] as const;

/** The report for people: a line each, and below it how to get what is missing. */
export function reportDoctorText(conditions: readonly Condition[]): string {
  const blocks = subjects.flatMap(([about, title]) => {
    const lines = conditions.filter((each) => each.about === about).flatMap(conditionLines);
    return lines.length === 0 ? [] : [[title, ...lines].join('\n')];
  });
  const missing = conditions.filter(({ state }) => state === 'missing').length;
  const closing =
    missing === 0
      ? 'Nothing that Priors needs is missing.'
      : `${missing === 1 ? '1 thing' : `${missing} things`} that Priors needs ${missing === 1 ? 'is' : 'are'} missing.`;
  return `${[...blocks, closing].join('\n\n')}\n`;
}

function conditionLines({ state, text, hint }: Condition): string[] {
  return [`  ${state.padEnd(8)} ${text}`, ...(hint === null ? [] : [`${' '.repeat(11)}${hint}`])];
}
