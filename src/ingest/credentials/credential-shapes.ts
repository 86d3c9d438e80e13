/** One sort of credential, and how text looks that is one. */
export interface CredentialShape {
  /** The words for it in messages: `a GitHub token`. */
  readonly sort: string;
  /** Literal texts of which every match holds one: a file without any of them is not searched. None is part of another's beginning. */
  readonly holds: readonly string[];
  /** Global, with indices. The group `secret` is what is masked. Begins at a boundary or a literal and is bounded, so that a search is linear. */
  readonly pattern: RegExp;
  /** Whether what matches is a credential indeed and no stand-in for one. */
  readonly accept: (secret: string, whole: string) => boolean;
}

/** Where a credential may begin: not within a word. In a JSON text the letter of `\n` stands before it. */
const start = String.raw`(?:(?<![A-Za-z0-9_-])|(?<=\\[nrt]))`;
/** The same for credentials of letters that Base64 is full of: an image in a notebook is none. */
const startOutsideBase64 = String.raw`(?:(?<![A-Za-z0-9_+/-])|(?<=\\[nrt]))`;

/**
 * What issuers say of the form of their credentials, most of them so that scanners find them. Specific forms come before general ones.
 *
 * Sources: AWS IAM "Understanding unique ID prefixes"; GitHub "Authentication tokens"; GitLab "Token overview, token prefixes"; Slack "Token
 * types" and "Incoming webhooks"; Discord "Webhook resource"; Telegram "Bot API, authorizing your bot"; Anthropic, OpenAI, OpenRouter, Groq, xAI and
 * Perplexity: as their consoles issue keys; Hugging Face "User access tokens"; W&B "wandb login"; Kaggle "kaggle.json"; Replicate and Databricks "Authentication"; Google "API keys"
 * and "OAuth client secrets"; Stripe "API keys"; SendGrid "API keys"; Azure Storage "connection strings"; npm "About access tokens"; PyPI "API
 * tokens"; RFC 7519 (JSON Web Token); RFC 7468 (textual encoding of keys: see `private-key-blocks.ts`); RFC 3986, section 3.2.1 (user information).
 */
