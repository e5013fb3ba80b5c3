import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { SETTINGS } from '../../../server/cli/settings.ts';
import { envShape } from '../../../server/env.ts';
import { signOnShape } from '../../../server/sign-on/settings.ts';
import { ROOT } from '../../docs/pages.ts';
import { apiPage, shapesPage, webhooksPage } from '../../docs/reference/api.ts';
import { eventsPage } from '../../docs/reference/events.ts';
import { messagesPage } from '../../docs/reference/messages.ts';
import { settingsPage } from '../../docs/reference/settings.ts';

const AGAIN =
  'UPDATE_DOCS=1 npx vitest run --project unit tests/unit/docs/reference.test.ts makes it again.';

const PAGES: Record<string, () => string> = {
  events: eventsPage,
  api: apiPage,
  shapes: shapesPage,
  webhooks: webhooksPage,
  settings: settingsPage,
  messages: messagesPage,
};

describe('the reference', () => {
  it.each(Object.keys(PAGES))('%s is as the code is', (name) => {
    const path = join(ROOT, `docs/reference/${name}.md`);
    const made = PAGES[name]?.() ?? '';
    if (process.env.UPDATE_DOCS) writeFileSync(path, made);
    else expect(readFileSync(path, 'utf8'), AGAIN).toBe(made);
  });

  it('tells every setting, and what it is without being set', () => {
    const shapes: Record<string, z.ZodMiniType> = { ...envShape.shape, ...signOnShape.shape };
    const told = SETTINGS.flatMap(({ settings }) => settings);
    expect(told.map(({ name }) => name).sort()).toEqual(Object.keys(shapes).sort());
    for (const { name, without } of told) {
      const shape = shapes[name];
      if (!(shape instanceof z.ZodMiniDefault)) {
        expect(without, name).toMatch(/^\(/);
        continue;
      }
      expect(shape.parse(without), name).toEqual(shape.parse(undefined));
    }
  });
});
