/** Wires the room of the lead definition. */
import { useEffect } from 'react';
import { v4 } from 'uuid';
import { DefinitionRoom } from '../../../components/definition/DefinitionRoom.tsx';
import { fileNameOf, toFile } from '../../../lib/desk/definition-file.ts';
import { definitionRoom } from '../../../lib/desk/definition-room.ts';
import { keptEditsStore } from '../../../lib/desk/kept-edits.ts';
import { notNowStore } from '../../../lib/desk/not-now.ts';
import { useCell } from '../../../lib/platform/use-cell.ts';
import { ask, page } from '../desk.ts';
import { save } from '../files.ts';
import { useLooks } from '../use-looks.ts';

const room = definitionRoom({
  ask,
  connection: page.connection,
  kept: keptEditsStore,
  notNow: notNowStore,
  newId: v4,
  now: Date.now,
});

function exportShown(): void {
  const now = room.view.get();
  if (now.is !== 'definitions') return;
  const { current, draft } = now.answer;
  const proposed = draft !== null || now.edits.unsaved;
  const version = proposed ? current.version + 1 : current.version;
  const definition = { ...now.shown, version };
  const text = toFile(definition, new Date().toISOString());
  save(fileNameOf(definition), new Blob([text], { type: 'application/json' }));
}

export function DefinitionPart({ now }: { now: number }) {
  const state = useCell(room.view);
  useEffect(() => void room.open(), []);
  useLooks(() => void room.open());
  return (
    <DefinitionRoom
      state={state}
      now={now}
      onRefresh={room.refresh}
      onEdit={room.edit}
      onTypeJson={room.typeJson}
      onUndo={room.undo}
      onRedo={room.redo}
      onDrop={room.dropEdits}
      onSave={room.save}
      onKeepMine={room.keepMine}
      onExport={exportShown}
      onImport={room.takeIn}
      onSign={room.sign}
      onUnsign={room.unsign}
      onComment={room.comment}
      onStart={room.startOn}
      onPublish={room.publish}
      onDiscard={room.discard}
      onRollBack={room.rollBack}
      onCompare={(pair) => void room.compare(pair)}
      onRetryPreview={room.lookAgain}
      onTakeUp={room.takeUp}
      onNotNow={(suggestion) => void room.setAside(suggestion)}
      onOpenLead={(leadId) => void ask('lead.open', { leadId, records: [] })}
    />
  );
}
