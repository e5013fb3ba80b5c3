import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startReader } from '../../lib/page/reader.ts';

/** Run by the background when the scout has come to a record: what only records need is not loaded with every page. */
export default defineUnlistedScript(() => startReader());
