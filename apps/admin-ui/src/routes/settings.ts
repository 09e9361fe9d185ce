import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "./frame.ts";

/** One's account, the agency's look, and what the installation says of itself. */
export const settingsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/settings",
  component: lazyRouteComponent(() => import("../settings/settings-page.tsx"), "SettingsPage"),
});
