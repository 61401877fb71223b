import type { Knowledge, OtherLanguage } from "../seeds/knowledge.ts";

/** The knowledge with what a language without rules calls the states, in all the forms in which it writes them. */
export function withNamesOf(knowledge: Knowledge, other: OtherLanguage): Knowledge {
  const { data, states, forms } = other;
  const { code } = data.language;
  const rules = forms.map(([pattern, replacement]) => [new RegExp(pattern, "u"), replacement] as const);
  const formsOf = (name: string): string[] =>
    rules.filter(([pattern]) => pattern.test(name)).map(([pattern, replacement]) => name.replace(pattern, replacement));
  const { gazetteer, listed } = knowledge;
  return {
    ...knowledge,
    gazetteer: {
      ...gazetteer,
      states: gazetteer.states.map((state) => {
        const names = states[state.id] ?? [];
        return { ...state, names: { ...state.names, [code]: [...names, ...names.flatMap(formsOf)] } };
      }),
    },
    ...(listed === undefined ? {} : { listed: { ...listed, shipped: withNamesOf(listed.shipped, other) } }),
  };
}
