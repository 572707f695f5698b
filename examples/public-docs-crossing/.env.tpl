AZURE_OPENAI_ENDPOINT=https://acme.openai.azure.com
AZURE_OPENAI_API_KEY=op://production/azure-openai/api-key
HANDBOOK_DATABASE_PASSWORD=op://production/handbook-db/password
