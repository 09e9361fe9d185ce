import type {
  Classification,
  OutgoingDelivery,
  OutgoingRequest,
  ReceivedResponse,
  Step,
} from "../adapter.ts";

/** The steps of a kind of which every try is a single request. */
export const oneRequest = <Settings>(
  buildRequest: (
    settings: Settings,
    delivery: OutgoingDelivery,
  ) => OutgoingRequest | Promise<OutgoingRequest>,
  classify: (response: ReceivedResponse, settings: Settings) => Classification,
): [Step<Settings>] => [{ name: "send", buildRequest, classify }];
