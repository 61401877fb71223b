import { render, type VNode } from "preact";
import { useRef } from "preact/hooks";
import type { GraphData } from "../../src/server/contract.ts";
import { api } from "./api.ts";
import { loadFonts } from "./graph/fonts.ts";
import { useLabelLanguage } from "./label-choice.ts";
import { App } from "./panels/app.tsx";
import { Loaded } from "./panels/parts.tsx";
import { useResource } from "./resource.ts";
import { direction, locale, strings } from "./strings/index.ts";
import "./styles/fonts.css";
import "./styles/base.css";
import "./styles/layout.css";
import "./styles/panels.css";

declare global {
  interface Window {
    /** For tests: where things are in the picture, which has no elements. */
    dragoman?: { readonly screenPosition: (id: string) => { readonly x: number; readonly y: number } | undefined };
  }
}

/** The page: nothing yet, an error, an empty graph, or the graph. */
function Page(): VNode {
  const [labels, chooseLabels] = useLabelLanguage();
  const graph = useResource(`graph ${labels}`, async (signal) => {
    const [data] = await Promise.all([api.graph(labels, signal), loadFonts()]);
    return data;
  });
  // Until the graph is there with other names, it stays as it is.
  const shown = useRef<GraphData>(undefined);
  if (graph.state === "ready") shown.current = graph.value;
  const data = graph.state === "failed" ? undefined : shown.current;
  if (data !== undefined && data.nodes.id.length > 0) {
    return <App data={data} labels={labels} onLabels={chooseLabels} />;
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

document.documentElement.lang = locale;
document.documentElement.dir = direction;
const root = document.getElementById("app");
if (root === null) throw new Error("The page has no element #app.");
render(<Page />, root);
