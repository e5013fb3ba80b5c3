import * as z from 'zod/mini';
import { uuid } from '../../lib/contract/text.ts';

/** Which draft an address means. */
export const draftParams = z.object({ draftId: uuid });
