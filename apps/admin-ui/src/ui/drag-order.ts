import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";

/**
 * Lets the items of a list (`data-order`, each its place; by its `data-handle`) be dragged onto one another's places. Returns what ends that.
 * Whoever uses it has a way for the keyboard, too.
 */
export function dragOrder(list: HTMLElement, onMove: (from: number, to: number) => void): () => void {
  const items = [...list.querySelectorAll<HTMLElement>("[data-order]")];
  return combine(
    ...items.flatMap((element) => {
      const handle = element.querySelector<HTMLElement>("[data-handle]");
      const place = () => Number(element.dataset["order"]);
      const over = (is: boolean) => element.toggleAttribute("data-over", is);
      return [
        draggable({
          element,
          ...(handle === null ? {} : { dragHandle: handle }),
          getInitialData: () => ({ from: place() }),
        }),
        dropTargetForElements({
          element,
          canDrop: ({ source }) => source.element !== element && list.contains(source.element),
          onDragEnter: () => over(true),
          onDragLeave: () => over(false),
          onDrop: ({ source }) => {
            over(false);
            const { from } = source.data;
            if (typeof from === "number") onMove(from, place());
          },
        }),
      ];
    }),
  );
}
