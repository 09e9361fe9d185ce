import { Link } from "@tanstack/react-router";
import { AlertTriangle, CircleSlash, House, Send, Users, type LucideIcon } from "lucide-react";
import { api, type Schemas } from "../api.ts";
import { useClient } from "./use-client.ts";
import { shell } from "../texts/shell.ts";

interface Place {
  to: "/" | "/leads" | "/not-sent" | "/deliveries" | "/dead-letters";
  title: string;
  icon: LucideIcon;
  /** What one must be permitted to see it. */
  needs: Schemas["You"]["grants"][number]["permissions"][number];
}

/** In the order of a day's work. */
const places: readonly Place[] = [
  { to: "/", title: shell.places.home, icon: House, needs: "leads:read" },
  { to: "/leads", title: shell.places.leads, icon: Users, needs: "leads:read" },
  { to: "/not-sent", title: shell.places.notSent, icon: CircleSlash, needs: "leads:read" },
  { to: "/deliveries", title: shell.places.deliveries, icon: Send, needs: "leads:read" },
  { to: "/dead-letters", title: shell.places.deadLetters, icon: AlertTriangle, needs: "leads:read" },
];

/** Where one can go; only what the role may see. */
export function Nav({ you }: { you: Schemas["You"] }) {
  const client = useClient();
  const { data } = api.useQuery(
    "get",
    "/api/queue-status",
    { params: { query: client === undefined ? {} : { client_id: client } } },
    { refetchInterval: 60_000 },
  );
  const may = new Set(you.grants.flatMap(({ permissions }) => permissions));
  return (
    <nav aria-label={shell.pages} className="grid gap-0.5">
      {places
        .filter(({ needs }) => may.has(needs))
        .map(({ to, title, icon: Icon }) => (
          <Link
            key={to}
            to={to}
            activeOptions={{ exact: to === "/", includeSearch: false }}
            className="text-soft hover:bg-calm-tint hover:text-ink data-[status=active]:bg-calm-tint data-[status=active]:text-ink flex h-8 items-center gap-2.5 rounded-md px-2 font-medium"
          >
            <Icon aria-hidden className="size-4" />
            {title}
            {to === "/dead-letters" && data !== undefined && data.dead > 0 ? (
              <span className="bg-bad-tint text-bad ms-auto rounded-full px-2 text-xs font-semibold">
                {data.dead}
                <span className="sr-only">{shell.open}</span>
              </span>
            ) : null}
          </Link>
        ))}
    </nav>
  );
}
