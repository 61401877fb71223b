import type { VNode } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { IdentityDetail, NodeDetail, NodeRef } from "../../../src/server/contract.ts";
import { formatShare, languageName } from "../format.ts";
import { NOTHING_TICKED, partOf, partsToTick, type Ticked, toggled } from "../part-choice.ts";
import { useResource } from "../resource.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { DecisionForm } from "./decision-form.tsx";
import { NodeChoice } from "./node-choice.tsx";
import { Loaded, Name, TextField } from "./parts.tsx";
import { Reasons, VerdictList } from "./verdicts.tsx";

/** Pairs that might be one among which those with a node are looked for. */
const PAIRS = 1000;

/** Articles of a part that are named. */
const ARTICLES = 5;

type Form = "merge" | "split" | "rename" | "reject";

/** What a node is made of, why that is one, and what can be done where it is not. Nothing where nothing can be decided. */
export function IdentitySection({ node }: { readonly node: NodeDetail }): VNode | null {
  const { curation } = useViewer();
  const [isOpen, setOpen] = useState(false);
  if (curation === undefined || node.article !== null) return null;
  return (
    <details class="identity" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{strings.curation.title}</summary>
      {isOpen && <IdentityOf node={node} />}
    </details>
  );
}

function IdentityOf({ node }: { readonly node: NodeDetail }): VNode {
  const { curation, labels } = useViewer();
  const resource = useResource(`identity ${labels} ${node.id}`, async (signal) => {
    if (curation === undefined) throw new TypeError("nothing can be decided here");
    const [identity, { pairs }] = await Promise.all([
      curation.identity(node.id, signal),
      curation.review(PAIRS, labels, signal),
    ]);
    const alike = pairs.flatMap(({ nodes: [one, other] }) =>
      one.id === node.id ? [other] : other.id === node.id ? [one] : [],
    );
    return { identity, alike };
  });
  return <Loaded resource={resource}>{({ identity, alike }) => <Parts node={node} {...{ identity, alike }} />}</Loaded>;
}

interface PartsProps {
  readonly node: NodeDetail;
  readonly identity: IdentityDetail;
  /** What might be one with it. */
  readonly alike: readonly NodeRef[];
}

