import { useState } from 'react';
import type { AuditEntry } from '../../lib/contract/people.ts';
import { privacyWords } from '../../lib/words/privacy.ts';
import { storeWords } from '../../lib/words/store.ts';
import { Field } from '../ui/Field.tsx';
import { Fill } from '../ui/Fill.tsx';
import { clock, dayName, dayOf, full } from '../ui/time.ts';
import type { Place } from '../ui/views.ts';
import styles from './Audit.module.css';
import { actionWords, doerOf, sentenceOf } from './audit-words.ts';
import lines from './Lines.module.css';
import { More } from './More.tsx';
import type { AuditProps, Common, Pages } from './props.ts';
import { Room } from './Room.tsx';

/** Who did what, and when. */
export function AuditRoom(props: Common & AuditProps) {
  return (
    <Room
      title={storeWords().rooms.audit}
      lead={privacyWords().audit.lead}
      state={props.state}
      onRefresh={props.onRefresh}
    >
      {(pages) => <Entries {...props} pages={pages} />}
    </Room>
  );
}

type EntriesProps = Common & AuditProps & { pages: Pages<AuditEntry> };

function Entries({ pages, now, place, onMore }: EntriesProps) {
  const t = privacyWords().audit;
  const [wanted, setWanted] = useState('');
  const shown = pages.lines.filter((entry) => matches(entry, wanted));
  const filtered = wanted.trim() !== '';
  if (pages.lines.length === 0) {
    return (
      <div className={`${lines.box} ${lines.empty}`}>
        <p>{t.none}</p>
      </div>
    );
  }
  return (
    <section className={lines.box} aria-label={t.entries}>
      <div className={styles.filter}>
        <Field
          label={t.filter}
          name="filter"
          type="search"
          autoComplete="off"
          placeholder={t.example}
          value={wanted}
          onChange={(event) => setWanted(event.target.value)}
        />
        <p className={lines.facts} role="status">
          {filtered ? t.shown(shown.length, pages.lines.length) : t.last(pages.lines.length)}
        </p>
      </div>
      {byDay(shown, place).map(({ day, entries }) => (
        <section key={day} className={styles.day} aria-label={day}>
          <h2 className={styles.date}>{dayName(day, dayOf(now, place), place)}</h2>
          <ol>
            {entries.map((entry) => (
              <Entry key={entry.id} entry={entry} place={place} />
            ))}
          </ol>
        </section>
      ))}
      {shown.length === 0 ? (
        <div className={lines.empty}>
          <p>
            {t.noMatch(pages.lines.length)}
            {pages.more ? ` ${t.loadOlder}` : ''}
          </p>
        </div>
      ) : null}
      <More
        more={pages.more}
        loading={pages.loadingMore}
        words={storeWords().page.olderEntries}
        onMore={onMore}
      />
    </section>
  );
}

function Entry({ entry, place }: { entry: AuditEntry; place: Place }) {
  return (
    <li className={styles.entry} data-entry={entry.action}>
      <time dateTime={entry.at} title={full(entry.at, place)} className={styles.time}>
        {clock(entry.at, place)}
      </time>
      <p>
        <Fill
          text={actionWords(entry)}
          who={
            <span className={lines.name}>
              <bdi>{doerOf(entry)}</bdi>
            </span>
          }
          what={<bdi>{entry.what}</bdi>}
        />
      </p>
    </li>
  );
}

const matches = (entry: AuditEntry, wanted: string): boolean =>
  wanted
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => sentenceOf(entry).toLocaleLowerCase().includes(word));

function byDay(entries: AuditEntry[], place: Place) {
  const days: { day: string; entries: AuditEntry[] }[] = [];
  for (const entry of entries) {
    const day = dayOf(entry.at, place);
    const last = days.at(-1);
    if (last?.day === day) last.entries.push(entry);
    else days.push({ day, entries: [entry] });
  }
  return days;
}
