/** Pages to be measured on: of so many nodes, as they come or written by a script of theirs that goes on working. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Contact } from '../sidebar/scene.ts';

/** Of a contact as the Atomic CRM shows them, so that the page is a record where its address says so. */
const record = ({ id, name, email }: Contact) =>
  `<main id="main-content"><a href="#/contacts/${id}">Edit</a><h5>${name}</h5><p>Planner</p><a href="mailto:${email}">${email}</a></main>`;

const page = (body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title><style>body{font:14px sans-serif}li{padding:2px}</style></head><body>${body}</body></html>`;

const staticPage = (who: Contact) =>
  page(`${record(who)}<ul>${'<li><b>Line</b> of text</li>'.repeat(370)}</ul>`);

/** 10,000 nodes (elements and texts) in two steps, and a line that is rewritten twice a second. */
const writtenPage = (who: Contact) =>
  page(`${record(who)}<p id="clock"></p><script>
let step = 0;
const write = () => {
  const list = document.createElement('ul');
  for (let n = 0; n < 1000; n += 1) {
    const line = document.createElement('li');
    line.innerHTML = '<b>Line</b><i>' + n + '</i>';
    list.append(line);
  }
  document.body.append(list);
  step += 1;
  if (step < 2) setTimeout(write, 0);
};
write();
setInterval(() => { document.getElementById('clock').textContent = String(performance.now()); }, 500);
</script>`);

export interface Pages {
  origin: string;
  close(): void;
}

export async function servePages(who: Contact): Promise<Pages> {
  const texts: Record<string, string> = {
    '/static': staticPage(who),
    '/written': writtenPage(who),
  };
  const server = createServer(({ url = '' }, answer) => {
    const text = texts[url];
    answer.writeHead(text ? 200 : 404, { 'content-type': 'text/html' }).end(text);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The pages have no port.');
  return { origin: `http://localhost:${address.port}`, close: () => server.close() };
}
