import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import { ago } from '../ui/time.ts';
import { useSaving } from '../ui/use-saving.ts';
import type { Place } from '../ui/views.ts';
import { count } from '../ui/words.ts';
import { Card } from './Card.tsx';
import type { OptionsCallbacks, StoredView } from './props.ts';

type Props = Pick<OptionsCallbacks, 'onForgetLeads'> & {
  stored: StoredView;
  now: number;
  place: Place;
};

/** What this browser keeps of other people, and the button that ends it. */
export function Stored({ stored, now, place, onForgetLeads }: Props) {
  const [forgotten, setForgotten] = useState(false);
  const saving = useSaving();
  const none = stored.leads === 0;
  return (
    <Card
      title="Kept in this browser"
      lead="Leads you opened are kept for a while, so that the sidebar is there at once. What you said and is not sent yet is kept apart and stays."
    >
      <p role={forgotten ? 'status' : undefined}>{words(stored, now, place)}</p>
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
      <div>
        <Button
          size="small"
          busy={saving.busy}
          off={none}
          data-action="forget-leads"
          onClick={async () => setForgotten(await saving.run(onForgetLeads))}
        >
          Forget cached leads
        </Button>
      </div>
    </Card>
  );
}

function words({ leads, bytes, oldestAt }: StoredView, now: number, place: Place): string {
  if (leads === 0) return 'No leads are kept here.';
  const size = bytes === null ? '' : `, ${sizeWords(bytes, place)}`;
  const oldest = oldestAt === null ? '' : `, the oldest seen ${ago(oldestAt, now, place)}`;
  return `${count(leads, 'lead')}${size}${oldest}.`;
}

function sizeWords(bytes: number, place: Place): string {
  const big = bytes >= 1_000_000;
  return new Intl.NumberFormat(place.locale, {
    style: 'unit',
    unit: big ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: big ? 1 : 0,
  }).format(big ? bytes / 1_000_000 : bytes / 1000);
}
