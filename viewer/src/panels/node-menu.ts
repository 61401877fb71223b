import { placeInLayout } from "../graph/model.ts";
import { pick, pin, putAway, showEverything, stage, unpick, unpin } from "../state/commands.ts";
import type { Place } from "../state/view.ts";
import { strings } from "../strings/index.ts";
import { useViewer, type ViewerContextValue } from "./context.ts";
import type { MenuGroup, MenuItem } from "./menu.tsx";

/** How far the surroundings reach that can be asked for. */
const STEPS = [1, 2, 3];

/** What can be done with a node, with several at once, or with the picture where there is none. */
export function useNodeMenu(ids: readonly string[]): readonly MenuGroup[] {
  const viewer = useViewer();
  return (ids.length === 0 ? pictureMenu(viewer) : nodesMenu(viewer, ids)).filter(({ items }) => items.length > 0);
}

/** What the menu is called in which that stands. */
export function menuLabel(viewer: ViewerContextValue, ids: readonly string[]): string {
  const [id, ...more] = ids;
  if (id === undefined) return strings.explore.menuOfPicture;
  return more.length === 0 ? strings.explore.menu(nameOf(viewer, id)) : strings.explore.menuOfMany(ids.length);
}

/** What nodes are called in a sentence. */
export function nameOf({ state }: ViewerContextValue, id: string): string {
  const { nodeIndex, data } = state.model;
  return data.nodes.label[nodeIndex.get(id) ?? -1] ?? id;
}

function nodesMenu(viewer: ViewerContextValue, ids: readonly string[]): readonly MenuGroup[] {
  const { store, state, explorer, select } = viewer;
  const { view, selection } = state;
  const [id = ""] = ids;
  const isOne = ids.length === 1;
  const words = strings.explore;
  const hidden = explorer.hidden(ids).length;
  const mayHideMore = explorer.mayHideMore(ids);
  const hanging = isOne ? explorer.hanging(id).length : 0;
  const isPicked = ids.every((one) => view.picked.has(one));
  const places = (): ReadonlyMap<string, Place> => placesOf(viewer, ids);
  const when = (holds: boolean, item: MenuItem): readonly MenuItem[] => (holds ? [item] : []);
  return [
    {
      items: [
        ...when(isOne && !(selection.type === "node" && selection.id === id), {
          label: words.open,
          onChoose: () => select({ type: "node", id }),
        }),
        ...when(!isPicked, {
          label: words.pick,
          onChoose: () => {
            store.run(pick([...view.picked, ...ids]));
            select({ type: "picked" });
          },
        }),
        ...when(isPicked, {
          label: isOne ? words.drop : words.dropAll,
          onChoose: () => store.run(unpick(ids)),
        }),
      ],
    },
    {
      items: [
        ...when(hidden > 0 || mayHideMore, {
          label: mayHideMore ? words.expandSome : words.expand(hidden),
          onChoose: () => explorer.expand(ids),
        }),
        ...when(hanging > 0, { label: words.collapse(hanging), onChoose: () => explorer.collapse(id) }),
        ...pathItems(viewer, ids),
        ...when(!isOne, {
          label: words.only,
          onChoose: () => store.run(stage(ids, "keep")),
        }),
      ],
    },
    {
      label: words.around,
      items: STEPS.map((steps) => ({ label: words.steps(steps), onChoose: () => explorer.focus(ids, steps) })),
    },
    {
      items: [
        ...when(!ids.every((one) => view.pinned.has(one)), {
          label: words.pin,
          onChoose: () => store.run(pin(places())),
        }),
        ...when(
          ids.some((one) => view.pinned.has(one)),
          {
            label: words.unpin,
            onChoose: () => store.run(unpin(ids)),
          },
        ),
        { label: words.hide, onChoose: () => hide(viewer, ids) },
      ],
    },
  ];
}

/** Puts nodes away. What is selected would be shown nevertheless, so it is no longer. */
export function hide({ store, state, select }: ViewerContextValue, ids: readonly string[]): void {
  store.run(putAway(ids));
  const { selection } = state;
  if (selection.type === "node" && ids.includes(selection.id)) select({ type: "none" });
}

/** A path between two nodes; from the one that is selected, or the only other one that is picked. */
function pathItems(viewer: ViewerContextValue, ids: readonly string[]): readonly MenuItem[] {
  const { state, select } = viewer;
  const { selection, view } = state;
  const [to = "", from, ...more] = ids;
  if (more.length > 0) return [];
  if (from !== undefined) {
    return [{ label: strings.explore.path, onChoose: () => select({ type: "path", from: to, to: from }) }];
  }
  const selected = selection.type === "node" ? [selection.id] : [...view.picked];
  const others = selected.filter((id) => id !== to);
  return others.slice(0, others.length === 1 ? 1 : 0).map((other) => ({
    label: strings.explore.pathFrom(nameOf(viewer, other)),
    onChoose: () => select({ type: "path", from: other, to }),
  }));
}

function pictureMenu({ store, state, picture, select }: ViewerContextValue): readonly MenuGroup[] {
  const { view, model, visibility } = state;
  const { id } = model.data.nodes;
  const isWhole = view.stage === undefined && view.away.size === 0;
  return [
    {
      items: [
        { label: strings.graph.fit, onChoose: () => picture.current?.fit() },
        {
          label: strings.explore.everything,
          disabled: isWhole,
          onChoose: () => store.run(showEverything(store.first())),
        },
      ],
    },
    {
      items: [
        {
          label: strings.explore.pickShown,
          onChoose: () => {
            store.run(pick(id.filter((_, index) => visibility.nodes[index] === 1)));
            select({ type: "picked" });
          },
        },
        {
          label: strings.explore.dropAll,
          disabled: view.picked.size === 0,
          onChoose: () => store.run(pick([])),
        },
        {
          label: strings.explore.unpinAll,
          disabled: view.pinned.size === 0,
          onChoose: () => store.run(unpin(view.pinned.keys())),
        },
      ],
    },
  ];
}

/** Where nodes are now. */
function placesOf({ state }: ViewerContextValue, ids: readonly string[]): ReadonlyMap<string, Place> {
  const { model, view } = state;
  return new Map(
    ids.flatMap((id) => {
      if (!model.graph.hasNode(id)) return [];
      return [[id, view.pinned.get(id) ?? placeInLayout(model, id)]];
    }),
  );
}
