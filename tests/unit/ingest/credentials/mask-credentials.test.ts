import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskCredentials } from '#ingest/credentials/mask-credentials.ts';
import { expectLinear } from '../../../linear-time.ts';

/** Samples are joined here: no scanner of source code is to take one for a leak. All are made up. */
const join = (...parts: readonly string[]): string => parts.join('');

const letters = 'aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5zA7bC9dE1fG3hI5jK7lM9nO1pQ3rS5tU7vW9yZ2';
const hex = '0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a6978';
const digits = '482916375048';

const credentials: readonly (readonly [sort: string, before: string, secret: string, after: string])[] = [
  ['an AWS access key id', 'id ', join('AK', 'IA', 'Q3WE5RT7YU9IO2PA'), '.'],
  ['a GitHub token', '', join('gh', 'p_', letters.slice(0, 36)), ''],
  ['a GitHub token', 'with ', join('gh', 'o_', letters.slice(0, 36)), ','],
  ['a GitHub token', '(', join('github', '_pat_', letters.slice(0, 22), '_', letters.slice(0, 59)), ')'],
  ['a GitLab token', '`', join('gl', 'pat-', letters.slice(0, 20)), '`'],
  ['a Slack token', 'x ', join('xo', 'xb-', digits, '-', digits, '-', letters.slice(0, 24)), ''],
  ['a Slack webhook', 'https://hooks.slack.com/services/', join('T0', '1A2B3C4D5/B06', 'E7F8G9H0/', letters.slice(0, 24)), ''],
  ['a Discord webhook', 'https://discord.com/api/webhooks/123456789012345678/', join(letters.slice(0, 68)), ''],
  ['a Telegram bot token', '', join('123456789', ':AA', letters.slice(0, 33)), ''],
  ['an Anthropic API key', 'key: ', join('sk-', 'ant-', 'api03-', letters, '-AA'), ''],
  ['an API key', '', join('sk-', 'proj-', letters), ''],
  ['an API key', '', join('sk-', letters.slice(0, 48)), ''],
  ['an API key', '', join('sk-', hex.slice(0, 32)), ''],
  ['a Hugging Face token', '', join('h', 'f_', 'aBcDeFgHiJkLmNoPqRsTuVwXyZaBcDeFgH'), ''],
  ['a W&B API key', 'export WANDB_API_KEY=', hex.slice(0, 40), ''],
  ['a W&B API key', 'wandb login ', hex.slice(0, 40), ''],
  ['a W&B API key', 'machine api.wandb.ai login user password ', hex.slice(0, 40), ''],
  ['a Kaggle API key', '{"username":"someone","key":"', hex.slice(0, 32), '"}'],
  ['a Google API key', '?key=', join('AI', 'za', letters.slice(0, 35)), '&x'],
  ['an npm token', '//registry.npmjs.org/:_authToken=', join('np', 'm_', letters.slice(0, 36)), ''],
  ['a PyPI token', 'password = ', join('py', 'pi-', 'AgEIcHlwaS5vcmc', letters), ''],
  ['a JSON Web Token', '', join('ey', 'JhbGciOiJIUzI1NiJ9', '.', 'ey', 'JzdWIiOiIxMjM0In0', '.', letters.slice(0, 43)), ''],
  ['a password in an address', 'postgres://lab:', join('hunter', '2more'), '@db.example.org/runs'],
  ['a password in an address', 'git clone https://x:', letters.slice(0, 20), '@github.com/o/r'],
  ['an authorization header', "curl -H 'Authorization: Bearer ", letters.slice(0, 30), "'"],
  ['a secret', 'api_key = "', letters.slice(0, 32), '"'],
  ['a secret', '"client_secret": "', letters.slice(0, 24), '",'],
  ['a secret', 'MY_SERVICE_TOKEN=', hex.slice(0, 32), ''],
  ['a secret', '**API key:** `', letters.slice(0, 24), '`'],
  ['a secret', 'train.py --api-key ', letters.slice(0, 24), ' --seed 1'],
  ['a secret', 'aws_secret_access_key = ', join('wJ4lrXUt', 'nFEMIK7MDENGbPx', 'RfiCYzQ1w2E3r4T5y'), ''],
  ['a password', 'Password: ', join('Tr0ub4', 'dor&3'), ''],
  ['a password', 'password="', join('hunt', 'er2'), '"'],
];

