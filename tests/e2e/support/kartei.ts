/**
 * A CRM that no recipe knows, unlike the others: rendered by a server, in German, laid out with tables, without a class or an
 * attribute that says what anything is, full of other people's addresses, under a strict policy.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Card {
  akte: string;
  name: string;
  email: string | null;
  company: string;
  /** Some pages have a line more, so that positions shift. */
  warning?: string;
}

export const CARDS: readonly Card[] = [
  {
    akte: 'K-00042',
    name: 'Jutta Wiegand',
    email: 'jutta.wiegand@torfmoor.example',
    company: 'Torfmoor AG',
  },
  {
    akte: 'K-00107',
    name: 'Sönke Harms',
    email: 'harms@windpark-nord.example',
    company: 'Windpark Nord',
    warning: 'Mahnstufe 2',
  },
  {
    akte: 'K-00211',
    name: 'Ilse Bruns',
    email: 'ilse@bruns-optik.example',
    company: 'Bruns Optik',
  },
  { akte: 'K-00300', name: 'Oke Petersen', email: null, company: 'Reederei Petersen' },
];

export interface Kartei {
  origin: string;
  pageOf(card: Card): string;
  list: string;
  close(): Promise<void>;
}

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-src 'none'; form-action 'self'",
  'x-frame-options': 'DENY',
};

/** Serves it on 127.0.0.1, which no manifest names as a CRM. */
export async function serveKartei(): Promise<Kartei> {
  const server = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? '/', 'http://x');
    const card = CARDS.find(({ akte }) => akte === searchParams.get('akte'));
    response.writeHead(200, HEADERS).end(page(card ? sheet(card) : list()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    pageOf: ({ akte }) => `${origin}/kartei.pl?akte=${akte}&sicht=blatt`,
    list: `${origin}/kartei.pl?sicht=liste&seite=1`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const page = (content: string) => `<!doctype html>
<html lang="de"><head><title>Kartei</title><style>body { font: 14px serif } td { padding: 2px 8px }</style></head>
<body><table width="100%"><tr><td>KARTEI 3.2</td><td><a href="/kartei.pl?sicht=liste&amp;seite=1">Verzeichnis</a></td>
<td align="right">angemeldet: <a href="mailto:vertrieb@unserefirma.example">Vertrieb</a></td></tr></table><hr>${content}</body></html>`;

const sheet = (card: Card) => `
<font size="5" class="zq81k"><b>${card.name}</b></font>
<table class="xk20"><tbody>
${card.warning ? `<tr><td>Achtung</td><td><i>${card.warning}</i></td></tr>` : ''}
<tr><td>Aktenzeichen</td><td>${card.akte}</td></tr>
<tr><td>Netzpost:</td><td><tt>${card.email ?? ''}</tt></td></tr>
<tr><td>Betrieb:</td><td><a href="/kartei.pl?akte=F-7&amp;sicht=firma">${card.company}</a></td></tr>
</tbody></table>
<h4>Schriftwechsel</h4>
<p>12.3. an <a href="mailto:einkauf@anderswo.example">einkauf@anderswo.example</a>: Angebot liegt bei.</p>
<p>14.3. von chef@anderswo.example: „Bitte an Herrn Krause weitergeben.“</p>`;

const list = () =>
  `<table>${CARDS.map(
    ({ akte, name, company }) =>
      `<tr><td>${akte}</td><td><a href="/kartei.pl?akte=${akte}&amp;sicht=blatt">${name}</a></td><td>${company}</td></tr>`,
  ).join('')}</table>`;
