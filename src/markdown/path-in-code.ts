const extensions =
  'argdown bash bib c cc cfg conf cpp cs css csv cu cuh go gz h hpp html ini ipynb java jinja jl jpeg jpg js json jsonl jsx ' +
  'log lock lua md mjs npz onnx parquet pdf png py pyx r rb rs safetensors scala sh sql svg swift tar tex toml ts tsv tsx ' +
  'txt webp xml yaml yml zsh';

const path = new RegExp(
  `^(?:\\.{0,2}/)?(?:[\\p{L}\\p{N}_.+@=,~()-]+/)*[\\p{L}\\p{N}_.+@=,~()-]*[\\p{L}\\p{N}_)]\\.(?:${extensions.replaceAll(' ', '|')})$`,
  'iu',
);
const lineNumber = /:\d+(?:[:-]\d+)?$/u;
const maximumLength = 300;

/**
 * The path that code in backticks names (`research/ideas/x.md`, `src/a.py:12`, `x.md#results`), or null where it does not
 * look like a path with a known extension: then it is just code.
 */
export function pathInCode(code: string): { readonly path: string; readonly fragment: string | null } | null {
  if (code.length > maximumLength) return null;
  const hash = code.indexOf('#');
  const address = hash < 0 ? code : code.slice(0, hash);
  const withoutLine = address.replace(lineNumber, '');
  if (!path.test(withoutLine)) return null;
  return { path: withoutLine, fragment: hash < 0 || hash === code.length - 1 ? null : code.slice(hash + 1) };
}
