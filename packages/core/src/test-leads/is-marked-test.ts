import { testMarker } from "@leadrelay/contracts/test-marker";

/** Whether the body, as JSON, holds the field that marks a test: at its top, with the very value. What is no JSON marks nothing. */
export function isMarkedTest(payloadJson: string): boolean {
  // Nearly no body has it, and parsing each would cost more than all else that is asked of a test.
  if (!payloadJson.includes(`"${testMarker.name}"`)) return false;
  try {
    const body: unknown = JSON.parse(payloadJson);
    return (
      typeof body === "object" &&
      body !== null &&
      Object.entries(body).some(([name, value]) => name === testMarker.name && value === testMarker.value)
    );
  } catch {
    return false;
  }
}
