import { acceptCompletion, autocompletion, closeCompletion, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from "@codemirror/language";
import { cypher } from "@codemirror/legacy-modes/mode/cypher";
import { EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, keymap, placeholder } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { completionsAt } from "./completion.ts";
import type { QuerySchema } from "./schema.ts";

export interface EditorOptions {
  readonly text: string;
  /** The words of the graph as it is now. */
  readonly schema: () => QuerySchema;
  /** The name of the editor for those who do not see it, what stands in it while it is empty, and the name of its suggestions. */
  readonly words: { readonly label: string; readonly placeholder: string; readonly suggestions: string };
  readonly onChange: (text: string) => void;
  /** Ctrl+Enter, or with the command key on a Mac. */
  readonly onRun: () => void;
}

export interface Editor {
  readonly setText: (text: string) => void;
  readonly close: () => void;
}

/** How completions rank and are marked: what CodeMirror calls each kind. */
const TYPES = { label: "class", relation: "type", property: "property", keyword: "keyword", function: "function" };

const THEME = EditorView.theme({
  "&": { height: "100%", backgroundColor: "var(--raised)", color: "var(--ink)", fontSize: "0.875rem" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5" },
  ".cm-content": { caretColor: "var(--ink)", padding: "0.5rem 0" },
  ".cm-line": { padding: "0 0.75rem" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-placeholder": { color: "var(--quiet)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "color-mix(in srgb, var(--accent) 22%, transparent)",
  },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--accent-ground)", outline: "1px solid var(--accent)" },
  ".cm-tooltip": {
    backgroundColor: "var(--raised)",
    color: "var(--ink)",
    border: "1px solid var(--line)",
    borderRadius: "0.375rem",
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", maxHeight: "12em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.125rem 0.5rem" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--accent)",
    color: "var(--panel)",
  },
  ".cm-completionDetail": { fontStyle: "normal", fontFamily: "var(--sans)", opacity: "0.8" },
});

const HIGHLIGHT = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--community-3)" },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: "var(--community-2)" },
  { tag: [tags.standard(tags.name), tags.definition(tags.variableName)], color: "var(--community-5)" },
  { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
]);

/**
 * An editor for queries. It lives in a shadow tree: styles that are made by a script are refused in the page itself, and
 * let into the tree as objects. Tab leads out of it, as out of every field.
 */
export function createEditor(host: HTMLElement, options: EditorOptions): Editor {
  const { words, schema } = options;
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: options.text,
      extensions: [
        Prec.highest(
          keymap.of([
            {
              key: "Mod-Enter",
              run: (editor) => {
                // What could be completed would lie over the answer.
                closeCompletion(editor);
                options.onRun();
                return true;
              },
            },
            // A completion that is marked is taken, else the focus goes on.
            { key: "Tab", run: acceptCompletion },
          ]),
        ),
        history(),
        drawSelection(),
        bracketMatching(),
        StreamLanguage.define(cypher),
        syntaxHighlighting(HIGHLIGHT),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": words.label, dir: "ltr", lang: "en" }),
        EditorState.phrases.of({ Completions: words.suggestions }),
        placeholder(words.placeholder),
        autocompletion({
          icons: false,
          override: [
            ({ state, pos }) => {
              const found = completionsAt(state.sliceDoc(0, pos), schema());
              if (found === undefined) return null;
              return {
                from: found.from,
                validFor: /^\w*$/,
                options: found.options.map(({ word, detail, kind }) => ({
                  label: word,
                  type: TYPES[kind],
                  ...(detail === undefined ? {} : { detail }),
                })),
              };
            },
          ],
        }),
        keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) options.onChange(state.doc.toString());
        }),
        THEME,
      ],
    }),
  });
  // The page has keys of its own: what is typed here is not for it.
  const keepKeys = (event: KeyboardEvent): void => event.stopPropagation();
  host.addEventListener("keydown", keepKeys);
  return {
    setText: (text) => {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: text },
        selection: { anchor: text.length },
      });
    },
    close: () => {
      host.removeEventListener("keydown", keepKeys);
      view.destroy();
    },
  };
}
