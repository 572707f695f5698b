/** Names that stay on the computer: hosts, clusters, accounts, addresses of imitations. */

/** Names of kube contexts that local tools make. Source: the tools' own defaults, looked up 2026-11-24. */
export const LOCAL_CONTEXTS =
  /^(kind(-|$)|minikube$|docker-desktop$|docker-for-desktop$|k3d-|rancher-desktop$|colima(-|$)|orbstack$|microk8s$|k3s-default$|talos-default$)/i;

/** A host or address that is this computer, alone or within a URL. */
export const LOCAL_HOST =
  /(^|[\s"'=/@])(localhost|127\.0\.0\.1|0\.0\.0\.0|\[?::1\]?|host\.docker\.internal|[\w-]{1,60}\.localhost|localhost\.localstack\.cloud|localstack|azurite|minio)([:/?"'\s]|$)/i;

/** A host that nobody outside can reach or that stands for no host at all (RFC 2606, RFC 6761, RFC 1918). */
export const NOT_PUBLIC_HOST =
  /^(localhost|[^.]*|.*\.(localhost|local|test|example|invalid|internal|lan|home|corp|intranet|nip\.io|sslip\.io|svc|cluster\.local)|.*\bexample\.(com|org|net)|127\..*|10\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*|0\.0\.0\.0)$/i;

/** Providers of Terraform whose resources stay on the computer or exist only in the state. */
export const LOCAL_PROVIDERS = [
  "local_",
  "null_",
  "random_",
  "tls_",
  "time_",
  "template_",
  "archive_",
  "http_",
  "external_",
  "docker_",
  "kind_",
  "minikube_",
  "k3d_",
  "terraform_data",
  "test_",
  "assert_",
] as const;
