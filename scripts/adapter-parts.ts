/**
 * What a new CRM begins with (scripts/new-adapter.ts): a recipe, three saved pages and two addresses that fit each other, made up, so
 * that every test passes but the one that says what is still to be filled in.
 */
import type { Recipe } from '../lib/contract/recipe.ts';

/** What a person still has to say. `tests/unit/crm/filled-in.test.ts` finds each of them. */
const FILL = 'FILL IN';

/** From where a recipe stands. */
const CONTRACT = '../../contract/recipe.ts';

export interface NewCrm {
  /** `my-crm` */
  id: string;
  /** `myCrm` */
  constant: string;
  name: string;
  hosts: Recipe['hosts'];
  /** `https://crm.example.com`: where its made-up pages are. */
  origin: string;
  day: string;
}

const quoted = (text: string) => `'${text.replaceAll("'", "\\'")}'`;

/** @returns `lib/crm/recipes/<id>.ts` */
export function recipeFile({ id, constant, name, hosts, origin, day }: NewCrm): string {
  return `/**
 * ${name}. ${FILL}: what the selectors were made from (its source, saved pages, the CRM itself), on which day, and what is only
 * inferred.
 */
import type { Recipe } from '${CONTRACT}';

export const ${constant}: Recipe = {
  id: ${quoted(id)},
  name: ${quoted(name)},
  sureness: 'inferred',
  checkedOn: ${quoted(day)},
  hosts: [${hosts.map(quoted).join(', ')}],
  // ${FILL}: the form of its ids (digits, uuid, hex, word …; lib/contract/recipe.ts has all).
  ids: 'digits',
  // ${FILL}: the addresses of records and lists, by kind: lead, contact, account, deal.
  records: { contact: ['/contacts/{id}/**'] },
  lists: { contact: ['/contacts'] },
  page: {
    // ${FILL}: the container of the record in front; on the page of any other CRM it finds nothing.
    pane: ['.${id}-record'],
    // ${FILL}: what names the record that is rendered: a link to it, or its id in an attribute.
    self: [{ at: 'a[href$="/edit"]', take: 'href' }],
    // ${FILL}: where each fact stands. What is not named here is looked for by links and labels.
    facts: {
      name: ['h1'],
      title: ['[data-field="title"]'],
      company: ['[data-field="company"]'],
    },
  },
  // ${FILL}: the rows of a list, and where a name stands in one.
  list: {
    row: ['.${id}-list tbody tr'],
    facts: { name: ['a[href*="/contacts/"]'], email: ['a[href^="mailto:"]'] },
  },
  // ${FILL}: what stands in the pane and speaks of others: feeds, hover cards.
  ignore: ['[class*="activity" i]'],
};

// ${FILL}: addresses that were seen.
// ${origin}/contacts/42
`;
}

interface SavedPage {
  what: 'record' | 'list' | 'hostile';
  html: string;
  expected: object;
}

const page = (body: string) => `<!doctype html>
<!-- ${FILL}: a page of the CRM, cut to what matters, with made-up people. -->
<html lang="en">
  <body>
    <nav><a href="/contacts">Contacts</a><span>signed.in.rep@ourcompany.example</span></nav>
${body}
  </body>
</html>
`;

const record = (
  id: string,
  number: number,
  name: string,
  inside: string,
) => `    <main class="${id}-record">
      <header><h1>${name}</h1><a href="/contacts/${number}/edit">Edit</a></header>
${inside}
    </main>`;

/** @returns the saved pages, and what is to be read from each */
export function savedPages({ id, origin }: NewCrm): SavedPage[] {
  const person = `      <p><span data-field="title">Plant planner</span>, <span data-field="company">Porto Lab</span></p>
      <a href="mailto:ines@portolab.example">ines@portolab.example</a>`;
  const facts = { name: 'Ines Duarte', company: 'Porto Lab', title: 'Plant planner' };
  const email = 'ines@portolab.example';
  const feed = `      <div class="activity-feed"><a href="mailto:other@elsewhere.example">other@elsewhere.example</a></div>`;
  return [
    {
      what: 'record',
      html: page(record(id, 42, 'Ines Duarte', person)),
      expected: {
        page: 'record',
        url: `${origin}/contacts/42`,
        another: `${origin}/contacts/43`,
        facts: { ...facts, email },
      },
    },
    {
      what: 'list',
      html: page(`    <table class="${id}-list">
      <thead><tr><th>Name</th><th>E-mail</th></tr></thead>
      <tbody>
        <tr><td><a href="/contacts/42">Ines Duarte</a></td><td><a href="mailto:${email}">${email}</a></td></tr>
        <tr><td><a href="/contacts/44">Luc Bernard</a></td><td></td></tr>
      </tbody>
    </table>`),
      expected: {
        page: 'list',
        url: `${origin}/contacts`,
        rows: [
          { id: '42', kind: 'contact', name: 'Ines Duarte', email },
          { id: '44', kind: 'contact', name: 'Luc Bernard' },
        ],
      },
    },
    {
      what: 'hostile',
      html: page(
        `    <div hidden>\n${record(id, 41, 'Ana Before', '')}\n    </div>\n${record(id, 42, 'Ines Duarte', `${person}\n${feed}`)}`,
      ),
      expected: {
        page: 'hostile',
        url: `${origin}/contacts/42`,
        another: `${origin}/contacts/9`,
        facts: { ...facts, email },
      },
    },
  ];
}

/** @returns rows for the table of `tests/unit/crm/addresses.test.ts` */
export function addressRows({ id, origin }: NewCrm): string {
  return [
    `  // ${FILL}: a row for each form of address, of records, lists, and things that are neither.`,
    `  [${quoted(id)}, ${quoted(`${origin}/contacts/42`)}, ['contact', '42']],`,
    `  [${quoted(id)}, ${quoted(`${origin}/contacts`)}, 'contact'],`,
    `  [${quoted(id)}, ${quoted(`${origin}/contacts/new`)}, null],`,
    '',
  ].join('\n');
}

/** @returns the row of the table in the README */
export function readmeRow({ name }: NewCrm): string {
  return `| ${name} | inferred | ${FILL}: kinds of records; lists |\n`;
}
