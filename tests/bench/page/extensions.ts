/** Small extensions that Truce is held against, built into a folder each. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

const ROOT = join(import.meta.dirname, '../../..');

async function write(folder: string, name: string, script: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name,
    version: '1',
    content_scripts: [
      { matches: ['http://localhost/*'], js: ['content.js'], run_at: 'document_end' },
    ],
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'content.js'), script);
  return folder;
}

/** A content script with nothing in it: what every extension costs a page. */
export const emptyExtension = (folder: string) => write(folder, 'Empty', '0;');

/** The sidebar by React, in the page. */
export async function baselineExtension(folder: string): Promise<string> {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      rollupOptions: {
        input: join(import.meta.dirname, 'baseline.tsx'),
        output: { format: 'iife', codeSplitting: false },
      },
    },
  });
  const [first] = [built].flat();
  const output = first && 'output' in first ? first.output : [];
  const script = output.flatMap((file) => (file.type === 'chunk' ? [file.code] : [])).join('\n');
  const style = output
    .flatMap((file) =>
      file.type === 'asset' && file.fileName.endsWith('.css') ? [file.source] : [],
    )
    .join('\n')
    // What is meant for a document of ours is meant for the root here.
    .replaceAll(':root', ':host');
  return write(folder, 'Baseline', script.replace('__BASELINE_STYLE__', JSON.stringify(style)));
}

/** @returns bytes of these files of an unpacked extension */
export async function bytesOf(folder: string, files: readonly string[]): Promise<number> {
  const read = await Promise.all(files.map((file) => readFile(join(folder, file))));
  return read.reduce((sum, file) => sum + file.length, 0);
}
