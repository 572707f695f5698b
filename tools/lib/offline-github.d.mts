import type { Octokit } from "@octokit/rest";

export interface OfflineGitHub {
  readonly url: string;
  readonly appId: number;
  /** PEM. */
  readonly privateKey: string;
  readonly as: (login: "maria" | "dana") => Octokit;
  readonly close: () => Promise<void>;
}

/** Deliveries go to `port` of this computer, signed with `secret`. `policy` is the text of the organisation's policy. */
export function openOfflineGitHub(options: {
  readonly port: number;
  readonly secret: string;
  readonly policy: string;
}): Promise<OfflineGitHub>;

export interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}

export const ORG: string;
export const EXPERIMENT: RepositoryName;
export const INTAKE: RepositoryName;
