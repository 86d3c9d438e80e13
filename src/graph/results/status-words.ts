import type { RunStatus } from '#graph/knowledge-graph.ts';

/**
 * Words of status columns as found in public tables (formats.md, "Status"), by what they mean, folded: lower case, no accents. `other` holds
 * the words that say something else than our statuses do, so that nobody takes them for slips of the pen.
 */
export const statusVocabulary: Readonly<Record<RunStatus, string>> = {
  baseline: `baseline base reference control referencia referenz referencia grundlinie`,
  keep: `keep approve approved keeper keeping kept retain retained accept accepted adopt adopted merge merged promote promoted ship shipped win winner won
    improve improved improves improvement better best champion commit committed advance advanced include included
    mantener mantenido mantenida conservar conservado conservada aceptado aceptada guardado guardada mejor mejora
    behalten ubernommen angenommen beibehalten besser verbessert
    garde gardee garder conserve conservee accepte acceptee retenu retenue adopte
    manter mantido mantida aceito aceita aprovado aprovada melhor mantenuto mantenuta accettato tenuto
    оставить оставлено оставлен принято принят сохранено лучше`,
  discard: `discard discarded discards invalid invalidated void revert reverted reverts reject rejected rollback rolled undo undone drop
    dropped abandon abandoned shelved scrapped removed delete deleted cut kill superseded stale obsolete outdated deprecated worse worsened
    regress regressed regression lose lost loser negative harmful hurts hurt refuted disproved disproven falsified useless
    descartar descartado descartada rechazado rechazada revertido revertida peor abandonado
    verworfen verwerfen abgelehnt zuruckgesetzt ruckgangig schlechter
    rejete rejetee abandonne annule annulee ecarte ecartee rejeitado rejeitada scartato scartata rifiutato
    отклонено отклонен отброшено откат отменено хуже`,
  crash: `crash crashed crashes oom error errored err exception timeout timedout nan inf diverged divergence segfault aborted abort fail
    fails failed failure failing broken interrupted fallo fallido fallida abgesturzt absturz fehlgeschlagen fehler abgebrochen abbruch
    echec echoue plante erreur erro falha falhou fallito errore ошибка сбой упал провал`,
  running: `running progress wip started active ongoing executing training ejecutando curso lauft laufend cours rodando andamento выполняется`,
  planned: `planned plan todo tbd queued pending proposed scheduled waiting upcoming untested reserved pendiente planificado pendente
    planejado geplant ausstehend wartend prevu planifie запланировано ожидает`,
  other: `tie tied draw equal even same neutral flat mixed marginal partial partially inconclusive unclear unknown ambiguous tentative candidate
    contender promising maybe borderline near miss iterate iteration refine pivot drift verify verified repair support info information diag
    diagnostic diagnostics note done complete completed complet complete finish finished finalized ended concluded skip skipped deferred postponed
    blocked hold paused noop op change unchanged experiment exploratory explore exploration discovery ablation sweep tournament review placebo
    probe test tested analysis duplicate rerun replicate confirm confirmed confirms supported validated evaluated measured recorded logged
    stub new final terminado completado fertig abgeschlossen neutral termine concluido завершено нейтрально`,
};

/** Words that count only where no other says more: "ok" of a run that went through, "killed" of one that was stopped. */
export const faintVocabulary: Readonly<Partial<Record<RunStatus, string>>> = {
  keep: `ok okay pass passed passes success successful succeeded true yes y si ja oui sim да correct valid good green`,
  discard: `false no n nein non nao нет wrong incorrect bad red`,
  crash: `killed`,
};

/** Text without spaces between words, and signs. The first that a cell holds counts, so denials stand before what they deny. */
export const statusFragments: readonly (readonly [status: RunStatus, fragments: string])[] = [
  ['planned', '未开始 未開始 未运行 未実行 未実施 尚未'],
  [
    'discard',
    '未保留 不保留 未采用 未採用 不採用 不采用 未采纳 未通过 未通過 未接受 無効 无效 無效 无提升 无改进 没有提升 变差 退步 不採択',
  ],
  ['discard', '유지하지 미채택 미적용'],
  ['crash', '崩溃 崩潰 失败 失敗 错误 錯誤 报错 超时 超時 异常 異常 中断 爆显存 クラッシュ エラー タイムアウト 실패 오류 에러 크래시 중단'],
  ['baseline', '基线 基線 基准 基準 对照 ベースライン 베이스라인 기준'],
  [
    'discard',
    '回滚 回滾 回退 丢弃 丟棄 放弃 放棄 舍弃 捨棄 弃用 廢棄 废弃 破棄 棄却 却下 拒绝 拒絕 撤销 撤銷 撤回 还原 還原 淘汰 取り消し 差し戻し',
  ],
  ['discard', '폐기 기각 되돌림 롤백 취소 제외 버림'],
  ['keep', '保留 采纳 採納 采用 採用 採択 接受 成功 通过 通過 有效 有効 維持 合格 유지 채택 적용 성공 통과 개선'],
  ['running', '进行中 進行中 运行中 運行中 训练中 執行中 执行中 実行中 学習中 진행 실행중 학습중'],
  ['planned', '计划 計劃 計画 予定 待 排队 예정 대기 계획'],
  ['other', '持平 不变 一般 部分 完成 完了 완료 보류'],
  ['crash', '💥 💀 ☠ 🧨'],
  ['running', '⏳ ⌛ 🏃 🔄'],
  ['planned', '📋 🔜 🕒'],
  ['discard', '❌ ✗ ✘ ✖ 👎 ⏪ ↩ 🔙 🗑 🔴'],
  ['keep', '✅ ✔ ✓ ☑ 👍 🏆 🥇 🎉 ⭐ 🟢'],
  ['other', '🟡 ➖ 🤷 ⚠'],
];
