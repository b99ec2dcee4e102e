import { z } from "zod";
import { ANSWERS, NEED_LIMITS } from "#app/domain/needs/need.ts";

export const needForm = z.object({
  title: z.string().min(1, "required").max(NEED_LIMITS.title, "too-long"),
  statement: z.string().min(1, "required").max(NEED_LIMITS.statement, "too-long"),
  body: z.string().min(1, "required").max(100),
  components: z.array(z.string().max(100)).max(10),
});

export const needAnswerForm = z.object({
  answer: z.enum(ANSWERS),
  target: z.string().max(20),
  text: z.string().min(1, "required").max(NEED_LIMITS.answer, "too-long"),
});
