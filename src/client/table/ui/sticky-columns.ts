/** Makes the pinned cells of a row stay at the left; they stand behind the row's own header. @param offsets their distance from the left edge, in pixels */
export function stick(row: HTMLTableRowElement, offsets: readonly number[]): void {
  for (const [index, cell] of [...row.cells].slice(1).entries()) {
    const offset = offsets[index];
    cell.classList.toggle('pinned', offset !== undefined);
    cell.style.left = offset === undefined ? '' : `${String(offset)}px`;
  }
}