function Parts({ node, identity, alike }: PartsProps): VNode {
  const [form, setForm] = useState<Form>();
  const actions = useRef<HTMLParagraphElement>(null);
  const [isClosed, setClosed] = useState(false);
  const close = (): void => {
    setForm(undefined);
    setClosed(true);
  };
  // What had the focus is gone with the form.
  useLayoutEffect(() => {
    if (isClosed && form === undefined) actions.current?.querySelector("button")?.focus();
  }, [isClosed, form]);
  const { parts, articles, names } = partsToTick(identity);
  const canSplit = parts.length + articles.length + names.length > 0;
  const { links } = identity;
  return (
    <>
      <h3>{strings.curation.madeOf}</h3>
      <ul class="identity-parts">
        {identity.parts.map((_, index) => (
          <li key={index}>
            <PartName identity={identity} index={index} />
            <PartArticles node={node} articles={articlesOf(identity, index)} />
          </li>
        ))}
      </ul>
      {links.length > 0 && (
        <>
          <h3>{strings.curation.links}</h3>
          <ul class="identity-parts">
            {links.map(({ parts: [one, other], score, reasons }) => (
              <li key={`${one} ${other}`}>
                <PartName identity={identity} index={one} /> – <PartName identity={identity} index={other} />
                <span class="row-details">
                  <Reasons reasons={reasons} />
                  {score !== null && <span>{strings.curation.score(formatShare(score))}</span>}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {identity.verdicts.length > 0 && (
        <>
          <h3>{strings.curation.decisions}</h3>
          <VerdictList verdicts={identity.verdicts} />
        </>
      )}
      {form === undefined && (
        <p class="button-row" ref={actions}>
          <button type="button" class="button" onClick={() => setForm("merge")}>
            {strings.curation.merge}
          </button>
          {canSplit && (
            <button type="button" class="button" onClick={() => setForm("split")}>
              {strings.curation.split}
            </button>
          )}
          <button type="button" class="button" onClick={() => setForm("rename")}>
            {strings.curation.rename}
          </button>
          <button type="button" class="button" onClick={() => setForm("reject")}>
            {strings.curation.reject}
          </button>
        </p>
      )}
      {form === "merge" && <MergeForm node={node} alike={alike} onClose={close} />}
      {form === "split" && <SplitForm node={node} identity={identity} onClose={close} />}
      {form === "rename" && <RenameForm node={node} onClose={close} />}
      {form === "reject" && (
        <DecisionForm
          title={strings.curation.reject}
          help={strings.curation.rejectHelp}
          decision={{ type: "reject", ids: [node.id] }}
          onClose={close}
        />
      )}
    </>
  );
}

interface FormProps {
  readonly node: NodeRef;
  readonly onClose: () => void;
}

function MergeForm({ node, alike, onClose }: FormProps & { readonly alike: readonly NodeRef[] }): VNode {
  const [other, setOther] = useState<NodeRef>();
  return (
    <DecisionForm
      title={strings.curation.merge}
      help={strings.curation.mergeHelp}
      decision={other === undefined ? undefined : { type: "merge", ids: [node.id, other.id] }}
      onClose={onClose}
    >
      <NodeChoice offered={alike} without={[node.id]} chosen={other} onChoose={setOther} />
    </DecisionForm>
  );
}

function SplitForm({ node, identity, onClose }: FormProps & { readonly identity: IdentityDetail }): VNode {
  const [ticked, setTicked] = useState<Ticked>(NOTHING_TICKED);
  const { parts, articles, names } = partsToTick(identity);
  const part = partOf(identity, ticked);
  return (
    <DecisionForm
      title={strings.curation.split}
      help={strings.curation.splitHelp}
      decision={part === undefined ? undefined : { type: "split", id: node.id, part }}
      onClose={onClose}
    >
      <Ticks
        title={strings.curation.madeOf}
        values={parts}
        ticked={ticked.parts}
        onTick={(value) => setTicked({ ...ticked, parts: toggled(ticked.parts, value) })}
      >
        {(index) => <PartName identity={identity} index={index} />}
      </Ticks>
      <Ticks
        title={strings.node.names}
        values={names}
        ticked={ticked.names}
        onTick={(value) => setTicked({ ...ticked, names: toggled(ticked.names, value) })}
      >
        {(name) => <Name>{name}</Name>}
      </Ticks>
      <Ticks
        title={strings.node.articles}
        values={articles}
        ticked={ticked.articles}
        onTick={(value) => setTicked({ ...ticked, articles: toggled(ticked.articles, value) })}
      >
        {(name) => <Name>{name}</Name>}
      </Ticks>
    </DecisionForm>
  );
}

function RenameForm({ node, onClose }: FormProps & { readonly node: NodeDetail }): VNode {
  const { state } = useViewer();
  const [name, setName] = useState("");
  const [language, setLanguage] = useState("");
  const asked = name.trim();
  return (
    <DecisionForm
      title={strings.curation.rename}
      help={strings.curation.renameHelp}
      decision={
        asked === ""
          ? undefined
          : { type: "rename", id: node.id, name: asked, ...(language === "" ? {} : { language }) }
      }
      onClose={onClose}
    >
      <TextField
        label={strings.curation.name}
        value={name}
        maxLength={500}
        placeholder={node.label}
        onValue={setName}
      />
      <label>
        <span class="quiet">{strings.curation.inLanguage}</span>
        <select value={language} onChange={(event) => setLanguage(event.currentTarget.value)}>
          <option value="">{strings.curation.anyLanguage}</option>
          {state.model.data.nameLanguages.map((code) => (
            <option key={code} value={code}>
              {languageName(code)}
            </option>
          ))}
        </select>
      </label>
    </DecisionForm>
  );
}

interface TicksProps<Value> {
  readonly title: string;
  readonly values: readonly Value[];
  readonly ticked: ReadonlySet<Value>;
  readonly onTick: (value: Value) => void;
  readonly children: (value: Value) => VNode;
}

function Ticks<Value extends string | number>({
  title,
  values,
  ticked,
  onTick,
  children,
}: TicksProps<Value>): VNode | null {
  if (values.length === 0) return null;
  return (
    <fieldset class="ticks">
      <legend class="quiet">{title}</legend>
      {values.map((value) => (
        <label key={value} class="choice">
          <input type="checkbox" checked={ticked.has(value)} onChange={() => onTick(value)} />
          {children(value)}
        </label>
      ))}
    </fieldset>
  );
}

/** What a part is called, or where it stands where it has no name of its own. */
function PartName({ identity, index }: { readonly identity: IdentityDetail; readonly index: number }): VNode {
  const part = identity.parts[index];
  const called = part?.called.length === 0 && part.known !== null ? [part.known] : (part?.called ?? []);
  if (called.length === 0) return <>{strings.curation.unnamed}</>;
  return (
    <>
      {called.map((name, place) => (
        <span key={name}>
          {place > 0 && " · "}
          <Name>{name}</Name>
        </span>
      ))}
    </>
  );
}

/** Where a part is spoken of. */
function PartArticles({ node, articles }: { readonly node: NodeRef; readonly articles: readonly string[] }): VNode {
  const { select } = useViewer();
  return (
    <span class="row-details">
      {articles.slice(0, ARTICLES).map((name) => (
        <span key={name}>
          <button type="button" class="link" onClick={() => select({ type: "article", name, node: node.id })}>
            <Name>{name}</Name>
          </button>
        </span>
      ))}
      {articles.length > ARTICLES && <span>{strings.fact.articles(articles.length)}</span>}
    </span>
  );
}

function articlesOf({ parts }: IdentityDetail, index: number): readonly string[] {
  return [...new Set(parts[index]?.places.map(({ article }) => article))];
}
