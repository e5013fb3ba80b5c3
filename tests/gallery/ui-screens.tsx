/** The parts every screen is made of, with all their states, on one page to look through. */
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import { Meter } from '../../components/charts/Meter.tsx';
import { PointsBar } from '../../components/charts/PointsBar.tsx';
import { RateDot } from '../../components/charts/RateDot.tsx';
import { Sparkline } from '../../components/charts/Sparkline.tsx';
import { FoldedTable } from '../../components/score/FoldedTable.tsx';
import lines from '../../components/store/Lines.module.css';
import { Progress } from '../../components/store/Progress.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { Chip } from '../../components/ui/Chip.tsx';
import { Choices } from '../../components/ui/Choices.tsx';
import { Field, SelectField, TextField } from '../../components/ui/Field.tsx';
import { Icon, type IconName } from '../../components/ui/Icon.tsx';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { ProblemNotice } from '../../components/ui/ProblemNotice.tsx';
import { SavingState } from '../../components/ui/SavingState.tsx';
import { Switch } from '../../components/ui/Switch.tsx';
import { TruceMark } from '../../components/ui/TruceMark.tsx';
import text from '../../components/ui/text.module.css';
import { When } from '../../components/ui/When.tsx';
import { sideOf, stages, verdicts } from '../../components/ui/words.ts';
import { stage, verdictKind } from '../../lib/contract/words.ts';
import { OFFLINE } from './fixtures.ts';
import { before, DAY, HOUR, NOW, PLACE } from './moment.ts';
import type { Screens } from './screens.tsx';
import { noted } from './stub.ts';
import { ListChips, Page, Part, Row, Wide } from './ui-parts.tsx';
import styles from './ui-screens.module.css';

