/** The kinds of nodes that the classes of the gazetteer name (`seeds/ontology/kinds.yaml`), and the prefixes of their ids. */
export const KINDS = {
  person: "Person",
  state: "Government",
  organization: "Organization",
  place: "Place",
  event: "Event",
  article: "Article",
} as const;

/** Id of a state of the gazetteer: `gov:PK`. */
export function stateId(country: string): string {
  return `gov:${country}`;
}

/** Id of a body of a state or region: `org:pk-foreign-ministry`, `org:catalonia-parliament`. */
export function bodyId(owner: string, body: string): string {
  return `org:${owner.toLowerCase()}-${body}`;
}

/** Country of a state's id, where it is one. */
export function countryOf(id: string): string | undefined {
  return id.startsWith("gov:") ? id.slice("gov:".length) : undefined;
}
