import { createClient } from "@leadrelay/client/create-client";
import type { components, operations } from "@leadrelay/client/schema.gen";
import makeHooks from "openapi-react-query";
import { askAnew } from "./kept-answers.ts";

/** The API of the installation that served this page; the browser sends the session along. */
const client = createClient({ baseUrl: location.origin, fetch: askAnew });

const hooks = makeHooks(client);

/** Pages of a list are kept apart from a single answer to the same question: whoever asks for one is not given the other. */
const useInfiniteQuery: typeof hooks.useInfiniteQuery = (method, path, init, options, queryClient) =>
  hooks.useInfiniteQuery(method, path, init, { ...options, ...keyOfPages(method, path, init) }, queryClient);

/** A key that begins as the answer's own, so that what asks for that anew asks for the pages, too. */
const keyOfPages = (...asked: unknown[]): object => ({ queryKey: [...asked, "pages"] });

/** The same for components: queries and changes, typed by the API's document. */
export const api = { ...hooks, useInfiniteQuery };

/** What the API calls its answers. */
export type Schemas = components["schemas"];

/** What a search for leads may be narrowed by. */
export type LeadQuery = NonNullable<operations["searchLeads"]["requestBody"]>["content"]["application/json"];

/** Why something was refused (RFC 9457). */
export type Problem = Schemas["Problem"];
