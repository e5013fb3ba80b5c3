import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startScout } from '../../lib/page/scout.ts';

/** Registered at run time on the sites the person switched on. Which CRM that is, and its recipe, it finds in storage. */
export default defineUnlistedScript(() => startScout());
