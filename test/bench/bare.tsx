/*
 * What the portal is measured against: Remix as it comes, without session, rights, layout, words or compression, on the same rows.
 * The list shows the same columns from the same query; the detail the same texts, rendered once per text as ours are, and the same
 * trail, rounds, conditions and links from the same queries. It does not count, offer filters, compare versions or ask what a reader may do.
 */
import { createServer } from "node:http";
import express from "express";
import { createRequestHandler } from "@remix-run/express";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type ServerBuild } from "@remix-run/node";
import { Links, Meta, Outlet, RemixServer, useLoaderData } from "@remix-run/react";
import { renderToString } from "react-dom/server";
import { STRANGER } from "#app/domain/access/actor.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { instant } from "#app/domain/shared/instant.ts";
import { toHtml } from "#app/platform/markdown.ts";
import { uuid7 } from "#app/platform/uuid7.ts";
import { ON_A_PAGE } from "#app/ui/roadmap/by-component.ts";
import { openDatabase } from "#db/client.ts";
import { listActionsOfMeeting } from "#db/queries/action-items.ts";
import { listAgenda } from "#db/queries/agenda-items.ts";
import { listAttendance } from "#db/queries/attendance.ts";
import { listThreadsInBrief } from "#db/queries/comments.ts";
import { listDecisionsAbout } from "#db/queries/decisions.ts";
import { listErrata } from "#db/queries/errata.ts";
import { findMeeting } from "#db/queries/meetings.ts";
import { findChain, listRoundsOf } from "#db/queries/proposal-chain.ts";
import { listConditions } from "#db/queries/proposal-discussion.ts";
import { listLinks } from "#db/queries/proposal-links.ts";
import { listProposals } from "#db/queries/proposal-lists.ts";
import { findProposal, listVersionTexts } from "#db/queries/proposals.ts";
import { findPlan } from "#db/queries/roadmap-plan.ts";
import { listRoadmapItems } from "#db/queries/roadmap.ts";
import { bareResult } from "./voting-bare.tsx";

const [url = "", port = "0"] = process.argv.slice(2);
const db = await openDatabase(url);
const today = () => dutchDay(instant(new Date()));

function Root() {
  return (
    <html lang="nl">
      <head>
        <meta charSet="utf-8" />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
      </body>
    </html>
  );
}

async function listLoader() {
  const { proposals } = await listProposals(db, STRANGER, { today: today() }, { sort: "changed", after: null, size: 50 });
  return { proposals };
}

