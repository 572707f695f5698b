// Pairs of files that read a secret which is kept elsewhere: of production, and of another environment. No value in them.

/** Words for production, each with the word of its twin. */
const WORDS = [
  ["prod", "dev"],
  ["production", "staging"],
  ["prod", "nonprod"],
  ["prod-eu", "test-eu"],
  ["production", "pre-production"],
];

/** `[name, path, text]`; `@` is where the environment stands. */
const PLACES = [
  ["workflow environment", ".github/workflows/a.yml", workflow("environment: @", "KEY: ${{ secrets.SMTP_PASSWORD }}")],
  [
    "workflow environment with address",
    ".github/workflows/a.yml",
    workflow("environment: { name: @, url: https://acme.example }", "KEY: ${{ secrets.API }}"),
  ],
  [
    "workflow secret by name",
    ".github/workflows/a.yml",
    workflow("timeout-minutes: 5", "KEY: ${{ secrets.@_DATABASE_URL }}"),
    "name",
  ],
  [
    "workflow secret by index",
    ".github/workflows/a.yml",
    workflow("timeout-minutes: 5", "KEY: ${{ secrets['@_KEY'] }}"),
    "name",
  ],
  [
    "reusable workflow",
    ".github/workflows/a.yml",
    "on: push\njobs:\n  a:\n    uses: acme/infra/.github/workflows/run.yml@main\n    with: { environment: @ }\n    secrets: inherit\n",
  ],
  [
    "workflow role",
    ".github/workflows/a.yml",
    step("aws-actions/configure-aws-credentials@v4", "role-to-assume: arn:aws:iam::111122223333:role/report-@"),
  ],
  ["workflow vault", ".github/workflows/a.yml", step("Azure/get-keyvault-secrets@v1", "keyvault: acme-@-kv")],
  [
    "workflow Google account",
    ".github/workflows/a.yml",
    step("google-github-actions/auth@v2", "service_account: report@acme-@.iam.gserviceaccount.com"),
    "last",
  ],
  [
    "workflow Vault action",
    ".github/workflows/a.yml",
    step("hashicorp/vault-action@v3", "secrets: secret/data/@/db password | DB_PASSWORD"),
  ],
  ["workflow Doppler", ".github/workflows/a.yml", step("dopplerhq/secrets-fetch-action@v1", "doppler-config: @")],
  [
    "GitLab environment",
    ".gitlab-ci.yml",
    "report:\n  environment: @\n  script:\n    - python report.py $DB_PASSWORD\n",
  ],
  [
    "GitLab vault",
    ".gitlab-ci.yml",
    "report:\n  secrets:\n    DB:\n      vault: @/db/password@ops\n  script: [python report.py]\n",
    "first",
  ],
  [
    "CircleCI context",
    ".circleci/config.yml",
    "workflows:\n  main:\n    jobs:\n      - report:\n          context: @-secrets\n",
  ],
  ["Azure Pipelines group", "azure-pipelines.yml", "variables:\n  - group: @-secrets\n"],
  [
    "Bitbucket deployment",
    "bitbucket-pipelines.yml",
    "pipelines:\n  default:\n    - step:\n        deployment: @\n        script: [python report.py $DB_PASSWORD]\n",
  ],
  [
    "Jenkins credential",
    "Jenkinsfile",
    "withCredentials([string(credentialsId: '@-db', variable: 'DB')]) { sh 'python report.py' }\n",
  ],
  [
    "Secrets Manager ARN",
    "fetch.py",
    'SecretId="arn:aws:secretsmanager:eu-west-1:111122223333:secret:@/orders/db-AbCdEf"\n',
  ],
  ["Secrets Manager name", "fetch.py", 'boto3.client("secretsmanager").get_secret_value(SecretId="@/orders/db")\n'],
  ["CloudFormation reference", "stack.yaml", "Password: '{{resolve:secretsmanager:@/db:SecretString:password}}'\n"],
  ["SSM parameter", "fetch.py", 'ssm.get_parameter(Name="/@/payments/api_key", WithDecryption=True)\n'],
  [
    "ECS task",
    "task.json",
    '{"secrets":[{"name":"DB","valueFrom":"arn:aws:ssm:eu-west-1:111122223333:parameter/@/db"}]}\n',
  ],
  ["AWS profile", "fetch.py", 'boto3.Session(profile_name="acme-@")\n'],
  ["AWS command", "run.sh", "aws secretsmanager get-secret-value --secret-id @/orders/db\n"],
  ["Google secret", "fetch.py", 'name = "projects/acme-@/secrets/db-password/versions/latest"\n'],
  ["gcloud command", "run.sh", "gcloud secrets versions access latest --secret=db --project=acme-@\n"],
  ["Key Vault address", "fetch.py", 'SecretClient("https://acme-@-kv.vault.azure.net", credential)\n'],
  ["Key Vault setting", "app.json", '{"Db":"@Microsoft.KeyVault(VaultName=acme-@-kv;SecretName=db)"}\n', "last"],
  ["az command", "run.sh", "az keyvault secret show --vault-name acme-@-kv --name db\n"],
  ["Vault client", "fetch.py", 'hvac.Client().secrets.kv.v2.read_secret_version(path="@/db")  # vault\n'],
  [
    "Vault annotation",
    "pod.yaml",
    'metadata:\n  annotations:\n    vault.hashicorp.com/agent-inject-secret-db: "secret/data/@/db"\n',
  ],
  ["vault command", "run.sh", "vault kv get -field=password secret/@/db\n"],
  ["1Password reference", "app.env", "DB_PASSWORD=op://app-@/postgres/password\n"],
  ["Doppler command", "run.sh", "doppler run -p web -c @ -- python report.py\n"],
  ["Doppler file", "doppler.yaml", "setup:\n  project: web\n  config: @\n"],
  ["Infisical command", "run.sh", "infisical run --env=@ -- python report.py\n"],
  ["Infisical file", ".infisical.json", '{"workspaceId":"1","defaultEnvironment":"@"}\n'],
  [
    "Kubernetes namespace",
    "pod.yaml",
    "apiVersion: v1\nkind: Pod\nmetadata: { name: a, namespace: @ }\nspec:\n  containers:\n    - envFrom: [{ secretRef: { name: db } }]\n",
  ],
  [
    "ExternalSecret",
    "secret.yaml",
    "apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: db }\nspec:\n  data:\n    - remoteRef: { key: @/orders/db }\n",
  ],
  [
    "SealedSecret",
    "sealed.yaml",
    "apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nmetadata: { name: db, namespace: @ }\nspec: { encryptedData: { a: AgB } }\n",
  ],
  ["kubectl command", "run.sh", "kubectl get secret db -n @ -o yaml\n"],
  [
    "Terraform data source",
    "main.tf",
    'data "aws_secretsmanager_secret_version" "db" {\n  secret_id = "@/orders/db"\n}\n',
  ],
  ["Terraform Key Vault", "main.tf", 'data "azurerm_key_vault" "kv" {\n  name = "acme-@-kv"\n}\n'],
  ["Terraform 1Password", "main.tf", 'data "onepassword_item" "db" {\n  vault = "app-@"\n  title = "db"\n}\n'],
  ["compose env file", "compose.yaml", "services:\n  web:\n    env_file: .env.@\n"],
  ["Databricks scope", "job.py", 'dbutils.secrets.get(scope="@-scope", key="db")\n'],
  ["Databricks in a notebook", "job.ipynb", notebook('dbutils.secrets.get(scope="@-scope", key="db")')],
  ["Streamlit connection", "app.py", 'st.connection("snowflake_@")\n'],
  ["Streamlit secret", "app.py", 'st.secrets["@"]["password"]\n'],
  ["Airflow connection", "dag.py", 'PostgresHook(postgres_conn_id="@_pg")\n'],
  ["environment variable", "app.py", 'os.environ["@_DATABASE_URL"]\n', "name"],
  ["database host", "fetch.py", 'psycopg.connect(host="orders-@.c9akciq32rgz.eu-west-1.rds.amazonaws.com")\n'],
  ["Cloud SQL socket", "app.env", "DB_HOST=/cloudsql/acme-@:europe-west1:orders\n"],
  ["Heroku command", "run.sh", "heroku config:get DATABASE_URL -a acme-@\n"],
  ["Vercel command", "run.sh", "vercel env pull --environment=@ .env\n"],
  ["dbt target", "run.sh", "dbt run --target @\n"],
  ["sops file", "run.sh", "sops exec-env secrets/@.enc.yaml 'python report.py'\n"],
  ["encrypted file", "secrets/@.enc.yaml", "password: ENC[AES256_GCM,data:AgB=,type:str]\nsops: { version: 3.9.0 }\n"],
  ["Dockerfile", "Dockerfile", "FROM python:3.12\nRUN aws --profile acme-@ s3 ls\n"],
  ["package script", "package.json", '{"scripts":{"report":"doppler run -c @ -- node report.js"}}\n'],
  ["shell history", "bash_history.txt", "aws-vault exec acme-@ -- python report.py\n"],
  ["Colab secret", "nb.ipynb", notebook("userdata.get('@_DB_PASSWORD')"), "name"],
];

