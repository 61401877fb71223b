import type { Modality } from "../../../src/model/modality.ts";
import type { StepName } from "../state/commands.ts";
import type { Dock, Told } from "../state/store.ts";

const MODALITIES: Readonly<Record<Modality, string>> = {
  actual: "actual",
  planned: "planned",
  requested: "requested",
  alleged: "alleged",
  conditional: "conditional",
  hypothetical: "hypothetical",
  negated: "negated",
  denied: "denied",
};

/** Groups of relations by the names that the ontology gives them. */
const GROUPS: Readonly<Record<string, string>> = {
  action: "Who did what",
  state: "How things stand",
  topical: "Topics",
  bookkeeping: "Where it is reported",
  other: "Other",
};

const STATUSES: Readonly<Record<string, string>> = {
  held: "held",
  planned: "planned",
  postponed: "postponed",
  cancelled: "cancelled",
};

/** Fields of an event that articles can contradict each other on. */
const FIELDS: Readonly<Record<string, string>> = {
  date: "date",
  place: "place",
  status: "status",
  ordinal: "which one",
  medium: "by",
};

/** What undo and redo take back and do again, and what a step did. */
const STEPS: Readonly<Record<StepName, string>> = {
  filter: "filter",
  time: "time",
  reset: "filters reset",
  expand: "expand",
  collapse: "collapse",
  focus: "focus",
  keep: "keep only these",
  hide: "hide",
  bring: "show",
  everything: "show everything",
  pick: "pick",
  pin: "move",
  unpin: "let go",
  look: "look of the picture",
};

const DOCK_NAMES: Readonly<Record<Dock, string>> = { timeline: "Timeline", query: "Query" };

const HOW: Readonly<Record<Told["how"], string>> = { done: "Done", undone: "Undone", redone: "Done again" };

/** What speaks for two being one. */
const FEATURES: Readonly<Record<string, string>> = {
  verdict: "somebody decided so",
  id: "the same in the list of known names",
  name: "names",
  part: "a part of the name",
  state: "the same state",
  office: "the same office",
  story: "articles of one story",
  date: "the same date",
  weekday: "the same weekday",
  place: "the same place",
  lasting: "it lasts",
  words: "the same words",
  occasion: "the same occasion",
  announcement: "announced and held",
  features: "what is told of it",
};

const VERDICT_TYPES: Readonly<Record<string, string>> = {
  same: "One",
  different: "Two",
  rename: "Renamed",
  reject: "Rejected",
  note: "Note",
};

/** What became of a decision that does not apply here. */
const REACH: Readonly<Record<string, string>> = {
  absent: "its articles are not here",
  lost: "it finds no more what it was about",
};