export const uiScreens: Screens = {
  'ui-controls': () => (
    <Page title="Controls">
      <Part title="Buttons">
        {(['plain', 'sales', 'marketing', 'both', 'quiet', 'link'] as const).map((kind) => (
          <Row key={kind} name={kind}>
            <Button kind={kind}>Accept</Button>
            <Button kind={kind} size="small">
              Small
            </Button>
            <Button kind={kind} keys="Alt A">
              With keys
            </Button>
            <Button kind={kind} busy>
              Busy
            </Button>
            <Button kind={kind} off>
              Cannot now
            </Button>
          </Row>
        ))}
      </Part>
      <Part title="Buttons that are a sign">
        {(['flag', 'close', 'dockLeft', 'dockRight', 'arrow'] satisfies IconName[]).map((icon) => (
          <IconButton key={icon} icon={icon} label={icon} />
        ))}
      </Part>
      <Part title="Verdicts">
        {verdictKind.options.map((kind) => (
          <Button key={kind} size="small">
            {verdicts()[kind].act}
          </Button>
        ))}
      </Part>
      <Part title="One of a few">
        <Choice chosen="a" />
        <Choice chosen={null} error="Choose one." />
        <Choice chosen="b" side="marketing" />
      </Part>
      <Part title="Switches">
        <Row name="off, on, busy">
          <span id="switched" className={text.hidden}>
            Notifications
          </span>
          <Switch labelledBy="switched" on={false} onSwitch={noted('off')} />
          <Switch labelledBy="switched" on onSwitch={noted('on')} />
          <Switch labelledBy="switched" on busy onSwitch={noted('busy')} />
        </Row>
      </Part>
      <Part title="Fields">
        <div className={styles.fields}>
          <Field label="Empty" name="empty" placeholder="gordon@example.com" />
          <Field label="With a hint" name="hint" hint="As marketing knows it." />
          <Field label="Wrong" name="wrong" defaultValue="http//" error="This is no address." />
          <SelectField label="One of many" name="many">
            <option>The first</option>
            <option>The second</option>
          </SelectField>
          <TextField label="Several lines" name="lines" defaultValue="Two\nlines" rows={2} />
          <TextField label="Wrong lines" name="wrong-lines" rows={2} error="Say why." />
        </div>
      </Part>
    </Page>
  ),
  'ui-signs': () => (
    <Page title="Signs, notices, figures">
      <Part title="Stages">
        {stage.options.map((each) => (
          <Chip key={each} side={sideOf(each)} title={stages()[each].long}>
            {stages()[each].short}
          </Chip>
        ))}
      </Part>
      <Part title="Chips">
        {(['both', 'marketing', 'sales'] as const).map((side) => (
          <Row key={side} name={side}>
            <Chip side={side}>filled</Chip>
            <Chip side={side} outlined>
              outlined: open
            </Chip>
          </Row>
        ))}
      </Part>
      <Part title="Chips beside the rows of a list">
        <ListChips />
      </Part>
      <Part title="Mark and signs">
        <TruceMark />
        <TruceMark kind="word" />
        <TruceMark label="signed by both sides" />
        {(['flag', 'close', 'dockLeft', 'dockRight', 'arrow'] satisfies IconName[]).map((icon) => (
          <Icon key={icon} name={icon} />
        ))}
      </Part>
      <Part title="Notices">
        <div className={styles.stack}>
          {(['plain', 'strong', 'marketing', 'sales'] as const).map((tone) => (
            <Notice key={tone} tone={tone}>
              <p>A few sentences, {tone}.</p>
            </Notice>
          ))}
          <ProblemNotice problem={OFFLINE} safe="What you wrote is safe.">
            <Button size="small">Try again</Button>
          </ProblemNotice>
          <ProblemNotice
            problem={{
              ...OFFLINE,
              code: 'conflict',
              title: 'The name is taken',
              detail: 'Choose another.',
            }}
          />
        </div>
      </Part>
      <Part title="Saving">
        {OUTBOXES.map((outbox) => (
          <SavingState key={JSON.stringify(outbox)} outbox={outbox} onOpenOutbox={noted('open')} />
        ))}
      </Part>
      <Part title="Figures">
        <Row name="meter">
          <Wide>
            <Meter value={72} most={100} line={60} />
          </Wide>
          <Wide>
            <Meter value={72} most={100} range={[64, 80]} />
          </Wide>
          <Wide>
            <Meter value={0} most={100} line={60} />
          </Wide>
        </Row>
        <Row name="points">
          {[10, 3, 0, -4].map((points) => (
            <Wide key={points}>
              <PointsBar points={points} most={10} />
            </Wide>
          ))}
        </Row>
        <Row name="rates">
          <Wide>
            <RateDot rate={{ share: 0.7, low: 0.6, high: 0.8 }} to={0.4} />
          </Wide>
          <Wide>
            <RateDot rate={{ share: 0.4, low: 0.2, high: 0.6 }} hollow />
          </Wide>
        </Row>
        <Row name="the way it went">
          <Sparkline
            values={[2, 3, 3, 8, 8, 14, 20, 24]}
            line={20}
            label="18 points more in 30 days"
          />
          <Sparkline values={[0]} line={20} label="one day" />
        </Row>
      </Part>
      <Part title="Progress">
        <div className={styles.stack}>
          <Progress what="Writing it." done={42} total={100} detail="42 %" />
          <Progress still what="Stopped." done={42} total={100} detail="42 %" />
        </div>
      </Part>
      <Part title="Moments">
        {[before(30_000), before(3 * HOUR), before(5 * DAY), before(400 * DAY)].map((at) => (
          <span key={at}>
            <When at={at} now={NOW} place={PLACE} /> /{' '}
            <When at={at} now={NOW} place={PLACE} as="clock" />
          </span>
        ))}
      </Part>
      <Part title="Lists and tables">
        <div className={styles.stack}>
          <section className={lines.box} aria-label="A list">
            <div className={lines.head}>
              <h3 className={lines.title}>2 things</h3>
              <p className={lines.aside}>newest first</p>
            </div>
            <ul>
              {['One', 'Two'].map((each) => (
                <li key={each} className={lines.line}>
                  <p className={lines.name}>{each}</p>
                  <p className={lines.facts}>what is known of it</p>
                </li>
              ))}
            </ul>
          </section>
          <FoldedTable
            caption="Promised and accepted"
            head={['Points', 'Promised', 'Accepted']}
            rows={[
              { key: 'a', cells: ['0 to 9', '12 %', '3 of 80'] },
              { key: 'b', cells: ['10 to 19', '34 %', '30 of 80'] },
            ]}
          />
        </div>
      </Part>
    </Page>
  ),
  'ui-tokens': () => (
    <Page title="Tokens">
      <Part title="Colours">
        {COLOURS.map(([front, back]) => (
          <span
            key={`${front} ${back}`}
            className={styles.swatch}
            style={{ color: `var(--${front})`, background: `var(--${back})` }}
          >
            {front} on {back}
          </span>
        ))}
      </Part>
      <Part title="Type">
        <div className={styles.stack}>
          {['11', '12', '13', '14', '16', '20', '28', '40'].map((size) => (
            <p key={size} style={{ fontSize: `var(--type-${size})`, lineHeight: 1.3 }}>
              {size} px: 7 of 10 are accepted
            </p>
          ))}
        </div>
      </Part>
      <Part title="Space">
        {['1', '2', '3', '4', '5', '6', '8'].map((step) => (
          <span
            key={step}
            className={styles.space}
            style={{ inlineSize: `var(--space-${step})` }}
          />
        ))}
      </Part>
      <Part title="Edges">
        {['line', 'edge', 'ink', 'marketing', 'sales'].map((colour) => (
          <span
            key={colour}
            className={styles.swatch}
            style={{ border: `1px solid var(--${colour})`, borderRadius: 'var(--radius)' }}
          >
            {colour}
          </span>
        ))}
      </Part>
    </Page>
  ),
};

const COLOURS = [
  ['ink', 'surface'],
  ['ink', 'canvas'],
  ['muted', 'surface'],
  ['muted', 'canvas'],
  ['marketing', 'surface'],
  ['marketing', 'marketing-soft'],
  ['on-marketing', 'marketing'],
  ['sales', 'surface'],
  ['sales', 'sales-soft'],
  ['on-sales', 'sales'],
  ['surface', 'ink'],
] as const;

const SENT = { waiting: 0, sending: false, attention: [], lastProblem: null };
const OUTBOXES = [
  SENT,
  { ...SENT, waiting: 1, sending: true },
  { ...SENT, waiting: 3, lastProblem: OFFLINE },
  { ...SENT, attention: [{ id: '1', message: 'The store refused it.' }] },
];

const CHOICES = [
  { value: 'a', label: 'Not our market' },
  { value: 'b', label: 'Wrong person' },
] as const;

type ChoiceProps = { chosen: 'a' | 'b' | null; side?: 'sales' | 'marketing'; error?: string };

const Choice = ({ chosen, side = 'sales', error }: ChoiceProps) => (
  <Choices
    legend="Why?"
    choices={CHOICES}
    chosen={chosen}
    side={side}
    error={error ?? null}
    onChoose={noted('choose')}
  />
);
