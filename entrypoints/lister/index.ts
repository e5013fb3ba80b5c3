import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startLister } from '../../lib/page/lister.ts';

/** Run by the background when the scout has come to a list: what only lists need is not loaded with every page. */
export default defineUnlistedScript(() => startLister());
