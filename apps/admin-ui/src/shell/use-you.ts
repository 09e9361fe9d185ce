import { getRouteApi } from "@tanstack/react-router";
import type { Schemas } from "../api.ts";

const route = getRouteApi("/frame");

/** Who is signed in, with all that they may do and where. */
export const useYou = (): Schemas["You"] => route.useRouteContext({ select: ({ you }) => you });
