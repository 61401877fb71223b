/** What `encodeURIComponent` leaves as it is, and colons: most ids are nothing else. */
const PLAIN = /^[A-Za-z0-9\-_.!~*'():]*$/;

/** A name for a thing of the graph: its id as it is, with what no IRI may hold percent-encoded. */
export function iriOf(id: string): string {
  if (PLAIN.test(id)) return `urn:dragoman:${id}`;
  const wellFormed = id.replace(/\p{Surrogate}/gu, "\uFFFD");
  return `urn:dragoman:${encodeURIComponent(wellFormed).replaceAll("%3A", ":")}`;
}

const iri = (id: string): object => ({ "@id": id, "@type": "@id" });
const typed = (id: string, type: string): object => ({ "@id": id, "@type": `xsd:${type}` });
const list = (name: string): object => ({ "@id": `dragoman:${name}`, "@container": "@list" });

/**
 * What the keys of the document mean: schema.org where it has a word, PROV-O for where a fact comes from, RDF for facts, and
 * words of our own for the rest. It stands in the document, so nothing is fetched to read it.
 */
export const CONTEXT = {
  "@version": 1.1,
  schema: "https://schema.org/",
  prov: "http://www.w3.org/ns/prov#",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  dragoman: { "@id": "urn:dragoman:term:", "@prefix": true },
  relation: { "@id": "urn:dragoman:relation:", "@prefix": true },
  id: "@id",
  type: "@type",
  key: "schema:identifier",
  kind: "dragoman:kind",
  label: "schema:name",
  aliases: "schema:alternateName",
  names: { "@id": "schema:alternateName", "@container": "@language" },
  sameAs: iri("schema:sameAs"),
  mentions: typed("dragoman:mentions", "integer"),
  articles: typed("dragoman:articles", "integer"),
  eventType: "schema:additionalType",
  properNames: "dragoman:properName",
  date: "dragoman:date",
  dateFrom: typed("schema:startDate", "date"),
  dateTo: typed("schema:endDate", "date"),
  status: "dragoman:status",
  place: iri("schema:location"),
  conflictFields: list("conflictFields"),
  conflictValues: list("conflictValues"),
  conflictArticles: list("conflictArticles"),
  historyStatuses: list("historyStatuses"),
  historyDates: list("historyDates"),
  historyArticles: list("historyArticles"),
  countKinds: list("countKinds"),
  countValues: list("countValues"),
  countArticles: list("countArticles"),
  lang: "schema:inLanguage",
  publishedAt: "schema:datePublished",
  url: iri("schema:url"),
  title: "schema:headline",
  publisher: "schema:publisher",
  copyOf: iri("schema:isBasedOn"),
  subject: iri("rdf:subject"),
  predicate: iri("rdf:predicate"),
  object: iri("rdf:object"),
  modality: "dragoman:modality",
  event: iri("dragoman:event"),
  about: iri("schema:about"),
  office: "dragoman:office",
  role: "dragoman:role",
  confidence: typed("dragoman:confidence", "double"),
  weight: typed("dragoman:weight", "integer"),
  evidence: "prov:wasDerivedFrom",
  text: "schema:text",
  article: "dragoman:article",
  quotedFrom: iri("prov:wasQuotedFrom"),
  start: typed("dragoman:start", "integer"),
  end: typed("dragoman:end", "integer"),
  attribution: list("attribution"),
  attributedTo: iri("prov:wasAttributedTo"),
  rule: "dragoman:rule",
} as const;
