/**
 * Options of both commands go to both, those of `preview` alone to it, and everything else to `build`, which knows what is wrong.
 * @param {readonly string[]} args
 */
export function splitOptions(args) {
  /** @type {{ build: string[], preview: string[] }} */
  const options = { build: [], preview: [] };
  const both = ['--out'];
  const previewOnly = ['--port', '--host'];
  let receivers = [options.build];
  for (const argument of args) {
    const name = argument.split('=')[0];
    if (both.includes(name)) receivers = [options.build, options.preview];
    else if (previewOnly.includes(name)) receivers = [options.preview];
    else if (name.startsWith('-')) receivers = [options.build];
    for (const receiver of receivers) receiver.push(argument);
  }
  return options;
}
