/** What all rooms of the desk share: the page with its outbox, and the way to the background. */
import { openDeskPage } from '../../lib/desk/page.ts';
import { ask } from '../../lib/messaging/ask.ts';

export const page = openDeskPage();
export { ask };
