import { stageOf, unmoved } from "./stage-of.ts";

/** Leads of one kind: live ones, or tests. */
interface Counted {
  /** All of them. */
  total: number;
  /** Those that somebody moved, by where to. */
  moved: readonly { status: string; leads: number }[];
}

/** How many leads stand at a stage. */
interface StageCount {
  stage: string;
  leads: number;
  tests: number;
  /** false: the client has given it up since, and leads still stand there. */
  is_in_pipeline: boolean;
}

/** How many stand at each stage of a pipeline, in its order, then at what it had before. Who was not moved stands at its first. */
export function countStages(
  stages: readonly string[],
  { live, tests }: { live: Counted; tests: Counted },
): StageCount[] {
  const [ofLive, ofTests] = [byStage(live, stages), byStage(tests, stages)];
  const left = [...new Set([...ofLive.keys(), ...ofTests.keys()])].filter((stage) => !stages.includes(stage));
  return [...stages, ...left.toSorted()].map((stage) => ({
    stage,
    leads: ofLive.get(stage) ?? 0,
    tests: ofTests.get(stage) ?? 0,
    is_in_pipeline: stages.includes(stage),
  }));
}

function byStage({ total, moved }: Counted, stages: readonly string[]): Map<string, number> {
  const gone = moved.reduce((sum, { leads }) => sum + leads, 0);
  const counts = new Map<string, number>();
  // What is moved while it is counted may be moved twice, or not at all: never fewer than none.
  for (const { status, leads } of [...moved, { status: unmoved, leads: Math.max(0, total - gone) }]) {
    const stage = stageOf(status, stages);
    if (leads > 0) counts.set(stage, (counts.get(stage) ?? 0) + leads);
  }
  return counts;
}
