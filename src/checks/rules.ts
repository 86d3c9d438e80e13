import { contradictedDuration } from './run-logs/contradicted-duration.ts';
import { contradictedDelta } from './logs/contradicted-delta.ts';
import { incompleteDesign } from './run-logs/incomplete-design.ts';
import { inferenceWithoutObservation } from './inference-without-observation.ts';
import { loggedStatusCheck } from './run-logs/logged-status-check.ts';
import { misplacedLog } from './run-logs/misplaced-log.ts';
import { noQuantifiedConclusion } from './logs/no-quantified-conclusion.ts';
import { oddMetricCell } from './tables/odd-metric-cell.ts';
import { overdueUpdate } from './overdue-update.ts';
import { reportedFailures } from './run-logs/reported-failures.ts';
import { requiredMetrics } from './logs/required-metrics.ts';
import type { Rule } from './rule.ts';
import { seedDisagrees } from './tables/seed-disagrees.ts';
import { takenAlias } from './taken-alias.ts';
import { timeRunsBackwards } from './run-logs/time-runs-backwards.ts';
import { uncheckableExpectation } from './uncheckable-expectation.ts';
import { unfinishedStage } from './run-logs/unfinished-stage.ts';
import { unknownAction } from './run-logs/unknown-action.ts';
import { unknownColumn } from './tables/unknown-column.ts';
import { unknownStatus } from './tables/unknown-status.ts';
import { unknownTag } from './unknown-tag.ts';
import { unmatchedPublish } from './unmatched-publish.ts';
import { unrankedTable } from './tables/unranked-table.ts';
import { vagueConclusion } from './logs/vague-conclusion.ts';
import { wrongArithmetic } from './arithmetic/wrong-arithmetic.ts';
import { wrongCount } from './arithmetic/wrong-count.ts';
import { wrongTotal } from './arithmetic/wrong-total.ts';

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
  unrankedTable,
  unknownStatus,
  seedDisagrees,
  takenAlias,
  unknownTag,
  requiredMetrics,
  vagueConclusion,
  noQuantifiedConclusion,
  contradictedDelta,
  wrongTotal,
  overdueUpdate,
  inferenceWithoutObservation,
  uncheckableExpectation,
];
