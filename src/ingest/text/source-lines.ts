/** One line of a file, without its line end. */
export interface SourceLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** The lines of a text with LF, CRLF or mixed line ends. A final newline opens no further line. */
export function sourceLines(text: string): SourceLine[] {
  const lines = text.split('\n').map((line, index) => ({
    number: index + 1,
    text: line.endsWith('\r') ? line.slice(0, -1) : line,
  }));
  if (lines.at(-1)?.text === '') lines.pop();
  return lines;
}

/** Whether a line holds nothing but white space. */
export function isBlank(line: SourceLine): boolean {
  return line.text.trim() === '';
}
