/** How many lines a cell takes before the rest is folded away, and how many characters a line holds at least. */
const comfortableLines = 3;
const lineLength = 54;

/** Whether a cell's text is folded, with "more" to unfold it. @param lines as many as a row may have */
export function isLong(text: string, lines = comfortableLines): boolean {
  if (text.length > lines * lineLength) return true;
  let breaks = 0;
  for (let place = text.indexOf('\n'); place !== -1; place = text.indexOf('\n', place + 1)) breaks += 1;
  return breaks >= lines;
}
