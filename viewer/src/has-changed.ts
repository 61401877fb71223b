import { useEffect, useState } from "preact/hooks";
import { api } from "./api.ts";

/** Milliseconds between two questions whether the graph has changed. */
const ASK_MS = 5000;

/** Whether there is another state of the graph than this one. It is asked as long as somebody looks at the page. */
export function useHasChanged(revision: string | undefined): boolean {
  const [changed, setChanged] = useState<string>();
  useEffect(() => {
    const controller = new AbortController();
    const ask = (): void => {
      if (revision === undefined || document.visibilityState === "hidden") return;
      // Who cannot reach the server learns it when they ask for something.
      const hear = (latest: string): void => setChanged(latest === revision ? undefined : revision);
      api.revision?.(controller.signal).then(hear, () => undefined);
    };
    const timer = setInterval(ask, ASK_MS);
    document.addEventListener("visibilitychange", ask);
    return () => {
      controller.abort();
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [revision]);
  return revision !== undefined && changed === revision;
}
