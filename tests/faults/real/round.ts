/** One round: a short story of a rep, one fault in it, and what the store has when all is well again. */
import { STAGE_AFTER } from '../../../lib/contract/words.ts';
import { canMount } from './disk.ts';
import { FAULTS, type Fault } from './faults.ts';
import { type Judgement, judge, type Said, type Stored } from './judge.ts';
import { type Random, randomFrom } from './random.ts';
import type { Lane, Scene } from './scene.ts';

export interface RoundPlan {
  number: number;
  seed: number;
  fault: Fault;
  /** Whether somebody presses “Try all again now”, or everything is left to the alarm. */
  impatient: boolean;
}

export interface RoundResult extends Judgement {
  plan: RoundPlan;
  /** Verdicts that were shown as saved. */
  saved: number;
  /** From the moment everything ran again until nothing was left to send. */
  balanceMs: number;
}

/** Half of the time people let it be; the clock of an alarm is half a minute. */
const IMPATIENCE = 3000;
const PATIENCE_MS = 180_000;
/** About what it takes from a press to the disk. */
const SAVING_MS = 50;
/** An undo this long after saving may have come too late; it is not shown which. */
const SURELY_UNDONE_MS = 8000;

/** @returns what happens in this round: the same for the same numbers */
export function planRound(number: number, seed: number, lane: Lane, lanes: number): RoundPlan {
  const possible = FAULTS.filter(
    ({ only }) =>
      (!only?.browser || only.browser === lane.browser) &&
      (!only?.engine || only.engine === lane.engine) &&
      (!only?.disk || canMount),
  );
  const turn = Math.floor(number / lanes);
  const own = seed * 1000 + number;
  return {
    number,
    seed: own,
    fault: possible[turn % possible.length] ?? FAULTS[0],
    impatient: randomFrom(own + 1).below(3) > 0,
  };
}

export async function playRound(scene: Scene, plan: RoundPlan): Promise<RoundResult> {
  const { place, hands } = scene;
  const { fault, impatient } = plan;
  const random = randomFrom(plan.seed);
  const leads = await place.leads(1 + random.below(3));
  // Seen once, so that they are there while the store is not.
  for (const leadId of leads) await hands.open(leadId);
  if (fault.when === 'before' || fault.when === 'sending') await fault.strike(scene);
  const said = await say(scene, fault, leads, random);
  if (fault.when === 'sending') {
    if (impatient) await hands.tryAgain();
    await scene.struck();
  }
  await place.proxy.heal();
  await fault.heal?.(scene);
  if (!scene.runs()) await scene.startBrowser();
  const began = performance.now();
  await untilSent(scene, impatient);
  const balanceMs = performance.now() - began;
  const judged = await Promise.all(leads.map((leadId) => judgeLead(scene, leadId, said)));
  return {
    plan,
    saved: said.filter(({ fate }) => fate === 'saved').length,
    balanceMs,
    lost: judged.flatMap(({ lost }) => lost),
    doubled: judged.flatMap(({ doubled }) => doubled),
    misordered: judged.flatMap(({ misordered }) => misordered),
  };
}

/** Gives, corrects and takes back verdicts; at the last one the fault strikes, if that is its moment. */
async function say(scene: Scene, fault: Fault, leads: string[], random: Random): Promise<Said[]> {
  const said: Said[] = [];
  const words = 2 + random.below(4);
  for (let word = 1; word <= words; word += 1) {
    const leadId = leads[random.below(leads.length)] ?? '';
    const plainly = random.below(3) === 0;
    const takesBack = random.below(4) === 0;
    const isLast = word === words;
    const one = await sayOne(
      scene,
      { leadId, note: `word ${word}`, plainly, all: said },
      isLast ? fault : null,
      random,
    );
    if (takesBack && !isLast) await takeBack(scene, one);
  }
  return said;
}

interface SaidNow {
  said: Said;
  at: number;
}

interface Word {
  leadId: string;
  note: string;
  /** With one press, if that tells it apart. */
  plainly: boolean;
  /** What was said before. */
  all: Said[];
}

async function sayOne(
  scene: Scene,
  { leadId, note, plainly, all }: Word,
  fault: Fault | null,
  random: Random,
): Promise<SaidNow> {
  const { hands } = scene;
  const used = all.filter((one) => one.leadId === leadId).map(({ key }) => key);
  const prepare = () => hands.prepare(leadId, note, plainly ? used : null);
  const { page, verdict, key, press } = await prepare().catch(async (error: unknown) => {
    // What was said before may be on its way already, and with it the fault: then the rep starts the browser and says it there.
    if (scene.runs()) throw error;
    await scene.startBrowser();
    return prepare();
  });
  const said: Said = { leadId, verdict, key, fate: 'unknown' };
  all.push(said);
  const at = performance.now();
  if (fault?.when === 'press') {
    await press();
    // Nobody knows how far it came.
    await new Promise((resolve) => setTimeout(resolve, random.below(SAVING_MS)));
    await fault.strike(scene);
    return { said, at };
  }
  if (fault?.when === 'full') {
    await fault.strike(scene);
    await press();
    const isSaved = (await hands.told(page)) === 'saved';
    await fault.heal?.(scene);
    if (isSaved) said.fate = 'saved';
    if (isSaved) return { said, at };
    // Nothing typed is lost: the same press says it now.
  }
  try {
    await press();
    said.fate = (await hands.told(page)) === 'saved' ? 'saved' : 'refused';
  } catch (error) {
    // Killed in the middle: nobody knows how far it came.
    if (scene.runs()) throw error;
    await scene.startBrowser();
  }
  if (fault?.when === 'said') await fault.strike(scene);
  return { said, at };
}

async function takeBack({ hands }: Scene, { said, at }: SaidNow): Promise<void> {
  if (!(await hands.undo())) return;
  said.fate = performance.now() - at < SURELY_UNDONE_MS ? 'taken back' : 'unknown';
}

/** Until nothing is left to send. @throws when it takes for ever, with what is left */
async function untilSent({ hands }: Scene, impatient: boolean): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  for (let next = 0; ; ) {
    const left = await hands.outbox();
    if (left.length === 0) return;
    if (performance.now() > end) throw new Error(`Not sent: ${JSON.stringify(left)}`);
    // What was refused on the way waits for a person, whoever they are.
    const stuck = left.some(({ state }) => state === 'parked');
    if ((impatient || stuck) && performance.now() > next) {
      await hands.tryAgain();
      next = performance.now() + IMPATIENCE;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function judgeLead({ place }: Scene, leadId: string, all: Said[]): Promise<Judgement> {
  const said = all.filter((one) => one.leadId === leadId);
  const card = await place.workspace.card(leadId);
  const stored: Stored[] = card.feedback
    .toReversed()
    .flatMap(({ verdict, note }) => (verdict ? [{ key: note || verdict }] : []));
  const judgement = judge(said, stored);
  const last = said.findLast(({ key }) => stored.some((one) => one.key === key));
  const isLast = !last || card.stage === STAGE_AFTER[last.verdict];
  return isLast
    ? judgement
    : { ...judgement, misordered: [...judgement.misordered, `stage is ${card.stage}`] };
}
