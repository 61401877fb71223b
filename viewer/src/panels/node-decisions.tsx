import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { IdentityDetail, NodeDetail, NodeRef } from "../../../src/server/contract.ts";
import { languageName } from "../format.ts";
import { canMerge } from "../merge-choice.ts";
import { NOTHING_TICKED, partOf, partsToTick, type Ticked, toggled } from "../part-choice.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { type DecisionChoice, DecisionForm, plainChoice } from "./decision-form.tsx";
import { MergeForm } from "./merge-form.tsx";
import { NodeChoice } from "./node-choice.tsx";
import { Name, TextField } from "./parts.tsx";

/** What can be decided of a node. `alike`: what might be one with it. */
export function choicesOf(
  node: NodeDetail,
  identity: IdentityDetail,
  alike: readonly NodeRef[],
): readonly DecisionChoice[] {
  const { parts, articles, names } = partsToTick(identity);
  const split: DecisionChoice = {
    title: strings.curation.split,
    form: (props) => <SplitForm {...props} node={node} identity={identity} />,
  };
  return [
    { title: strings.curation.merge, form: (props) => <SameForm {...props} node={node} alike={alike} /> },
    ...(parts.length + articles.length + names.length > 0 ? [split] : []),
    { title: strings.curation.rename, form: (props) => <RenameForm {...props} node={node} /> },
    { title: strings.curation.note, form: (props) => <NoteForm {...props} node={node} /> },
    plainChoice(strings.curation.reject, strings.curation.rejectHelp, { type: "reject", ids: [node.id] }),
  ];
}

type FormProps = Parameters<DecisionChoice["form"]>[0];
type NodeFormProps = FormProps & { readonly node: NodeDetail };

function SameForm({ node, alike, ...props }: NodeFormProps & { readonly alike: readonly NodeRef[] }): VNode {
  const { words } = useViewer();
  const [other, setOther] = useState<NodeRef>();
  return (
    <MergeForm {...props} help={strings.curation.mergeHelp} nodes={other === undefined ? [node] : [node, other]}>
      <NodeChoice
        offered={alike}
        isOffered={(hit) => hit.id !== node.id && canMerge([node, hit], words.kind)}
        chosen={other}
        onChoose={setOther}
      />
    </MergeForm>
  );
}

function SplitForm({ node, identity, ...props }: NodeFormProps & { readonly identity: IdentityDetail }): VNode {
  const [ticked, setTicked] = useState<Ticked>(NOTHING_TICKED);
  const { parts, articles, names } = partsToTick(identity);
  const part = partOf(identity, ticked);
  return (
    <DecisionForm
      {...props}
      help={strings.curation.splitHelp}
      decision={part === undefined ? undefined : { type: "split", id: node.id, part }}
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

function NoteForm({ node, ...props }: NodeFormProps): VNode {
  const [text, setText] = useState("");
  const asked = text.trim();
  return (
    <DecisionForm
      {...props}
      help={strings.curation.noteHelp}
      asksWhy={false}
      decision={asked === "" ? undefined : { type: "note", id: node.id, text: asked }}
    >
      <TextField label={strings.curation.text} value={text} maxLength={5000} onValue={setText} />
    </DecisionForm>
  );
}

function RenameForm({ node, ...props }: NodeFormProps): VNode {
  const { state } = useViewer();
  const [name, setName] = useState("");
  const [language, setLanguage] = useState("");
  const asked = name.trim();
  return (
    <DecisionForm
      {...props}
      help={strings.curation.renameHelp}
      decision={
        asked === ""
          ? undefined
          : { type: "rename", id: node.id, name: asked, ...(language === "" ? {} : { language }) }
      }
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
export function PartName({ identity, index }: { readonly identity: IdentityDetail; readonly index: number }): VNode {
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
