import { createClient, type LeadRelayClient } from "@leadrelay/client/create-client";
import type { Outside } from "../outside/outside.ts";
import { authenticateWith, type Asker } from "./authenticate.ts";
import { harmlessAnswer } from "./harmless-answer.ts";
import { reach } from "./reach.ts";

/**
 * The installation's API, asked by this one and at its origin only.
 * @param isForPeople its answers are put in words: then no text in them acts on a terminal. Scripts get what was posted, which JSON escapes.
 */
export const openClient = (outside: Outside, asker: Asker, isForPeople: boolean): LeadRelayClient =>
  createClient({
    baseUrl: asker.url,
    authenticate: authenticateWith(asker, outside),
    fetch: async (request) => {
      const answer = await reach(outside, request);
      return isForPeople ? harmlessAnswer(answer) : answer;
    },
  });
