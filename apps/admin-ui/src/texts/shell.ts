/** Words of what stands around every page. */
export const shell = {
  product: "LeadRelay",
  toContent: "To the content",
  menu: "Menu",
  pages: "Pages",
  open: " open",
  client: "Client",
  allClients: "All clients",
  signOut: "Sign out",
  lightTheme: "Light theme",
  darkTheme: "Dark theme",
  where: {
    label: "Where is my lead? E-mail address, phone number or id",
    placeholder: "Where is my lead?",
  },
  places: {
    home: "Home",
    leads: "Leads",
    notSent: "Not sent",
    deliveries: "Deliveries",
    deadLetters: "Dead letters",
  },
};
