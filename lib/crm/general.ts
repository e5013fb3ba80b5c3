/**
 * What can be read of a record page without knowing its CRM. Runs for facts whose places were not found at all. Every
 * strategy gives a value only when it points to one: a missing address costs a little, a wrong person costs trust.
 */
import type { FactName } from '../contract/recipe.ts';
import type { PageFacts, RecordKind } from '../contract/record.ts';
import type { Addresses } from './address.ts';
import {
  addressesAmong,
  addressIn,
  addressOf,
  fieldValue,
  isVisible,
  mailtoOf,
  oneLine,
  select,
  textOf,
} from './dom.ts';
import { valuesByLabel } from './label-values.ts';
import { factOfLabel } from './labels.ts';
import { type OwnParts, ownParts } from './own-parts.ts';
import { cleaned, phoneOf } from './places.ts';

/** How a value was found, most trustworthy first. */
export type How =
  | 'place'
  | 'input'
  | 'mailto'
  | 'attribute'
  | 'label'
  | 'text'
  | 'heading'
  | 'page title'
  | 'link'
  | 'phone link'
  | 'domain';

export interface Scene {
  scope: Element;
  kind: RecordKind;
  belongs(element: Element): boolean;
  empty: readonly string[];
  addresses: Addresses;
  url: URL;
}

type Found = { value: string; how: How };

/** @returns values for the wanted facts, each with how it was found; nothing where the page leaves a doubt */
export function readGeneral(
  page: Scene,
  wanted: ReadonlySet<FactName>,
  known: PageFacts,
): Partial<Record<FactName, Found>> {
  if (wanted.size === 0) return {};
  const own = ownParts(page.scope, page.belongs);
  const scene = { ...page, own };
  const labelled = valuesByLabel(own, wanted, scene.belongs);
  const byLabel = (fact: FactName) => fromLabel(labelled.get(fact) ?? [], fact, scene.empty);
  const found: Partial<Record<FactName, Found>> = {};
  const take = (fact: FactName, ...tries: (() => Found | undefined)[]) => {
    if (!wanted.has(fact)) return;
    for (const attempt of tries) {
      const value = attempt();
      if (!value) continue;
      found[fact] = value;
      return;
    }
  };
  // Where the address has a box of its own and nothing is in it, no other address on the page is this person's.
  const boxes = labelled.get('email') ?? [];
  if (
    boxes.length === 0 ||
    boxes.some((box) => addressOf(box) ?? cleaned(textOf(box), 'name', scene.empty))
  ) {
    take(
      'email',
      () => onlyOne(emailInputs(scene), 'input'),
      () => onlyOne(mailtos(scene), 'mailto'),
      () => onlyOne(attributes(scene), 'attribute'),
      () => byLabel('email'),
      () => onlyOne(wordsWithAddress(scene), 'text'),
    );
  }
  take(
    'name',
    () => byLabel('name'),
    () => heading(scene),
  );
  take(
    'company',
    () => byLabel('company'),
    () => onlyOne(accountLinks(scene), 'link'),
    () => ofDomain(known.email ?? found.email?.value),
  );
  take(
    'phone',
    () => onlyOne(phoneLinks(scene), 'phone link'),
    () => byLabel('phone'),
  );
  take('title', () => byLabel('title'));
  take('owner', () => byLabel('owner'));
  return found;
}

/** Stops at the second that differs: a page full of addresses is as quick to refuse as one with two. */
function onlyOne(values: Iterable<string | undefined>, how: How): Found | undefined {
  let only: string | undefined;
  for (const value of values) {
    if (!value || !isSomebody(value)) continue;
    if (only !== undefined && only.toLowerCase() !== value.toLowerCase()) return undefined;
    only ??= value;
  }
  return only ? { value: only, how } : undefined;
}

const NOBODY = /^(no-?reply|do-?not-?reply|mailer-daemon|postmaster|support|info@sentry)/i;
const NO_ADDRESS = /\.(png|jpe?g|gif|svg|webp|css|js)$/i;

function isSomebody(value: string): boolean {
  return !value.includes('@') || !(NOBODY.test(value) || NO_ADDRESS.test(value));
}

/** The scene with the parts of it that speak of the record. */
type OwnScene = Scene & { own: OwnParts };

/** From here on the browser's own search through everything is quicker than asking one element after the other. */
const MANY = 1000;

