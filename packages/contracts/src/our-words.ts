/** Fields of the API's answers that hold our own words: what to do stands there, with commands as whoever asks may type them. */
export const ourWords = [
  "detail",
  "explanation",
  "meaning",
  "next",
  "sentence",
  "sentences",
  "what",
  "what_happened",
  "what_happens",
  "what_next",
  "what_to_do",
] as const;
