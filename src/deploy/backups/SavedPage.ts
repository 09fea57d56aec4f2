import * as v from 'valibot';

/** `backups/<id>.json`: what a saved page is; its text is in `<id>.html` beside it. */
export const savedPageSchema = v.object({
  id: v.pipe(v.string(), v.regex(/^\d{8}-\d{6}-[0-9a-f]{6}$/)),
  domain: v.string(),
  clientId: v.string(),
  /** Name of the application; `null` for the tenant's page. */
  application: v.nullable(v.string()),
  isOn: v.boolean(),
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  /** Of the HTML. */
  bytes: v.number(),
  /** ISO 8601, UTC. */
  savedAt: v.string(),
  /** What was about to take its place; `commit` is `null` where the folder is none of git's. */
  replacedBy: v.object({ sha256: v.string(), what: v.string(), commit: v.nullable(v.string()) }),
});

export type SavedPage = v.InferOutput<typeof savedPageSchema>;
