import styles from './FirstSteps.module.css';

/** The first minute: what Truce does, three steps, and what is read and sent before anything is. */
export function FirstSteps({ ready }: { ready: boolean }) {
  return (
    <section className={styles.intro} aria-label="First steps">
      <p className={styles.what}>
        Truce shows on your CRM’s page what marketing knows about a lead, and brings your verdict
        back to marketing.
      </p>
      <ol className={styles.steps}>
        <li>
          <strong>Connect</strong> to your team’s store, with an invitation link or its address.
        </li>
        <li>
          <strong>Choose where it works.</strong>{' '}
          {ready
            ? 'What is switched on below is ready.'
            : 'Switch on your CRM below, or add the address it runs at.'}
        </li>
        <li>
          <strong>Open a lead in your CRM.</strong> The sidebar comes by itself.
        </li>
      </ol>
      <dl className={styles.privacy}>
        <div>
          <dt>What is read</dt>
          <dd>
            On the CRM sites you allow, and nowhere else: the record’s id from the address, and the
            name, email, company, title and phone the page shows for it.
          </dd>
        </div>
        <div>
          <dt>What is sent</dt>
          <dd>
            Exactly that, to look the lead up; and what you say: verdicts, flags and notes with what
            you saw, and leads you register.
          </dd>
        </div>
        <div>
          <dt>To whom</dt>
          <dd>
            Only to the store you connect to, which your own team runs. Nobody else, no statistics.
          </dd>
        </div>
      </dl>
    </section>
  );
}
