import {
  AlertTriangle,
  Building2,
  ChartLine,
  CircleSlash,
  ClipboardList,
  Globe,
  House,
  KeyRound,
  Plug,
  PlugZap,
  ScrollText,
  Send,
  Settings,
  Split,
  UserCog,
  Users,
  type LucideIcon,
} from "lucide-react";
import type { Schemas } from "../api.ts";
import { shell } from "../texts/shell.ts";

/** A page that the navigation, the keyboard and the palette lead to. */
export interface Place {
  to:
    | "/"
    | "/leads"
    | "/not-sent"
    | "/deliveries"
    | "/dead-letters"
    | "/statistics"
    | "/forms"
    | "/sources"
    | "/destinations"
    | "/routes"
    | "/clients"
    | "/operators"
    | "/access-keys"
    | "/addresses"
    | "/audit-log"
    | "/settings";
  title: string;
  icon: LucideIcon;
  /** What one must be permitted to see it; null: nothing. */
  needs: Schemas["You"]["grants"][number]["permissions"][number] | null;
  /** Set up now and then, not worked with each day. */
  isSetUp?: boolean;
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
  { to: "/statistics", title: shell.places.statistics, icon: ChartLine, needs: "leads:read", chord: "i" },
  {
    to: "/forms",
    title: shell.places.forms,
    icon: ClipboardList,
    needs: "config:read",
    chord: "f",
    isSetUp: true,
  },
  {
    to: "/sources",
    title: shell.places.sources,
    icon: PlugZap,
    needs: "config:read",
    chord: "o",
    isSetUp: true,
  },
  {
    to: "/destinations",
    title: shell.places.destinations,
    icon: Plug,
    needs: "config:read",
    chord: "t",
    isSetUp: true,
  },
  { to: "/routes", title: shell.places.routes, icon: Split, needs: "config:read", chord: "r", isSetUp: true },
  {
    to: "/clients",
    title: shell.places.clients,
    icon: Building2,
    needs: "config:read",
    chord: "c",
    isSetUp: true,
  },
  {
    to: "/addresses",
    title: shell.places.addresses,
    icon: Globe,
    needs: "config:read",
    chord: "a",
    isSetUp: true,
  },
  {
    to: "/operators",
    title: shell.places.people,
    icon: UserCog,
    needs: "operators:manage",
    chord: "p",
    isSetUp: true,
  },
  {
    to: "/access-keys",
    title: shell.places.keys,
    icon: KeyRound,
    needs: "keys:manage",
    chord: "k",
    isSetUp: true,
  },
  {
    to: "/audit-log",
    title: shell.places.auditLog,
    icon: ScrollText,
    needs: "audit:read",
    chord: "u",
    isSetUp: true,
  },
  { to: "/settings", title: shell.places.settings, icon: Settings, needs: null, chord: "s", isSetUp: true },
];

/** Those that somebody may see. */
export function placesFor(you: Schemas["You"]): Place[] {
  const may = new Set(you.grants.flatMap(({ permissions }) => permissions));
  return places.filter(({ needs }) => needs === null || may.has(needs));
}
