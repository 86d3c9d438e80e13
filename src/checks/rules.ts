import { noQuantifiedConclusion } from './no-quantified-conclusion.ts';
import type { Rule } from './rule.ts';
import { unknownAction } from './unknown-action.ts';
import { unknownColumn } from './unknown-column.ts';
import { unknownTag } from './unknown-tag.ts';
import { vagueConclusion } from './vague-conclusion.ts';

/** Every rule. What can be seen in one file alone is found when it is parsed, what is wrong with links when the graph is built. */
export const rules: readonly Rule[] = [unknownAction, unknownColumn, unknownTag, vagueConclusion, noQuantifiedConclusion];
