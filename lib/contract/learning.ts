/** What verdicts teach, as the review desk is told: honest figures, suggestions, a proposed line. Nothing here is in force. */
import * as z from 'zod/mini';
import { leadDefinition } from './definition.ts';
import { drift } from './drift.ts';
import { instant, text, uuid } from './text.ts';

/** A figure with its 95 % interval. */
const figure = z.object({ value: z.number(), low: z.number(), high: z.number() });
export type FigureView = z.infer<typeof figure>;

/** Who would be handed over at a line: how many, how many of them accepted, how many of the accepted. */
const atLine = z.object({
  volume: z.int(),
  precision: z.nullable(z.number()),
  recall: z.nullable(z.number()),
});

/** How well a definition's points sort and promise, over recorded verdicts. */
export const quality = z.object({
  /** Verdicts that could be learned from. */
  n: z.int(),
  accepted: z.int(),
  /** Null where a figure cannot be computed (nothing accepted, or everything). */
  auc: z.nullable(figure),
  /** Mean over months with enough verdicts: sorting within a period, not between good and bad months. */
  aucWithinMonths: z.nullable(z.number()),
  brier: z.nullable(figure),
  ece: z.nullable(figure),
  /** What the calibration error would be on average if every promise were true: few verdicts are off by chance alone. */
  eceByChance: z._default(z.nullable(z.number()), null),
  lift10: z.nullable(figure),
  /** At the line in force. */
  atLine,
});
export type Quality = z.infer<typeof quality>;

/** Promised against observed, in one band of verdicts. */
export const band = z.object({
  from: z.int(),
  to: z.int(),
  n: z.int(),
  promised: z.number(),
  accepted: z.int(),
  low: z.number(),
  high: z.number(),
});
export type Band = z.infer<typeof band>;

/** The lowest line whose calibrated precision keeps the promise. */
export const lineProposal = z.object({
  points: z.int(),
  promised: z.number(),
  /** Mean calibrated chance of those at or above it: what it is chosen by. */
  expected: z.number(),
  /** What was observed of the same verdicts. */
  precision: z.number(),
  volume: z.int(),
  recall: z.number(),
});
export type LineProposal = z.infer<typeof lineProposal>;

/** What a changed rule would have done on recorded verdicts. */
const backtest = z.object({
  auc: z.number(),
  ece: z.number(),
  lift10: z.number(),
  logLoss: z.number(),
  precision: z.nullable(z.number()),
  volume: z.int(),
});
export type Backtest = z.infer<typeof backtest>;

/** One change of one rule that verdicts speak for, with all that speaks for it. */
export const suggestion = z.object({
  ruleId: z.string().check(z.maxLength(60)),
  /** For a rule with steps: the step's `from`; null for rules without. */
  step: z.nullable(z.number()),
  label: text(160),
  side: z.enum(['engagement', 'fit']),
  from: z.int(),
  to: z.int(),
  /** Verdicts on leads with this line, and on those without. */
  with: z.object({ n: z.int(), accepted: z.int() }),
  without: z.object({ n: z.int(), accepted: z.int() }),
  /** How sure the direction is: posterior probability, 0.9 at least. */
  certainty: z.number(),
  before: backtest,
  after: backtest,
});
export type Suggestion = z.infer<typeof suggestion>;

/** A rule whose leads nearly all ended the same way: left as agreed until somebody has looked. */
export const suspicion = z.object({
  ruleId: z.string().check(z.maxLength(60)),
  label: text(160),
  n: z.int(),
  accepted: z.int(),
});
export type Suspicion = z.infer<typeof suspicion>;

/** Acceptance of one rep against what the score promised of their leads; only with names where an admin allows it. */
export const agreement = z.object({
  /** Pairs of verdicts by different people on one lead, and how many said the same. */
  pairs: z.int(),
  same: z.int(),
  /** Reps whose verdicts differ from the others' by more than chance explains. */
  unusual: z.array(
    z.object({ name: z.string(), n: z.int(), accepted: z.int(), promised: z.number() }),
  ),
});

