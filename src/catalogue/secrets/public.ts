/** Values that are made to be seen by everybody, beyond those in the provider table. */
export const PUBLIC_SHAPES = [
  { name: "Firebase web key", shape: "AIza{url:35}", source: "https://firebase.google.com/docs/projects/api-keys" },
  {
    name: "Mapbox public token",
    shape: "pk.eyJ{url:20-200}.{url:22}",
    source: "https://docs.mapbox.com/help/dive-deeper/access-tokens/",
  },
  {
    name: "Branch key",
    shape: "key_{live|test}_{an:32}",
    source: "https://help.branch.io/developers-hub/docs/branch-key-and-secret",
  },
  { name: "reCAPTCHA site key", shape: "6L{url:38}", source: "https://developers.google.com/recaptcha/docs/display" },
  {
    name: "Google client id",
    shape: "{dig:12}-{low:32}.apps.googleusercontent.com",
    source: "https://developers.google.com/identity/protocols/oauth2",
  },
  {
    name: "Sentry DSN",
    shape: "https://{hex:32}@o{dig:5-9}.ingest.sentry.io/{dig:5-9}",
    source: "https://docs.sentry.io/concepts/key-terms/dsn-explainer/",
  },
  { name: "PostHog project key", shape: "phc_{an:43}", source: "https://posthog.com/docs/api" },
  { name: "Stripe publishable key", shape: "pk_{live|test}_{an:24}", source: "https://docs.stripe.com/keys" },
  {
    name: "LaunchDarkly mobile key",
    shape: "mob-{uuid}",
    source: "https://launchdarkly.com/docs/home/account/environment/keys",
  },
  {
    name: "Supabase publishable key",
    shape: "sb_publishable_{url:31}",
    source: "https://supabase.com/docs/guides/api/api-keys",
  },
  { name: "ImageKit public key", shape: "public_{b64:27}=", source: "https://imagekit.io/docs/api-keys" },
] as const;

/**
 * Pieces of credentials that documentation prints. A value with one of them in it is a sample. Never a whole
 * credential, so that none of this file looks like one.
 */
export const DOCUMENTED_PIECES = [
  { piece: "IOSFODNN7", source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html" },
  { piece: "I44QH8DHB", source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html" },
  { piece: "wJalrXUtnFEMI", source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html" },
  { piece: "4eC39HqLyjWDarjtT1zdp7dc", source: "https://docs.stripe.com/keys" },
  { piece: "BQokikJOvBiI2HlWgH4olfQ2", source: "https://docs.stripe.com/keys" },
  {
    piece: "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1",
    source: "https://learn.microsoft.com/azure/storage/common/storage-use-azurite",
  },
  { piece: "C2y6yDjf5/R+ob0N8A7Cgv30VRDJIWEH", source: "https://learn.microsoft.com/azure/cosmos-db/emulator" },
  { piece: "16C7e42F292c6912E7710c838347Ae178B4a", source: "https://docs.github.com/en/rest/authentication" },
  { piece: "SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV", source: "https://www.jwt.io" },
  {
    piece: "T00000000/B00000000/XXXX",
    source: "https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks",
  },
] as const;