const harmless: readonly string[] = [
  'commit 187e4190f1e2d3c4b5a69788796a5b4c3d2e1f00',
  'wandb: run 3k7x2p9q synced, commit 187e4190f1e2d3c4b5a69788796a5b4c3d2e1f00',
  'sha256:0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0',
  '"integrity": "sha512-aB3dE5fG7hI9jK1lM3nO5pQ7rS9tU1vW3xY5zA7bC9dE1fG3hI5jK7lM9nO1pQ3rS5tU7vW9yZ2=="',
  'request 550e8400-e29b-41d4-a716-446655440000',
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHxgljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg==',
  'Authorization: Bearer valid-user-token',
  'password: <your password>',
  'password: $DB_PASSWORD',
  'password: "changeme"',
  'password = os.environ["PG_PASSWORD"]',
  'The password: ask in the channel',
  'OPENAI_API_KEY=$OPENAI_API_KEY',
  'OPENAI_API_KEY=${OPENAI_API_KEY:-none}',
  'export OPENAI_API_KEY=sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  'export OPENAI_API_KEY="sk-..."',
  'export GITHUB_TOKEN=ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
  'api_key="your-api-key-goes-here-1"',
  'API_KEY = "<API_KEY>"',
  'token = tokenizer.encode(text, 2026)',
  'pad_token: <|endoftext|>',
  'eos_token = "</s>"',
  'max_tokens: 4096, tokens: 1,310,720,000',
  'token: gpt2-tokenizer-fast-v2',
  'checkpoint token: Llama-3.1-8B-Instruct-2024-07-23',
  'secret: see docs/how-to-get-access-2026.md',
  'https://user:password@example.org',
  'https://${USER}:${PASSWORD}@example.org/x',
  'postgresql://postgres:postgres@localhost:5432/test',
  'postgresql://${DB_USER:-me}:${DB_PASSWORD:-secret}@db/x',
  'DB_PASSWORD=the_password_you_set_in_step_2',
  'http://localhost:8080/@scope/package',
  'ssh://git@example.org:22/x',
  'task-2026-01-04-some-long-experiment-name-with-8-layers',
  'sk-learn-style-estimators-with-2-layers-and-8-heads',
  '/scratch/gpfs/someone/runs/rank8_lr1e-5/checkpoints',
  '-----BEGIN RSA PRIVATE KEY-----\n…\n-----END RSA PRIVATE KEY-----',
  '-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIUQ2x\n-----END CERTIFICATE-----',
  'from huggingface_hub import hf_hub_download as hf_download_of_a_file',
  '| baseline | 0.9979 | 187e419 | keep |',
];

