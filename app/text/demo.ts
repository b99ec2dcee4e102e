export const demoText = {
  title: "Demonstratie",
  explanation: "Alle namen en cijfers zijn verzonnen. Kies als wie u wilt werken.",
  account: "Werk als",
  switch: "Wissel",
  votes: "Laat de overige leden stemmen",
  groups: {
    portal: "Portaal en gemeenten",
    veilig: "Expertgroep GGI-Veilig",
    netwerk: "Expertgroep GGI-Netwerk",
    services: "Expertgroep GGI-Services",
    adviesraad: "GGI-Adviesraad",
    taskforce: "Taskforce Samen Organiseren",
  } as Readonly<Record<string, string>>,
};

export const demoNoticeText = { "demo-voted": "De overige leden hebben gestemd." };
