import { z } from "zod";
import type { Entered } from "#app/domain/shared/entered.ts";
import { BASES, DEFAULT_QUORUM, MOTIVATED, PRESET_NAMES, presetOf, PRESETS, ruleOf, type Fraction, type RuleSet } from "#app/domain/voting/rule.ts";

const count = z.string().regex(/^\d{0,7}$/, "not-a-number");

/** The fields of a rule set: a preset, or every number by hand. */
export const ruleSchema = {
  preset: z.enum([...PRESET_NAMES, "zelf"]),
  quorum: z.enum(["helft", "geen", "zelf"]),
  motivation: z.array(z.enum(MOTIVATED)),
  earlyClose: z.string(),
  secondCall: z.string(),
  castingVote: z.string(),
  ...{ majorityNum: count, majorityDen: count, majorityStrict: z.string(), base: z.union([z.enum(BASES), z.literal("")]) },
  ...{ quorumNum: count, quorumDen: count, quorumStrict: z.string(), objections: count },
};

export type RuleFields = z.infer<z.ZodObject<typeof ruleSchema>>;

/** The rule set that these fields mean; whether it can decide anything is for the rules to say. */
export function ruleFrom(fields: RuleFields): RuleSet {
  const { preset, quorum, motivation, earlyClose, secondCall, castingVote, base, objections } = fields;
  const share = (num: string, den: string, strict: string): Fraction => ({ num: num === "" ? NaN : Number(num), den: den === "" ? NaN : Number(den), strict: strict !== "" });
  const byHand = { ...share(fields.majorityNum, fields.majorityDen, fields.majorityStrict), base: base === "" ? ("voor_tegen" as const) : base };
  return ruleOf("gewoon", {
    majority: preset === "zelf" ? byHand : PRESETS[preset],
    ...(quorum === "geen" && { quorum: null }),
    ...(quorum === "zelf" && { quorum: share(fields.quorumNum, fields.quorumDen, fields.quorumStrict) }),
    motivation,
    objections: objections === "" ? 1 : Number(objections),
    earlyClose: earlyClose !== "",
    ...(secondCall !== "" && quorum !== "geen" && { secondCall: true }),
    ...(castingVote !== "" && { castingVote: true }),
  });
}

/** The fields as they stand for a rule set that is stored: by preset where it is one. */
export function fieldsOfRule({ majority, quorum, motivation, objections, earlyClose, secondCall, castingVote }: RuleSet): Entered {
  const preset = presetOf(majority);
  const isHalf = quorum !== null && quorum.num === DEFAULT_QUORUM.num && quorum.den === DEFAULT_QUORUM.den && quorum.strict === DEFAULT_QUORUM.strict;
  const tick = (isSet: boolean): string => (isSet ? "ja" : "");
  return {
    ...{ preset: preset ?? "zelf", quorum: quorum === null ? "geen" : isHalf ? "helft" : "zelf", motivation: [...motivation], earlyClose: tick(earlyClose), secondCall: tick(secondCall === true), castingVote: tick(castingVote === true), objections: String(objections) },
    ...(preset === null && { majorityNum: String(majority.num), majorityDen: String(majority.den), majorityStrict: tick(majority.strict), base: majority.base }),
    ...(quorum !== null && !isHalf && { quorumNum: String(quorum.num), quorumDen: String(quorum.den), quorumStrict: tick(quorum.strict) }),
  };
}