/** A definition that was proposed and is not in force. */
export const definitionDraft = z.object({
  draftId: uuid,
  madeAt: instant,
  /** Who proposed it: the monthly refresh, or a member. */
  by: z.string(),
  basedOn: z.int(),
  definition: leadDefinition,
  /** In words, one line per change. */
  changes: z.array(z.string()),
  before: z.nullable(backtest),
  after: z.nullable(backtest),
});
export type DefinitionDraft = z.infer<typeof definitionDraft>;

/** `POST /api/definitions/drafts`: proposes a definition. */
export const draftRequest = z.object({
  /** The version this was made from; another one in force by now is a conflict. */
  basedOn: z.int(),
  definition: leadDefinition,
  /** The open draft this was made from, null for none; another one by now is a conflict. Left out, any is replaced. */
  replaces: z.optional(z.nullable(uuid)),
});

/** Scores under a new definition, made in the background. */
export const rescoring = z.object({
  version: z.int(),
  startedAt: instant,
  total: z.int(),
  done: z.int(),
  finishedAt: z.nullable(instant),
});
export type Rescoring = z.infer<typeof rescoring>;

/** `GET /api/learning`: what verdicts teach about the definition in force. */
export const learningAnswer = z.object({
  definition: leadDefinition,
  madeAt: instant,
  verdicts: z.object({
    /** All on record, and those that could be learned from. */
    all: z.int(),
    used: z.int(),
    accepted: z.int(),
    /** Left out, with the reason in words: `12 recycled say nothing about fit`. */
    leftOut: z.array(z.object({ why: z.string(), n: z.int() })),
    /** Leads that were handed over and got no verdict. They count as missing, never as rejected. */
    unanswered: z.int(),
  }),
  quality,
  bands: z.array(band),
  line: z.nullable(lineProposal),
  suggestions: z.array(suggestion),
  suspicions: z.array(suspicion),
  drift,
  agreement,
  draft: z.nullable(definitionDraft),
  rescoring: z.nullable(rescoring),
});
export type LearningAnswer = z.infer<typeof learningAnswer>;

/** `POST /api/definitions/preview`: what another definition would have done with recorded verdicts. */
export const previewRequest = z.object({ definition: leadDefinition });

/** A lead that another definition would treat otherwise. */
export const flip = z.object({
  leadId: uuid,
  name: z.nullable(z.string()),
  accepted: z.boolean(),
  before: z.int(),
  after: z.int(),
});
export type Flip = z.infer<typeof flip>;

/** Judged leads of one band of points, by what sales said. */
const heap = z.object({ accepted: z.int(), other: z.int() });

export const preview = z.object({
  verdicts: z.int(),
  before: atLine,
  after: atLine,
  /** Accepted ones that would not have been handed over, and others that would have been spared. */
  acceptedLost: z.int(),
  rejectedAvoided: z.int(),
  acceptedWon: z.int(),
  rejectedTaken: z.int(),
  /** At most 50, the largest moves first. */
  flips: z.array(flip),
  /** The same for leads that came in the last so many days, whether judged or not; null when there were none. */
  leads: z._default(
    z.nullable(
      z.object({
        days: z.int(),
        /** Leads that were looked at; `sampled` when there are more, and every how many-th was taken. */
        of: z.int(),
        sampled: z.boolean(),
        /** Over the line. */
        before: z.int(),
        after: z.int(),
        /** Who crosses it, by name; at most 50, the largest moves first. */
        flips: z.array(
          z.object({
            leadId: uuid,
            name: z.nullable(z.string()),
            before: z.int(),
            after: z.int(),
          }),
        ),
      }),
    ),
    null,
  ),
  /** How many judged leads have how many points, before and after: from `from` on, `width` points wide. Null without verdicts. */
  scores: z._default(
    z.nullable(
      z.object({
        width: z.int(),
        bins: z.array(z.object({ from: z.int(), before: heap, after: heap })),
      }),
    ),
    null,
  ),
});
export type Preview = z.infer<typeof preview>;
