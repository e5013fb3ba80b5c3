/** Shapes of the contract as JSON Schema, each under one name. */
import * as z from 'zod/mini';
import * as access from '../../lib/contract/access.ts';
import * as changes from '../../lib/contract/changes.ts';
import * as definition from '../../lib/contract/definition.ts';
import * as definitionBrief from '../../lib/contract/definition-brief.ts';
import * as feedback from '../../lib/contract/feedback.ts';
import * as hooks from '../../lib/contract/hooks.ts';
import * as identity from '../../lib/contract/identity.ts';
import * as imports from '../../lib/contract/imports.ts';
import * as lead from '../../lib/contract/lead.ts';
import * as learning from '../../lib/contract/learning.ts';
import * as people from '../../lib/contract/people.ts';
import * as privacy from '../../lib/contract/privacy.ts';
import * as problems from '../../lib/contract/problem.ts';
import * as recipe from '../../lib/contract/recipe.ts';
import * as record from '../../lib/contract/record.ts';
import * as review from '../../lib/contract/review.ts';
import * as sharedCrms from '../../lib/contract/shared-crms.ts';
import * as sources from '../../lib/contract/sources.ts';

/** As JSON has it: what is in there is looked at one by one. */
export type Json = Record<string, unknown>;

const CONTRACT = {
  access,
  changes,
  definition,
  definitionBrief,
  feedback,
  hooks,
  identity,
  imports,
  lead,
  learning,
  people,
  privacy,
  problems,
  recipe,
  record,
  review,
  sharedCrms,
  sources,
};

/** Exported shapes of objects and unions get names; short texts are written out where they stand. */
function namedShapes() {
  const registry = z.registry<{ id: string }>();
  const taken = new Set<string>();
  for (const [module, exported] of Object.entries(CONTRACT)) {
    for (const [name, value] of Object.entries(exported)) {
      if (!(value instanceof z.ZodMiniType) || !isLarge(value) || registry.has(value)) continue;
      const short = name.charAt(0).toUpperCase() + name.slice(1);
      const id = taken.has(short) ? `${module}${short}` : short;
      taken.add(id);
      registry.add(value, { id });
    }
  }
  return registry;
}

function isLarge(shape: z.ZodMiniType): boolean {
  return shape instanceof z.ZodMiniObject || shape instanceof z.ZodMiniUnion;
}

/** Text that is trimmed or cut on its way: still text. */
function isText(shape: z.core.$ZodType): boolean {
  const { def } = shape._zod;
  if (def.type === 'string') return true;
  return def.type === 'pipe' && 'in' in def && isText(def.in as z.core.$ZodType);
}

/** Turns shapes into schemas of one document, and keeps what they have in common apart. */
export class Schemas {
  readonly #names = namedShapes();
  /** What `components.schemas` will be. */
  readonly shared: Record<string, Json> = {};

  /** @param io `input` as it is sent, `output` as it is answered: what is filled in is optional in one of them only */
  of(shape: z.ZodMiniType, io: 'input' | 'output'): Json {
    const made: Json = z.toJSONSchema(shape, {
      target: 'draft-2020-12',
      metadata: this.#names,
      io,
      // What comes out of a transformation has no shape that can be read from it; what goes in has.
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => {
        const { def } = zodSchema._zod;
        if (def.type === 'file') Object.assign(jsonSchema, { type: 'string' });
        // Bounds of what a number can hold at all tell nothing.
        if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
        if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
        if (io === 'output' && isText(zodSchema)) jsonSchema.type = 'string';
      },
    });
    const { $defs = {}, $schema: _, id: __, ...own } = made;
    const renamed = this.#keep($defs as Record<string, Json>, io);
    return pointed(own, renamed) as Json;
  }

  /** @returns names in this document by names in the one schema */
  #keep(defs: Record<string, Json>, io: string): Map<string, string> {
    const renamed = new Map<string, string>();
    for (const name of Object.keys(defs)) {
      // Cycles without a name of their own are numbered anew in every schema.
      const isNumbered = name.startsWith('__');
      const base = isNumbered ? `Part${Object.keys(this.shared).length}` : name;
      renamed.set(name, base);
    }
    for (const [name, { id: _, ...schema }] of Object.entries(defs)) {
      const base = renamed.get(name) ?? name;
      const known = this.shared[base];
      const text = JSON.stringify(pointed(schema, renamed));
      if (known !== undefined && JSON.stringify(known) !== text) renamed.set(name, `${base}-${io}`);
    }
    for (const [name, { id: _, ...schema }] of Object.entries(defs)) {
      this.shared[renamed.get(name) ?? name] = pointed(schema, renamed) as Json;
    }
    return renamed;
  }
}

/** @returns the same, its references leading into the document */
function pointed(value: unknown, renamed: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => pointed(item, renamed));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      const [, name] = (key === '$ref' && /^#\/\$defs\/(.+)$/.exec(String(item))) || [];
      if (name === undefined) return [key, pointed(item, renamed)];
      return [key, `#/components/schemas/${renamed.get(name) ?? name}`];
    }),
  );
}
