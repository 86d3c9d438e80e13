/**
 * `~2.5 hours`, `30 minutes`, `2h 30m`, `1:30 h`; of a range its middle; `145 minutes (~2.5 hours)` says the same twice. Null for anything else:
 * nobody knows how long a day is.
 */
export function minutesIn(text: string): number | null {
  const start = text.slice(0, 80).replace(/(?<=\p{L}\s?)\(.*$/u, '');
  const clock = /^\D{0,10}(\d{1,3}):(\d{2}) ?h/i.exec(start);
  if (clock !== null) return Number(clock[1]) * 60 + Number(clock[2]);
  const parts = [
    ...start.matchAll(/(\d+(?:\.\d+)?)(?: ?(?:-|–|to) ?(\d+(?:\.\d+)?))? ?(h(?:ours?|rs?)?|m(?:in(?:ute)?s?)?)(?![\p{L}])/giu),
  ];
  const [first] = parts;
  if (first === undefined || !/^[^\p{L}\p{N}]*(?:(?:about|around|approx\.?|ca\.?) )?$/iu.test(start.slice(0, first.index))) return null;
  const [hours, minutes] = ['h', 'm'].map((unit) => parts.find(([, , , written = '']) => written.toLowerCase().startsWith(unit)));
  const total = valueOf(hours) * 60 + valueOf(minutes);
  return Math.round(total);
}

function valueOf(match: RegExpExecArray | undefined): number {
  const [, from = '0', to = from] = match ?? [];
  return (Number(from) + Number(to)) / 2;
}
