import { getRouteApi } from "@tanstack/react-router";

const route = getRouteApi("/frame");

/** The id of the client that is looked at; undefined for all that one may see. */
export const useClient = (): string | undefined => route.useSearch({ select: ({ client }) => client });
