/** `npm start`: the demo, once everything it needs is here. */
import { handOver } from './bootstrap.mjs';

await handOver('demo/start.ts', process.argv.slice(2));
