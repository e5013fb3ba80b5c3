/**
 * From the schema of a route to values that fit it. Ids and the like are taken from what the store really has (`pools`, by
 * the name of their key), or next to nothing would get past “there is no such lead”.
 */
import fc from 'fast-check';
import type * as z from 'zod/mini';
import { nastyText } from './nasty.ts';

/** What the store is known to have, by the names that contracts use for it: `leadId`, `email`. */
export type Pools = Map<string, string[]>;

type Schema = z.core.$ZodType;
type Def = z.core.$ZodTypeDef & Record<string, unknown>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && '_zod' in value;

/** Cut short of what the schema allows: long lists say little more than short ones. */
const MOST_ITEMS = 6;
const DEEPEST = 7;

/** What a schema only knows how to check, by key: words of the domain that no pattern tells. */
const KNOWN: Record<string, readonly string[]> = {
  wait: ['0', '0', '0', '0.01', '-1', '26', 'x'],
  zone: ['UTC', 'Europe/Berlin', 'Nowhere/At_All'],
  email: ['ana@acme.example', 'eve@acme.example', 'ANA@acme.example '],
  url: ['https://hooks.invalid/truce', 'https://[::1]/', 'http://10.0.0.1/'],
};

export class Shapes {
  readonly #pools: Pools;
  readonly #made = new WeakMap<Schema, Map<string, fc.Arbitrary<unknown>>>();

  constructor(pools: Pools) {
    this.#pools = pools;
  }

  /** @returns values of this shape, as they would be sent. @param key under which the value stands */
  of(schema: Schema, key = '', depth = 0): fc.Arbitrary<unknown> {
    const known = this.#made.get(schema) ?? new Map<string, fc.Arbitrary<unknown>>();
    this.#made.set(schema, known);
    const made =
      known.get(key) ?? (depth > DEEPEST ? fc.constant(null) : this.#make(schema, key, depth));
    if (depth <= DEEPEST) known.set(key, made);
    return made;
  }

  #make(schema: Schema, key: string, depth: number): fc.Arbitrary<unknown> {
    const def = schema._zod.def as Def;
    const inner = (name: string) => {
      const value = def[name];
      return isSchema(value) ? this.of(value, key, depth + 1) : fc.jsonValue({ maxDepth: 2 });
    };
    switch (def.type) {
      case 'string':
        return this.#text(schema, key);
      case 'number':
      case 'int':
        return numberOf(schema, key);
      case 'boolean':
        return fc.boolean();
      case 'null':
        return fc.constant(null);
      case 'undefined':
      case 'void':
        return fc.constant(undefined);
      case 'enum':
        return fc.constantFrom(...Object.values(def.entries as Record<string, string>));
      case 'literal':
        return fc.constantFrom(...(def.values as unknown[]));
      case 'optional':
      case 'default':
      case 'prefault':
      case 'nonoptional':
        return fc.oneof(
          { weight: 3, arbitrary: inner('innerType') },
          { weight: def.type === 'nonoptional' ? 0 : 1, arbitrary: fc.constant(undefined) },
        );
      case 'nullable':
        return fc.oneof({ weight: 3, arbitrary: inner('innerType') }, fc.constant(null));
      case 'catch':
      case 'readonly':
        return inner('innerType');
      case 'pipe':
        return inner('in');
      case 'lazy':
        return this.of((def.getter as () => Schema)(), key, depth + 1);
      case 'array':
        return fc.array(inner('element'), lengthOf(schema));
      case 'tuple':
        return fc.tuple(...(def.items as Schema[]).map((item) => this.of(item, key, depth + 1)));
      case 'union':
        return fc.oneof(...(def.options as Schema[]).map((one) => this.of(one, key, depth + 1)));
      case 'object':
        return this.#object(def, depth);
      case 'record':
        return fc
          .array(fc.tuple(inner('keyType'), inner('valueType')), { maxLength: 4 })
          .map((pairs) => Object.fromEntries(pairs.map(([name, value]) => [String(name), value])));
      case 'unknown':
      case 'any':
        return fc.jsonValue({ maxDepth: 2 });
      case 'file':
        return fc.constantFrom(
          'Email,First name\nana@acme.example,Ana\n',
          '{"email":"a@b.example"}\n',
        );
      default:
        throw new Error(`No values can be made yet for “${String(def.type)}”; add it here.`);
    }
  }

