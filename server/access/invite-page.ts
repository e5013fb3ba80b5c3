/** `GET /invite`: what an invitation link opens. The secret is behind the `#`, so it never comes here; the page hands it on. */
import * as z from 'zod/mini';
import { pageAnswer } from '../http/page.ts';
import { route } from '../http/route.ts';

const BODY = `
<div id="invited" hidden>
<p>This link connects one browser, once. Nothing has been used up by opening it.</p>
<ol>
<li>Install the Truce extension, if it is not in your browser yet. Whoever invited you knows where it is.</li>
<li>Open its options: right-click the Truce button in the toolbar, then “Options”.</li>
<li>Paste this link as the address of the store, and press Connect.</li>
</ol>
<div class="line"><output id="link" aria-label="Your invitation link"></output><button type="button" data-copy="link">Copy</button></div>
<p class="muted">If you are asked for an address and a code instead:</p>
<div class="line"><output id="address" aria-label="Address of the store"></output><button type="button" data-copy="address">Copy</button></div>
<div class="line"><output id="code" aria-label="Your code"></output><button type="button" data-copy="code">Copy</button></div>
<p class="muted">Keep the link to yourself: whoever enters it first comes in with your name.</p>
</div>
<p id="broken">The link is not whole. Copy all of it, up to its end, or ask whoever invited you for a new one.</p>
`;

const SCRIPT = `
const show = (id, text) => { document.getElementById(id).textContent = text; };
const look = () => {
  const code = location.hash.slice(1);
  const good = /^[\\w-]{43}$/.test(code);
  document.getElementById('invited').hidden = !good;
  document.getElementById('broken').hidden = good;
  if (!good) return;
  show('link', location.href);
  show('address', location.origin);
  show('code', code);
};
addEventListener('hashchange', look);
look();
for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', async () => {
    const shown = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(shown.textContent);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(shown);
      button.textContent = 'Selected: press Ctrl+C';
    }
  });
}
`;

export const invitePageRoute = route({
  method: 'GET',
  path: '/invite',
  role: 'nobody',
  answer: z.unknown(),
  handle: async () => pageAnswer({ title: 'You are invited to Truce', body: BODY, script: SCRIPT }),
});