/** The words of the interface. A further language is a file of this shape. */
export const en = {
  title: "Dragoman",
  tagline: "Who did what with whom, and the sentence that says so",
  search: {
    label: "Search the graph",
    placeholder: "Search in any script",
    none: "No name matches.",
    suggestions: "Suggestions",
    more: (count: number) => `${number(count)} more: go on typing.`,
  },
  settings: {
    label: "Language and appearance",
    language: "Language of the page",
    theme: "Appearance",
    themes: { system: "As the system", light: "Light", dark: "Dark", contrast: "High contrast" },
    urdu: "Urdu texts are set in",
    urduStyles: { nastaliq: "Nastaliq", naskh: "Naskh" },
  },
  names: {
    label: "Names in",
    usual: "the language of the page",
  },
  graph: {
    picture: (nodes: number, facts: number) =>
      `Picture of the graph: ${plural(nodes, "node", "nodes")}, ${plural(facts, "fact", "facts")}. The list of nodes and the search lead to the same.`,
    legend: "Kinds of nodes: show or hide",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fit: "Show everything",
    noWebGl: "This browser draws no WebGL, so there is no picture. Search, list and panels work without it.",
  },
  toolbar: {
    label: "Picture",
    undo: "Undo",
    redo: "Redo",
    undoStep: (step: string) => `Undo: ${step}`,
    redoStep: (step: string) => `Redo: ${step}`,
  },
  explore: {
    menu: (name: string) => `What to do with ${name}`,
    menuOfMany: (count: number) => `What to do with ${plural(count, "picked node", "picked nodes")}`,
    menuOfPicture: "What to do with the picture",
    actions: "Explore from here",
    open: "Open",
    pick: "Pick",
    drop: "Drop from the picked",
    dropAll: "Drop all",
    pickShown: "Pick everything that is shown",
    expand: (count: number) => `Show ${plural(count, "hidden neighbour", "hidden neighbours")}`,
    collapse: (count: number) =>
      count === 1 ? "Put away 1 node that hangs on it alone" : `Put away ${number(count)} nodes that hang on it alone`,
    around: "Only what is around it, up to",
    steps: (count: number) => plural(count, "step", "steps"),
    only: "Only these",
    path: "Shortest path between the two",
    pathFrom: (name: string) => `Shortest path from ${name}`,
    pin: "Keep in this place",
    unpin: "Let go to its usual place",
    unpinAll: "Let go all that were moved",
    hide: "Hide",
    everything: "Show everything that was hidden",
    nothing: (name: string) => `Nothing is hidden around ${name}.`,
    lasso: "Pick with a lasso",
    lassoHelp: "Draw around the nodes that you want to pick. Escape ends it.",
    many: (count: number) => `${number(count)} neighbours are hidden`,
    manyText: "So many at once make the picture hard to read.",
    most: (count: number) => `The ${number(count)} with most facts`,
    all: (count: number) => `All ${number(count)}`,
    none: "None",
    keys: "Arrow keys move the picture, + and − zoom, 0 shows everything. With a node selected, Alt with arrow keys moves it, the menu key tells what can be done with it, Delete hides it.",
  },
  picked: {
    title: "Picked",
    count: (count: number) => plural(count, "node picked", "nodes picked"),
    open: (count: number) => `Picked nodes: ${number(count)}`,
    empty:
      "Nothing is picked. Click nodes with Shift or Ctrl, draw around them with the lasso, or choose “Pick” in the menu of a node.",
    drop: (name: string) => `Drop ${name}`,
    nodes: "Nodes",
    between: "Facts between them",
    noneBetween: "No fact that is shown ties them to each other.",
  },
  path: {
    title: "Shortest path",
    found: (total: number, steps: number) => `${plural(total, "chain", "chains")} of ${plural(steps, "step", "steps")}`,
    part: (shown: number, total: number) => `${number(shown)} of ${number(total)} chains are shown.`,
    none: (steps: number) =>
      `No chain of at most ${plural(steps, "step", "steps")} joins the two by what the filters show.`,
    further: "Look further",
    same: "These are one and the same node.",
    chain: (index: number, total: number) => `Chain ${number(index)} of ${number(total)}`,
    point: "Show this chain alone",
    moreFacts: (count: number) => plural(count, "more fact between the two", "more facts between the two"),
    moreQuotes: (count: number) => plural(count, "more report", "more reports"),
  },
  steps: STEPS,
  told: (how: Told["how"], step: string, nodes: number, facts: number) =>
    `${HOW[how]}: ${step}. ${plural(nodes, "node", "nodes")} and ${plural(facts, "fact", "facts")} are shown.`,
  docks: DOCK_NAMES,
  look: {
    label: "How it is drawn",
    heads: { colour: "Colour", size: "Size", labels: "Names" },
    colour: { kind: "By kind", community: "By community" },
    size: { facts: "By facts", texts: "By reports" },
    labels: { none: "None", few: "Few", some: "Some", many: "As many as there is room for" },
  },
  comma: ", ",
  loading: "Loading …",
  failed: "This could not be loaded.",
  notInFile: "It is not in this file.",
  retry: "Try again",
  empty: {
    title: "This graph is empty",
    text: "Build it from articles, then reload this page:",
    command: "dragoman build <files or folders>",
  },
  overview: {
    title: "Overview",
    shown: (nodes: number, allNodes: number, facts: number, allFacts: number) =>
      `Showing ${number(nodes)} of ${plural(allNodes, "node", "nodes")} and ${number(facts)} of ${plural(allFacts, "fact", "facts")}.`,
    help: "Choose a node for its names and facts, a line or a fact for the sentences that say it.",
  },
  filters: {
    title: "Filters",
    modality: "How it is said",
    all: "All",
    none: "None",
    allOf: (group: string) => `${group}: all`,
    noneOf: (group: string) => `${group}: none`,
    languages: "Language of the report",
    sources: "Source",
    unconnected: "Nodes without a shown fact",
    count: (shown: number, all: number) => `${number(shown)} of ${number(all)} shown`,
    time: "Time",
    from: "From",
    to: "To",
    undated: "Also what has no date",
    backwards: "The end lies before the beginning: nothing of that time can be shown.",
    confidence: "Confidence of at least",
    reset: (count: number) => (count === 0 ? "No filter is changed" : `Reset ${plural(count, "filter", "filters")}`),
  },
  timeline: {
    all: "Everything that is shown",
    between: (names: string) => `Between ${names}`,
    chart: "Facts over time. Drag across it to choose a time.",
    first: "Beginning of the time",
    last: "End of the time",
    open: "no limit",
    whole: "All of time",
    column: (when: string, exact: number, wide: number) =>
      `${when}: ${plural(exact, "fact", "facts")}${wide === 0 ? "" : `, and ${number(wide)} that may lie in it`}`,
    dated: (count: number) => `${plural(count, "fact", "facts")} with a date`,
    undated: (count: number) => `${number(count)} without`,
    since: (date: string) => `since ${date}`,
    until: (date: string) => `until ${date}`,
    happened: "What happened",
    withoutDate: "Without a date",
    facts: (count: number) => plural(count, "fact", "facts"),
    noDates: "Nothing of this has a date.",
    nothing: "Nothing of this is shown. A wider time or fewer filters may show more.",
  },
  list: "List of nodes",
  more: (count: number) => `Show ${number(count)} more`,
  node: {
    names: "Names",
    otherNames: "Other names",
    uses: (count: number) => `used in ${plural(count, "article", "articles")}`,
    sameAs: "Elsewhere",
    mentions: (count: number) => plural(count, "mention", "mentions"),
    facts: "Facts",
    events: "Events",
    participants: "Who and where",
    happened: "What happened in it",
    articles: "Articles",
    mentioned: "Mentions",
    history: "How it stood with it",
    counts: "Counted",
    conflicts: "Articles differ",
    hiddenFacts: (count: number) => `${number(count)} more, hidden by the filters`,
  },
  fact: {
    dispute: "What else is said of it",
    title: "Fact",
    evidence: (count: number) => plural(count, "sentence says so", "sentences say so"),
    says: "Says",
    date: "Date",
    event: "Event",
    place: "Place",
    status: "Status",
    type: "Type",
    modality: "Stated as",
    office: "Office",
    role: "Role",
    about: "About",
    confidence: "Confidence",
    rule: "Rule",
    parallel: "Other facts between the two",
    articles: (count: number) => plural(count, "article", "articles"),
  },
  article: {
    text: "Text, with everything that it mentions",
    keys: "The arrow keys go from mention to mention.",
    several: "It speaks of",
    factsHere: (count: number) => `${plural(count, "fact", "facts")} from this sentence`,
    mentionOf: (place: number, count: number) => `${number(place)} of ${plural(count, "mention", "mentions")}`,
    previous: "Previous mention",
    next: "Next mention",
    pointOut: "Show in the picture",
    open: (name: string) => `Open the article ${name}`,
    original: "Original",
    outlet: "Outlet",
    published: "Published",
    otherSources: "Also published by",
    sameText: "Same text as",
    earlier: "Earlier versions",
    until: "until",
  },
  curation: {
    title: "Why this is one",
    madeOf: "Made of",
    unnamed: "without a name of its own",
    links: "Brought together by",
    score: (share: string) => `${share} of what is needed`,
    features: FEATURES,
    merge: "It is the same as …",
    mergeHelp: "Search for the node that is the same. Both become one, with all their names, facts and articles.",
    split: "A part of it is another …",
    splitHelp: "Tick what belongs to the other one. That becomes a node of its own.",
    reject: "It is nothing …",
    rejectHelp: "It is left out, with every fact about it.",
    rejectFact: "This is wrong …",
    rejectFactHelp: "The fact is left out.",
    same: "They are one",
    different: "They are two",
    why: "Why (is kept with the decision)",
    record: "Record",
    recording: "Recording …",
    cancel: "Cancel",
    recorded: "Recorded in the journal.",
    failed: "This was not recorded.",
    undo: "Take back",
    redo: "Put in force again",
    takenBack: "Taken back.",
    decisions: "Decisions",
    noDecisions: "Nothing has been decided.",
    review: "Decisions of people",
    pairs: (count: number) => `${plural(count, "pair of nodes", "pairs of nodes")} might be one:`,
    noPairs: "No two nodes might be one.",
    types: VERDICT_TYPES,
    reach: REACH,
  },
  back: "Back",
  close: "Close",
  modalities: MODALITIES,
  groups: GROUPS,
  statuses: STATUSES,
  fields: FIELDS,
};

function plural(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

function number(count: number): string {
  return new Intl.NumberFormat("en").format(count);
}
