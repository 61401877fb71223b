/**
 * What travels between the server and its clients: all that the viewer knows. Types only, made of the schemas by which
 * requests are checked and the OpenAPI description is written; what each field means stands there.
 *
 * Every text in it comes from articles and is text, never markup.
 */
import type { Decision } from "../model/decision.ts";
import type * as common from "./schema-common.ts";
import type * as curation from "./schema-curation.ts";
import type * as details from "./schema-details.ts";
import type * as graph from "./schema-graph.ts";
import type { Answer } from "./schema-common.ts";

export type Direction = Answer<typeof common.Direction>;
export type Labels = Answer<typeof common.Labels>;
export type NodeRef = Answer<typeof common.NodeRef>;
export type FactRef = Answer<typeof common.FactRef>;
export type FactBrief = Answer<typeof common.FactBrief>;
export type ArticleRef = Answer<typeof common.ArticleRef>;
export type AttributionRef = Answer<typeof common.AttributionRef>;
export type Place = Answer<typeof common.Place>;
export type EvidenceWords = Answer<typeof common.EvidenceWords>;
export type EvidenceDetail = Answer<typeof common.EvidenceDetail>;
export type Count = Answer<typeof common.Count>;
export type Problem = Answer<typeof common.Problem>;

export type Term = Answer<typeof graph.Term>;
export type NodeType = Answer<typeof graph.NodeType>;
export type KindTerm = Answer<typeof graph.KindTerm>;
export type RelationTerm = Answer<typeof graph.RelationTerm>;
export type Ontology = Answer<typeof graph.Ontology>;
export type NodeColumns = Answer<typeof graph.NodeColumns>;
export type EdgeColumns = Answer<typeof graph.EdgeColumns>;
export type ArticleColumns = Answer<typeof graph.ArticleColumns>;
export type GraphData = Answer<typeof graph.GraphData>;
export type SearchHit = Answer<typeof graph.SearchHit>;
export type SearchResult = Answer<typeof graph.SearchResult>;
export type Revision = Answer<typeof graph.Revision>;
export type Stats = Answer<typeof graph.Stats>;
export type Chain = Answer<typeof graph.Chain>;
export type Paths = Answer<typeof graph.Paths>;
export type TimelineEntry = Answer<typeof graph.TimelineEntry>;
export type Timeline = Answer<typeof graph.Timeline>;
export type QueryResult = Answer<typeof graph.QueryResult>;

export type FactSummary = Answer<typeof details.FactSummary>;
export type EventDetail = Answer<typeof details.EventDetail>;
export type NodeDetail = Answer<typeof details.NodeDetail>;
export type EdgeDetail = Answer<typeof details.EdgeDetail>;
export type ArticleMention = Answer<typeof details.ArticleMention>;
export type ArticleFact = Answer<typeof details.ArticleFact>;
export type ArticleDetail = Answer<typeof details.ArticleDetail>;

export type IdentityDetail = Answer<typeof curation.IdentityDetail>;
export type Review = Answer<typeof curation.Review>;
export type Verdicts = Answer<typeof curation.Verdicts>;
export type VerdictDetail = Answer<typeof curation.VerdictDetail>;
export type DecisionResult = Answer<typeof curation.DecisionResult>;

/** What somebody decides, in the ids of the graph. */
export interface DecisionRequest {
  readonly decision: Decision;
  readonly by?: string;
  readonly why?: string;
}
