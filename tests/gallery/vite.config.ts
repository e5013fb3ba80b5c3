import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Builds the gallery as it would be built for the extension: `npx vite build tests/gallery`. */
export default defineConfig({
  root: here,
  base: './',
  plugins: [react()],
  // Pages that open without a person in front of them must not wait for the network.
  build: { outDir: 'dist', emptyOutDir: true, modulePreload: { polyfill: false } },
});
