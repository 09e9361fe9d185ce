import { whomToAsk } from "../actions/whom-to-ask.ts";
import { z } from "@hono/zod-openapi";
import { judgeNeeds } from "@leadrelay/core/needs/judge-needs";
import { todayFigures } from "@leadrelay/core/statistics/today-figures";
import { narrowScope } from "../access/client-in-scope.ts";
import { readEndpoint } from "../endpoint/endpoint.ts";
import { idQuery } from "../pages/time-query.ts";
import { askAgainMs } from "./ask-again.ts";
import { homeSchema } from "./home-schema.ts";
import { readInstallationFacts } from "./read-installation-facts.ts";
import { readHome } from "./read-home.ts";

const dayMs = 86_400_000;
/** A day has 25 hours at most; what began longer ago is not today. */
const longestDayMs = 26 * 3_600_000;

export const getHome = readEndpoint({
  path: "/api/home",
  operationId: "getHome",
  tag: "Statistics",
  summary: "Say what needs a person now, and how today goes",
  description:
    "Made to be asked each minute, or as often as it says itself: it reads today's row of each client, and what is amiss. Every check of the installation is in `/api/health`.",
  access: { permission: "leads:read" },
  query: z.strictObject({
    client_id: idQuery,
    since: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional().openapi({
      description: "When today began where it is looked at, milliseconds UTC; not said: at midnight UTC.",
    }),
  }),
  answer: homeSchema,
  async handle({ query, access, dependencies }) {
    const nowMs = dependencies.now();
    const scope = narrowScope(access.scope, query.client_id);
    const asked = query.since ?? Math.floor(nowMs / dayMs) * dayMs;
    const since = Math.min(nowMs, Math.max(asked, nowMs - longestDayMs));
    const [home, installation] = await Promise.all([
      readHome(scope, { since, nowMs }, dependencies),
      readInstallationFacts({ scope, isWhole: scope.isInstallation, dependencies, nowMs }),
    ]);
    const { destinations, last_lead_at, ...today } = todayFigures(home.days, { since, nowMs });
    return {
      body: {
        needs: judgeNeeds([...installation, ...home.facts]).map((need) => ({
          ...need,
          ask: whomToAsk(need.command.replace(/^leadrelay /, ""), access, need.client_id ?? undefined),
        })),
        today: { since, ...today },
        last_lead_at,
        has_leads: home.hasLeads,
        open_dead_letters: home.openLetters,
        destinations,
        ask_again_ms: askAgainMs(home.rows, access.scope.clients.length),
      },
    };
  },
});
