import { useEffect, useState } from "react";

/** What a value came to once nobody typed for a moment, so that not every letter is asked about. */
export function useSettled<Value>(value: Value, waitMs = 500): Value {
  const [settled, setSettled] = useState(value);
  const text = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), waitMs);
    return () => clearTimeout(timer);
    // Compared by what it says: a draft is another object at each letter.
  }, [text, waitMs]);
  return settled;
}
