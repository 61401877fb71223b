/** The colours of the picture. The style sheet has them; kinds have their own from the ontology. */
export interface Theme {
  readonly ground: string;
  readonly ink: string;
  /** Of labels that are not looked at. */
  readonly fadedInk: string;
  readonly edge: string;
  readonly strongEdge: string;
  readonly accent: string;
  /** By index into the ontology's kinds. */
  readonly kinds: readonly string[];
  /** The same, receding into the ground. */
  readonly fadedKinds: readonly string[];
  /** Of communities, the largest first; the last is that of all that are small. */
  readonly communities: readonly string[];
  readonly fadedCommunities: readonly string[];
  readonly fadedEdge: string;
  readonly font: string;
}
