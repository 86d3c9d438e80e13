import { data, Evaluator, Lexer, Parser } from '@actions/expressions';

/** What expressions of a workflow can read, as plain values: `github`, `env`, `steps`, … */
export type Contexts = Readonly<Record<string, unknown>>;

/** What a step may ask of those before it. */
export interface JobStatus {
  readonly failed: boolean;
  readonly cancelled: boolean;
}

/** Evaluates one expression with GitHub's own evaluator, to the text that GitHub would put in its place. */
function evaluate(expression: string, contexts: Contexts, status: JobStatus): data.ExpressionData {
  const functions = Object.entries({
    success: !status.failed && !status.cancelled,
    failure: status.failed,
    cancelled: status.cancelled,
    always: true,
  }).map(([name, value]) => ({ name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value) }));
  const { tokens } = new Lexer(expression).lex();
  const parsed = new Parser(tokens, Object.keys(contexts), functions).parse();
  const values = new data.Dictionary(
    ...Object.entries(contexts).map(([key, value]) => ({
      key,
      // The reviver makes every value one of these.
      value: JSON.parse(JSON.stringify(value), data.reviver) as data.ExpressionData,
    })),
  );
  return new Evaluator(parsed, values, new Map(functions.map((each) => [each.name, each]))).evaluate();
}

/** Text of a workflow with each `${{ expression }}` replaced. */
export function filledIn(text: string, contexts: Contexts, status: JobStatus): string {
  return text.replaceAll(/\$\{\{((?:[^}']|'(?:[^']|'')*')*)\}\}/g, (_, expression: string) =>
    evaluate(expression.trim(), contexts, status).coerceString(),
  );
}

/** Whether a job or a step with this `if` runs; without one, or without a word on the status, only after success. */
export function isMet(condition: string | undefined, contexts: Contexts, status: JobStatus): boolean {
  const [, inner] = /^\s*\$\{\{([^]*)\}\}\s*$/.exec(condition ?? '') ?? [];
  const expression = inner ?? condition ?? 'success()';
  const asks = /\b(?:success|failure|cancelled|always)\s*\(/.test(expression);
  const whole = asks ? expression.trim() : `success() && (${expression.trim()})`;
  return evaluate(`!!(${whole})`, contexts, status).coerceString() === 'true';
}
