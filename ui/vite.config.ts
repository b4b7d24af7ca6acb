import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * The policy both hosts send with the built pages (the desktop shell and the citizen inbox). `vite preview` sends it too, so
 * that a violation is seen before either host is started. `connect-src` adds Tauri's own channel; nothing leaves the machine.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob: page: http://page.localhost",
  "font-src 'self'",
  "connect-src 'self' ipc: http://ipc.localhost",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** React Aria ships its words in some thirty languages; the screen is Swedish, so the others need not be carried or parsed. */
function swedishOnly(): Plugin {
  const otherLocale =
    /[\\/](?:react-aria|react-aria-components|react-stately)[\\/]dist[\\/].*[\\/](?!sv-SE)[a-z]{2}-[A-Z]{2}\.mjs$/;
  return {
    name: 'swedish-only',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (otherLocale.test(id) ? 'export default {};' : null),
  };
}

export default defineConfig({
  plugins: [react(), swedishOnly()],
  build: {
    outDir: 'dist',
    // Never data: URLs: the policy above lets only pictures be such, for those in forms.
    assetsInlineLimit: 0,
    rolldownOptions: { input: { staff: 'staff.html', citizen: 'citizen.html' } },
  },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    // The development host of the commands (`cargo xtask dev`).
    proxy: { '/api': { target: 'http://127.0.0.1:7431', changeOrigin: false } },
  },
  preview: { host: '127.0.0.1', headers: { 'Content-Security-Policy': contentSecurityPolicy } },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    restoreMocks: true,
    // axe walks the whole window; two busy cores need the time.
    testTimeout: 30_000,
  },
});
