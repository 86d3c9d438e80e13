import { defineConfig } from 'astro/config';
import { workspaceIntegration } from './src/site/workspace-integration.ts';

// What differs from run to run (output folder, base path, cache) comes from src/site/build-site.ts and dev-site.ts.
export default defineConfig({
  trailingSlash: 'always',
  build: { format: 'directory', concurrency: 4, inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [workspaceIntegration()],
  // Nothing becomes a data: URL, so that a strict content security policy stays possible.
  vite: { build: { assetsInlineLimit: 0 } },
});
