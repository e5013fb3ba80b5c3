/** First import of every extension page: zod probes for eval otherwise, which the CSP reports as a violation. */
import * as z from 'zod/mini';

z.config({ jitless: true });
