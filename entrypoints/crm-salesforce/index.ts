import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { salesforce } from '../../lib/crm/salesforce.ts';
import { startScout } from '../../lib/page/scout.ts';

/** Registered at run time on the sites the person switched on; one script per CRM, so that none carries all adapters. */
export default defineUnlistedScript(() => startScout(salesforce));
