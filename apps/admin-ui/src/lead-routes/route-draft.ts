import type { Schemas } from "../api.ts";

type Route = Schemas["Route"];

/** A member as it is typed. */
export interface MemberDraft {
  id: string;
  name: string;
  weight: string;
  conditions: Readonly<Record<string, unknown>> | null;
  /** What is typed into its conditions is none yet; `conditions` are those of before. */
  isUnfinished?: boolean;
}

/** A route as it is typed. */
export interface RouteDraft {
  name: string;
  mode: Route["mode"];
  members: readonly MemberDraft[];
  /** "": it waits as long as it takes. */
  overflow: string;
}

export const emptyRoute: RouteDraft = { name: "", mode: "weighted", members: [], overflow: "" };

/** How the form begins. */
export const draftOfRoute = ({ name, mode, members, overflow_minutes }: Route): RouteDraft => ({
  name,
  mode,
  members: members.map(({ destination_id, weight, conditions, ...member }) => ({
    id: destination_id,
    name: member.name,
    weight: String(weight),
    conditions,
  })),
  overflow: overflow_minutes === null ? "" : String(overflow_minutes),
});

/** Whether all that is typed can be saved: else it would be lost while the rest is. */
export const isFinished = ({ members }: Pick<RouteDraft, "members">): boolean =>
  !members.some(({ isUnfinished }) => isUnfinished === true);

/** As the API takes it. */
export const toRoute = ({ name, mode, members, overflow }: RouteDraft) => ({
  name: name.trim(),
  mode,
  members: members.map(({ id, weight, conditions }) => ({
    destination_id: id,
    weight: Number(weight),
    conditions: conditions === null ? null : { ...conditions },
  })),
  overflow_minutes: mode === "all" || overflow.trim() === "" ? null : Number(overflow),
});

/** One member elsewhere in the order; as it was where there is no such place. */
export function movedTo<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const item = items[from];
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  return items.toSpliced(from, 1).toSpliced(to, 0, item);
}

/** What each gets of all leads, 0 to 1: by weights, evenly, or all. Of an order nobody knows. */
export function sharesOf({ mode, members }: Pick<RouteDraft, "mode" | "members">): (number | null)[] {
  if (mode === "all") return members.map(() => 1);
  if (mode === "first_accepting") return members.map(() => null);
  const weights = members.map(({ weight }) => (mode === "weighted" ? Math.max(0, Number(weight) || 0) : 1));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (all === 0 ? 0 : weight / all));
}

/** "33 %", "0.5 %". */
export const percent = (share: number): string =>
  `${share > 0 && share < 0.1 ? Number((share * 100).toFixed(1)) : Math.round(share * 100)} %`;
