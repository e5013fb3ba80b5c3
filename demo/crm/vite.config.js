/** How the CRM is put together: its sources as published, our sample data in the place of its generator. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const sampleData = fileURLToPath(new URL('src/sample-data.js', import.meta.url));

/** The CRM's store asks for `./dataGenerator`; it gets ours, which calls the CRM's. */
const ourSampleData = {
  name: 'sample-data',
  enforce: 'pre',
  resolveId(source, importer) {
    const wanted = source === './dataGenerator' && importer?.includes('fakerest');
    return wanted ? sampleData : undefined;
  },
};

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  logLevel: 'error',
  plugins: [ourSampleData, react()],
  // The CRM reads these at load even where it never uses them; undefined would break it.
  define: {
    'import.meta.env.VITE_SUPABASE_URL': JSON.stringify('http://localhost'),
    'import.meta.env.VITE_SUPABASE_ANON_KEY': JSON.stringify('unused'),
    'import.meta.env.VITE_INBOUND_EMAIL': JSON.stringify('inbox@crm.example'),
  },
  build: {
    reportCompressedSize: false,
    // One file: the CRM's own chunks import each other in circles.
    rollupOptions: { output: { inlineDynamicImports: true } },
  },
});
