import { expect, test } from 'vitest';
import { splitOptions } from '../../../scripts/bootstrap/start-options.mjs';

test.each([
  [['--workspace', '../lab'], { build: ['--workspace', '../lab'], preview: [] }],
  [['--port', '4400', '--workspace=../lab'], { build: ['--workspace=../lab'], preview: ['--port', '4400'] }],
  [['--base', '/x/', '--out=public'], { build: ['--base', '/x/', '--out=public'], preview: ['--out=public'] }],
  [['--typo', 'x'], { build: ['--typo', 'x'], preview: [] }],
])('npm start -- %s builds and serves with the options of each', (args, expected) => {
  expect(splitOptions(args)).toEqual(expected);
});
