import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parserVersion } from '#ingest/digest.ts';
import { parseFile } from '#ingest/parse-file.ts';

const lab = join(import.meta.dirname, '../../fixtures/lab');

/** What parsing the lab gave when the parser had this version. */
const parsed = { version: '17', digest: '26a267bc9a04' };

// Caches are keyed by the parser's version: whoever changes what parsing gives, or the lab, raises the version and writes the new digest here.
it('parses the lab as it did when its version was last raised', () => {
  const paths = readdirSync(lab, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(?:md|tsv|log|json|argdown)$/.test(path) && statSync(join(lab, path)).isFile())
    .sort();
  const results = paths.map((path) => parseFile({ path, text: readFileSync(join(lab, path), 'utf8'), digest: '', problems: [] }));
  const digest = createHash('sha256').update(JSON.stringify(results)).digest('hex').slice(0, 12);
  expect({ version: parserVersion, digest }).toEqual(parsed);
});
