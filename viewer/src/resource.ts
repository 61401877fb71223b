import { useEffect, useState } from "preact/hooks";

/** Something that is being fetched. */
export type Resource<T> =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly message: string; readonly retry: () => void }
  | { readonly state: "ready"; readonly value: T };

/** Fetches when `key` changes, and stops what is no longer wanted. */
export function useResource<T>(key: string, load: (signal: AbortSignal) => Promise<T>): Resource<T> {
  const [attempt, setAttempt] = useState(0);
  const [result, setResult] = useState<{ readonly key: string; readonly resource: Resource<T> }>();
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const settle = (resource: Resource<T>): void => {
      if (!signal.aborted) setResult({ key, resource });
    };
    load(signal).then(
      (value) => settle({ state: "ready", value }),
      (error: unknown) =>
        settle({ state: "failed", message: String(error), retry: () => setAttempt((count) => count + 1) }),
    );
    return () => controller.abort();
  }, [key, attempt]);
  return result?.key === key ? result.resource : { state: "loading" };
}
