/** What the server refused or could not do, in its words, or that there is no answer from it. */
export class RequestError extends Error {
  /** Status of the answer; undefined where there is none. */
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }

  /** Without the word "Error": what the server says stands for itself. */
  override toString(): string {
    return this.message;
  }
}
