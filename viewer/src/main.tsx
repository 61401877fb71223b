import { render, type VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { DecisionRequest, DecisionResult } from "../../src/server/contract.ts";
import { api } from "./api.ts";
import { loadFonts } from "./graph/fonts.ts";
import { createModel } from "./graph/model.ts";
import { App } from "./panels/app.tsx";
import { Loaded } from "./panels/parts.tsx";
import { RevisionProvider, useResource } from "./resource.ts";
import { type BrowserAddress, followAddress } from "./state/browser-address.ts";
import { type Preferences, readPreferences, writePreferences } from "./state/preferences.ts";
import { createStore, type ViewerStore } from "./state/store.ts";
import { direction, learn, locale, speak, strings, USUAL_LANGUAGE } from "./strings/index.ts";
import { applyTheme } from "./theme.ts";
import "./styles/fonts.css";
import "./styles/base.css";
import "./styles/layout.css";
import "./styles/panels.css";
import "./styles/explore.css";
import "./styles/evidence.css";
import "./styles/timeline.css";
import "./styles/query.css";
import "./styles/take-away.css";

declare global {
  interface Window {
    /** For tests: where things are in the picture, which has no elements. */
    dragoman?: { readonly screenPosition: (id: string) => { readonly x: number; readonly y: number } | undefined };
  }
}

/** What lives as long as the page does, from when the first graph is there. */
interface Viewer {
  readonly store: ViewerStore;
  readonly address: BrowserAddress;
}

/** The page: nothing yet, an error, an empty graph, or the graph. */
function Page(): VNode {
  const [preferences, setPreferences] = useState(readPreferences);
  const { language } = preferences;
  const prefer = (change: Partial<Preferences>): void => {
    const next = { ...preferences, ...change };
    writePreferences(next);
    const show = (): void => setPreferences(next);
    if (next.language === language) show();
    // Where the words cannot be fetched, the page speaks English.
    else learn(wishesOf(next)).then(show, show);
  };
  useEffect(() => applyTheme(preferences), [preferences]);
  useInterface(preferences);
  const labels = labelLanguage(preferences);
  const viewer = useRef<Viewer>(undefined);
  const graph = useResource(`graph ${labels}`, async (signal) => {
    const [data] = await Promise.all([api.graph(labels, signal), loadFonts()]);
    const model = createModel(data);
    // With other names, selection and view stay.
    if (viewer.current !== undefined) viewer.current.store.replace(model);
    else if (data.nodes.id.length > 0) {
      const store = createStore(model);
      viewer.current = { store, address: followAddress(store) };
    }
    return data;
  });
  const [revision, setRevision] = useState(0);
  /** Goes on with the graph as it is now, after something was decided about these nodes, or a build. */
  const renew = async (nodes: readonly string[] = []): Promise<void> => {
    const model = createModel(await api.graph(labels, new AbortController().signal));
    viewer.current?.store.renew(model, nodes);
    setRevision((count) => count + 1);
  };
  const decide = async (request: DecisionRequest): Promise<DecisionResult> => {
    if (api.curation === undefined) throw new TypeError("nothing can be decided here");
    const result = await api.curation.decide(request);
    // It is recorded, also where the graph after it cannot be had: then the page tells that it has changed.
    await renew(result.nodes).catch(() => undefined);
    return result;
  };
  if (viewer.current !== undefined && graph.state !== "failed") {
    return (
      <RevisionProvider value={revision}>
        <App
          {...viewer.current}
          labels={labels}
          preferences={preferences}
          onPreferences={prefer}
          onDecide={decide}
          onRenew={renew}
        />
      </RevisionProvider>
    );
  }
  return (
    <main class="notice">
      <h1>{strings.title}</h1>
      <p class="quiet">{strings.tagline}</p>
      <Loaded resource={graph}>
        {() => (
          <>
            <h2>{strings.empty.title}</h2>
            <p>{strings.empty.text}</p>
            <pre>
              <code>{strings.empty.command}</code>
            </pre>
          </>
        )}
      </Loaded>
    </main>
  );
}

/** The words of this render and of all in it are those of the language that is asked for. */
function useInterface(preferences: Preferences): void {
  speak(wishesOf(preferences));
  document.documentElement.lang = locale;
  document.documentElement.dir = direction;
}

/** Languages for the interface: the one that is chosen, then the browser's. */
function wishesOf({ language }: Preferences): readonly string[] {
  return language === undefined ? navigator.languages : [language, ...navigator.languages];
}

/** The language in which nodes are named: the one that is chosen, else that of the page. */
function labelLanguage({ labels }: Preferences): string | undefined {
  const wanted = labels ?? locale;
  return wanted === USUAL_LANGUAGE ? undefined : wanted;
}

async function open(): Promise<void> {
  const preferences = readPreferences();
  applyTheme(preferences);
  const root = document.getElementById("app");
  if (root === null) throw new Error("The page has no element #app.");
  await learn(wishesOf(preferences)).catch(() => undefined);
  render(<Page />, root);
}

void open();
