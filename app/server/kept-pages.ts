import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Request as Incoming, Response as Outgoing } from "express";
import type { Instant } from "#app/domain/shared/instant.ts";
import { paths } from "#app/paths.ts";
import { dataVersion, nextTurn } from "#db/data-version.ts";
import type { Db } from "#db/client.ts";

const zip = promisify(gzip);
/** All kept pages together, zipped and plain. */
const MOST_BYTES = 24_000_000;
const LONGEST_ADDRESS = 500;

/** The reading pages that look the same to every stranger. A page that is not listed is made anew each time. */
const KEPT = new Set<string>([
  ...[paths.home, paths.bodies, paths.body, paths.needs, paths.need, paths.joining, paths.search, paths.about, paths.privacy, paths.accessibility, paths.glossary],
  ...[paths.proposals, paths.proposal, paths.proposalVersion, paths.proposalComparison, paths.rounds, paths.round, paths.roundResult, paths.roundComparison],
  ...[paths.meetings, paths.meeting, paths.minutes, paths.decisions, paths.decision, paths.portfolio, paths.initiative, paths.roadmap, paths.roadmapItem, paths.roadmapEmbed],
  ...[paths.municipalities, paths.municipality, paths.buildingBlocks, paths.buildingBlock],
]);

/** What the data and the clock were when a page was asked for: it may be kept while neither moves. */
export interface Stamp {
  readonly version: string;
  readonly until: Instant;
}

export interface KeptPage {
  readonly plain: Buffer;
  readonly tag: string;
  zipped: Buffer | null;
}

/**
 * Whole pages for strangers, by address, for as long as the data is the same and the clock passes no moment that shows.
 * Nothing personal comes near: whoever sends any cookie (a session, a notice, a kept form) is neither served from here nor kept here.
 */
export function keptPages({ db, now }: { readonly db: Db; readonly now: () => Instant }) {
  const pages = new Map<string, KeptPage>();
  let bytes = 0;
  let stamp: Stamp = { version: "", until: now() };

  const forgetAll = (): void => {
    pages.clear();
    bytes = 0;
  };
  const grow = (by: number): void => {
    bytes += by;
    for (const [address, { plain, zipped }] of pages) {
      if (bytes <= MOST_BYTES) return;
      pages.delete(address);
      bytes -= plain.length + (zipped?.length ?? 0);
    }
  };
  return {
    mayServe: ({ method, headers, originalUrl }: Incoming, pattern: string | null): boolean =>
      (method === "GET" || method === "HEAD") && !headers.cookie && headers.authorization === undefined && originalUrl.length <= LONGEST_ADDRESS && pattern !== null && KEPT.has(pattern),

    /** The stamp of this moment; when it is another than before, every kept page is forgotten. */
    async look(): Promise<Stamp> {
      const version = await dataVersion(db);
      const moment = now();
      if (version === stamp.version && moment < stamp.until) return stamp;
      const until = await nextTurn(db, moment);
      // Another request may have looked meanwhile; what it kept under the same stamp stays.
      if (version === stamp.version && moment < stamp.until) return stamp;
      forgetAll();
      return (stamp = { version, until });
    },

    find(address: string): KeptPage | null {
      const found = pages.get(address);
      if (!found) return null;
      pages.delete(address);
      pages.set(address, found);
      return found;
    },

    /** Keeps a page that was made after `seen`, unless the data or the clock moved while it was being made, or it holds this answer's nonce. */
    async keep(address: string, seen: Stamp, plain: Buffer, nonce: string): Promise<KeptPage | null> {
      if ((await dataVersion(db)) !== seen.version || now() >= seen.until || stamp !== seen || plain.includes(nonce)) return null;
      const page: KeptPage = { plain, tag: `W/"${createHash("sha256").update(plain).digest("base64url").slice(0, 27)}"`, zipped: null };
      const former = pages.get(address);
      if (former) return former;
      pages.set(address, page);
      grow(plain.length);
      return page;
    },

    /** Answers with a kept page: 304 to who has it, zipped for who can read that, only the head to who asks for that. */
    async send(incoming: Incoming, outgoing: Outgoing, page: KeptPage): Promise<void> {
      outgoing.set({ ETag: page.tag, "Cache-Control": "no-cache", Vary: "Accept-Encoding, Cookie" });
      if (hasTag(incoming.headers["if-none-match"], page.tag)) return void outgoing.status(304).end();
      outgoing.setHeader("Content-Type", "text/html; charset=utf-8");
      const isZipped = incoming.acceptsEncodings("gzip") === "gzip";
      const body = isZipped ? await zippedOf(page) : page.plain;
      if (isZipped) outgoing.setHeader("Content-Encoding", "gzip");
      outgoing.setHeader("Content-Length", body.length);
      outgoing.end(incoming.method === "HEAD" ? undefined : body);
    },

    size: () => ({ pages: pages.size, bytes }),
    holds: (words: string): boolean => [...pages.values()].some(({ plain }) => plain.includes(words)),
  };

  /** Zipped once, by the first who wants it so. */
  async function zippedOf(page: KeptPage): Promise<Buffer> {
    if (page.zipped === null) {
      const zipped = await zip(page.plain, { level: 6 });
      if (page.zipped === null) {
        page.zipped = zipped;
        if ([...pages.values()].includes(page)) grow(zipped.length);
      }
    }
    return page.zipped;
  }
}

export type KeptPages = ReturnType<typeof keptPages>;

const hasTag = (header: string | undefined, tag: string): boolean => header !== undefined && header.split(",").some((one) => one.trim().replace(/^W\//, "") === tag.replace(/^W\//, ""));
