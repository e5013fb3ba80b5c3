import { optionsWords } from '../../lib/words/options.ts';
import { Button } from '../ui/Button.tsx';
import { Fill } from '../ui/Fill.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ProblemNotice } from '../ui/ProblemNotice.tsx';
import text from '../ui/text.module.css';
import { full, pastDay } from '../ui/time.ts';
import { useSaving } from '../ui/use-saving.ts';
import type { Place } from '../ui/views.ts';
import styles from './Complaints.module.css';
import type { ComplaintView, CrmProps, CrmView } from './crm-props.ts';
import { kindWords } from './crm-words.ts';

type Props = Pick<CrmProps, 'crms' | 'complaints' | 'onCountAnew'> & { now: number; place: Place };

/** What stopped being found on a CRM's pages, and what to do about it. Nothing while all is well. */
export function Complaints({ crms, complaints, ...rest }: Props) {
  const concerned = [...new Set(complaints.map(({ crm }) => crm))].flatMap(
    (id) => crms.find((crm) => crm.id === id) ?? [],
  );
  if (concerned.length === 0) return null;
  return (
    <ul className={styles.complaints}>
      {concerned.map((crm) => (
        <li key={crm.id} data-complaint={crm.id}>
          <OfOne
            crm={crm}
            complaints={complaints.filter((each) => each.crm === crm.id)}
            {...rest}
          />
        </li>
      ))}
    </ul>
  );
}

type OneProps = Omit<Props, 'crms'> & { crm: CrmView };

function OfOne({ crm, complaints, now, place, onCountAnew }: OneProps) {
  const t = optionsWords().complaints;
  const saving = useSaving();
  return (
    <Notice tone="strong">
      {complaints.map((complaint) => (
        <p key={`${complaint.kind} ${complaint.fact}`} className={text.strong}>
          <Sentence complaint={complaint} name={crm.name} now={now} place={place} />
        </p>
      ))}
      <p>{t[crm.from]}</p>
      {saving.problem ? <ProblemNotice problem={saving.problem} /> : null}
      <p className={styles.act}>
        <Button
          size="small"
          busy={saving.busy}
          aria-label={t.anewFor(crm.name)}
          data-action="count-anew"
          onClick={() => void saving.run(() => onCountAnew(crm.id))}
        >
          {t.anew}
        </Button>
      </p>
    </Notice>
  );
}

type SentenceProps = { complaint: ComplaintView; name: string; now: number; place: Place };

/** `Name not found on 9 of the last 10 Salesforce leads since Tuesday`. */
function Sentence({ complaint, name, now, place }: SentenceProps) {
  const { kind, fact, missing, of, since } = complaint;
  const { complaints: t, facts } = optionsWords();
  const what = facts[fact];
  return (
    <Fill
      text={missing < of ? t.some(missing, of) : t.any(of)}
      fact={`${what.charAt(0).toUpperCase()}${what.slice(1)}`}
      crm={<bdi>{name}</bdi>}
      kind={kindWords(kind, of !== 1)}
      day={
        <time dateTime={new Date(since).toISOString()} title={full(since, place)}>
          {pastDay(since, now, place)}
        </time>
      }
    />
  );
}
