/**
 * components/teach: the panel that stands beside a CRM page while somebody teaches Truce to read it.
 *
 * In: what has been learned, what the page in front gives by it, what the person is pointing at. Out: what they want next.
 */
import type { FactName } from '../../lib/contract/recipe.ts';
import type { PageFacts } from '../../lib/contract/record.ts';
import type { Saving } from '../ui/views.ts';

export type Values = Partial<Record<FactName, string>>;
export type PointingAt = FactName | 'row';

/** Why what was pointed at cannot be taken, as a sentence. */
export type Refused = { at: PointingAt; words: string };

export type TeachStage =
  /** A first person's page is in front, and is being pointed at. `address` is what was made of its address. */
  | { is: 'first'; address: Address; values: Values; ready: boolean }
  /** Another person's page is to be opened, or is in front. `now` is null until it is. */
  | {
      is: 'second';
      address: Address;
      first: Values;
      now: Values | null;
      /** What speaks against it, a sentence per fact; what is serious must be settled first. */
      doubts: { fact: FactName; words: string; serious: boolean }[];
      /** Why the page in front does not count as the second one; null when it does. */
      obstacle: string | null;
    }
  | { is: 'list'; rows: PageFacts[]; rowCount: number; taken: boolean }
  | { is: 'name'; name: string; taken: string | null }
  | { is: 'done'; name: string };

/** An address with the part that is the record's id; `id` is null when no part looks like one. */
export type Address = { before: string; id: string | null; after: string };

export type TeachProps = {
  /** Host of the CRM. */
  site: string;
  stage: TeachStage;
  kind: 'lead' | 'contact';
  pointing: PointingAt | null;
  refused: Refused | null;
  onKind: (kind: 'lead' | 'contact') => void;
  onPoint: (at: PointingAt) => void;
  onStopPointing: () => void;
  onForget: (fact: FactName) => void;
  /** From the first page to the second, from the second to the list, from the list (or without one) to the name. */
  onNext: () => void;
  onBack: () => void;
  onSave: (name: string) => Saving;
  /** After saving: take the panel away and let Truce begin. */
  onFinish: () => void;
  /** Without saving: nothing is kept. */
  onGiveUp: () => void;
  onDock: () => void;
};

/** What the screen of one stage is given. */
export type StageProps<K extends TeachStage['is']> = Omit<TeachProps, 'stage'> & {
  stage: Extract<TeachStage, { is: K }>;
};
