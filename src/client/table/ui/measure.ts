/** What the benchmark reads of a page: from the reader's act to the frame that shows what came of it. */
export type MeasuredAct = 'table-load' | 'table-sort' | 'table-filter';

/** Ends a measure once the present state is on the screen. @param start by `performance.now()` */
export function measureUntilShown(act: MeasuredAct, start: number): void {
  requestAnimationFrame(() => {
    // A task behind the frame: it runs when that has been drawn.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      performance.measure(`priors:${act}`, { start, end: performance.now() });
      port1.close();
    };
    port2.postMessage(null);
  });
}
