import { amiss, fine, type HealthCheck } from "@leadrelay/contracts/health-check";
import {
  judgeSize,
  type DatabaseSizes,
  type Fullness,
  type FullnessStep,
} from "@leadrelay/core/database-size/judge-size";
import { sayBytes } from "@leadrelay/core/wording/say-bytes";
import { sayCount } from "@leadrelay/core/wording/say-count";
import { recordedSizes } from "@leadrelay/db/database/recorded-sizes";
import { runOne } from "@leadrelay/db/run-batch";
import { pipelineScope } from "@leadrelay/db/scope";
import type { HealthContext } from "./health-context.ts";

const name = "database_sizes";

const page = "docs/deploy.md, `When a database fills`, has the commands";
const todos: Readonly<Record<Exclude<FullnessStep, 0>, string>> = {
  70: `Plan another database for new clients: ${page}.`,
  85: `Give new clients another database now: ${page}. Clients that have leads stay where they are: nothing moves or deletes leads yet.`,
  95: `Give new clients another database today: ${page}. Once this one is full, leads of its clients are sent without it, recognised as nobody, and stored when there is room.`,
};

/** No database fills unseen: the sweep notes every minute how large each is. */
export async function checkDatabaseSizes({ dependencies, nowMs }: HealthContext): Promise<HealthCheck[]> {
  const { control, leadDatabaseNames, databaseLimitBytes } = dependencies;
  const known = await runOne(control, recordedSizes(pipelineScope, leadDatabaseNames, nowMs));
  const judged = known
    .map((sizes) => ({ sizes, fullness: judgeSize(sizes, databaseLimitBytes) }))
    .toSorted((a, b) => b.fullness.percent - a.fullness.percent);
  const [fullest] = judged;
  if (fullest === undefined) return [fine(name, "The sweep has not noted any database's size yet.")];
  const { step } = fullest.fullness;
  const filling = judged.filter(({ fullness }) => fullness.step > 0);
  const told = (step === 0 ? [fullest] : filling).map((each) => say(each, databaseLimitBytes)).join(" ");
  if (step === 0) return [fine(name, told)];
  return [amiss(step === 95 ? "problem" : "warning", name, { message: told, todo: todos[step] })];
}

function say({ sizes, fullness }: { sizes: DatabaseSizes; fullness: Fullness }, limitBytes: number): string {
  const size = `${sayBytes(sizes.last.bytes)} of ${sayBytes(limitBytes)}`;
  return `Database ${sizes.database} holds ${size} (${Math.floor(fullness.percent)} %)${sayGrowth(fullness)}.`;
}

function sayGrowth({ growthADay, daysLeft }: Fullness): string {
  if (growthADay === null || daysLeft === null) return "";
  const growth = `, ${sayBytes(growthADay)} more a day`;
  // Of what is years away nobody can say more.
  if (daysLeft > mostDays) return growth;
  return `${growth}: full in about ${sayCount(Math.round(daysLeft), "day")}`;
}

const mostDays = 730;
