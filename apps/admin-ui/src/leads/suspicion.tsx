/** A suspicion score, 0 to 100; what is high is seen from afar. */
export const Suspicion = ({ score }: { score: number }) => (
  <span
    className={`tabular-nums ${score >= 60 ? "text-bad font-medium" : score >= 30 ? "text-warn" : "text-soft"}`}
  >
    {score}
  </span>
);
