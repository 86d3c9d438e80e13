/** Where a paper is: `arXiv:2512.24880` at arxiv.org, a DOI at doi.org, a web address as it is; null for anything else. */
export function paperAddress(text: string): string | null {
  const identifier = /^arxiv:\s*([\w.-]+(?:\/\d{7})?)$/i.exec(text)?.[1];
  if (identifier !== undefined) return `https://arxiv.org/abs/${identifier}`;
  const doi = /^(?:doi:\s*)?(10\.\d{4,9}\/\S+)$/i.exec(text)?.[1];
  if (doi !== undefined) return `https://doi.org/${encodeURI(doi)}`;
  return /^https?:\/\//i.test(text) ? text : null;
}
