import { AlertTriangle, CircleSlash, House, Plug, Send, Split, Users, type LucideIcon } from "lucide-react";
import type { Schemas } from "../api.ts";
import { shell } from "../texts/shell.ts";

/** A page that the navigation, the keyboard and the palette lead to. */
export interface Place {
  to: "/" | "/leads" | "/not-sent" | "/deliveries" | "/dead-letters" | "/destinations" | "/routes";
  title: string;
  icon: LucideIcon;
  /** What one must be permitted to see it. */
  needs: Schemas["You"]["grants"][number]["permissions"][number];
  /** The letter that follows `g`. */
  chord: string;
}

/** In the order of a day's work. */
const places: readonly Place[] = [
  { to: "/", title: shell.places.home, icon: House, needs: "leads:read", chord: "h" },
  { to: "/leads", title: shell.places.leads, icon: Users, needs: "leads:read", chord: "l" },
  { to: "/not-sent", title: shell.places.notSent, icon: CircleSlash, needs: "leads:read", chord: "n" },
  { to: "/deliveries", title: shell.places.deliveries, icon: Send, needs: "leads:read", chord: "d" },
  {
    to: "/dead-letters",
    title: shell.places.deadLetters,
    icon: AlertTriangle,
    needs: "leads:read",
    chord: "x",
  },
  {
    to: "/destinations",
    title: shell.places.destinations,
    icon: Plug,
    needs: "config:read",
    chord: "t",
  },
  { to: "/routes", title: shell.places.routes, icon: Split, needs: "config:read", chord: "r" },
];

/** Those that somebody may see. */
export function placesFor(you: Schemas["You"]): Place[] {
  const may = new Set(you.grants.flatMap(({ permissions }) => permissions));
  return places.filter(({ needs }) => may.has(needs));
}
