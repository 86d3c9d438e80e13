import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { reasonedAssertions } from './scripts/lint/reasoned-assertions.mjs';

const house = { rules: { 'reasoned-assertions': reasonedAssertions } };

export default defineConfig(
  globalIgnores([
    'dist/',
    'out-*/',
    '.astro/',
    'bin/priors.bundle*.js',
    'tests/fixtures/',
    'content/',
    'test-results/',
    'playwright-report/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname, extraFileExtensions: ['.astro'] } },
    plugins: { priors: house },
    rules: {
      'priors/reasoned-assertions': 'error',
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as', objectLiteralTypeAssertions: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Lines and counts stand in messages as they are.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `return skip(reason)` leaves early, and `() => list.push(item)` reads well, where nobody uses the value.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Characters are code points here, as in a diagnostic's columns.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // `const { left, ...rest } = all` says what is left out.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
      // Control characters are what some patterns look for.
      'no-control-regex': 'off',
      // Astro and node promise sync or async; a function may be async for its signature.
      '@typescript-eslint/require-await': 'off',
      // `||` on text says that empty counts as missing.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true, boolean: true } }],
      // A code of the catalogue that needs no parameters has the type `{}`.
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      // The compiler decides: what comes from an index signature is read with brackets.
      '@typescript-eslint/dot-notation': 'off',
      'default-case-last': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' },
        { selector: 'ExportAllDeclaration', message: 'Name what is exported.' },
      ],
      'object-shorthand': 'error',
    },
  },
  {
    // Where a framework asks for a default export.
    files: ['**/*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // The command talks to people.
    files: ['scripts/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.mjs', 'bin/*.js'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: {
        AbortSignal: 'readonly',
        URL: 'readonly',
        console: 'readonly',
        process: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
      },
    },
    rules: { eqeqeq: 'error', 'no-var': 'error', 'object-shorthand': 'error', 'prefer-const': 'error', 'prefer-template': 'error' },
  },
  {
    // Types in components are checked by `astro check`; here their form.
    files: ['**/*.astro'],
    extends: [astro.configs['flat/recommended']],
    rules: { 'no-console': 'error', eqeqeq: 'error' },
  },
);
