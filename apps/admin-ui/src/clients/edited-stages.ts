/** A pipeline that is being changed: each stage with a key of its own, because names change while one types. */
export interface EditedStage {
  key: number;
  name: string;
}

export const toEdited = (stages: readonly string[]): EditedStage[] =>
  stages.map((name, key) => ({ key, name }));

/** The stage with this key one place earlier or later; as it is at either end. */
export function moved(stages: readonly EditedStage[], key: number, by: 1 | -1): EditedStage[] {
  const at = stages.findIndex((stage) => stage.key === key);
  const to = at + by;
  const [stage, other] = [stages[at], stages[to]];
  if (stage === undefined || other === undefined) return [...stages];
  return stages.with(to, stage).with(at, other);
}

/** One more at the end, with a key that none had. */
export const oneMore = (stages: readonly EditedStage[]): EditedStage[] => [
  ...stages,
  { key: 1 + Math.max(-1, ...stages.map(({ key }) => key)), name: "" },
];

/** What is wrong with them, if anything. */
export function faultOfStages(stages: readonly EditedStage[]): "empty" | "twice" | null {
  const names = stages.map(({ name }) => name.trim());
  if (names.length === 0 || names.includes("")) return "empty";
  return new Set(names).size === names.length ? null : "twice";
}

/** Those of before that are gone: leads may stand there. */
export function takenAway(before: readonly string[], stages: readonly EditedStage[]): string[] {
  const names = new Set(stages.map(({ name }) => name.trim()));
  return before.filter((name) => !names.has(name));
}
