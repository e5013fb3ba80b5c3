/** PostgreSQL servers for all test files of a run: starting one takes longer than most of them. */
import type { TestProject } from 'vitest/node';
import { startServers } from './servers.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
    spreadUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { postgresUrl, spreadUrl, stop } = await startServers();
  project.provide('postgresUrl', postgresUrl);
  project.provide('spreadUrl', spreadUrl);
  return stop;
}
