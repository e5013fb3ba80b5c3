/** One study in a thread of its own: with thousands of verdicts it takes seconds, in which no request would be answered. */
import { parentPort, workerData } from 'node:worker_threads';
import { type StudyOf, studied } from './studied.ts';

const port = parentPort;
if (!port) throw new Error('study-worker.ts runs in a worker thread only.');
port.postMessage(studied(workerData as StudyOf));
