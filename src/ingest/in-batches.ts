/** So many files are open at the same time: enough to keep the disk busy, few enough for every system's limit. */
const batchSize = 64;

/** Does some work for each item, several at the same time. Results come in the order of the items. */
export async function inBatches<Item, Result>(items: readonly Item[], work: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += batchSize) {
    results.push(...(await Promise.all(items.slice(start, start + batchSize).map(work))));
  }
  return results;
}
