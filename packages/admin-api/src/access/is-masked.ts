import type { OperatorScope } from "@leadrelay/db/scope";

/** Whether contact details of a client's rows are hidden from whoever asks; nothing hides rows without a client from the installation's owners. */
export const isMasked = ({ clients }: OperatorScope, clientId: string | null): boolean =>
  clientId !== null && (clients.find(({ id }) => id === clientId)?.masked ?? true);
