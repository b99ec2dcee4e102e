export const loginText = {
  title: "Inloggen",
  lead: "Log in met uw account van het GGI-portaal.",
  email: "E-mailadres",
  password: "Wachtwoord",
  submit: "Inloggen",
  refused: "Het e-mailadres en het wachtwoord horen niet bij elkaar. Probeer het opnieuw.",
  tooMany: "U hebt te vaak geprobeerd in te loggen. Wacht een kwartier en probeer het dan opnieuw.",
};
