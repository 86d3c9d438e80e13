/**
 * Independent draws from the standard normal distribution, the same for the same seed on every machine: the generator xoshiro128** of Blackman and
 * Vigna ("Scrambled linear pseudorandom number generators", 2018), its state filled by splitmix32, and the transform of Box and Muller (1958).
 */
export function normalDraws(seed: number): () => number {
  const next = uniformDraws(seed);
  let spare: number | null = null;
  return () => {
    if (spare !== null) {
      const draw = spare;
      spare = null;
      return draw;
    }
    const radius = Math.sqrt(-2 * Math.log(next()));
    const angle = 2 * Math.PI * next();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}

/** Draws between 0 and 1, both ends left out. */
function uniformDraws(seed: number): () => number {
  const scramble = (value: number): number => {
    const once = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
    const twice = Math.imul(once ^ (once >>> 15), 0x735a2d97);
    return twice ^ (twice >>> 15);
  };
  const state = (index: number): number => scramble((seed + Math.imul(index, 0x9e3779b9)) | 0);
  let [a, b, c, d] = [state(1), state(2), state(3), state(4)];
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return (result + 0.5) / 2 ** 32;
  };
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}