function List() {
  const { proposals } = useLoaderData<typeof listLoader>();
  return (
    <table>
      <tbody>
        {proposals.map((one) => (
          <tr key={one.number}>
            <td>{one.number}</td>
            <td>
              <a href={`/voorstellen/${one.number}`}>{one.title}</a>
            </td>
            <td>{one.bodyName}</td>
            <td>{one.kind}</td>
            <td>{one.version}</td>
            <td>{one.state}</td>
            <td>{one.updatedAt}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

async function detailLoader({ params }: LoaderFunctionArgs) {
  const proposal = await findProposal(db, STRANGER, params["number"] ?? "", today());
  if (!proposal) throw new Response(null, { status: 404 });
  const version = (await listVersionTexts(db, proposal.id, [proposal.currentVersion])).get(proposal.currentVersion);
  const now = instant(new Date());
  const [comments, chain, rounds, conditions, links] = [await listThreadsInBrief(db, proposal.id, { open: 20, answered: 10, fresh: null }), await findChain(db, STRANGER, proposal, now), await listRoundsOf(db, STRANGER, proposal.id, now), await listConditions(db, STRANGER, proposal.id, now), await listLinks(db, STRANGER, proposal.id)];
  const texts = await Promise.all([version?.statement, version?.rationale, version?.acceptance].map((text) => toHtml(text ?? "")));
  return {
    ...{ number: proposal.number, kind: proposal.kind, state: proposal.state, tlp: proposal.tlp, body: proposal.body.name, title: version?.title ?? "", texts },
    ...{ moscow: version?.moscow ?? "", source: version?.source ?? "", writer: version?.authorName ?? "", at: version?.createdAt ?? "", fingerprint: version?.textHash ?? "" },
    lines: [
      ...[...chain.authors.map(({ name }) => name), ...chain.components.map(({ name }) => name), ...chain.policyAreas],
      ...[...chain.needs, ...chain.decisions, ...chain.minutes, ...links].map(({ title }) => title),
      ...[...chain.steps.map(({ at, to }) => `${at} ${to}`), ...rounds.map(({ sequence, bodyName }) => `${sequence} ${bodyName}`), ...conditions.map(({ statement }) => statement)],
    ],
    comments: comments.map(({ id, statement }) => ({ id, body: statement })),
  };
}

function Detail() {
  const { number, kind, state, tlp, body, title, texts, moscow, source, writer, at, fingerprint, lines, comments } = useLoaderData<typeof detailLoader>();
  return (
    <article>
      <h1>{`${number} ${title}`}</h1>
      <p>{[kind, state, tlp, body, moscow, source, writer, at, fingerprint].join(" ")}</p>
      {texts.map((html, place) => (
        <div key={place} dangerouslySetInnerHTML={{ __html: html }} />
      ))}
      {lines.map((line, place) => (
        <p key={place}>{line}</p>
      ))}
      {comments.map(({ id, body }) => (
        <p key={id}>{body}</p>
      ))}
    </article>
  );
}

/** The whole roadmap is asked for, with who waits for whom; the page shows as many rows as ours does. */
async function roadmapLoader() {
  const [all, { pairs }] = [await listRoadmapItems(db, STRANGER, {}), await findPlan(db, STRANGER)];
  const numbers = new Map(all.map(({ id, number }) => [id, number]));
  const rows = all.slice(0, ON_A_PAGE).map(({ id, number, title, component, start, end, fte, standing, progress }) => ({ number, title, component: component.name, start, end, fte, standing, progress, needs: pairs.filter(({ itemId }) => itemId === id).map(({ needsId }) => numbers.get(needsId) ?? "") }));
  return { rows };
}

function Roadmap() {
  const { rows } = useLoaderData<typeof roadmapLoader>();
  return (
    <>
      <svg viewBox="0 0 1000 5000">
        {rows.map(({ number, title }, place) => (
          <a key={number} href={`/roadmap/${number}`}>
            <rect x={place} y={place * 40} width={200} height={34} />
            <text x={place + 10} y={place * 40 + 22}>
              {title}
            </text>
          </a>
        ))}
      </svg>
      <table>
        <tbody>
          {rows.map(({ number, title, component, start, end, fte, standing, progress, needs }) => (
            <tr key={number}>
              <td>
                <a href={`/roadmap/${number}`}>{`${number} ${title}`}</a>
              </td>
              <td>{component}</td>
              <td>{`${start} ${end}`}</td>
              <td>{fte}</td>
              <td>{needs.join(", ")}</td>
              <td>{standing}</td>
              <td>{progress}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** The rows of the minutes page, every text rendered once. */
async function minutesLoader({ params }: LoaderFunctionArgs) {
  const id = params["id"] ?? "";
  const meeting = await findMeeting(db, STRANGER, id);
  if (!meeting) throw new Response(null, { status: 404 });
  const agenda = await listAgenda(db, STRANGER, id);
  return {
    title: meeting.title,
    items: await Promise.all(agenda.map(async (item) => ({ id: item.id, title: item.title, html: await toHtml(item.minutes) }))),
    attendance: (await listAttendance(db, id)).map(({ name, organisationName, state }) => ({ name, organisationName, state })),
    decisions: (await listDecisionsAbout(db, STRANGER, { meetingId: id }, instant(new Date()))).map(({ number, title }) => ({ number, title })),
    actions: (await listActionsOfMeeting(db, id)).map(({ number, statement, ownerName, state }) => ({ number, statement, ownerName, state })),
    errata: (await listErrata(db, id)).map(({ statement, by }) => ({ statement, by })),
  };
}

function Minutes() {
  const { title, items, attendance, decisions, actions, errata } = useLoaderData<typeof minutesLoader>();
  return (
    <>
      <h1>{title}</h1>
      <ul>
        {decisions.map(({ number, title: name }) => (
          <li key={number}>
            <a href={`/besluiten/${number}`}>{`${number} ${name}`}</a>
          </li>
        ))}
      </ul>
      <ul>
        {actions.map(({ number, statement, ownerName, state }) => (
          <li key={number}>{`${number} ${statement} ${ownerName} ${state}`}</li>
        ))}
      </ul>
      {items.map(({ id, title: name, html }) => (
        <section key={id}>
          <h2>{name}</h2>
          <div dangerouslySetInnerHTML={{ __html: html }} />
        </section>
      ))}
      <p>{attendance.map(({ name, organisationName, state }) => `${name} (${organisationName}) ${state}`).join(", ")}</p>
      <p>{errata.map(({ statement, by }) => `${statement} ${by}`).join(" ")}</p>
    </>
  );
}

/** One durable insert, as plainly as it can be done. */
async function insertAction({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  await db.insertInto("throttle").values({ key: uuid7(), points: Number(form.get("points")), until: instant(new Date()) }).execute();
  return redirect("/");
}

const routes = [
  { id: "root", path: "", module: { default: Root } },
  { id: "list", parentId: "root", path: "voorstellen", module: { default: List, loader: listLoader } },
  { id: "detail", parentId: "root", path: "voorstellen/:number", module: { default: Detail, loader: detailLoader } },
  bareResult(db),
  { id: "minutes", parentId: "root", path: "vergaderingen/:id/notulen", module: { default: Minutes, loader: minutesLoader } },
  { id: "roadmap", parentId: "root", path: "roadmap", module: { default: Roadmap, loader: roadmapLoader } },
  { id: "insert", parentId: "root", path: "bewaar", module: { action: insertAction } },
];

const build = {
  entry: {
    module: {
      default: (request: Request, status: number, headers: Headers, context: Parameters<typeof RemixServer>[0]["context"]) => {
        headers.set("Content-Type", "text/html; charset=utf-8");
        return new Response(`<!doctype html>${renderToString(<RemixServer context={context} url={request.url} />)}`, { headers, status });
      },
    },
  },
  routes: Object.fromEntries(routes.map((route) => [route.id, route])),
  assets: {
    entry: { imports: [], module: "/entry.js" },
    routes: Object.fromEntries(routes.map(({ module, ...route }) => [route.id, { ...route, module: `/${route.id}.js`, hasLoader: "loader" in module, hasAction: "action" in module, hasErrorBoundary: false }])),
    url: "/manifest.js",
    version: "bare",
  },
  future: {},
  mode: "production",
  isSpaMode: false,
  publicPath: "/",
  assetsBuildDirectory: "build/client",
  basename: "/",
};

createServer(express().all("*", createRequestHandler({ build: build as unknown as ServerBuild, mode: "production" }))).listen(Number(port), "127.0.0.1");
