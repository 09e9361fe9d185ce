import { listDestinationStandings } from "../destination-standings/list-destination-standings.ts";
import { previewAnswers } from "./preview-answers.ts";
import { rotateDestinationSecret } from "./rotate-destination-secret.ts";
import { testDestination } from "./test-destination.ts";
import type { Endpoint } from "../endpoint/endpoint.ts";
import { changeDestination } from "./change-destination.ts";
import { createDestination } from "./create-destination.ts";
import { deleteDestination } from "./delete-destination.ts";
import { getDestination } from "./get-destination.ts";
import { listDestinationKinds } from "./list-destination-kinds.ts";
import { listDestinations } from "./list-destinations.ts";

/** Destinations: where a client's leads go. */
export const destinationEndpoints: readonly Endpoint[] = [
  listDestinationKinds,
  listDestinations,
  listDestinationStandings,
  createDestination,
  getDestination,
  changeDestination,
  deleteDestination,
  testDestination,
  previewAnswers,
  rotateDestinationSecret,
];
