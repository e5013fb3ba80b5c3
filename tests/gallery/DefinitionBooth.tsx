import { useState } from 'react';
import { DefinitionRoom } from '../../components/definition/DefinitionRoom.tsx';
import type { DefinitionRoomState, DefinitionsState } from '../../components/definition/props.ts';
import type { DeskState } from '../../components/review/props.ts';
import { changesOf } from '../../lib/contract/definition-changes.ts';
import { readDefinition } from '../../lib/contract/definition-issues.ts';
import { type Edits, edited, fresh, redone, undone } from '../../lib/desk/definition-edits.ts';
import { fromFile } from '../../lib/desk/definition-file.ts';
import { newest, originOf, withEdits } from '../../lib/desk/definition-view.ts';
import { AGREED } from './definitions.ts';
import { before, id, NOW, PLACE } from './moment.ts';
import { ReviewBooth } from './ReviewBooth.tsx';
import { noted, saved } from './stub.ts';

type Props = { state: DefinitionRoomState; desk: DeskState };

/** The room of the lead definition with a store behind it that keeps one draft. */
export function DefinitionBooth({ state: given, desk }: Props) {
  const [state, setState] = useState(given);
  const [edits, setEdits] = useState<Edits | null>(null);

  const change = (with_: (room: DefinitionsState) => Partial<DefinitionsState>) =>
    setState((now) => (now.is === 'definitions' ? { ...now, ...with_(now) } : now));
  const step = (next: (edits: Edits) => Edits, json: string | null = null) => {
    if (state.is !== 'definitions') return;
    const begun = edits ?? fresh(newest(state.answer), state.shown);
    const after = next(begun);
    setEdits(after);
    change(({ answer }) => withEdits(answer, after, json, originOf(answer)));
  };
  const signed = (side: 'marketing' | 'sales', on: boolean) =>
    change(({ answer, member }) => {
      if (!answer.draft) return {};
      const signature = { memberId: member.memberId, by: member.name, at: before(0) };
      const signatures = { ...answer.draft.signatures, [side]: on ? signature : null };
      return { answer: { ...answer, draft: { ...answer.draft, signatures } } };
    });

  return (
    <ReviewBooth state={desk} room="definition">
      <DefinitionRoom
        state={state}
        now={NOW}
        place={PLACE}
        onRefresh={noted('onRefresh')}
        onEdit={(next, field) => {
          noted('onEdit')({ next, field });
          step((now) => edited(now, next, field));
        }}
        onTypeJson={(text) => {
          noted('onTypeJson')(text);
          const read = readDefinition(text);
          step(
            (now) => (read.ok ? edited(now, read.definition, 'json') : now),
            read.ok ? null : text,
          );
        }}
        onUndo={() => step(undone)}
        onRedo={() => step(redone)}
        onDrop={() => {
          noted('onDrop')();
          setEdits(null);
          change(({ answer }) => withEdits(answer, null, null, null));
        }}
        onSave={saved('onSave', () => {
          setEdits(null);
          change(({ answer, shown }) => {
            const signatures = { marketing: null, sales: null };
            const { version } = answer.current;
            const draft = {
              ...AGREED,
              draftId: id(652),
              basedOn: version,
              definition: shown,
              signatures,
            };
            const next = { ...answer, draft };
            return { answer: next, ...withEdits(next, null, null, null) };
          });
        })}
        onKeepMine={() => {
          noted('onKeepMine')();
          change(({ edits: now }) => ({ edits: { ...now, conflict: null } }));
        }}
        onExport={noted('onExport')}
        onImport={(text) => {
          const read = fromFile(text);
          if (!read.ok) return read.issues;
          step((now) => edited(now, read.definition, null));
          return [];
        }}
        onSign={saved('onSign', (side) =>
          side === 'sales' || side === 'marketing' ? signed(side, true) : undefined,
        )}
        onUnsign={saved('onUnsign', (side) =>
          side === 'sales' || side === 'marketing' ? signed(side, false) : undefined,
        )}
        onComment={saved('onComment')}
        onStart={saved('onStart', (startsOn) =>
          change(({ answer }) => {
            const { draft } = answer;
            if (!draft || (startsOn !== null && typeof startsOn !== 'string')) return {};
            return { answer: { ...answer, draft: { ...draft, startsOn } } };
          }),
        )}
        onPublish={saved('onPublish')}
        onDiscard={saved('onDiscard', () =>
          change(({ answer }) => {
            const next = { ...answer, draft: null };
            return { answer: next, ...withEdits(next, null, null, null) };
          }),
        )}
        onRollBack={saved('onRollBack')}
        onCompare={(pair) => {
          noted('onCompare')(pair);
          if (!pair) return;
          change(({ answer }) => ({
            compared: {
              is: 'compared',
              ...pair,
              changes: changesOf(answer.current, AGREED.definition),
            },
          }));
        }}
        onRetryPreview={noted('onRetryPreview')}
        onTakeUp={noted('onTakeUp')}
        onNotNow={(suggestion) => {
          noted('onNotNow')(suggestion.ruleId);
          change(({ suggestions }) => ({
            suggestions: suggestions.filter((each) => each !== suggestion),
          }));
        }}
        onOpenLead={noted('onOpenLead')}
      />
    </ReviewBooth>
  );
}
