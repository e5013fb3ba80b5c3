/** What all rooms of the desk share: the page, the outbox somebody speaks through, the way to the background. */
import { openDeskPage } from '../../lib/desk/page.ts';
import { speaker } from '../../lib/feedback/speaker.ts';
import { ask } from '../../lib/messaging/ask.ts';
import { announce } from '../../lib/platform/announce.ts';

export const page = openDeskPage();
export const said = speaker({
  outbox: page.outbox,
  ask,
  connection: page.connections.read,
  onChange: () => announce('outbox'),
});
export { ask };
