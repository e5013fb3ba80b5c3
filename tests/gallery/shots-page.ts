/** The page one looks through the pictures on: state by state, then way by way, then room by room. */
import { STATES } from './states.ts';

export type Shot = { screen: string; look: string; file: string };

/** The ways that are states of their own: shown for the screens people spend their day on. */
const WAYS: Record<string, string> = {
  rtl: 'Right to left',
  de: 'German',
  xx: 'Everything 40 % longer',
  forced: 'Forced colours',
};

/** @returns the whole page */
export function indexPage(shots: readonly Shot[]): string {
  const seen = new Set<string>();
  const first = shots.filter(
    ({ screen, look }) => look.startsWith('light-') && !seen.has(screen) && seen.add(screen),
  );
  const states = Object.entries(STATES).map(([state, screens]) =>
    section(
      state,
      shots.filter((shot) => /^(light|dark)-/.test(shot.look) && screens.includes(shot.screen)),
    ),
  );
  const ways = Object.entries(WAYS).map(([look, title]) =>
    section(
      title,
      shots.filter((shot) => shot.look === look),
    ),
  );
  const rooms = [...new Set(shots.map(({ screen }) => screen.split('-')[0] ?? ''))].map((room) =>
    section(
      `All of: ${room}`,
      first.filter(({ screen }) => screen.startsWith(`${room}-`)),
    ),
  );
  const body = [...states, ...ways, ...rooms].filter((each) => each !== '');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Truce, every state</title>
<style>
  body { margin: 24px; font: 14px/1.5 system-ui; background: #e8e8e4; color: #222; }
  section { margin-block: 32px; }
  div { display: flex; flex-wrap: wrap; gap: 16px; align-items: start; }
  figure { margin: 0; max-inline-size: 420px; }
  img { max-inline-size: 100%; max-block-size: 640px; border: 1px solid #aaa; background: white; }
</style>
<h1>Every state, ${shots.length} pictures</h1>
${body.join('\n')}
</html>
`;
}

function section(title: string, shots: readonly Shot[]): string {
  if (shots.length === 0) return '';
  const figures = shots.map(
    ({ screen, look, file }) =>
      `<figure><a href="${file}"><img loading="lazy" src="${file}" alt="${screen}, ${look}"></a><figcaption>${screen}, ${look}</figcaption></figure>`,
  );
  return `<section><h2>${title}</h2><div>${figures.join('')}</div></section>`;
}
