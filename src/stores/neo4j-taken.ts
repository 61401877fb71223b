/** What the server says to a second node, relationship, index or constraint of which there may be one. */
const TAKEN =
  /^Neo\.ClientError\.Schema\.(?:ConstraintValidationFailed|EquivalentSchemaRuleAlreadyExists|(?:Constraint|Index)AlreadyExists)$/;

const TRIES = 3;

/**
 * Two loads at once may make one thing at the same instant, of which the server refuses the second, `IF NOT EXISTS` or not:
 * by the next try it is there, and found. What others have made with such an id is refused every time.
 */
export async function untilNotTaken<Value>(write: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await write();
    } catch (error) {
      if (tries === TRIES || !isTaken(error)) throw error;
    }
  }
}

function isTaken(error: unknown): boolean {
  const { cause } = error instanceof Error ? error : {};
  return cause instanceof Error && "code" in cause && TAKEN.test(String(cause.code));
}
