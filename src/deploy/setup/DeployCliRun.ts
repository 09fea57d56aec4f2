/** How a run of auth0-deploy-cli ended. */
export interface DeployCliRun {
  /** `null` where it was ended from outside. */
  code: number | null;
  /** What it printed, line by line, without colours and secrets. */
  lines: readonly string[];
}
