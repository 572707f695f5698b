/** Headers by which exports of well-known products are told. A header alone decides nothing: tests use them too. */
export interface ExportHeader {
  readonly product: string;
  /** All of these columns, in lower case, words parted by one space. */
  readonly columns: readonly string[];
  readonly source: string;
}

export const EXPORT_HEADERS = [
  {
    product: "Mailchimp",
    columns: ["email address", "member rating", "optin time"],
    source: "Mailchimp audience export",
  },
  { product: "Mailchimp", columns: ["email address", "leid", "euid"], source: "Mailchimp audience export" },
  {
    product: "Shopify",
    columns: ["email", "accepts email marketing", "total spent", "total orders"],
    source: "Shopify customer export",
  },
  {
    product: "Shopify",
    columns: ["email", "accepts marketing", "total spent"],
    source: "Shopify customer export, before 2023",
  },
  {
    product: "Shopify",
    columns: ["email", "financial status", "fulfillment status", "billing name"],
    source: "Shopify order export",
  },
  {
    product: "Stripe",
    columns: ["email", "delinquent", "total spend", "payment count"],
    source: "Stripe customer export",
  },
  { product: "HubSpot", columns: ["record id", "email", "lifecycle stage"], source: "HubSpot contact export" },
  { product: "HubSpot", columns: ["email", "contact owner", "lead status"], source: "HubSpot contact export" },
  { product: "Google Contacts", columns: ["e mail 1 value", "phone 1 value"], source: "Google Contacts export" },
  {
    product: "LinkedIn",
    columns: ["first name", "last name", "email address", "connected on"],
    source: "LinkedIn connections export",
  },
  {
    product: "Salesforce",
    columns: ["isdeleted", "ownerid", "createdbyid", "systemmodstamp"],
    source: "Salesforce object reference",
  },
  {
    product: "Salesforce",
    columns: ["lead source", "account name", "email", "last activity"],
    source: "Salesforce report export",
  },
  { product: "Zendesk", columns: ["requester id", "assignee id", "ticket form id"], source: "Zendesk ticket API" },
  {
    product: "Zendesk",
    columns: ["requester email", "satisfaction score", "assignee"],
    source: "Zendesk ticket export",
  },
  { product: "Intercom", columns: ["signed up", "last seen", "web sessions"], source: "Intercom people export" },
  {
    product: "Workday",
    columns: ["worker", "employee id", "hire date", "compensation"],
    source: "Workday worker report",
  },
  {
    product: "BambooHR",
    columns: ["employee number", "first name", "last name", "hire date", "reporting to"],
    source: "BambooHR employee export",
  },
  {
    product: "Eventbrite",
    columns: ["order", "attendee status", "ticket type", "email"],
    source: "Eventbrite attendee export",
  },
  { product: "Eventbrite", columns: ["order no", "ticket type", "email"], source: "Eventbrite attendee export" },
  { product: "Typeform", columns: ["network id", "submit date utc"], source: "Typeform responses export" },
  { product: "Slack", columns: ["team id", "profile real name"], source: "Slack workspace export, users.json" },
  { product: "Auth0", columns: ["user id", "email verified", "logins count", "last ip"], source: "Auth0 user export" },
  { product: "Firebase", columns: ["localid", "email", "passwordhash"], source: "Firebase auth export" },
  {
    product: "WooCommerce",
    columns: ["billing first name", "billing last name", "billing email"],
    source: "WooCommerce order export",
  },
  {
    product: "PayPal",
    columns: ["from email address", "to email address", "transaction id"],
    source: "PayPal activity download",
  },
  { product: "Magento", columns: ["group id", "store id", "rp token", "email"], source: "Magento customer entity" },
  {
    product: "WordPress",
    columns: ["user login", "user pass", "user email", "user registered"],
    source: "WordPress wp_users",
  },
  {
    product: "Pipedrive",
    columns: ["person name", "person email work", "person phone work"],
    source: "Pipedrive export",
  },
  {
    product: "ActiveCampaign",
    columns: ["email", "subscribe date", "ip address"],
    source: "ActiveCampaign contact export",
  },
  { product: "Klaviyo", columns: ["email", "klaviyo id"], source: "Klaviyo profile export" },
] as const satisfies readonly ExportHeader[];
