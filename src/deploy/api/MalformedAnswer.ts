/** An answer of the API, a success by its status, that is not what the API documents. */
export class MalformedAnswer extends Error {
  /** @param what - it is instead, such as `HTML` */
  constructor(what: string) {
    super(what);
    this.name = 'MalformedAnswer';
  }
}
