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
      () => onlyOne(addressesAmong(wordsWithAddress(scene)), 'text'),
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

function onlyOne(values: readonly string[], how: How): Found | undefined {
  const different = new Map(values.filter(isSomebody).map((value) => [value.toLowerCase(), value]));
  const [value] = different.values();
  return different.size === 1 && value ? { value, how } : undefined;
}

const NOBODY = /^(no-?reply|do-?not-?reply|mailer-daemon|postmaster|support|info@sentry)/i;
const NO_ADDRESS = /\.(png|jpe?g|gif|svg|webp|css|js)$/i;

function isSomebody(value: string): boolean {
  return !value.includes('@') || !(NOBODY.test(value) || NO_ADDRESS.test(value));
}

/** The scene with the parts of it that speak of the record. */
type OwnScene = Scene & { own: OwnParts };

const within = ({ own }: OwnScene, selector: string) =>
  own.elements.filter((element) => element.matches(selector) && isVisible(element));

/** Boxes to write to somebody are no facts about anybody. */
const WRITING = /search|recipient|\bto\b|\bcc\b|\bbcc\b|invite|subscribe|login/i;

function emailInputs(scene: OwnScene): string[] {
  return within(
    scene,
    'input[type="email"], input[name*="mail" i], input[id*="mail" i], input[autocomplete="email"], input[placeholder*="mail" i], input[aria-label*="mail" i]',
  )
    .filter(
      (input) =>
        !WRITING.test(`${input.getAttribute('name')} ${input.getAttribute('placeholder')}`),
    )
    .map((input) => addressIn(fieldValue(input)))
    .filter((address) => address !== undefined);
}

function mailtos(scene: OwnScene): string[] {
  return within(scene, 'a[href^="mailto:" i]')
    .map(mailtoOf)
    .filter((address) => address !== undefined);
}

function attributes(scene: OwnScene): string[] {
  return within(
    scene,
    '[data-email-address], [data-email], [data-rawvalue*="@"], [data-value*="@"], [title*="@"]',
  )
    .map(addressOf)
    .filter((address) => address !== undefined);
}

/** The words of the record that may hold an address, without feeds and hidden copies. Long texts are no card. */
function wordsWithAddress({ own }: OwnScene): string {
  return own.texts
    .filter(({ data }) => data.includes('@') && data.length <= 200)
    .filter(
      ({ parentElement: box }) => box && !box.matches('script, style, textarea') && isVisible(box),
    )
    .map(({ data }) => data)
    .join(' ');
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
  const headings = within(scene, 'h1, [role="heading"][aria-level="1"]');
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

function accountLinks(scene: OwnScene): string[] {
  if (scene.kind === 'account') return [];
  return within(scene, 'a[href]')
    .filter((link) => {
      const record = scene.addresses.recordIn(link.getAttribute('href') ?? '', scene.url, 'record');
      return record?.kind === 'account';
    })
    .map((link) => textOf(link))
    .filter((text) => text !== undefined);
}

function phoneLinks(scene: OwnScene): string[] {
  return within(scene, 'a[href^="tel:" i], a[href^="callto:" i]')
    .map((link) => cleaned(phoneOf(link), 'phone', scene.empty))
    .filter((text) => text !== undefined);
}

/** Mail providers whose domain says nothing about where somebody works. */
const FREE_MAIL =
  /^(gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|t-online|proton|protonmail|posteo|mail|zoho|yandex|qq|163|126|naver|orange|free|laposte|libero|bluewin)\./i;

function ofDomain(email: string | undefined): Found | undefined {
  const domain = email?.split('@')[1]?.toLowerCase();
  return domain && !FREE_MAIL.test(domain) ? { value: domain, how: 'domain' } : undefined;
}
