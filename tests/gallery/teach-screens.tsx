import type { TeachProps } from '../../components/teach/props.ts';
import { Teach } from '../../components/teach/Teach.tsx';
import { teachWords } from '../../lib/words/teach.ts';
import type { Screens } from './screens.tsx';
import { noted, saved } from './stub.ts';

const JUTTA = {
  name: 'Jutta Wiegand',
  email: 'jutta.wiegand@torfmoor.example',
  company: 'Torfmoor AG',
};
const SOENKE = {
  name: 'Dr. Sönke Harms-Oltmanns von der Wurthfleth',
  email: 'soenke.harms-oltmanns@windpark-nord-beteiligungen.example',
  company: 'Windpark Nord Beteiligungsgesellschaft mbH & Co. KG',
};
const ADDRESS = { before: '/kartei.pl?akte=', id: 'K-00042', after: '&sicht=blatt' };

const booth = (stage: TeachProps['stage'], over: Partial<TeachProps> = {}) => (
  <Teach
    site="kartei.intern.example:8443"
    stage={stage}
    kind="contact"
    pointing={null}
    refused={null}
    onKind={noted('onKind')}
    onPoint={noted('onPoint')}
    onStopPointing={noted('onStopPointing')}
    onForget={noted('onForget')}
    onNext={noted('onNext')}
    onBack={noted('onBack')}
    onSave={saved('onSave')}
    onFinish={noted('onFinish')}
    onGiveUp={noted('onGiveUp')}
    onDock={noted('onDock')}
    {...over}
  />
);

const second = { is: 'second', address: ADDRESS, first: JUTTA } as const;

export const teachScreens: Screens = {
  'teach-first': () => booth({ is: 'first', address: ADDRESS, values: {}, ready: false }),
  'teach-no-id': () =>
    booth({
      is: 'first',
      address: { before: '/kartei.pl?sicht=liste', id: null, after: '' },
      values: {},
      ready: false,
    }),
  'teach-pointing': () =>
    booth(
      { is: 'first', address: ADDRESS, values: { name: JUTTA.name }, ready: true },
      {
        pointing: 'company',
        refused: {
          at: 'email',
          words: teachWords().refusals['no-address'](),
        },
      },
    ),
  'teach-pointed': () => booth({ is: 'first', address: ADDRESS, values: SOENKE, ready: true }),
  'teach-second-wait': () =>
    booth({
      ...second,
      now: null,
      doubts: [],
      obstacle: teachWords().obstacles.same,
    }),
  'teach-second': () => booth({ ...second, now: SOENKE, doubts: [], obstacle: null }),
  'teach-second-doubt': () =>
    booth({
      ...second,
      now: { company: SOENKE.company, email: JUTTA.email },
      obstacle: null,
      doubts: [
        {
          fact: 'name',
          serious: true,
          words: teachWords().doubts.noName,
        },
        {
          fact: 'email',
          serious: true,
          words: teachWords().doubts.same('email'),
        },
      ],
    }),
  'teach-list': () => booth({ is: 'list', rows: [], rowCount: 0, taken: false }),
  'teach-list-taken': () =>
    booth({
      is: 'list',
      rows: [JUTTA, SOENKE, { name: 'Ilse Bruns' }, { email: 'oke@petersen.example' }],
      rowCount: 48,
      taken: true,
    }),
  'teach-name': () => booth({ is: 'name', name: 'kartei.intern.example', taken: null }),
  'teach-done': () => booth({ is: 'done', name: 'Kartei' }),
};
