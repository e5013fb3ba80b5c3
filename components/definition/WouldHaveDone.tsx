import type { Preview } from '../../lib/contract/learning.ts';
import { FEWEST } from '../../lib/contract/reports.ts';
import { definitionWords } from '../../lib/words/definition.ts';
import { number } from '../../lib/words/numbers.ts';
import { uiWords } from '../../lib/words/ui.ts';
import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import styles from './Aside.module.css';
import { Figure } from './Figure.tsx';
import { Flips } from './Flips.tsx';
import { Heaps } from './Heaps.tsx';
import { Part } from './Part.tsx';
import type { RoomParts } from './props.ts';
import { RecentLeads } from './RecentLeads.tsx';

/** What the definition on screen would have done with the verdicts on record, and with the leads of late. */
export function WouldHaveDone({ state, onRetryPreview, onOpenLead }: RoomParts) {
  const t = definitionWords().preview;
  const { preview, busy, problem } = state.preview;
  const version = state.answer.current.version + 1;
  const title = t.title(version);
  if (state.changes.length === 0) {
    return (
      <Part title={title} part="preview">
        <p className={styles.muted}>{t.nothing}</p>
      </Part>
    );
  }
  return (
    <>
      <Part
        title={title}
        part="preview"
        aside={busy || !preview ? (busy ? t.trying : null) : t.on(preview.verdicts)}
      >
        {state.edits.issues.length > 0 ? <p className={styles.muted}>{t.invalid}</p> : null}
        {problem ? (
          <ProblemNotice problem={problem} safe={t.safe}>
            <Button size="small" data-action="preview-again" onClick={onRetryPreview}>
              {uiWords().tryAgain}
            </Button>
          </ProblemNotice>
        ) : null}
        {preview ? (
          <div aria-busy={busy}>
            <Figures preview={preview} />
          </div>
        ) : null}
      </Part>
      {preview && preview.verdicts >= FEWEST ? (
        <>
          {preview.scores ? (
            <Heaps state={state} preview={preview} scores={preview.scores} />
          ) : null}
          <Flips preview={preview} onOpenLead={onOpenLead} />
        </>
      ) : null}
      {preview?.leads ? <RecentLeads leads={preview.leads} onOpenLead={onOpenLead} /> : null}
    </>
  );
}

function Figures({ preview }: { preview: Preview }) {
  const t = definitionWords().preview;
  const { verdicts, before, after } = preview;
  if (verdicts === 0) return <p className={styles.muted}>{t.none}</p>;
  if (verdicts < FEWEST) return <p className={styles.muted}>{t.few(verdicts, FEWEST)}</p>;
  const share = (of: number | null) => (of === null ? '–' : `${Math.round(of * 100)}\u00a0%`);
  return (
    <dl className={styles.figures}>
      <Figure name={t.volume} then={number(before.volume)} now={number(after.volume)} />
      <Figure name={t.precision} then={share(before.precision)} now={share(after.precision)} />
      <Figure name={t.recall} then={share(before.recall)} now={share(after.recall)} />
    </dl>
  );
}
