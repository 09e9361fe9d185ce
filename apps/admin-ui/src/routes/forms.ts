import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "./frame.ts";
import { oneOf } from "./search.ts";

/** Where leads come in. */
export const formsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/forms",
  validateSearch: (search): { deleted?: "too" | undefined } => ({
    deleted: oneOf(search, "deleted", ["too"]),
  }),
  component: lazyRouteComponent(() => import("../forms/forms-page.tsx"), "FormsPage"),
});

/** A form to be made. */
export const newFormRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/forms/new",
  component: lazyRouteComponent(() => import("../forms/new-form-page.tsx"), "NewFormPage"),
});

const tabs = ["paste", "fields", "page", "rules", "posts"] as const;

/** One form; `tab` is the part that is shown. */
export const formRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/forms/$formId",
  validateSearch: (search): { tab?: (typeof tabs)[number] | undefined } => ({
    tab: oneOf(search, "tab", tabs),
  }),
  component: lazyRouteComponent(() => import("../forms/form-page.tsx"), "FormPage"),
});
