import type { Area } from "./record.js";

/** Steps of automation services that write, by the names their exports use. */
export interface FlowStep {
  /** n8n: the node's type without its package. Make: the app before the colon. Power Automate: the connector. */
  readonly step: string;
  readonly area: Area;
  /** Ends the sentence "This flow can …". */
  readonly does: string;
  /** The most it comes to, where that is less than the area's: a page of notes is no customer. */
  readonly most?: "advice";
}

export const N8N_STEPS = [
  { step: "gmail", area: "email", does: "send e-mail from a Gmail account" },
  { step: "emailSend", area: "email", does: "send e-mail" },
  { step: "microsoftOutlook", area: "email", does: "send e-mail through Microsoft 365" },
  { step: "sendGrid", area: "email", does: "send e-mail through SendGrid" },
  { step: "mailgun", area: "email", does: "send e-mail through Mailgun" },
  { step: "awsSes", area: "email", does: "send e-mail through Amazon SES" },
  { step: "sendInBlue", area: "email", does: "send e-mail through Brevo" },
  { step: "slack", area: "chat", does: "post in Slack" },
  { step: "microsoftTeams", area: "chat", does: "post in Microsoft Teams" },
  { step: "telegram", area: "chat", does: "send Telegram messages" },
  { step: "discord", area: "chat", does: "post in Discord" },
  { step: "twilio", area: "sms", does: "send text messages" },
  { step: "whatsApp", area: "sms", does: "send WhatsApp messages" },
  { step: "stripe", area: "payments", does: "change things in Stripe" },
  { step: "payPal", area: "payments", does: "move money with PayPal" },
  { step: "hubspot", area: "crm", does: "change HubSpot records" },
  { step: "salesforce", area: "crm", does: "change Salesforce records" },
  { step: "pipedrive", area: "crm", does: "change customer records" },
  { step: "mailchimp", area: "crm", does: "change marketing lists" },
  { step: "googleCalendar", area: "calendar", does: "change a Google calendar" },
  { step: "twitter", area: "social", does: "post on X" },
  { step: "linkedIn", area: "social", does: "post on LinkedIn" },
  { step: "facebookGraphApi", area: "social", does: "post on Facebook or Instagram" },
  { step: "wordpress", area: "social", does: "publish on a web site" },
  { step: "reddit", area: "social", does: "post on Reddit" },
  { step: "youTube", area: "social", does: "publish videos on YouTube" },
  { step: "jira", area: "tickets", does: "change Jira issues" },
  { step: "zendesk", area: "tickets", does: "change tickets" },
  { step: "notion", area: "tickets", does: "change pages in Notion", most: "advice" },
  { step: "linear", area: "tickets", does: "change tickets in Linear" },
  { step: "serviceNow", area: "tickets", does: "change ServiceNow records" },
  { step: "shopify", area: "money", does: "change a shop's orders or products" },
  { step: "quickbooks", area: "money", does: "change the books" },
  { step: "xero", area: "money", does: "change the books" },
  { step: "bambooHr", area: "records", does: "change records about people" },
  { step: "mqtt", area: "devices", does: "send commands to devices" },
  { step: "homeAssistant", area: "devices", does: "switch things through Home Assistant" },
] as const satisfies readonly FlowStep[];

/** Make: apps as its blueprints write them. */
export const MAKE_STEPS = [
  { step: "google-email", area: "email", does: "send e-mail from a Gmail account" },
  { step: "email", area: "email", does: "send e-mail" },
  { step: "microsoft-email", area: "email", does: "send e-mail through Microsoft 365" },
  { step: "slack", area: "chat", does: "post in Slack" },
  { step: "telegram", area: "chat", does: "send Telegram messages" },
  { step: "twilio", area: "sms", does: "send text messages" },
  { step: "stripe", area: "payments", does: "change things in Stripe" },
  { step: "hubspotcrm", area: "crm", does: "change HubSpot records" },
  { step: "salesforce", area: "crm", does: "change Salesforce records" },
  { step: "google-calendar", area: "calendar", does: "change a Google calendar" },
  { step: "linkedin", area: "social", does: "post on LinkedIn" },
  { step: "facebook-pages", area: "social", does: "post on Facebook" },
  { step: "jira", area: "tickets", does: "change Jira issues" },
  { step: "notion", area: "tickets", does: "change pages in Notion", most: "advice" },
  { step: "shopify", area: "money", does: "change a shop's orders or products" },
] as const satisfies readonly FlowStep[];

/** Power Automate and Logic Apps: connectors as their definitions write them. */
export const POWER_STEPS = [
  { step: "shared_office365", area: "email", does: "send e-mail or change calendars in Microsoft 365" },
  { step: "shared_sendmail", area: "email", does: "send e-mail" },
  { step: "shared_gmail", area: "email", does: "send e-mail from a Gmail account" },
  { step: "shared_teams", area: "chat", does: "post in Microsoft Teams" },
  { step: "shared_slack", area: "chat", does: "post in Slack" },
  { step: "shared_twilio", area: "sms", does: "send text messages" },
  { step: "shared_commondataserviceforapps", area: "crm", does: "change Dataverse records" },
  { step: "shared_dynamicscrmonline", area: "crm", does: "change Dynamics records" },
  { step: "shared_salesforce", area: "crm", does: "change Salesforce records" },
  { step: "shared_jira", area: "tickets", does: "change Jira issues" },
  { step: "shared_service-now", area: "tickets", does: "change ServiceNow records" },
  { step: "shared_docusign", area: "records", does: "send contracts to be signed" },
  { step: "shared_stripe", area: "payments", does: "change things in Stripe" },
] as const satisfies readonly FlowStep[];

export const FLOW_SOURCES = [
  { of: "n8n", source: "https://docs.n8n.io/workflows/export-import", checked: "2026-11-24" },
  { of: "Make", source: "https://help.make.com/blueprints", checked: "2026-11-24" },
  { of: "Power Automate", source: "https://learn.microsoft.com/connectors/connector-reference", checked: "2026-11-24" },
] as const;
