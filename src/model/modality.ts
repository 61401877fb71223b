/**
 * How a text puts a statement.
 *
 * `actual`: stated as fact, or reported by somebody as fact (then the attribution says who) · `planned` · `requested` ·
 * `alleged`: the content of an accusation or a scare-quoted claim · `conditional` · `hypothetical` · `negated` · `denied`.
 */
export const MODALITIES = [
  "actual",
  "planned",
  "requested",
  "alleged",
  "conditional",
  "hypothetical",
  "negated",
  "denied",
] as const;
export type Modality = (typeof MODALITIES)[number];

/** What queries, exports and the viewer show unless asked for more. Nothing else is dropped, only not shown at first. */
export const SHOWN_MODALITIES: readonly Modality[] = ["actual", "planned"];
