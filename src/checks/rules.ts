import { contradictedDuration } from './contradicted-duration.ts';
import { incompleteDesign } from './incomplete-design.ts';
import { inferenceWithoutObservation } from './inference-without-observation.ts';
import { loggedStatusCheck } from './logged-status-check.ts';
import { misplacedLog } from './misplaced-log.ts';
import { noQuantifiedConclusion } from './no-quantified-conclusion.ts';
import { oddMetricCell } from './odd-metric-cell.ts';
import { overdueUpdate } from './overdue-update.ts';
import { reportedFailures } from './reported-failures.ts';
import { requiredMetrics } from './required-metrics.ts';
import type { Rule } from './rule.ts';
import { timeRunsBackwards } from './time-runs-backwards.ts';
import { unfinishedStage } from './unfinished-stage.ts';
import { unknownAction } from './unknown-action.ts';
import { unknownColumn } from './unknown-column.ts';
import { unknownStatus } from './unknown-status.ts';
import { unknownTag } from './unknown-tag.ts';
import { unmatchedPublish } from './unmatched-publish.ts';
import { vagueConclusion } from './vague-conclusion.ts';
import { wrongArithmetic } from './wrong-arithmetic.ts';
import { wrongCount } from './wrong-count.ts';

/** Every rule. What can be seen in one file alone is found when it is parsed, what is wrong with links when the graph is built. */
export const rules: readonly Rule[] = [
  unmatchedPublish,
  unknownAction,
  loggedStatusCheck,
  unfinishedStage,
  timeRunsBackwards,
  contradictedDuration,
  reportedFailures,
  wrongArithmetic,
  wrongCount,
  incompleteDesign,
  misplacedLog,
  unknownColumn,
  oddMetricCell,
  unknownStatus,
  unknownTag,
  requiredMetrics,
  vagueConclusion,
  noQuantifiedConclusion,
  overdueUpdate,
  inferenceWithoutObservation,
];
