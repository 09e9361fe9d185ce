import type { LeadRelayClient } from "@leadrelay/client/create-client";
import { answerOf } from "../../api/answer-of.ts";
import type { leadFilter } from "./lead-filter.ts";

/** Of a list, or of an export of it. */
export interface LeadPage {
  limit: number;
  cursor?: string;
  export?: "csv" | "ndjson";
}

/** Asks for pages of leads. Whom is searched for, or whose name is next, stands in no address: others may log those. */
export const askForLeads =
  (api: LeadRelayClient, filter: ReturnType<typeof leadFilter>) => (page: LeadPage) => {
    const asked = { ...filter, ...page };
    return answerOf(
      isSearch(filter) || (filter.sort === "name" && page.cursor !== undefined)
        ? api.POST("/api/leads/search", { body: asked })
        : api.GET("/api/leads", { params: { query: asked } }),
    );
  };

const isSearch = ({ q, name, email, phone }: ReturnType<typeof leadFilter>) =>
  [q, name, email, phone].some((searched) => searched !== undefined);
