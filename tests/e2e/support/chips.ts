/** The chips on a list page, seen as DevTools sees them: no script of the page gets into their closed root. */
import type { CDPSession, Frame, Page, Protocol } from 'puppeteer-core';
import { EXTENSION } from './chromium.ts';

export interface Chip {
  text: string;
  label: string;
  /** Of what is painted, in CSS pixels; null while it hides. */
  at: { x: number; y: number; width: number; height: number } | null;
}

/** @returns every chip there is, in the order of the document */
export async function chipsOf(page: Page): Promise<Chip[]> {
  const session = await page.createCDPSession();
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const buttons = nodesIn(root).filter((node) => classesOf(node).includes('chip'));
    const chips: Chip[] = [];
    for (const button of buttons) chips.push(await chipAt(session, button));
    return chips;
  } finally {
    await session.detach();
  }
}

async function chipAt(session: CDPSession, node: Protocol.DOM.Node): Promise<Chip> {
  const away = classesOf(node).includes('away');
  const box = away ? null : await session.send('DOM.getBoxModel', { nodeId: node.nodeId });
  const [x = 0, y = 0] = box?.model.border ?? [];
  return {
    text: textOf(node),
    label: attributeOf(node, 'aria-label'),
    at: box && { x, y, width: box.model.width, height: box.model.height },
  };
}

function nodesIn(node: Protocol.DOM.Node): Protocol.DOM.Node[] {
  const inner = [...(node.children ?? []), ...(node.shadowRoots ?? [])];
  return [node, ...inner.flatMap(nodesIn)];
}

/** What is drawn: the style draws it from an attribute. */
const textOf = (node: Protocol.DOM.Node): string =>
  node.nodeType === 3
    ? node.nodeValue
    : attributeOf(node, 'data-said') + (node.children ?? []).map(textOf).join('');

function attributeOf({ attributes = [] }: Protocol.DOM.Node, name: string): string {
  const place = attributes.findIndex((each, index) => index % 2 === 0 && each === name);
  return place < 0 ? '' : (attributes[place + 1] ?? '');
}

const classesOf = (node: Protocol.DOM.Node) => attributeOf(node, 'class').split(' ');

/** @returns what the collapsed panel's tab says; null while the panel is open, or there is none */
export async function tabOf(page: Page): Promise<{ text: string; label: string } | null> {
  const session = await page.createCDPSession();
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const tab = nodesIn(root).find((node) => classesOf(node).includes('tab'));
    const shown = tab && !tab.attributes?.includes('hidden');
    return shown ? { text: textOf(tab), label: attributeOf(tab, 'aria-label') } : null;
  } finally {
    await session.detach();
  }
}

/** @returns the frame of the row's card, once it is there */
export const rowCardOf = (page: Page): Promise<Frame> =>
  page.waitForFrame((frame) => frame.url().startsWith(`${EXTENSION}/row-card`));
