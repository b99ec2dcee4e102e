import type { ProxyRefusal } from "#app/domain/voting/proxy.ts";

/** Why a volmacht cannot be given, taken or used. */
export const proxyRefusalText = {
  "proxy-same-seat": "Kies een andere zetel dan uw eigen zetel.",
  "proxy-other-body": "Een volmacht kan alleen tussen twee zetels die nu in dit gremium stemmen.",
  "proxy-period-invalid": "De periode moet later eindigen dan zij begint.",
  "proxy-period-past": "Deze periode is al voorbij.",
  "proxy-already-given": "Uw zetel gaf voor deze tijd al een volmacht. Trek die eerst in.",
  "proxy-chain": "Een volmacht gaat niet verder dan één stap. Wie een volmacht gaf, kan er geen houden; wie er een houdt, kan er geen geven.",
  "proxies-full": "Een zetel houdt hooguit twee volmachten tegelijk.",
  "proxy-already-accepted": "Deze volmacht was al aanvaard.",
  "proxy-revoked": "Deze volmacht is ingetrokken.",
  "proxy-over": "De tijd van deze volmacht is voorbij.",
  "proxy-used": "Er is met deze volmacht al gestemd. U kunt wel zelf stemmen: uw eigen stem gaat voor.",
} satisfies Record<ProxyRefusal, string>;
