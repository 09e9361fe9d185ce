import type { Endpoint } from "../endpoint/endpoint.ts";
import { listOperators } from "./list-operators.ts";
import { removeOperator } from "./remove-operator.ts";
import { setOperatorRole } from "./set-operator-role.ts";

/** The operations on operators and their roles. */
export const operatorEndpoints: readonly Endpoint[] = [listOperators, setOperatorRole, removeOperator];
