import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";

/** Something that is being fetched. */
export type Resource<T> =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly message: string; readonly retry: () => void }
  | { readonly state: "ready"; readonly value: T };

const Revision = createContext(0);

/** How often what is fetched within it has become something else: with each time it is fetched anew. */
export const RevisionProvider = Revision.Provider;

/**
 * Fetches when `what` changes, and stops what is no longer wanted. With another revision, or where another length of its lists
 * is wanted, what is there stays until what comes after it is there too.
 */
export function useResource<T>(what: string, load: (signal: AbortSignal) => Promise<T>, length = 0): Resource<T> {
  const revision = useContext(Revision);
  const [attempt, setAttempt] = useState(0);
  const [result, setResult] = useState<{ readonly what: string; readonly resource: Resource<T> }>();
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const settle = (resource: Resource<T>): void => {
      if (!signal.aborted) setResult({ what, resource });
    };
    load(signal).then(
      (value) => settle({ state: "ready", value }),
      (error: unknown) =>
        settle({ state: "failed", message: String(error), retry: () => setAttempt((count) => count + 1) }),
    );
    return () => controller.abort();
  }, [revision, what, length, attempt]);
  return result?.what === what ? result.resource : { state: "loading" };
}
