import { testDestination } from "./test-destination.ts";
import type { Endpoint } from "../endpoint/endpoint.ts";
import { changeDestination } from "./change-destination.ts";
import { createDestination } from "./create-destination.ts";
import { deleteDestination } from "./delete-destination.ts";
import { getDestination } from "./get-destination.ts";
import { listDestinations } from "./list-destinations.ts";

/** Destinations: where a client's leads go. */
export const destinationEndpoints: readonly Endpoint[] = [
  listDestinations,
  createDestination,
  getDestination,
  changeDestination,
  deleteDestination,
  testDestination,
];
