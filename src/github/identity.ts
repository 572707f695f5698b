import { createHmac, timingSafeEqual } from "node:crypto";

/** Who we are on GitHub: what tells our own comments and issues from those of others. */
export interface Identity {
  readonly appId: number;
  readonly slug: string;
}

/** The author of a comment or an issue, as far as GitHub says it. */
export interface Authored {
  readonly user?: { readonly login?: string } | null;
  readonly performed_via_github_app?: { readonly id?: number } | null;
}

/** By the App's id; where GitHub leaves that out, by the App's bot name, which no person can have. */
export function isOurs({ appId, slug }: Identity, { user, performed_via_github_app: app }: Authored): boolean {
  if (app?.id !== undefined) return app.id === appId;
  return user?.login?.toLowerCase() === `${slug}[bot]`.toLowerCase();
}

/** Hidden in a body: says which thing this is, signed, so that pasted text can't pass for it. */
export function marker(key: string, subject: string): string {
  return `<!-- handrail:${subject}:${signature(key, subject)} -->`;
}

const MARKER = /<!-- handrail:([A-Za-z0-9_.:=-]{1,200}):([0-9a-f]{32}) -->/g;

/** The subject of the first valid marker in a body, or nothing. */
export function markedAs(key: string, body: string | null | undefined): string | null {
  for (const [, subject = "", signed = ""] of (body ?? "").slice(0, 70_000).matchAll(MARKER))
    if (timingSafeEqual(Buffer.from(signature(key, subject)), Buffer.from(signed))) return subject;
  return null;
}

function signature(key: string, subject: string): string {
  return createHmac("sha256", key).update(subject).digest("hex").slice(0, 32);
}
