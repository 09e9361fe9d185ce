import { createRootRoute } from "@tanstack/react-router";

/** Everything: signed in or not. */
export const rootRoute = createRootRoute();