/** Every place with one pair of words, and every fourth with a second one. */
export function references() {
  return PLACES.flatMap((place, n) => [one(place, n), ...(n % 4 === 0 ? [one(place, n + 2)] : [])]);
}

function one([name, path, text, where], n) {
  const [live, twin] = WORDS[n % WORDS.length];
  const fill = (word) => [put(path, word, where), put(text, word, where)];
  return { name: `${name}: ${live} and ${twin}`, live: fill(live), twin: fill(twin) };
}

/** Some texts hold an `@` of their own: then only the first or the last of them is the environment's. */
function put(text, word, where) {
  const written = where === "name" ? word.replaceAll("-", "_").toUpperCase() : word;
  if (where === "first") return text.replace("@", written);
  if (where === "last")
    return text.includes("@")
      ? text.slice(0, text.lastIndexOf("@")) + written + text.slice(text.lastIndexOf("@") + 1)
      : text;
  return text.replace(/@(?![mv]\d|main)/g, written);
}

function workflow(head, env) {
  return `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    ${head}\n    steps:\n      - run: python report.py\n        env:\n          ${env}\n`;
}

function step(uses, input) {
  return `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ${uses}\n        with:\n          ${input}\n`;
}

function notebook(source) {
  const cell = { cell_type: "code", execution_count: 1, metadata: {}, source: [source], outputs: [] };
  return JSON.stringify({ cells: [cell], metadata: {}, nbformat: 4, nbformat_minor: 5 }, null, 1);
}
