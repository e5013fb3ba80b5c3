import { useState } from 'react';
import { Headline } from '../../components/reports/Headline.tsx';
import type {
  Behind,
  HeadlineProps,
  ReportChoice,
  ReportsRoomProps,
} from '../../components/reports/props.ts';
import { ReportsRoom } from '../../components/reports/ReportsRoom.tsx';
import { NOW, PLACE } from './moment.ts';
import { ReviewBooth } from './ReviewBooth.tsx';
import { BEHIND } from './report-cases.ts';
import { DAYS } from './report-data.ts';
import { queue } from './review-screens.tsx';
import { noted, saved } from './stub.ts';

export type Room = Pick<ReportsRoomProps, 'panels' | 'settings'> &
  Partial<Pick<ReportsRoomProps, 'compared' | 'mayDecide'>> & {
    choice?: Partial<ReportChoice>;
    headline: HeadlineProps['loaded'];
  };

const USUAL: ReportChoice = {
  days: null,
  weeks: 12,
  compare: 'none',
  source: null,
  campaign: null,
  sourced: null,
  by: 'source',
};

/** The room of reports with the two numbers above it, and a store behind it that has five leads for every mark. */
export function ReportsBooth({ room }: { room: Room }) {
  const [choice, setChoice] = useState({ ...USUAL, ...room.choice });
  const [behind, setBehind] = useState<Behind | null>(null);
  const [above, setAbove] = useState<Behind | null>(null);
  const shared = {
    now: NOW,
    place: PLACE,
    onMoreBehind: noted('onMoreBehind'),
    onOpenLead: noted('onOpenLead'),
    onAllBehind: async () => ({ ...BEHIND, more: false }),
    onSaveTable: (name: string, rows: unknown) => noted('onSaveTable')({ name, rows }),
  };
  return (
    <ReviewBooth
      state={queue()}
      room="reports"
      headline={
        <Headline
          {...shared}
          loaded={room.headline}
          behind={above}
          onRetry={noted('onRetryHeadline')}
          onLook={(mark, title) => {
            noted('onLookHeadline')({ mark, title });
            setAbove({ ...BEHIND, title });
          }}
          onCloseBehind={() => setAbove(null)}
        />
      }
    >
      <ReportsRoom
        {...shared}
        choice={choice}
        days={choice.days ?? DAYS}
        compared={room.compared ?? null}
        segments={{
          sources: ['Pricing page form', 'Webinar', null],
          campaigns: ['Autumn planning series', null],
        }}
        settings={room.settings}
        mayDecide={room.mayDecide ?? false}
        panels={room.panels}
        behind={behind}
        onChoose={(next) => {
          noted('onChoose')(next);
          setChoice(next);
        }}
        onRetry={noted('onRetry')}
        onLook={(report, mark, title) => {
          noted('onLook')({ report, mark, title });
          setBehind({ ...BEHIND, title });
        }}
        onAllowRepFigures={saved('onAllowRepFigures')}
        onSavePicture={(name, picture) => {
          noted('onSavePicture')(name);
          Object.assign(window, { picture });
        }}
        onCloseBehind={() => setBehind(null)}
      />
    </ReviewBooth>
  );
}
