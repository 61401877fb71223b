import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { setLook } from "../state/commands.ts";
import { LABEL_LEVELS, type Look } from "../state/view.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { dockButton, docksOf } from "./dock.tsx";
import { IconButton } from "./icons.tsx";
import { MenuButton, type MenuGroup } from "./menu.tsx";
import { menuLabel, useNodeMenu } from "./node-menu.ts";
import { chosenNodes } from "./picture-keys.ts";
import { useRoving } from "./roving.ts";
import { TakeAway } from "./take-away.tsx";
import { isTypedInto } from "./typing.ts";

/** What can be done with the picture as a whole. */
export function Toolbar(): VNode {
  const viewer = useViewer();
  const { store, state, picture, isLasso, setLasso } = viewer;
  const { undo, redo, dock, view, selection } = state;
  const chosen = chosenNodes(state).filter((id) => state.model.nodeIndex.has(id));
  useUndoKeys(store.undo, store.redo);
  const row = useRef<HTMLDivElement>(null);
  return (
    <div class="toolbar" role="toolbar" aria-label={strings.toolbar.label} ref={row} {...useRoving(row)}>
      <IconButton
        icon="undo"
        label={undo === undefined ? strings.toolbar.undo : strings.toolbar.undoStep(strings.steps[undo])}
        disabled={undo === undefined}
        onClick={store.undo}
      />
      <IconButton
        icon="redo"
        label={redo === undefined ? strings.toolbar.redo : strings.toolbar.redoStep(strings.steps[redo])}
        disabled={redo === undefined}
        onClick={store.redo}
      />
      <MenuButton icon="more" label={menuLabel(viewer, chosen)} groups={useNodeMenu(chosen)} />
      <IconButton icon="lasso" label={strings.explore.lasso} pressed={isLasso} onClick={() => setLasso(!isLasso)} />
      {(view.picked.size > 0 || selection.type === "picked") && (
        <IconButton
          icon="picked"
          label={strings.picked.open(view.picked.size)}
          pressed={selection.type === "picked"}
          onClick={() => store.select(selection.type === "picked" ? { type: "none" } : { type: "picked" })}
        />
      )}
      <span class="toolbar-gap" />
      {docksOf(state.model.data).map((name) => (
        <IconButton
          key={name}
          id={dockButton(name)}
          icon={name}
          label={strings.docks[name]}
          pressed={dock === name}
          onClick={() => store.openDock(dock === name ? undefined : name)}
        />
      ))}
      <TakeAway />
      <MenuButton icon="settings" label={strings.look.label} groups={useLookMenu()} />
      <span class="toolbar-gap" />
      <IconButton icon="plus" label={strings.graph.zoomIn} onClick={() => picture.current?.zoomIn()} />
      <IconButton icon="minus" label={strings.graph.zoomOut} onClick={() => picture.current?.zoomOut()} />
      <IconButton icon="fit" label={strings.graph.fit} onClick={() => picture.current?.fit()} />
    </div>
  );
}

/** How the picture is drawn. */
function useLookMenu(): readonly MenuGroup[] {
  const { store, state } = useViewer();
  const group = <Name extends keyof Look>(name: Name, values: readonly Look[Name][]): MenuGroup => {
    const words: Readonly<Record<string, string>> = strings.look[name];
    return {
      label: strings.look.heads[name],
      items: values.map((value) => ({
        label: words[value] ?? value,
        checked: state.view.look[name] === value,
        onChoose: () => store.run(setLook({ [name]: value })),
      })),
    };
  };
  return [group("colour", ["kind", "community"]), group("size", ["facts", "texts"]), group("labels", LABEL_LEVELS)];
}

/** Ctrl+Z and Ctrl+Shift+Z or Ctrl+Y, with the command key on a Mac, but where one types. */
function useUndoKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { target, key } = event;
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isTypedInto(target)) return;
      const letter = key.toLowerCase();
      if (letter !== "z" && letter !== "y") return;
      event.preventDefault();
      if (letter === "y" || event.shiftKey) redo();
      else undo();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}
