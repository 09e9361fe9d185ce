import { group } from "../shared/group.ts";
import { answersOfDestination } from "./answers.ts";
import { changeDestination } from "./change.ts";
import { createDestination } from "./create.ts";
import { deleteDestination } from "./delete.ts";
import { listDestinationKinds } from "./kinds.ts";
import { healthOfDestinations } from "./health.ts";
import { limitDestination } from "./limits.ts";
import { confirmationOfDestination } from "./confirmation.ts";
import { returnsOfDestination } from "./returns.ts";
import { listDestinations } from "./list.ts";
import { rotateDestinationSecret } from "./rotate-secret.ts";
import { showDestination } from "./show.ts";
import { testDestination } from "./test.ts";
import { disableDestination, enableDestination } from "./switch.ts";

export const destination = group("destination", "where leads go", [
  listDestinationKinds,
  listDestinations,
  showDestination,
  healthOfDestinations,
  createDestination,
  changeDestination,
  enableDestination,
  disableDestination,
  limitDestination,
  confirmationOfDestination,
  returnsOfDestination,
  testDestination,
  answersOfDestination,
  rotateDestinationSecret,
  deleteDestination,
]);
