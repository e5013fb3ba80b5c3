/** From the address of a record, and of a second one, to the template that all records' addresses follow. Pure. */
import type { IdForm } from '../contract/recipe.ts';
import { canonicalId } from '../crm/id-patterns.ts';

/** What was worked out from addresses. */
export interface Shape {
  /** `/kartei.pl?akte={id}&sicht=blatt` */
  template: string;
  ids: IdForm;
  /** The ids in the addresses it was made from. */
  examples: string[];
}

type Part = 'path' | 'query' | 'hash path' | 'hash query';

interface Token {
  part: Part;
  /** Parameter name; for paths the position. */
  name: string;
  text: string;
}

/** @returns an address in pieces that can be compared one by one */
function tokensOf(url: URL): Token[] {
  const [hashPath = '', hashQuery = ''] = url.hash.slice(1).split(/\?(.*)/s);
  // `#id=12&model=crm.lead` is all parameters.
  const allParams = /^[\w.-]+=/.test(hashPath);
  return [
    ...segments('path', url.pathname),
    ...params('query', url.search),
    ...(allParams ? params('hash query', hashPath) : segments('hash path', hashPath)),
    ...params('hash query', allParams ? '' : hashQuery),
  ];
}

const segments = (part: Part, text: string): Token[] =>
  text
    .split('/')
    .map((segment, place) => ({ part, name: String(place), text: segment }))
    .filter(({ text: segment }) => segment !== '');

const params = (part: Part, text: string): Token[] =>
  [...new URLSearchParams(text)].map(([name, value]) => ({ part, name, text: value }));

/** Parameters that say how a page is shown, not which. */
const VOLATILE =
  /^(page|offset|limit|sort|order|dir|tab|lang|locale|cid|cids|menu|menu_id|action|ts|t|_|token|sid|session|stamp|ref|from|utm_.*)$/i;
const NAMES_AN_ID = /(^|[_-])(id|uid|uuid|guid|key|record|nr|num|no|number|akte)$|Id$/;

/** How much a piece looks like a record's id; 0 is not at all. */
function idLikeness({ part, name, text }: Token): number {
  const isParam = part.endsWith('query');
  if (text.length > 120 || (isParam && VOLATILE.test(name))) return 0;
  const named = isParam && NAMES_AN_ID.test(name) ? 25 : 0;
  if (canonicalId('uuid', text)) return 100 + named;
  // Of an account's number and a record's the later one is the record's, however long they are.
  if (/^\d+$/.test(text)) return 60 + named;
  if (/^[0-9a-f]{15,}$/.test(text)) return 80 + named;
  if (/^v\d+$|\.\w{2,4}$/.test(text)) return named;
  if (/\d/.test(text) && /^[\w.~-]{3,64}$/.test(text)) return 60 + named;
  return named;
}

/**
 * A first guess from one record's address: the piece that looks most like an id, the later of two that look alike.
 *
 * @returns null when nothing in the address looks like an id
 */
export function shapeOf(url: URL): Shape | null {
  const tokens = tokensOf(url);
  const best = bestOf(tokens, tokens);
  return best ? made(tokens, best, [best.text]) : null;
}

/**
 * The certain answer from two records' addresses: the id is what differs.
 *
 * @returns the shape, or why these are not two records of one CRM
 */
export function shapeOfBoth(first: URL, second: URL): Shape | 'same' | 'different-pages' {
  const [a, b] = [tokensOf(first), tokensOf(second)];
  const twin = (token: Token) =>
    b.find(({ part, name }) => part === token.part && name === token.name);
  const differing = a.filter((token) => twin(token)?.text !== token.text);
  if (differing.length === 0 && a.length === b.length) return 'same';
  const both = differing.filter((token) => {
    const other = twin(token);
    return other && idLikeness(other) > 0;
  });
  const best = bestOf(both, a) ?? onlyWord(differing, a, b);
  if (!best) return 'different-pages';
  const kept = a.filter((token) => token === best || twin(token)?.text === token.text);
  const wild = differing.filter((token) => token !== best && token.part.endsWith('path'));
  // Words that differ before the id are other pages; numbers (accounts, folders) may differ.
  if (wild.some((token) => !isOpaque(token.text) && Number(token.name) < Number(best.name))) {
    return 'different-pages';
  }
  const other = twin(best)?.text ?? '';
  return made(
    [...kept, ...wild].sort((x, y) => a.indexOf(x) - a.indexOf(y)),
    best,
    [best.text, other],
    new Set(wild),
  );
}

/** Ids that people chose are words; a word counts only where it is all that differs, at the end of like addresses. */
function onlyWord(
  differing: readonly Token[],
  first: readonly Token[],
  second: readonly Token[],
): Token | undefined {
  const [only, ...others] = differing;
  const alike = first.length === second.length && first.length > 1 && others.length === 0;
  return alike && only === first.at(-1) ? only : undefined;
}

/** The likeliest of some pieces, the later of two that are alike. */
function bestOf(candidates: readonly Token[], all: readonly Token[]): Token | undefined {
  return candidates
    .map((token) => ({ token, worth: idLikeness(token), place: all.indexOf(token) }))
    .filter(({ worth }) => worth > 0)
    .sort((x, y) => y.worth - x.worth || y.place - x.place)[0]?.token;
}

function made(tokens: Token[], id: Token, examples: string[], wild = new Set<Token>()): Shape {
  const idForm = formOf(examples);
  const text = (token: Token) =>
    token === id ? '{id}' : wild.has(token) ? '{*}' : literal(token.text);
  return { template: assembled(tokens, text, (token) => token === id), ids: idForm, examples };
}

/** @returns the template of a list's address: numbers in folders may differ, opaque parameters do not count */
export function listTemplateOf(url: URL): string {
  return assembled(
    tokensOf(url),
    (token) => (isOpaque(token.text) ? '{*}' : literal(token.text)),
    () => false,
  );
}

function assembled(
  tokens: Token[],
  text: (token: Token) => string,
  always: (token: Token) => boolean,
): string {
  const of = (part: Part) => tokens.filter((token) => token.part === part);
  const path = (part: Part) =>
    of(part)
      .map((token) => `/${text(token)}`)
      .join('');
  const query = (part: Part) =>
    of(part)
      .filter((token) => always(token) || (isWord(token.text) && !VOLATILE.test(token.name)))
      .map((token) => `${token.name}=${text(token)}`)
      .join('&');
  const search = query('query');
  const [hash, inHash] = [path('hash path'), query('hash query')];
  return (
    (path('path') || '/') +
    (search && `?${search}`) +
    (hash || inHash ? `#${slashed(hash, tokens)}${inHash && `?${inHash}`}` : '')
  );
}

/** `#Lead/view/1` has no slash at its beginning, `#/contacts/1` has one. */
function slashed(hash: string, tokens: Token[]): string {
  const first = tokens.find(({ part }) => part === 'hash path');
  return first?.name === '0' ? hash.slice(1) : hash;
}

const isWord = (text: string) => /^[A-Za-z][A-Za-z_.-]*$/.test(text);
const isOpaque = (text: string) => /\d/.test(text) || text.length > 40;

/** Braces and stars mean something in templates; in an address they are never plain. */
const literal = (text: string) => text.replace(/[{}*]/g, encodeURIComponent);

function formOf(examples: readonly string[]): IdForm {
  const forms: IdForm[] = ['digits', 'uuid', 'word', 'name'];
  const fits = (form: IdForm) => examples.every((example) => canonicalId(form, example) !== null);
  return forms.find(fits) ?? 'name';
}
