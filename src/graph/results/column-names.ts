import type { ColumnRole } from '#schemas/program.ts';

/**
 * Names that tell a role, as found in public tables, most telling first: where a role is for one column, the first name that a table has takes
 * it. All in the form of `normalised`.
 */
export const roleNames: Readonly<Record<Exclude<ColumnRole, 'metric' | 'parameter'>, readonly string[]>> = {
  commit: list(
    `commit commit_hash commit_sha commit_id git_commit git_sha git_hash gitsha sha hash rev revision short_hash 提交 コミット 커밋`,
  ),
  id: list(`id exp_id run_id experiment_id trial_id candidate_id config_id run_name experiment_name exp_name experiment exp run trial name run_no
    exp_no experiment_number 编号 編號 番号 实验 実験 실험`),
  status:
    list(`status decision verdict kept correctness gate_status result outcome keep accepted state action conclusion keep_discard correct
    success passed 状态 狀態 状態 判定 结论 結論 结果 結果 상태 결과 판정 estado resultado zustand entscheidung ergebnis statut`),
  description:
    list(`description desc experiment_description change changes change_summary title idea hypothesis what summary notes note comment
    comments rationale reasoning details message insight learned remarks remark 描述 说明 說明 説明 备注 備註 備考 变更 설명 비고 descripcion descripción
    beschreibung notizen bemerkung`),
  seed: list('seed rng_seed random_seed'),
  parent: list(
    'parent parent_commit parent_id parent_exp parent_run parent_experiment parent_experiment_id base_commit base_hash base_sha start_sha parent_sha parent_ref',
  ),
  time: list(`timestamp date datetime created_at started_at finished_at start_time starttime date_run run_date entry_date ts created when time 时间 時間 日期
    日時 日付 날짜 시간 fecha datum`),
};

/** Status columns that hold 1 and 0, or yes and no. */
export const flagNames = list('kept keep accepted correct success passed');

/** What counts the runs of a loop: their id where the table has no better. */
export const counterNames = list(
  'iteration iter round gen generation cycle attempt session no nr number index idx step_no loop 轮次 回 회차',
);

/** A column that counts the steps of one training run. The second list also counts runs of a loop. */
export const stepNames = list(
  'step steps global_step train_step training_step epoch timestep timesteps update updates tokens tokens_seen batch_idx frame',
);
export const loopNames = list('iteration iter iterations round episode batch t time seconds elapsed');

/** The two columns of a long-form table. */
export const longFormKeys = list('metric metric_name measure');
export const longFormValues = list('value metric_value observed_value val measurement');

/** A column's name as the lists have it: `# Commit Hash` is `commit_hash`. */
export function normalised(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '');
}

function list(names: string): readonly string[] {
  return names.split(/\s+/);
}
