import type { TextChannel } from "./channel.js";

const NAME = "[A-Za-z0-9_/+=.@-]{1,200}";

/** References with a syntax of their own: where a credential comes from, without the credential. */
export const TEXT_CHANNELS = [
  {
    id: "aws-secret",
    what: "a secret from AWS Secrets Manager",
    keywords: ["secretsmanager", "SecretId", "secret_id", "fromSecretName", "SecretName"],
    patterns: [
      `arn:aws[a-z-]{0,10}:secretsmanager:[a-z0-9-]{5,20}:(?<account>\\d{12}):secret:(?<word>${NAME})`,
      `\\bSecretId["']?\\s{0,5}[:=]\\s{0,5}f?["'\`](?<word>(?!arn:)${NAME})`,
      `get_secret_value\\(\\s{0,20}["'](?<word>(?!arn:)${NAME})["']`,
      `\\{\\{resolve:secretsmanager:(?<word>(?!arn:)${NAME})`,
      `fromSecretName(?:V2)?\\([^()"']{0,60}["'][^"']{1,60}["']\\s{0,5},\\s{0,5}["'](?<word>${NAME})["']`,
    ],
    match: [
      'SecretId="arn:aws:secretsmanager:eu-west-1:111122223333:secret:prod/orders/db-AbCdEf"',
      'client.get_secret_value(SecretId="prod/orders/db")',
      "Password: '{{resolve:secretsmanager:prod/db:SecretString:password}}'",
      "Secret.fromSecretNameV2(this, 'Db', 'prod/orders/db')",
    ],
    skip: [
      'SecretId="arn:aws:secretsmanager:eu-west-1:111122223333:secret:dev/orders/db-AbCdEf"',
      'client.get_secret_value(SecretId="nonprod/orders/db")',
      "Password: '{{resolve:secretsmanager:staging/db:SecretString:password}}'",
      '# SecretId="prod/orders/db" is what the real service reads',
      'client.get_secret_value(SecretId="products/db")',
    ],
    source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/reference_iam-permissions.html",
  },
  {
    id: "aws-parameter",
    what: "a protected parameter from AWS Systems Manager",
    keywords: [":ssm:", "ssm-secure", "WithDecryption", "with_decryption"],
    patterns: [
      `arn:aws[a-z-]{0,10}:ssm:[a-z0-9-]{5,20}:(?<account>\\d{12}):parameter(?<word>/${NAME})`,
      `\\{\\{resolve:ssm-secure:(?<word>${NAME})`,
      `\\b(?:Name|Path|Names)["']?\\s{0,5}[:=]\\s{0,5}\\[?["'](?<word>/${NAME})["'][^\\n]{0,80}WithDecryption`,
    ],
    match: [
      'ssm.get_parameter(Name="/prod/payments/api_key", WithDecryption=True)',
      "Value: '{{resolve:ssm-secure:/prod/db/password}}'",
      '"valueFrom": "arn:aws:ssm:eu-west-1:111122223333:parameter/prod/payments/key"',
    ],
    skip: [
      'ssm.get_parameter(Name="/dev/payments/api_key", WithDecryption=True)',
      "Value: '{{resolve:ssm-secure:/preprod/db/password}}'",
    ],
    source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html",
  },
  {
    id: "aws-role",
    what: "a role in AWS that gives access",
    keywords: ["role_arn", "RoleArn", "role-arn"],
    patterns: [
      `\\b(?:RoleArn|role[_-]arn|ROLE_ARN)["']?\\s{0,5}[:= ]\\s{0,5}["']?arn:aws[a-z-]{0,10}:iam::(?<account>\\d{12}):role/(?<word>${NAME})`,
    ],
    match: ['sts.assume_role(RoleArn="arn:aws:iam::111122223333:role/prod-reader", RoleSessionName="x")'],
    skip: ['sts.assume_role(RoleArn="arn:aws:iam::111122223333:role/dev-reader", RoleSessionName="x")'],
    source: "https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html",
  },
  {
    id: "aws-profile",
    what: "the credentials of an AWS profile",
    keywords: ["profile_name", "AWS_PROFILE", "AWS_DEFAULT_PROFILE"],
    patterns: [
      `\\bprofile_name\\s{0,5}=\\s{0,5}["'](?<word>[A-Za-z0-9_.-]{1,80})["']`,
      `\\bAWS_(?:DEFAULT_)?PROFILE["'\\]]{0,2}\\s{0,5}[:=]\\s{0,5}["']?(?<word>[A-Za-z0-9_.-]{1,80})`,
    ],
    match: ['session = boto3.Session(profile_name="acme-prod")', "AWS_PROFILE=prod python report.py"],
    skip: ['session = boto3.Session(profile_name="acme-dev")', "AWS_PROFILE=sandbox python report.py"],
    source: "https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html",
  },
  {
    id: "gcp-secret",
    what: "a secret from Google Secret Manager",
    keywords: ["/secrets/", "secretmanager", "GOOGLE_APPLICATION_CREDENTIALS"],
    patterns: [
      "projects/(?<project>[a-z0-9][a-z0-9:.-]{1,62})/secrets/(?<word>[A-Za-z0-9_-]{1,255})",
      `\\bGOOGLE_APPLICATION_CREDENTIALS["'\\]]{0,2}\\s{0,5}[:=]\\s{0,5}["']?(?<word>${NAME})`,
      "secret_path\\(\\s{0,5}[\"'](?<project>[a-z0-9][a-z0-9:.-]{1,62})[\"']\\s{0,5},\\s{0,5}[\"'](?<word>[A-Za-z0-9_-]{1,255})",
    ],
    match: [
      'name = "projects/acme-prod/secrets/db-password/versions/latest"',
      "GOOGLE_APPLICATION_CREDENTIALS=keys/prod-sa.json",
    ],
    skip: [
      'name = "projects/acme-dev/secrets/db-password/versions/latest"',
      "GOOGLE_APPLICATION_CREDENTIALS=keys/sandbox-sa.json",
      'name = "projects/acme-nonprod/secrets/db-password/versions/latest"',
    ],
    source: "https://cloud.google.com/secret-manager/docs/access-secret-version",
  },
  {
    id: "azure-key-vault",
    what: "a secret from Azure Key Vault",
    keywords: [".vault.azure.net", "@Microsoft.KeyVault"],
    patterns: [
      "https://(?<vault>[A-Za-z0-9-]{3,24})\\.vault\\.azure\\.net(?:/(?:secrets|keys|certificates)/(?<word>[A-Za-z0-9-]{1,127}))?",
      "@Microsoft\\.KeyVault\\(VaultName=(?<vault>[A-Za-z0-9-]{3,24});\\s{0,3}SecretName=(?<word>[A-Za-z0-9-]{1,127})",
    ],
    match: [
      'client = SecretClient("https://acme-prod-kv.vault.azure.net", DefaultAzureCredential())',
      "Db=@Microsoft.KeyVault(VaultName=acme-prod-kv;SecretName=db)",
      "Db=@Microsoft.KeyVault(SecretUri=https://acme-prod-kv.vault.azure.net/secrets/db/)",
    ],
    skip: [
      'client = SecretClient("https://acme-dev-kv.vault.azure.net", DefaultAzureCredential())',
      "Db=@Microsoft.KeyVault(VaultName=acme-uat-kv;SecretName=db)",
      'client = SecretClient("https://acme-products.vault.azure.net", DefaultAzureCredential())',
    ],
    source: "https://learn.microsoft.com/azure/app-service/app-service-key-vault-references",
  },
  {
    id: "vault-path",
    what: "a secret from HashiCorp Vault",
    keywords: ["secret/", "kv/data", "database/creds", "read_secret", "VAULT_NAMESPACE", "agent-inject-secret"],
    patterns: [
      `["'\\s\`](?<word>(?:secret|kv)(?:/data|/metadata)?/[A-Za-z0-9_.-]{1,80}/[A-Za-z0-9_./-]{1,120})["'\\s\`]`,
      "\\bdatabase/creds/(?<word>[A-Za-z0-9_.-]{1,120})",
      `\\bread_secret(?:_version)?\\(\\s{0,20}(?:mount_point\\s{0,3}=\\s{0,3}["'][^"']{0,80}["'],\\s{0,20})?path\\s{0,3}=\\s{0,3}["'](?<word>${NAME})["']`,
      "\\bVAULT_NAMESPACE[\"'\\]]{0,2}\\s{0,5}[:=]\\s{0,5}[\"']?(?<word>[A-Za-z0-9_./-]{1,120})",
      "agent-inject-secret-[A-Za-z0-9_.-]{1,80}[\"']?\\s{0,5}:\\s{0,5}[\"']?(?<word>[A-Za-z0-9_./-]{1,160})",
    ],
    near: ["vault"],
    match: [
      '# hashicorp vault\nclient.secrets.kv.v2.read_secret_version(path="prod/db")',
      'vault.hashicorp.com/agent-inject-secret-db: "secret/data/prod/db"',
      "export VAULT_NAMESPACE=admin/prod",
    ],
    skip: [
      '# hashicorp vault\nclient.secrets.kv.v2.read_secret_version(path="dev/db")',
      'vault.hashicorp.com/agent-inject-secret-db: "secret/data/staging/db"',
    ],
    source: "https://developer.hashicorp.com/vault/docs/secrets/kv/kv-v2",
  },
  {
    id: "onepassword-reference",
    what: "an item from a 1Password vault",
    keywords: ["op://"],
    patterns: [
      "\\bop://(?<vault>[^/\\s\"'`<>{}]{1,100})/(?<word>[^/\\s\"'`<>{}]{1,100})(?:/[^\\s\"'`<>{},;)]{1,160})?",
    ],
    match: ["DB_PASSWORD=op://app-prod/postgres/password", 'password = read("op://production/handbook-db/password")'],
    skip: [
      "DB_PASSWORD=op://app-dev/postgres/password",
      "OPENAI_API_KEY=op://Private/openai/key",
      "DB_PASSWORD=op://app-non-prod/postgres/password",
    ],
    source: "https://developer.1password.com/docs/cli/secret-reference-syntax/",
  },
  {
    id: "keeper-reference",
    what: "an item from a shared password store",
    keywords: ["pass://", "keeper://", "bws://"],
    patterns: ["\\b(?:pass|keeper|bws)://(?<vault>[^/\\s\"'`<>{}]{1,100})/(?<word>[^\\s\"'`<>{},;)]{1,160})"],
    match: ["DB_PASSWORD=pass://Production/postgres/password"],
    skip: ["DB_PASSWORD=pass://Staging/postgres/password"],
    source: "https://docs.keeper.io/en/keeperpam/secrets-manager/about/keeper-notation",
  },
  {
    id: "databricks-secret",
    what: "a secret of a Databricks scope",
    keywords: ["dbutils.secrets", "{{secrets/", "secret('", 'secret("'],
    patterns: [
      "dbutils\\.secrets\\.get(?:Bytes)?\\(\\s{0,10}(?:scope\\s{0,3}=\\s{0,3})?[\"'](?<word>[^\"'\\s]{1,128})[\"']\\s{0,3},\\s{0,10}(?:key\\s{0,3}=\\s{0,3})?[\"'](?<word2>[^\"'\\s]{1,128})",
      "\\{\\{secrets/(?<word>[A-Za-z0-9_.@-]{1,128})/(?<word2>[A-Za-z0-9_.-]{1,128})\\}\\}",
      "(?<![A-Za-z0-9_.])secret\\(\\s{0,5}'(?<word>[A-Za-z0-9_.@-]{1,128})'\\s{0,3},\\s{0,5}'(?<word2>[A-Za-z0-9_.-]{1,128})'\\s{0,5}\\)",
    ],
    match: ['password = dbutils.secrets.get(scope="prod-scope", key="db")', "spark.password {{secrets/prod/db}}"],
    skip: ['password = dbutils.secrets.get(scope="dev-scope", key="db")', "spark.password {{secrets/test/db}}"],
    source: "https://docs.databricks.com/security/secrets/",
  },
  {
    id: "notebook-secret",
    what: "a secret of the notebook's or app's own store",
    keywords: ["userdata.get", "get_secret(", "st.secrets", "st.connection"],
    patterns: [
      "\\buserdata\\.get\\(\\s{0,5}[\"'](?<word>[A-Za-z0-9_.-]{1,100})[\"']",
      "\\.get_secret\\(\\s{0,5}[\"'](?<word>[A-Za-z0-9_.-]{1,100})[\"']",
      "\\bst\\.secrets(?:\\.|\\[[\"'])(?<word>[A-Za-z0-9_-]{1,100})(?:[\"']\\])?(?:(?:\\.|\\[[\"'])(?<word2>[A-Za-z0-9_-]{1,100}))?",
      "\\bst\\.connection\\(\\s{0,5}[\"'](?<word>[A-Za-z0-9_.-]{1,100})[\"']",
    ],
    match: [
      "password = userdata.get('PROD_DB_PASSWORD')",
      'db = st.secrets["prod"]["password"]',
      'st.connection("snowflake_prod")',
    ],
    skip: [
      "key = userdata.get('OPENAI_API_KEY')",
      'db = st.secrets["dev"]["password"]',
      'st.connection("snowflake_sandbox")',
    ],
    source: "https://docs.streamlit.io/develop/concepts/connections/secrets-management",
  },
  {
    id: "airflow-connection",
    what: "the login of an Airflow connection",
    keywords: ["conn_id", "get_connection"],
    patterns: [
      "\\b[a-z_]{0,30}conn_id[\"']?\\s{0,3}[=:]\\s{0,3}[\"'](?<word>[A-Za-z0-9_.-]{1,100})[\"']",
      "\\bBaseHook\\.get_connection\\(\\s{0,5}[\"'](?<word>[A-Za-z0-9_.-]{1,100})[\"']",
    ],
    match: ['hook = PostgresHook(postgres_conn_id="prod_pg")'],
    skip: [
      'hook = PostgresHook(postgres_conn_id="staging_pg")',
      'hook = PostgresHook(postgres_conn_id="postgres_default")',
    ],
    source: "https://airflow.apache.org/docs/apache-airflow/stable/howto/connection.html",
  },
  {
    id: "jenkins-credential",
    what: "a credential of Jenkins",
    keywords: ["credentialsId", "credentials("],
    patterns: [
      "\\bcredentialsId\\s{0,3}:\\s{0,3}[\"'](?<word>[A-Za-z0-9_.-]{1,100})[\"']",
      "=\\s{0,3}credentials\\(\\s{0,3}[\"'](?<word>[A-Za-z0-9_.-]{1,100})[\"']\\s{0,3}\\)",
    ],
    match: ["withCredentials([string(credentialsId: 'prod-db', variable: 'DB')]) {}", "DB = credentials('prod-db')"],
    skip: ["withCredentials([string(credentialsId: 'dev-db', variable: 'DB')]) {}", "DB = credentials('nonprod-db')"],
    source: "https://www.jenkins.io/doc/book/using/using-credentials/",
  },
  {
    id: "dotenv-vault-key",
    what: "a dotenv vault",
    keywords: ["DOTENV_KEY", "DOTENV_PRIVATE_KEY_"],
    patterns: [
      "\\bDOTENV_PRIVATE_KEY_(?<word>[A-Z0-9_]{2,40})\\b",
      "dotenv\\.org/vault/\\.env\\.vault\\?environment=(?<word>[A-Za-z0-9_-]{1,40})",
    ],
    match: ["DOTENV_PRIVATE_KEY_PRODUCTION=$KEY node app.js"],
    skip: ["DOTENV_PRIVATE_KEY_DEVELOPMENT=$KEY node app.js", "DOTENV_PUBLIC_KEY_PRODUCTION=abc"],
    source: "https://dotenvx.com/docs/quickstart/encryption",
  },
  {
    id: "environment-variable",
    what: "a credential from an environment variable",
    keywords: ["os.environ", "getenv(", "process.env", "ENV[", "ENV.fetch("],
    patterns: [
      "(?:\\bos\\.environ(?:\\.get\\(|\\[)|\\bgetenv\\(|\\bos\\.getenv\\(|\\bos\\.Getenv\\(|\\bENV(?:\\[|\\.fetch\\()|\\bprocess\\.env\\[)\\s{0,5}[\"'](?<word>[A-Za-z0-9_]{0,80}(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|PWD|CREDENTIALS?|DSN|DATABASE_URL|DB_URL|CONNECTION_STRING|URI)(?:_[A-Z0-9]{1,12})?)[\"']",
      "\\bprocess\\.env\\.(?<word>[A-Z0-9_]{0,80}(?:KEY|TOKEN|SECRET|PASSWORD|PASSWD|PWD|CREDENTIALS?|DSN|DATABASE_URL|DB_URL|CONNECTION_STRING|URI)(?:_[A-Z0-9]{1,12})?)\\b",
    ],
    match: ['psycopg.connect(os.environ["PROD_DATABASE_URL"])', "new Stripe(process.env.STRIPE_LIVE_SECRET_KEY)"],
    skip: [
      'psycopg.connect(os.environ["DEV_DATABASE_URL"])',
      "new Stripe(process.env.STRIPE_TEST_SECRET_KEY)",
      'OpenAI(api_key=os.environ["OPENAI_API_KEY"])',
      "if (process.env.NODE_ENV === 'production') start()",
      'os.environ["PRODUCT_API_KEY"]',
    ],
    source: "https://12factor.net/config",
  },
] as const satisfies readonly TextChannel[];
