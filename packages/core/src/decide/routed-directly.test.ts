import type { DirectAttempt } from "@leadrelay/contracts/submission-message";
import type { RouteMode } from "@leadrelay/contracts/route-mode";
import { expect, it } from "vitest";
import { sampleAttempt, sampleDestination } from "../../test/decide-samples.ts";
import { routedDirectly } from "./routed-directly.ts";

const tried = (...outcomes: DirectAttempt["outcome"][]) =>
  outcomes.map((outcome, index) => sampleAttempt({ number: index + 1, outcome }));
const memberOf = (mode: RouteMode) => ({
  ...sampleDestination,
  id: "a",
  route: {
    route_id: "r",
    mode,
    counted_from: 7,
    position: 0,
    weight: 1,
    conditions: null,
    overflow_minutes: null,
  },
});

it.each<[what: string, mode: RouteMode, outcomes: DirectAttempt["outcome"][], isItsOwn: boolean]>([
  ["that it took in turn is its own", "round_robin", ["delivered"], true],
  ["that it took by its share is its own", "weighted", ["retry", "delivered"], true],
  ["that it took as the first is its own", "first_accepting", ["delivered"], true],
  ["that it may have is its own", "first_accepting", ["retry"], true],
  ["that it refused is the next one's, who may take it", "first_accepting", ["refused"], false],
  ["is the next one's, too, where its address was gone", "first_accepting", ["retry", "gone"], false],
  ["that it refused in its turn stays its own", "round_robin", ["refused"], true],
  ["that was not tried is nobody's", "round_robin", [], false],
  ["that everybody gets is nobody's", "all", ["delivered"], false],
])("a lead of a route, while D1 was away, %s", (_, mode, outcomes, isItsOwn) => {
  const member = memberOf(mode);
  const tries = { a: tried(...outcomes) };
  const moves = [{ client_id: "client", route: member.route, destination_id: "a", given: 1, passed: 0 }];
  const { went, moves: counted } = routedDirectly(tries, [member], { client_id: "client", isTest: false });
  expect(went).toEqual(isItsOwn ? { r: "a" } : {});
  expect(counted).toEqual(isItsOwn ? moves : []);
  const asTest = routedDirectly(tries, [member], { client_id: "client", isTest: true });
  expect(asTest).toEqual({ went, moves: [] });
});

it("a lead that went to who is in no route is in none, and one that was not tried is nobody's", () => {
  const alone = { ...sampleDestination, id: "b" };
  const none = { went: {}, moves: [] };
  const at = { client_id: "client", isTest: false };
  expect(routedDirectly({ b: tried("delivered") }, [alone], at)).toEqual(none);
  expect(routedDirectly({ b: tried("delivered") }, [memberOf("weighted")], at)).toEqual(none);
});
