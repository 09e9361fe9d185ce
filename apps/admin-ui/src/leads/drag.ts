import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import type { Schemas } from "../api.ts";

const key = Symbol("lead");
type Lead = Schemas["Lead"];

const leadOf = (data: Record<string | symbol, unknown>): Lead | undefined => data[key] as Lead | undefined;

/** Lets a card be dragged. Answers how to end that. */
export const dragLead = (element: HTMLElement, lead: Lead, onDrag: (isDragged: boolean) => void) =>
  draggable({
    element,
    getInitialData: () => ({ [key]: lead }),
    onDragStart: () => onDrag(true),
    onDrop: () => onDrag(false),
  });

/** Lets leads of other stages be dropped on a column. */
export const takeLeads = (
  element: HTMLElement,
  {
    stage,
    onOver,
    onTake,
  }: { stage: string; onOver: (isOver: boolean) => void; onTake: (lead: Lead) => void },
) =>
  dropTargetForElements({
    element,
    canDrop: ({ source }) => leadOf(source.data) !== undefined && leadOf(source.data)?.status !== stage,
    onDragEnter: () => onOver(true),
    onDragLeave: () => onOver(false),
    onDrop: ({ source }) => {
      onOver(false);
      const lead = leadOf(source.data);
      if (lead !== undefined) onTake(lead);
    },
  });
