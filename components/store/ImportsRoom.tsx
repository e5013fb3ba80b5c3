import type { ImportJob } from '../../lib/contract/imports.ts';
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
      title="Imports"
      lead="Bring what your other tools know: people, what they did, what became of them. The same file twice changes nothing."
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
