import type { CypherParameter } from "../../../src/stores/store.ts";
import { wordsOf } from "./scan.ts";

/** Values of parameters as somebody typed them, by name. */
export type ParameterTexts = Readonly<Record<string, string>>;

/** The names of the parameters of a query, in the order in which they first stand in it. */
export function parametersOf(query: string): readonly string[] {
  return [...new Set([...wordsOf(query).matchAll(/\$([A-Za-z_]\w*)/g)].map((match) => match[1] ?? ""))];
}

/** The values for a query: JSON where it is JSON, else the text as it is, as the command line has it. */
export function parameterValues(query: string, texts: ParameterTexts): Readonly<Record<string, CypherParameter>> {
  return Object.fromEntries(parametersOf(query).map((name) => [name, valueOf(texts[name] ?? "")]));
}

function valueOf(text: string): CypherParameter {
  try {
    return JSON.parse(text) as CypherParameter;
  } catch {
    return text;
  }
}

/** A value as `parameterValues` reads it. */
export function parameterText(value: CypherParameter): string {
  const isPlain = typeof value === "string" && valueOf(value) === value;
  return isPlain ? value : JSON.stringify(value);
}

/**
 * Puts nodes into the values of a recipe: those that somebody has chosen in place of the example's, kind by kind. So a
 * question about a person is one about the person that is looked at.
 */
export function withNodes(
  parameters: Readonly<Record<string, CypherParameter>>,
  chosen: readonly string[],
): ParameterTexts {
  const left = [...chosen];
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => {
      const kind = typeof value === "string" ? kindOf(value) : undefined;
      const at = kind === undefined ? -1 : left.findIndex((id) => kindOf(id) === kind);
      const [node] = at === -1 ? [] : left.splice(at, 1);
      return [name, node ?? parameterText(value)];
    }),
  );
}

/** What an id begins with: `person` of `person:antony-blinken`. */
function kindOf(id: string): string | undefined {
  return /^([a-z]+):./.exec(id)?.[1];
}