function* within({ own, scope, belongs }: OwnScene, selector: string): Generator<Element> {
  const many = own.elements.length > MANY;
  for (const element of many ? select(scope, selector) : own.elements) {
    const matches = many ? belongs(element) : element.matches(selector);
    if (matches && isVisible(element)) yield element;
  }
}

function* readEach(
  elements: Iterable<Element>,
  read: (element: Element) => string | undefined,
): Generator<string | undefined> {
  for (const element of elements) yield read(element);
}

/** Boxes to write to somebody are no facts about anybody. */
const WRITING = /search|recipient|\bto\b|\bcc\b|\bbcc\b|invite|subscribe|login/i;

function emailInputs(scene: OwnScene) {
  const inputs = within(
    scene,
    'input[type="email"], input[name*="mail" i], input[id*="mail" i], input[autocomplete="email"], input[placeholder*="mail" i], input[aria-label*="mail" i]',
  );
  return readEach(inputs, (input) => {
    const said = `${input.getAttribute('name')} ${input.getAttribute('placeholder')}`;
    return WRITING.test(said) ? undefined : addressIn(fieldValue(input));
  });
}

const mailtos = (scene: OwnScene) => readEach(within(scene, 'a[href^="mailto:" i]'), mailtoOf);

const attributes = (scene: OwnScene) =>
  readEach(
    within(
      scene,
      '[data-email-address], [data-email], [data-rawvalue*="@"], [data-value*="@"], [title*="@"]',
    ),
    addressOf,
  );

/** The words of the record that may hold an address, without feeds and hidden copies. Long texts are no card. */
function* wordsWithAddress({ own }: OwnScene): Generator<string> {
  for (const { data, parentElement: box } of own.texts) {
    if (!data.includes('@') || data.length > 200) continue;
    if (!box || box.matches('script, style, textarea') || !isVisible(box)) continue;
    yield* addressesAmong(data);
  }
}

function fromLabel(
  elements: readonly Element[],
  fact: FactName,
  empty: readonly string[],
): Found | undefined {
  const values = elements
    .map((element) => {
      if (fact === 'email') return addressOf(element);
      const link = fact === 'phone' ? element.querySelector('a') : null;
      const field = element.querySelector('input, select, textarea');
      return cleaned(
        fact === 'phone' && link ? phoneOf(link) : textOf(field ?? element),
        fact,
        empty,
      );
    })
    // Two labels in a row ("Name", "Company") are a table's head, not a label and its value.
    .filter((value) => value !== undefined && factOfLabel(value) === undefined)
    .filter((value) => value !== undefined);
  return onlyOne(values, 'label');
}

function heading(scene: OwnScene): Found | undefined {
  const headings = [...within(scene, 'h1, [role="heading"][aria-level="1"]')];
  const texts = headings
    .map((element) =>
      cleaned(element.getAttribute('title') ?? textOf(element), 'name', scene.empty),
    )
    .filter((text) => text !== undefined);
  return onlyOne(texts, 'heading') ?? fromTitle(scene, texts.length);
}

/** `(3) Ines Duarte | Contact | Acme CRM`: what comes before the first separator, if the page has no heading. */
function fromTitle({ scope }: Scene, headings: number): Found | undefined {
  const [first, ...rest] = scope.ownerDocument.title.split(/ [|·–—-] /);
  const value = headings === 0 && rest.length > 0 ? oneLine(first?.replace(/^\(\d+\)\s*/, '')) : '';
  return value ? { value, how: 'page title' } : undefined;
}

function accountLinks(scene: OwnScene): Iterable<string | undefined> {
  if (scene.kind === 'account') return [];
  return readEach(within(scene, 'a[href]'), (link) => {
    const record = scene.addresses.recordIn(link.getAttribute('href') ?? '', scene.url, 'record');
    return record?.kind === 'account' ? textOf(link) : undefined;
  });
}

const phoneLinks = (scene: OwnScene) =>
  readEach(within(scene, 'a[href^="tel:" i], a[href^="callto:" i]'), (link) =>
    cleaned(phoneOf(link), 'phone', scene.empty),
  );

/** Mail providers whose domain says nothing about where somebody works. */
const FREE_MAIL =
  /^(gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|t-online|proton|protonmail|posteo|mail|zoho|yandex|qq|163|126|naver|orange|free|laposte|libero|bluewin)\./i;

function ofDomain(email: string | undefined): Found | undefined {
  const domain = email?.split('@')[1]?.toLowerCase();
  return domain && !FREE_MAIL.test(domain) ? { value: domain, how: 'domain' } : undefined;
}
