import type { GraphEdge, GraphNode } from "./graph.ts";

/** What a property can hold in every export and every database. `null` means: not known, and is left out where absence can be said. */
export type PropertyValue = string | number | null | readonly string[] | readonly number[];
export type Properties = Readonly<Record<string, PropertyValue>>;

/** The properties of a node beside its id, in their fixed order. The names are those of the JSON export and of both databases. */
export function nodeProperties(node: GraphNode): Properties {
  switch (node.type) {
    case "article":
      return {
        kind: node.kind,
        label: node.label,
        lang: node.language,
        publishedAt: node.publishedAt,
        url: node.url,
        title: node.title,
        outlet: node.outlet,
        copyOf: node.copyOf,
      };
    case "event":
      return {
        kind: node.kind,
        type: node.eventType,
        label: node.label,
        aliases: node.aliases,
        aliasCounts: node.aliasCounts,
        ...namesByLanguage(node.names),
        properNames: node.properNames,
        date: node.date,
        dateFrom: node.dateFrom,
        dateTo: node.dateTo,
        place: node.place,
        status: node.status,
        conflictFields: node.conflictFields,
        conflictValues: node.conflictValues,
        conflictArticles: node.conflictArticles,
        historyStatuses: node.historyStatuses,
        historyDates: node.historyDates,
        historyArticles: node.historyArticles,
        countKinds: node.countKinds,
        countValues: node.countValues,
        countArticles: node.countArticles,
        mentions: node.mentions,
        articles: node.articles,
      };
    case "entity":
      return {
        kind: node.kind,
        label: node.label,
        aliases: node.aliases,
        aliasCounts: node.aliasCounts,
        ...namesByLanguage(node.names),
        sameAs: node.sameAs,
        mentions: node.mentions,
        articles: node.articles,
      };
  }
}

/** The properties of an edge beside its id, ends, relation and evidence, in their fixed order. */
export function edgeProperties(edge: GraphEdge): Properties {
  return {
    modality: edge.modality,
    date: edge.date,
    dateFrom: edge.dateFrom,
    dateTo: edge.dateTo,
    event: edge.event,
    about: edge.about,
    office: edge.office,
    role: edge.role,
    confidence: edge.confidence,
    weight: edge.weight,
  };
}

/** Evidence as parallel lists, the form in which databases and tables can hold it. */
export function evidenceLists(edge: GraphEdge): Properties {
  return {
    articles: edge.evidence.map((item) => item.article),
    starts: edge.evidence.map((item) => item.start),
    ends: edge.evidence.map((item) => item.end),
    quotes: edge.evidence.map((item) => item.text),
    langs: edge.evidence.map((item) => item.language),
    attributions: edge.evidence.map((item) => item.attribution.join(" > ")),
    rules: edge.evidence.map((item) => item.rule),
  };
}

/**
 * All that a database holds of an edge beside its id, ends and relation. Not a literal that spreads two objects: that takes
 * fifteen times as long, and leaves hidden classes behind which only a full collection removes.
 */
export function storedEdgeProperties(edge: GraphEdge): Properties {
  return Object.assign({}, edgeProperties(edge), evidenceLists(edge));
}

function namesByLanguage(names: Readonly<Record<string, readonly string[]>>): Properties {
  return Object.fromEntries(
    Object.keys(names)
      .sort()
      .map((language) => [`names_${language}`, names[language] ?? []]),
  );
}