describe('credentials', () => {
  it.each(credentials)('%s is masked, and reported at its place: %s', (sort, before, secret, after) => {
    const { text, problems } = maskCredentials('notes.md', `# Notes\n\n${before}${secret}${after}\n`);
    expect(text).toBe(`# Notes\n\n${before}${'•'.repeat(secret.length)}${after}\n`);
    const column = before.length + 1;
    expect(problems).toEqual([
      expect.objectContaining({ code: 'credential', path: 'notes.md', line: 3, column, endColumn: column + secret.length }),
    ]);
    expect(problems[0]?.message).toBe(`This looks like ${sort}`);
    expect(JSON.stringify(problems)).not.toContain(secret.slice(0, 8));
  });

  it.each(harmless)('leave alone what is none: %s', (text) => {
    expect(maskCredentials('notes.md', text)).toEqual({ text, problems: [] });
  });

  it('are found with the one that stands beside them: the secret of an AWS key id', () => {
    const id = join('AS', 'IA', 'Q3WE5RT7YU9IO2PA');
    const secret = join('wJ4lrXUt', 'nFEMI/K7MDENG/bPx', 'RfiCYzQ1w2E3r4');
    const { text } = maskCredentials('keys.csv', `Access key ID,Secret access key\n${id},${secret.slice(0, 40).padEnd(40, '9')}\n`);
    expect(text).toBe(`Access key ID,Secret access key\n${'•'.repeat(20)},${'•'.repeat(40)}\n`);
  });

  it('of several lines keep their lines: all of a private key but its first and last', () => {
    const body = ['MIIEpAIBAAKCAQEA', letters.slice(0, 48), letters.slice(3, 40)];
    const { text, problems } = maskCredentials(
      'a.md',
      join('  -----BEGIN OPENSSH PRIV', 'ATE KEY-----\n  ', body.join('\r\n  '), '\n  -----END OPENSSH PRIV', 'ATE KEY-----\nafter'),
    );
    expect(text.replace(/•+/g, '•').split('\n')).toEqual([
      '  -----BEGIN OPENSSH PRIVATE KEY-----',
      '  •\r',
      '  •\r',
      '  •',
      '  -----END OPENSSH PRIVATE KEY-----',
      'after',
    ]);
    expect(problems).toMatchObject([{ line: 1, column: 3, message: 'This looks like a private key' }]);
  });

  it('in JSON leave it JSON', () => {
    const key = join('-----BEGIN PRIV', 'ATE KEY-----\n', letters, '\n', letters, '\n-----END PRIV', 'ATE KEY-----\n');
    const { text } = maskCredentials('key.json', JSON.stringify({ private_key: key, client: 'a' }));
    expect(JSON.parse(text)).toEqual({ private_key: key.replaceAll(letters, '•'.repeat(letters.length)), client: 'a' });
  });

  it('of a key whose end is missing reach as far as its lines look like one', () => {
    const { text } = maskCredentials('a.md', join('-----BEGIN PRIV', `ATE KEY-----\n${letters}\n${letters}\n\nProse goes on.`));
    expect(text).toBe(
      join('-----BEGIN PRIV', `ATE KEY-----\n${'•'.repeat(letters.length)}\n${'•'.repeat(letters.length)}\n\nProse goes on.`),
    );
  });

  it('are reported once each, in the order of the text', () => {
    const one = join('gh', 'p_', letters.slice(0, 36));
    const { problems } = maskCredentials('a.md', `token: ${one}\nAuthorization: Bearer ${letters.slice(0, 30)}\n${one}`);
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '1 This looks like a GitHub token',
      '2 This looks like an authorization header',
      '3 This looks like a GitHub token',
    ]);
  });

  it('leave every text as long as it was, line by line, and find nothing the second time', () => {
    const piece = fc.oneof(
      fc.constantFrom(...credentials.map(([, before, secret, after]) => before + secret + after)),
      fc.constantFrom(
        'token=',
        'password: ',
        '"',
        '\n',
        ' ',
        '://',
        '@',
        '-----BEGIN PRIVATE KEY-----',
        '-----END PRIVATE KEY-----',
        'AKIA',
      ),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const masked = maskCredentials('a.md', text);
        expect(masked.text.split('\n').map((line) => line.length)).toEqual(text.split('\n').map((line) => line.length));
        expect(maskCredentials('a.md', masked.text).text).toBe(masked.text);
      }),
    );
  });

  it.each([
    ['token=', 'token='],
    ['a word and a long value', `password: ${'a1'.repeat(200)} `],
    ['a value that never ends', 'a1B2'],
    ['addresses', '://a:b'],
    ['addresses with long names', `://${'a'.repeat(90)}:`],
    ['beginnings of keys', '-----BEGIN PRIVATE KEY-----'],
    ['key ids', join('AK', 'IA', 'Q3WE5RT7YU9IO2PA ')],
    ['beginnings of web tokens', 'eyJeyJ.eyJ'],
    ['the word wandb', 'wandb key '],
    ['options', '--api-key-api-key '],
    ['flags', `--${'a-'.repeat(12)}token `],
    ['hex digits', '0f1e2d3c'],
    ['user names', '"username":"'],
  ])(
    'are looked for in linear time: 5 MB of %s',
    (_, unit) => {
      expectLinear(
        (length) => unit.repeat(Math.ceil(length / unit.length)),
        (text) => maskCredentials('a.md', text),
        5 * 1024 * 1024,
      );
    },
    60_000,
  );
});