export const credentialShapes: readonly CredentialShape[] = [
  token('an AWS access key id', ['AKIA', 'ASIA'], `${startOutsideBase64}(?<secret>A[KS]IA[A-Z0-9]{16})(?![A-Za-z0-9])`),
  {
    sort: 'an AWS secret access key',
    holds: ['AKIA', 'ASIA'],
    pattern: expression(
      String.raw`A[KS]IA[A-Z0-9]{16}(?![A-Za-z0-9])[^]{1,120}?(?<![A-Za-z0-9/+])(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])`,
    ),
    // Forty hex digits are a commit.
    accept: (secret) => /[A-Z]/.test(secret) && /[a-z]/.test(secret) && /[0-9/+]/.test(secret),
  },
  token('a GitHub token', ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'], `${start}(?<secret>gh[pousr]_[A-Za-z0-9]{20,})`),
  token('a GitHub token', ['github_pat_'], `${start}(?<secret>github_pat_[A-Za-z0-9_]{30,})`),
  token(
    'a GitLab token',
    ['glpat-', 'gldt-', 'glrt-', 'glptt-', 'glcbt-', 'glft-', 'glsoat-', 'gloas-', 'glagent-', 'glimt-', 'glffct-'],
    String.raw`${start}(?<secret>gl(?:pat|dt|rt|ptt|cbt|ft|soat|oas|agent|imt|ffct)-[A-Za-z0-9_.-]{18,}[A-Za-z0-9_-])`,
  ),
  token('a Slack token', ['xox'], String.raw`${start}(?<secret>xox[abceoprs](?:\.xox[bp])?-[A-Za-z0-9-]{16,})`, hasDigit),
  token('a Slack token', ['xapp-'], `${start}(?<secret>xapp-[0-9]-[A-Za-z0-9-]{20,})`),
  token(
    'a Slack webhook',
    ['hooks.slack.com/'],
    String.raw`hooks\.slack\.com/(?:services|workflows|triggers)/(?<secret>[A-Za-z0-9/_-]{20,})`,
    hasDigit,
  ),
  token('a Discord webhook', ['/api/webhooks/'], String.raw`discord(?:app)?\.com/api/webhooks/[0-9]{5,}/(?<secret>[A-Za-z0-9_-]{30,})`),
  token('a Telegram bot token', [':AA'], `(?<![A-Za-z0-9_])(?<secret>[0-9]{8,12}:AA[A-Za-z0-9_-]{33})(?![A-Za-z0-9_-])`),
  token('an Anthropic API key', ['sk-'], `${start}(?<secret>sk-ant-[A-Za-z0-9_-]{16,})`, hasDigit),
  token('an API key', ['sk-'], `${start}(?<secret>sk-(?:proj|svcacct|admin|None|or|lf)-[A-Za-z0-9_-]{16,})`, hasDigit),
  token('an API key', ['sk-'], `${start}(?<secret>sk-[A-Za-z0-9_-]{20,})`, isMixed),
  token('a Groq API key', ['gsk_'], `${start}(?<secret>gsk_[A-Za-z0-9]{40,})`),
  token('an xAI API key', ['xai-'], `${start}(?<secret>xai-[A-Za-z0-9]{60,})`),
  token('a Perplexity API key', ['pplx-'], `${start}(?<secret>pplx-[A-Za-z0-9]{40,})`),
  token('a Hugging Face token', ['hf_', 'api_org_'], `${start}(?<secret>(?:hf|api_org)_[A-Za-z0-9]{30,})`),
  {
    sort: 'a Kaggle API key',
    holds: ['"username"'],
    pattern: expression(String.raw`"username"\s{0,3}:\s{0,3}"[^"\n]{1,60}"\s{0,3},\s{0,8}"key"\s{0,3}:\s{0,3}"(?<secret>[0-9a-f]{32})"`),
    accept: isNoFiller,
  },
  token('a Replicate API token', ['r8_'], `${start}(?<secret>r8_[A-Za-z0-9]{37,40})(?![A-Za-z0-9])`),
  token('a Databricks token', ['dapi'], `${start}(?<secret>dapi[0-9a-f]{32}(?:-[0-9])?)(?![A-Za-z0-9])`),
  token('a W&B API key', ['wandb'], `${start}(?<secret>wandb_v1_[A-Za-z0-9_]{40,})`),
  {
    sort: 'a W&B API key',
    holds: ['wandb', 'WANDB', 'W&B', 'Weights'],
    // Beside a word for it only: a run's commit is forty hex digits too.
    pattern: expression(
      String.raw`(?:api\.wandb\.ai|(?:wandb|w&b|weights (?:and|&) biases)[\w .'"-]{0,20}?(?:key|login|token))[^\n]{0,40}?(?<![0-9A-Za-z])(?<secret>[0-9a-f]{40})(?![0-9A-Za-z])`,
      'i',
    ),
    accept: isNoFiller,
  },
  token('a Google API key', ['AIza'], `${startOutsideBase64}(?<secret>AIza[A-Za-z0-9_-]{35})(?![A-Za-z0-9_-])`),
  token('a Google client secret', ['GOCSPX-'], `${start}(?<secret>GOCSPX-[A-Za-z0-9_-]{20,})`),
  token('a Google access token', ['ya29.'], String.raw`${start}(?<secret>ya29\.[A-Za-z0-9_.-]{20,})`),
  token('a Stripe key', ['k_live_', 'k_test_'], `${start}(?<secret>[sr]k_(?:live|test)_[A-Za-z0-9]{16,})`),
  token('a SendGrid API key', ['SG.'], String.raw`${start}(?<secret>SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43})`),
  token('an Azure storage key', ['AccountKey='], `AccountKey=(?<secret>[A-Za-z0-9+/]{80,90}={0,2})`),
  token('an npm token', ['npm_'], `${start}(?<secret>npm_[A-Za-z0-9]{36,})`),
  token('a PyPI token', ['pypi-'], `${start}(?<secret>pypi-[A-Za-z0-9_-]{32,})`, isMixed),
  token('a JSON Web Token', ['eyJ'], String.raw`${start}(?<secret>eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{16,})`),
  {
    sort: 'a password in an address',
    holds: ['://'],
    pattern: expression(String.raw`://(?<user>[^\s:/?#@"'<>\x60]{0,100}):(?<secret>[^\s/?#@"'<>\x60]{3,200})@(?=[A-Za-z0-9[])`),
    accept: (secret, whole) => isNoFiller(secret) && !/^[%{[(*]|\$[{(A-Z_]/i.test(secret) && !isExampleOfAddress(whole),
  },
];

/** `://user:password@`, and databases that are made anew for each test: `://postgres:postgres@`. */
function isExampleOfAddress(whole: string): boolean {
  return /^:\/\/(?:(?:user(?:name)?|name):(?:pass(?:word|wd)?|pwd)|(?<same>[^:]*):\k<same>)@$/i.test(whole);
}

function token(sort: string, holds: readonly string[], pattern: string, accept: (secret: string) => boolean = () => true): CredentialShape {
  return { sort, holds, pattern: expression(pattern), accept: (secret) => isNoFiller(secret) && accept(secret) };
}

function expression(pattern: string, flags = ''): RegExp {
  return new RegExp(pattern, `dg${flags}`);
}

/** Stand-ins: `sk-xxxxxxxx`, `ghp_000000000000`, `<your key>`, `your-key`, `…`. */
const filler = /x{4,}|0{8,}|\*{3,}|\.{3}|[…•<>]|\byour|change[_-]?me|placeholder|redacted/i;

/** Whether a text is no stand-in for a credential. */
export function isNoFiller(secret: string): boolean {
  return !filler.test(secret);
}

function hasDigit(secret: string): boolean {
  return /\d/.test(secret);
}

/** Letters of both cases and digits, or a long hex number: not `sk-some-words-of-a-file-name`. */
function isMixed(secret: string): boolean {
  return /\d/.test(secret) && ((/[a-z]/.test(secret.slice(5)) && /[A-Z]/.test(secret)) || /[0-9a-f]{32}/.test(secret));
}
