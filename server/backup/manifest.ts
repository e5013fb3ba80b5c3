/** The last entry of a backup: what has to be in it. */
import * as z from 'zod/mini';

export const MANIFEST = 'backup.json';

export const manifest = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  /** SHA-256 of every file, by its path in the backup. */
  files: z.record(z.string(), z.string()),
});
export type Manifest = z.infer<typeof manifest>;
