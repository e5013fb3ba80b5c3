import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { hubspot } from '../../lib/crm/hubspot.ts';
import { startScout } from '../../lib/page/scout.ts';

/** Registered at run time on the sites the person switched on; one script per CRM, so that none carries all adapters. */
export default defineUnlistedScript(() => startScout(hubspot));
