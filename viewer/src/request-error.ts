/** What the server refused or could not do, in its words. */
export class RequestError extends Error {
  /** Status of the answer. */
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }

  /** Without the word "Error": what the server says stands for itself. */
  override toString(): string {
    return this.message;
  }
}
