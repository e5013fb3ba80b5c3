/** Tools that send, in words: what they are, what they send, and what to do over there. */
import type { Source, SourceKind } from '../../lib/contract/sources.ts';
import { sourceWords } from '../../lib/words/sources.ts';

export type ToolKind = Exclude<SourceKind, 'import'>;

/** What a tool makes itself and is entered here afterwards. */
export type Theirs = keyof ReturnType<typeof sourceWords>['theirs'];

const THEIRS: Partial<Record<ToolKind, Theirs>> = {
  hubspot: 'clientSecret',
  sendgrid: 'verificationKey',
  customerio: 'signingKey',
};

export const TOOL_ORDER: readonly ToolKind[] = [
  'segment',
  'hubspot',
  'marketo',
  'mautic',
  'mailchimp',
  'sendgrid',
  'brevo',
  'customerio',
  'standard',
];

export type Tool = {
  name: string;
  /** What comes of it. */
  what: string;
  /** What to do over there, in order, once the address is known. */
  steps: readonly string[];
  theirs: Theirs | null;
};

/** @returns what is said of a tool */
export const toolWords = (kind: ToolKind): Tool => ({
  ...sourceWords().tools[kind],
  theirs: THEIRS[kind] ?? null,
});

/** @returns the tool of a source; null for files */
export const toolOf = ({ kind }: Pick<Source, 'kind'>): Tool | null =>
  kind === 'import' ? null : toolWords(kind);

const DAY = 86_400_000;

/** @returns how long it has been silent, in words nobody has to decode */
export function silentFor(lastAt: string, now: number): string {
  const t = sourceWords();
  const days = Math.floor((now - Date.parse(lastAt)) / DAY);
  return days < 60 ? t.silentDays(days) : t.silentMonths(Math.round(days / 30.44));
}

/** @returns whether a source that spoke before has been quiet for longer than a day */
export const isSilent = ({ kind, lastAt }: Source, now: number): boolean =>
  kind !== 'import' && lastAt !== null && now - Date.parse(lastAt) > DAY;
