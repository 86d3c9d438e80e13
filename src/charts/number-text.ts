/** Beyond these sizes a number is written with its power of ten: nobody counts zeros. */
const large = 1e7;
const small = 1e-5;
const mostDigits = 12;

/**
 * A number so that it can be told from one that is a step away: `0.975` in steps of 0.005, `1,250` in steps of 50, `2.5e−9`.
 *
 * @param step positive; how far apart the numbers are that stand together, such as the grades of an axis
 */
export function stepText(value: number, step: number): string {
  if (Math.abs(value) < step / 1e6) return '0';
  if (Math.abs(value) >= large || step < small) {
    const digits = Math.floor(Math.log10(Math.abs(value))) - powerOf(step);
    return withPower(value, Math.min(mostDigits, Math.max(0, digits)));
  }
  const places = Math.max(0, -powerOf(step));
  return minus(value.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places }));
}

/** The power of ten of the first digit that a step changes; a step of 0.25 changes the second one. */
function powerOf(step: number): number {
  const power = Math.floor(Math.log10(step) + 1e-9);
  const lead = step / 10 ** power;
  return Number.isFinite(lead) && Math.abs(lead - Math.round(lead)) > 1e-6 ? power - 1 : power;
}

function withPower(value: number, digits: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential(digits).split('e');
  return minus(`${mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa}e${exponent.replace('+', '')}`);
}

function minus(text: string): string {
  return text.replaceAll('-', '−');
}
