const firstNames = [
  "Asha",
  "Vikram",
  "Priya",
  "Rohan",
  "Meera",
  "Arjun",
  "Kavya",
  "Sanjay",
  "Ananya",
  "Imran",
];
const lastNames = ["Rao", "Menon", "Kulkarni", "Iyer", "Shetty", "Reddy", "Ghosh"];

/** Who stands in the pictures, seventy of them: nobody there is. */
export const people: readonly { name: string; email: string; phone: string }[] = Array.from(
  { length: firstNames.length * lastNames.length },
  (_, index) => {
    const name = `${firstNames[index % firstNames.length]} ${lastNames[index % lastNames.length]}`;
    return {
      name,
      email: `${name.toLowerCase().replace(" ", ".")}@example.com`,
      phone: `98${45_012_300 + index * 7_919}`,
    };
  },
);

export const projects = ["Lakeside Villas", "Hilltop Residences", "Palm Court"] as const;

/** Where they come from, as a landing page's address says it. */
export const campaigns = [
  { utm_source: "google", utm_medium: "cpc", utm_campaign: "villas-north", gclid: "Cj0KCQiA-example" },
  { utm_source: "facebook", utm_medium: "paid_social", utm_campaign: "lakeside-launch" },
  { utm_source: "newsletter", utm_medium: "email", utm_campaign: "november-offer" },
  {},
] as const;

export const messages = [
  "Please call after six. I would like to see the show flat on Saturday.",
  "Is a three-bedroom unit with a lake view still free?",
  "Looking for something ready to move into before March.",
  "",
] as const;
