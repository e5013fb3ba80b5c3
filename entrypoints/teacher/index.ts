import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startTeacher } from '../../lib/teach/teacher.ts';

/** Runs on the one site that is being taught, and only until that is done. */
export default defineUnlistedScript(() => startTeacher());
