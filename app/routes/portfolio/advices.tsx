import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { may } from "#app/domain/access/policy.ts";
import { ADVICE_STAGES, ADVICE_SUBJECTS, adviceStage } from "#app/domain/portfolio/advice.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { adviceStageText, advicesText, adviceSubjectText, answerKindText } from "#app/text/advices.ts";
import { pageTitle } from "#app/text/format.ts";
import { portfolioText } from "#app/text/portfolio.ts";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { AdviceRows } from "#app/ui/portfolio/advice-rows.tsx";
import { listAdvices } from "#db/queries/advices.ts";
import { findPortfolioBody } from "#db/queries/portfolio-writes.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(advicesText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const asked = new URL(args.request.url).searchParams.get("vraag");
  const subject = ADVICE_SUBJECTS.find((one) => one === asked);
  const [found, body] = [await listAdvices(db, actor, dutchDay(now()), subject), await findPortfolioBody(db)];
  const mayAnswer = body !== null && may(actor, "advice.answer", { bodyId: body.id });
  return {
    subject: subject ?? null,
    advices: found.map(({ number, title, state, answer, subject: about, initiative, isInInitiative, bodyId }) => {
      const stage = adviceStage({ state, isAnswered: answer !== null });
      return {
        ...{ number, title, stage, initiative },
        subject: about === null ? advicesText.without : adviceSubjectText[about],
        answer: answer === null ? null : { words: advicesText.answered(answerKindText[answer.kind], answer.decision), decision: answer.decision },
        mayAnswer: mayAnswer && stage === "aangeboden" && !isInInitiative,
        mayClassify: stage !== "gestopt" && may(actor, "advice.classify", { bodyId }),
      };
    }),
  };
}

export default function AdvicesPage() {
  const { subject, advices } = useLoaderData<typeof loader>();
  const groups = ADVICE_STAGES.map((stage) => ({ stage, own: advices.filter((advice) => advice.stage === stage) })).filter(({ own }) => own.length > 0);
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.portfolio), label: portfolioText.title }]} title={advicesText.title} lead={advicesText.lead} />
      <Flow>
        <form method="get" className="filter">
          <SelectField name="vraag" label={advicesText.filter} value={subject ?? ""} options={[{ value: "", label: advicesText.all }, ...ADVICE_SUBJECTS.map((value) => ({ value, label: adviceSubjectText[value] }))]} />
          <Button secondary>{advicesText.show}</Button>
        </form>
        {groups.length === 0 && <Empty title={advicesText.empty} action={<a href={href(paths.advices)}>{advicesText.reset}</a>} />}
        {groups.map(({ stage, own }) => (
          <Section key={stage} id={stage} title={adviceStageText[stage]} aside={<span className="muted">{advicesText.amount(own.length)}</span>}>
            <AdviceRows advices={own} />
          </Section>
        ))}
      </Flow>
    </>
  );
}
