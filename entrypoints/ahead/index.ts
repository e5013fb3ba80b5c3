import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { goAhead } from '../../lib/lead/go-ahead.ts';

/** The first script of a frame in a CRM's page, and a small one: it asks while all the others are still being loaded. */
export default defineUnlistedScript(() => goAhead());
