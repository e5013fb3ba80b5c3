import type { ImportJob } from '../../lib/contract/imports.ts';
import { importWords } from '../../lib/words/imports.ts';
import { storeWords } from '../../lib/words/store.ts';
import { DropZone } from './DropZone.tsx';
import { ImportHistory } from './ImportHistory.tsx';
import { isOver } from './import-words.ts';
import { JobCard } from './JobCard.tsx';
import type { Common, ImportsProps } from './props.ts';
import { Room } from './Room.tsx';
import { Said, useSaid } from './Said.tsx';

/** Files of people, activities and outcomes. */
export function ImportsRoom(props: Common & ImportsProps) {
  const says = useSaid();
  return (
    <Room
      title={storeWords().rooms.imports}
      lead={importWords().lead}
      state={props.state}
      onRefresh={props.onRefresh}
    >
      {(jobs: ImportJob[]) => (
        <>
          <DropZone
            quiet={jobs.some((job) => !isOver(job))}
            upload={props.upload}
            onFile={props.onFile}
            onStopSending={props.onStopSending}
          />
          {jobs
            .filter((job) => !isOver(job))
            .map((job) => (
              <JobCard key={job.importId} {...props} job={job} says={says} />
            ))}
          <ImportHistory {...props} jobs={jobs.filter(isOver)} says={says} />
          <Said says={says} />
        </>
      )}
    </Room>
  );
}
