/** `npm test`: everything that is checked, once everything it needs is here. */
import { handOver } from './bootstrap.mjs';

await handOver('scripts/test.ts', process.argv.slice(2));
