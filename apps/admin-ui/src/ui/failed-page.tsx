import type { ErrorComponentProps } from "@tanstack/react-router";
import { Failed as FailedNotice } from "./notices.tsx";

/** A page that could not be shown at all. */
export const Failed = ({ error, reset }: ErrorComponentProps) => <FailedNotice error={error} retry={reset} />;
