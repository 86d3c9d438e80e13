/**
 * What `doctor` says of one thing: it is as it should be; it could be better, or something will not work that not everybody needs; or Priors does not
 * work without it.
 */
export type ConditionState = 'ok' | 'advice' | 'missing';

export interface Condition {
  /** A word for programs: `node`, `workflows`. */
  readonly id: string;
  readonly about: 'machine' | 'workspace' | 'publishing';
  readonly state: ConditionState;
  readonly text: string;
  /** How to get what is missing; null where nothing is. */
  readonly hint: string | null;
}

/** Makes the conditions of one subject. */
export function conditionsAbout(about: Condition['about']): {
  ok: (id: string, text: string) => Condition;
  advice: (id: string, text: string, hint: string) => Condition;
  missing: (id: string, text: string, hint: string) => Condition;
} {
  return {
    ok: (id, text) => ({ id, about, state: 'ok', text, hint: null }),
    advice: (id, text, hint) => ({ id, about, state: 'advice', text, hint }),
    missing: (id, text, hint) => ({ id, about, state: 'missing', text, hint }),
  };
}
