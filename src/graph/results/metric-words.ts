/** Words in the names of metric columns as found in public tables, one list a meaning (`metric-names.ts`). */
const words = (written: string): ReadonlySet<string> => new Set(written.split(/\s+/));

/** How good a result is; less is better. */
export const lowerQualities =
  words(`loss bpb bpc bpt error errors err ppl perplexity nll wer cer mae mse rmse rmsle mape smape wape logloss brier
  ece kid fid fvd lpips crps regret exploitability failures fails violations hallucination hallucinations toxicity misses penalty residual
  fpr fnr eer aic bic deviation mispredictions regressions bugs warnings`);

/** How good a result is; more is better. */
export const higherQualities =
  words(`acc accuracy score scores auc auroc aupr auprc roc bleu meteor chrf reward rewards return returns precision recall
  specificity sensitivity tpr tnr iou miou dice jaccard map psnr ssim mfu speedup speedups throughput bandwidth tflops gflops tps fps qps rps
  elo win wins winrate sharpe sortino calmar cagr roi pnl profit mrr ndcg hits r2 rsq corr correlation pearson spearman kendall ic icir
  tss bss hss csi kge nse kappa mcc war pass passed passes match matches em success successes solved coverage explained silhouette nmi ari purity
  quality yield fitness utility similarity agreement compliance completeness`);

/** Words that turn a loss or cost into something gained: `loss_reduction`. */
export const gains = words('improvement improvements improved gain gains uplift savings saved reduction');

/** What a `…_rate` counts. */
export const higherRates = words('hit accept acceptance completion detection solve save catch conversion retention keep');
export const lowerRates = words('collision error failure fail crash miss reject rejection drop false timeout churn refusal leak');

/** Rates: `tok_s`, `tokens_per_sec`, `img_s`. */
export const rateUnits = words('s sec second seconds min minute hour');
export const rateThings =
  words(`tok toks token tokens it its iter iters sample samples step steps req reqs request requests img imgs image images frame
  frames item items op ops row rows gb mb gib mib flop flops tflop tflops game games episode episodes env node nodes edge edges nps bytes`);

/** What a result costs in time; less is better. */
export const timeCosts =
  words(`seconds second secs sec ms us ns minutes mins hours hrs time duration latency runtime elapsed wall walltime ttft tpot
  itl p50 p90 p95 p99 overhead`);
/** What a result costs in other things; less is better. */
export const sizeCosts = words('memory mem vram gb gib mb mib kb kib bytes size rss cost usd dollars energy joules watts flops');

/** Settings that hold one of the words above: `batch_size`, `loss_weight`, `time_budget`. */
export const settingWords =
  words(`batch hidden vocab kernel window patch image block context embedding head dim weight coef coefficient scale type fn
  function budget limit step chunk learning lr dropout sampling mutation decay threshold target schedule cap prior posterior probability prob confidence expected criterion criteria`);
/** Settings also where they stand before a word of quality: `target_score`, `loss_weight`. */
export const spreads = words(`std stdev stddev stderr se sem var variance ci ci95 low high lo hi lower upper pvalue pval null iqr sigma`);
/** What a switch begins with: `use_k_gain`. */
export const switchWords = words('use with enable enabled has is no apply');

export const differences = words('delta diff difference deltas');

/** Names that say that the column is the metric, but not which way is better. */
export const plainMetrics = words(
  'metric value result primary_metric objective main_metric metric_value target_metric primary observed_value measurement composite',
);

/** Parts of names in languages that put no spaces between words. */
export const lowerFragments = ['损失', '損失', '误差', '誤差', '손실', '오차', '延迟', '延遲', '耗时', '错误率', '困惑度'];
export const higherFragments = [
  '准确率',
  '準確率',
  '精度',
  '正解率',
  '得分',
  '分数',
  'スコア',
  '정확도',
  '점수',
  '收益',
  '胜率',
  '召回',
  '加速比',
  '吞吐',
];
