/** The beginning of a text that may be pages long, cut before a word where one ends near. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const head = text.slice(0, longest);
  const space = head.lastIndexOf(' ');
  return `${head.slice(0, space > longest * 0.8 ? space : longest).trimEnd()}…`;
}
