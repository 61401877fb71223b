import { render, type VNode } from "preact";
import { api } from "./api.ts";
import { loadFonts } from "./graph/fonts.ts";
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
  const graph = useResource("graph", async (signal) => {
    const [data] = await Promise.all([api.graph(signal), loadFonts()]);
    return data;
  });
  if (graph.state === "ready" && graph.value.nodes.id.length > 0) return <App data={graph.value} />;
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
