import type { Row } from "./row.js";

export const PLATFORM_ROWS: readonly Row[] = [
  {
    kind: "hugging-face-space",
    yes: [["README.md", "---\ntitle: a\nsdk: streamlit\n---\n", "L1"]],
    no: [
      ["README.md", "---\nlicense: mit\n---\nsdk: gradio\n"],
      ["README.md", "# Demo\nsdk: gradio\n"],
    ],
  },
  {
    kind: "shared-link",
    yes: [
      ["app.py", "demo.launch(share=True)\n", "L1"],
      ["app.py", "from pyngrok import ngrok\nurl = ngrok.connect(80)\n", "L1"],
    ],
    no: [
      ["app.py", "# demo.launch(share=True)\ndemo.launch(share=False)\n"],
      ["app.py", "text = 'demo.launch(share=True)'\n"],
    ],
  },
  {
    kind: "notebook-host",
    yes: [["kernel-metadata.json", '{"id": "a/b", "code_file": "x.ipynb"}', "L1"]],
    no: [["kernel-metadata.json", '{"title": "kernel_type"}']],
  },
  {
    kind: "modal",
    yes: [
      ["a.py", "import modal\napp = modal.App('a')\n", "L0"],
      ["a.py", "import modal\napp = modal.App('a')\n@app.function()\n@modal.asgi_app()\ndef f(): pass\n", "L1"],
      [
        "a.py",
        "import modal\napp = modal.App('a')\n@app.function(schedule=modal.Period(days=1))\ndef f(): pass\n",
        "L1",
      ],
    ],
    no: [["a.py", "modal = open_dialog()\nmodal.show()\n"]],
  },
  {
    kind: "replicate-cog",
    yes: [
      ["cog.yaml", "build: {}\npredict: p.py:P\n", "L0"],
      ["cog.yaml", "build: {}\npredict: p.py:P\nimage: r8.im/a/b\n", "L1"],
    ],
    no: [["cog.yaml", "build: wheels\n"]],
  },
  {
    kind: "bento",
    yes: [["bentofile.yaml", "service: service:Svc\n", "L1"]],
    no: [["bento.yaml", "service: lunch box\n"]],
  },
  {
    kind: "langgraph",
    yes: [["langgraph.json", '{"graphs": {}}', "L0"]],
    no: [["langgraph.json", '{"about": "graphs"}']],
  },
  {
    kind: "sagemaker",
    yes: [
      ["a.py", "import sagemaker\np = model.deploy(instance_type='ml.m5.large')\n", "L2"],
      ["a.py", "import boto3\nc = boto3.client('sagemaker')\nc.create_endpoint(EndpointName='a')\n", "L2"],
    ],
    no: [
      ["a.py", "import sagemaker\nestimator.fit(x)\n"],
      ["a.py", "# sagemaker create_endpoint\nimport os\n"],
    ],
  },
  {
    kind: "vertex-endpoint",
    yes: [["a.py", "from google.cloud import aiplatform\nm.deploy(machine_type='n1')\n", "L2"]],
    no: [["a.py", "from google.cloud import aiplatform\naiplatform.init()\n"]],
  },
  {
    kind: "azure-ml-endpoint",
    yes: [
      [
        "e.yml",
        "$schema: https://azuremlschemas.azureedge.net/latest/managedOnlineEndpoint.schema.json\nname: a\n",
        "L2",
      ],
    ],
    no: [["j.yml", "$schema: https://azuremlschemas.azureedge.net/latest/commandJob.schema.json\n"]],
  },
  {
    kind: "databricks-bundle",
    yes: [
      ["databricks.yml", "bundle: { name: a }\ntargets: { dev: { mode: development } }\n", "L2"],
      ["databricks.yml", "bundle: { name: a }\ntargets: { x: { mode: production } }\n", "L3"],
    ],
    no: [["bundle.yml", "bundle: flowers\n"]],
  },
  {
    kind: "snowflake-project",
    yes: [["snowflake.yml", "definition_version: 2\n", "L2"]],
    no: [["snowflake.yml", "title: entities\n"]],
  },
  {
    kind: "dbt-profile",
    yes: [
      ["profiles.yml", "a:\n  target: prod\n  outputs: { prod: { type: x } }\n", "L3"],
      ["profiles.yml", "a:\n  target: dev\n  outputs: { dev: { type: x }, prod: { type: x } }\n", "L1"],
      ["profiles.yml", "a:\n  target: dev\n  outputs: { dev: { type: duckdb } }\n", "L0"],
    ],
    no: [["profiles.yml", "ada: { outputs: [] }\n"]],
  },
  {
    kind: "data-flow-schedule",
    yes: [
      ["prefect.yaml", "deployments: [{ name: a }]\n", "L1"],
      ["prefect.yaml", "deployments: [{ name: a, schedule: { cron: x }, work_pool: { name: p } }]\n", "L2"],
      ["dagster_cloud.yaml", "locations: []\n", "L2"],
    ],
    no: [["prefect.yaml", "title: deployments\n"]],
  },
  {
    kind: "airflow-schedule",
    yes: [["dags/a.py", "from airflow import DAG\nwith DAG('a', schedule='@daily'):\n  pass\n", "L1"]],
    no: [
      ["dags/a.py", "from airflow import DAG\nwith DAG('a'):\n  pass\n"],
      ["a.py", "from airflow import DAG\nDAG('a', schedule='@daily')\n"],
    ],
  },
  {
    kind: "experiment-tracking",
    yes: [["MLproject", "name: a\nentry_points: {}\n", "L0"]],
    no: [["MLproject", "title: entry_points\n"]],
  },
  {
    kind: "apps-script",
    yes: [
      [".clasp.json", '{"scriptId": "a"}', "L1"],
      ["appsscript.json", '{"timeZone": "x", "webapp": {"access": "ANYONE"}}', "L2"],
      ["appsscript.json", '{"oauthScopes": ["https://www.googleapis.com/auth/gmail.send"]}', "L2"],
      ["appsscript.json", '{"oauthScopes": ["https://www.googleapis.com/auth/spreadsheets.readonly"]}', "L1"],
    ],
    no: [["appsscript.json", '{"about": "scriptId"}']],
  },
  {
    kind: "power-automate",
    yes: [["Workflows/a.json", '{"properties": {"connectionReferences": {}, "definition": {}}}', "L2"]],
    no: [["a.json", '{"text": "connectionReferences"}']],
  },
  {
    kind: "logic-app",
    yes: [
      [
        "workflow.json",
        '{"definition": {"$schema": "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#", "actions": {"a": {}}}}',
        "L2",
      ],
    ],
    no: [["a.json", '{"text": "Microsoft.Logic"}']],
  },
  {
    kind: "power-platform-solution",
    yes: [
      [
        "Other/Solution.xml",
        "<ImportExportXml><SolutionManifest><Managed>0</Managed></SolutionManifest></ImportExportXml>",
        "L1",
      ],
      ["solution.xml", "<ImportExportXml><Managed>1</Managed></ImportExportXml>", "L2"],
    ],
    no: [["solution.xml", "<answer>SolutionManifest</answer>"]],
  },
  {
    kind: "n8n",
    yes: [
      ["w.json", '{"nodes": [{"type": "n8n-nodes-base.gmail"}], "connections": {}}', "L0"],
      ["w.json", '{"nodes": [{"type": "n8n-nodes-base.gmail"}], "connections": {}, "active": true}', "L2"],
      ["w.json", '{"nodes": [{"type": "n8n-nodes-base.set"}], "connections": {}, "active": true}', "L1"],
    ],
    no: [["w.json", '{"nodes": [{"type": "a"}], "connections": {}, "n": "n8n-nodes-"}']],
  },
  {
    kind: "make-scenario",
    yes: [["b.json", '{"name": "a", "flow": [{"module": "google-email:sendAnEmail"}], "metadata": {}}', "L1"]],
    no: [["b.json", '{"flow": [], "metadata": {}}']],
  },
  { kind: "zapier-app", yes: [[".zapierapprc", '{"id": 1}', "L1"]], no: [[".zapierapprc", "[]"]] },
  {
    kind: "app-builder",
    yes: [
      ["app.yml", "kind: app\napp: { name: a }\nworkflow: {}\n", "L1"],
      ["a.json", '{"exportedApplication": {}, "clientSchemaVersion": 1}', "L1"],
    ],
    no: [["app.yml", "kind: app\nname: a\n"]],
  },
  {
    kind: "slack-app",
    yes: [
      ["manifest.yml", "display_information: { name: a }\noauth_config: {}\n", "L1"],
      ["manifest.json", '{"display_information": {}, "settings": {"org_deploy_enabled": true}}', "L2"],
      [
        "manifest.json",
        '{"display_information": {}, "settings": {"event_subscriptions": {"request_url": "https://a.ngrok.io/x"}}}',
        "L1",
      ],
    ],
    no: [["card.yml", "display_information: x\n"]],
  },
  {
    kind: "teams-app",
    yes: [["manifest.json", '{"manifestVersion": "1.16", "bots": []}', "L1"]],
    no: [["manifest.json", '{"manifestVersion": "1.16"}']],
  },
  {
    kind: "teams-toolkit",
    yes: [["teamsapp.yml", "version: 1\nprovision: []\n", "L2"]],
    no: [["teamsapp.yml", "title: deploy\n"]],
  },
  {
    kind: "release-tool",
    yes: [
      [".goreleaser.yml", "builds: []\n", "L1"],
      [".releaserc", '{"branches": ["main"]}', "L1"],
    ],
    no: [[".releaserc", ""]],
  },
  {
    kind: "package-release",
    yes: [["package.json", '{"name": "a", "publishConfig": {"access": "public"}}', "L1"]],
    no: [["package.json", '{"name": "a", "private": true, "publishConfig": {"access": "public"}}']],
  },
  {
    kind: "agent-builder",
    yes: [["f.json", '{"data": {"nodes": [{"data": {"node": {}}}], "edges": []}}', "L0"]],
    no: [["f.json", '{"nodes": [], "edges": []}']],
  },
  {
    kind: "power-pages",
    yes: [["powerpages.config.json", '{"siteName": "a"}', "L1"]],
    no: [["powerpages.config.json", '{"about": "site"}']],
  },
  {
    kind: "kestra-flow",
    yes: [
      ["f.yml", "id: a\nnamespace: demo\ntasks: [{ type: io.kestra.core.Log }]\n", "L0"],
      ["f.yml", "id: a\nnamespace: demo\ntasks: [{ type: io.kestra.core.Log }]\ntriggers: [{}]\n", "L1"],
    ],
    no: [["f.yml", "about: io.kestra.core\n"]],
  },
];
