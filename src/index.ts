/** The public surface: what programs that use Dragoman may rely on. */
export { DragomanError, ERROR_CODES, type ErrorCode } from "./errors.ts";

export {
  articleName,
  publicationDate,
  type Article,
  type ArticleSource,
  type EarlierVersion,
} from "./model/article.ts";
export { DIAGNOSTIC_CODES, type Diagnostic, type DiagnosticCode, type Report } from "./model/diagnostic.ts";
export type { EntityList, ListedEntity, ListedName } from "./model/entity-list.ts";
export type { EntityDraft, EventDraft, Extraction, Mention, StatementDraft } from "./model/extraction.ts";
export type {
  ArticleNode,
  EntityNode,
  EventNode,
  Evidence,
  Graph,
  GraphEdge,
  GraphNode,
  GraphView,
  Positions,
} from "./model/graph.ts";
export { withLabels, type LabelOptions } from "./model/labels.ts";
export type { ArticleId, FactId, LanguageCode, NodeId } from "./model/ids.ts";
export { MODALITIES, SHOWN_MODALITIES, type Modality } from "./model/modality.ts";

export type { Decision, Part } from "./model/decision.ts";
export type { Identity, IdentityLink, IdentityPart, Reason, UnsurePair } from "./model/identity.ts";
export type {
  Anchor,
  LoggedVerdict,
  Reach,
  Ruling,
  Signature,
  StatementAnchor,
  Turn,
  Verdict,
} from "./model/verdict.ts";

export { loadKnowledge, type Knowledge } from "./seeds/knowledge.ts";
export { withLists } from "./language/lists.ts";
export { gatherArticles } from "./read/gather.ts";
export { readInputs, type ReadOptions } from "./read/read-inputs.ts";
export type { FoundText } from "./read/found-text.ts";

export { buildFolder, type BuildOptions, type BuildResult } from "./pipeline/build-folder.ts";
export { buildGraph, type ArticleRecord } from "./pipeline/build-graph.ts";
export { STEPS, type BuildEvent, type OnEvent, type Progress, type Step } from "./pipeline/events.ts";
export { createArticleExtractor, extractionKey } from "./pipeline/extract-article.ts";
export { curate, type CurateOptions, type Curated } from "./pipeline/curate.ts";
export { extractTexts, type ExtractedText, type ExtractTextsOptions } from "./pipeline/extract-texts.ts";
export { readLists } from "./pipeline/read-lists.ts";
export { rebuildFolder, type RebuildOptions } from "./pipeline/generation.ts";
export { importVerdicts, type ImportedVerdicts, type ImportVerdictsOptions } from "./pipeline/import-verdicts.ts";
export { openGraph, type OpenGraph, type OpenOptions } from "./pipeline/open-graph.ts";
export { removeArticles, type RemoveOptions } from "./pipeline/remove-articles.ts";
export { decodeVerdicts, encodeVerdicts, type VerdictLine } from "./pipeline/verdict-file.ts";
export { readVerdicts } from "./pipeline/verdict-log.ts";
export type { World } from "./pipeline/world.ts";

export type { ExportedFile, Exporter, FolderExporter } from "./exporters/exporter.ts";
export {
  exporterForFile,
  EXPORTERS,
  findExporter,
  findFolderExporter,
  FOLDER_EXPORTERS,
  type ExportOptions,
} from "./exporters/index.ts";
export { writeExport, writeFolderExport } from "./exporters/write.ts";
export { selectGraph, type GraphSelection } from "./graph/select.ts";

export { openStore, STORE_IDS, type StoreId, type StoreOptions } from "./stores/index.ts";
export type {
  CypherNode,
  CypherParameter,
  CypherPath,
  CypherRelationship,
  CypherValue,
  GraphStore,
  QueryOptions,
  QueryResult,
} from "./stores/store.ts";
