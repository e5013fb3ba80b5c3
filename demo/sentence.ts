/** An end of the demo that one sentence explains, with what to do about it. */
export class Sentence extends Error {
  override name = 'Sentence';
}