  #object(def: Def, depth: number): fc.Arbitrary<unknown> {
    const shape = def.shape as Record<string, Schema>;
    const parts = Object.fromEntries(
      Object.entries(shape).map(([name, one]) => [name, this.of(one, name, depth + 1)]),
    );
    // What may be left out is left out, as JSON would have it.
    return fc
      .record(parts)
      .map((whole) =>
        Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== undefined)),
      );
  }

  #text(schema: Schema, key: string): fc.Arbitrary<unknown> {
    const free = textOf(schema);
    const known = KNOWN[key];
    if (known) return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, free);
    return fc.tuple(fc.nat(99), fc.nat(), free).map(([dice, place, made]) => {
      const pool = this.#pools.get(key) ?? [];
      return dice < 85 && pool.length > 0 ? pool[place % pool.length] : made;
    });
  }
}

interface Bounds {
  least: number;
  most: number;
  pattern: RegExp | null;
  format: string | null;
}

function boundsOf(schema: Schema): Bounds {
  const { bag, def } = schema._zod as unknown as { bag: Record<string, unknown>; def: Def };
  const pattern = [...((bag.patterns as Set<RegExp> | undefined) ?? [])][0] ?? null;
  const number = (value: unknown, otherwise: number) =>
    typeof value === 'number' ? value : otherwise;
  return {
    least: Math.max(number(bag.minimum, -Infinity), number(bag.exclusiveMinimum, -Infinity)),
    most: Math.min(number(bag.maximum, Infinity), number(bag.exclusiveMaximum, Infinity)),
    pattern,
    format: String(def.format ?? bag.format ?? '') || null,
  };
}

function lengthOf(schema: Schema) {
  const { least, most } = boundsOf(schema);
  const minLength = Math.max(0, Number.isFinite(least) ? least : 0);
  return { minLength, maxLength: Math.max(minLength, Math.min(most, minLength + MOST_ITEMS)) };
}

function textOf(schema: Schema): fc.Arbitrary<string> {
  const { least, most, pattern, format } = boundsOf(schema);
  switch (format) {
    case 'uuid':
    case 'guid':
      return fc.uuid();
    case 'datetime':
      return fc
        .date({ min: new Date('2026-10-01'), max: new Date('2027-02-01'), noInvalidDate: true })
        .map((at) => at.toISOString());
    case 'date':
      return fc
        .date({ min: new Date('2026-10-01'), max: new Date('2027-02-01'), noInvalidDate: true })
        .map((at) => at.toISOString().slice(0, 10));
    case 'url':
      return fc.constantFrom('https://acme.example/', 'https://hooks.invalid/');
    default:
  }
  const fits = (text: string) => text.length >= least && text.length <= most;
  const matching = pattern ? fromPattern(pattern) : null;
  if (matching) return matching;
  const short = Math.min(Number.isFinite(most) ? most : 40, 40);
  const minLength = Math.max(0, Math.min(Number.isFinite(least) ? least : 0, 4000));
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('Ana Duarte', 'Zephyrine', 'Demo', 'x').filter(fits) },
    { weight: 2, arbitrary: nastyText },
    { weight: 2, arbitrary: fc.string({ minLength, maxLength: Math.max(minLength, short) }) },
  );
}

/** Not every pattern can be turned round. */
function fromPattern(pattern: RegExp): fc.Arbitrary<string> | null {
  try {
    const made = fc.stringMatching(pattern, { size: '-1' });
    fc.sample(made, { numRuns: 1, seed: 1 });
    return made;
  } catch {
    return null;
  }
}

function numberOf(schema: Schema, key: string): fc.Arbitrary<unknown> {
  const { least, most, format } = boundsOf(schema);
  const def = schema._zod.def as Def;
  const low = Number.isFinite(least) ? least : -5;
  const high = Number.isFinite(most) ? most : Math.max(low, 1000);
  const isWhole = format === null || /int/.test(format) || def.coerce === true;
  const near = {
    min: Math.ceil(low),
    max: Math.max(Math.ceil(low), Math.floor(Math.min(high, low + 1e6))),
  };
  const edge = fc.constantFrom(low, high, Math.ceil(low), near.max);
  const known = KNOWN[key];
  if (known) return fc.constantFrom(...known);
  if (!isWhole) return fc.oneof(edge, fc.double({ min: low, max: high, noNaN: true }));
  return fc.oneof({ weight: 3, arbitrary: fc.integer(near) }, edge);
}
