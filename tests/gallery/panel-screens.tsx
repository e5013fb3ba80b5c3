import { Elsewhere } from '../../components/sidebar/Elsewhere.tsx';
import { SampleMark } from '../../components/sidebar/SampleMark.tsx';
import { sampleCard } from '../../lib/lead/sample-card.ts';
import { lead, timelineOf } from './lead-state.ts';
import { NOW } from './moment.ts';
import { SidebarBooth } from './SidebarBooth.tsx';
import type { Screens } from './screens.tsx';
import { noted } from './stub.ts';

/** The sample as the first page shows it. */
function Sample() {
  const card = sampleCard(NOW);
  return (
    <SampleMark>
      <SidebarBooth
        state={lead(card, { timeline: timelineOf({ events: card.moments, more: false }) })}
      />
    </SampleMark>
  );
}

export const panelScreens: Screens = {
  'panel-nobody': () => <Elsewhere why="nobody" onOptions={noted('onOptions')} />,
  'panel-elsewhere': () => <Elsewhere why="elsewhere" onOptions={noted('onOptions')} />,
  'panel-sample': () => <Sample />,
};
