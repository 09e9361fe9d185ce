import { CircleCheck } from "lucide-react";
import type { Schemas } from "../api.ts";
import { Badge } from "../ui/badge.tsx";
import { When } from "../ui/when.tsx";

/** What needs a person, the worst first. What is healthy takes no room but one line. */
export function Needs({
  checks,
  status,
}: {
  checks: readonly Schemas["HealthCheck"][];
  status: Schemas["QueueStatus"] | undefined;
}) {
  const worst = checks.filter(({ state }) => state !== "ok").toSorted((a, b) => rank(a) - rank(b));
  const down = status?.destinations.filter(({ health }) => health?.state === "down") ?? [];
  if (worst.length === 0 && down.length === 0)
    return (
      <p className="text-good flex items-center gap-2 font-medium">
        <CircleCheck aria-hidden className="size-5" />
        Nothing needs you: every lead that came in was stored and is on its way.
      </p>
    );
  return (
    <section aria-label="What needs you" className="grid gap-2">
      <h2 className="text-sm font-semibold">What needs you</h2>
      <ul className="grid gap-2">
        {worst.map((check) => (
          <li key={check.name} className="bg-surface border-line grid gap-1 rounded-lg border p-4">
            <div className="flex flex-wrap items-center gap-2">
              <Badge look={check.state === "problem" ? "bad" : "warn"}>
                {check.state === "problem" ? "Problem" : "Look at it"}
              </Badge>
              <span className="font-medium">{check.message}</span>
            </div>
            {check.what_to_do === null ? null : <p className="text-soft">{check.what_to_do}</p>}
            {check.since === null ? null : (
              <p className="text-soft text-xs">
                Since <When at={check.since} />
              </p>
            )}
          </li>
        ))}
        {down.map(({ id, name, health, later, due }) => (
          <li key={id} className="bg-surface border-line grid gap-1 rounded-lg border p-4">
            <div className="flex flex-wrap items-center gap-2">
              <Badge look="bad">Down</Badge>
              <span className="font-medium">{name} does not answer.</span>
            </div>
            <p className="text-soft">
              {due.count + later.count} leads wait for it and go out by themselves once it is back.
              {health?.next_probe_at == null ? null : (
                <>
                  {" "}
                  It is tried <When at={health.next_probe_at} relative />.
                </>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const rank = ({ state }: Schemas["HealthCheck"]) => (state === "problem" ? 0 : 1);
