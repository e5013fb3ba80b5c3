/** “Your store”, room by room, as an administrator sees it, with something in each. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from '../../demo/pairing.ts';
import { heroOf } from '../../demo/sample/arcs.ts';
import type { Stage } from './stage.ts';
import type { Take } from './take.ts';

const PAGE = { width: 1280, height: 860 };
const READY = 'main:not([aria-busy]) h1';

/** Guests of a fair: two whom the store knows, one it does not, one without an address. */
const GUESTS = `E-Mail;Name;Company;Visited on;Booth
ilse.holm@nordwind.example;Ilse Holm;Nordwind;2026-11-19;LogiMeet
hugo.costa@paperworks.example;Hugo Costa;Paperworks;2026-11-19;LogiMeet
greta.bauer@kestrel-freight.example;Greta Bauer;Kestrel Freight;2026-11-20;LogiMeet
;Jonas Eriksen;Milltown;2026-11-20;LogiMeet
`;

export async function takeOffice(stage: Stage, take: Take): Promise<void> {
  const { world, page, extensionOrigin } = stage;
  const { client, admin } = world;
  await page.setViewport(PAGE);
  await page.goto(`${extensionOrigin}/options.html`);
  const newCode = () => client.invite(admin, 'Ruth Okafor', 'admin');
  await connect(page, { storeUrl: client.url, newCode });
  await client.invite(admin, 'Kim Sato', 'marketer');
  const enter = async (room: string) => {
    await page.goto(`${extensionOrigin}/store.html#${room}`);
    // From one room to the next is no load; asking anew is.
    await page.reload();
    await page.waitForSelector(READY);
  };
  for (const room of ['people', 'sources', 'merges']) {
    await enter(room);
    await take(page, `store-${room}`);
  }
  await enter('hooks');
  // Filled in and not sent: no such address is known to anybody.
  await page.locator('[data-action="add-hook"]').click();
  await page.locator('[name="hook-url"]').fill('https://automation.tidewell.example/truce');
  await take(page, 'store-webhooks');
  await enter('imports');
  const file = join(world.folder, 'guests-of-logimeet.csv');
  await writeFile(file, GUESTS);
  const input = await page.waitForSelector('input[type=file]');
  await (input as unknown as { uploadFile(path: string): Promise<void> } | null)?.uploadFile(file);
  // It was read through; what was found in it is there.
  await page.waitForFunction(
    (name) =>
      document.body.textContent.includes(name) &&
      !document.querySelector('main progress, main [role=progressbar]'),
    { timeout: 60_000 },
    'guests-of-logimeet.csv',
  );
  await take(page, 'store-imports');

  await enter('privacy');
  await page.locator('[data-form="find-person"] input').fill(heroOf(world.people)?.email ?? '');
  await page.locator('[data-action="find-person"]').click();
  await page.waitForSelector('[data-person]');
  await take(page, 'store-privacy');
  await enter('audit');
  await take(page, 'store-audit');
}
