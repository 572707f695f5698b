import type { ActRecord } from "./record.js";

/** E-mail that leaves. */
export const MAIL = [
  {
    id: "email/smtp",
    area: "email",
    does: "send e-mail over SMTP",
    calls: ["send_message", "sendmail"],
    modules: ["smtplib", "aiosmtplib"],
    sandbox: ["mailtrap", "mailhog", "mailpit", "ethereal.email", "localhost", "127.0.0.1"],
    vendor: "SMTP",
    source: "https://docs.python.org/3/library/smtplib.html",
    checked: "2026-11-24",
    examples: {
      yes: [
        "import smtplib\nserver = smtplib.SMTP_SSL('smtp.gmail.com', 465)\nserver.login(os.environ['USER'], os.environ['SMTP_PASSWORD'])\nserver.sendmail(sender, receiver, text)",
      ],
      no: [
        "import smtplib\nwith smtplib.SMTP('localhost', 1025) as s:\n  s.send_message(m)",
        "import smtplib",
        "import smtplib\nserver = smtplib.SMTP(h)\nserver.sendmail('me@acme.example', 'you@example.com', text)",
        "# server.sendmail(a, b, c)",
      ],
      handoff: ["import smtplib\nserver = smtplib.SMTP(os.environ['PROD_SMTP_HOST'])\nserver.send_message(m)"],
    },
  },
  {
    id: "email/nodemailer",
    area: "email",
    does: "send e-mail with Nodemailer",
    calls: ["sendMail"],
    modules: ["nodemailer"],
    sandbox: ["mailtrap", "mailhog", "mailpit", "ethereal", "localhost", "127.0.0.1", "createtestaccount"],
    sandboxOptions: [
      { name: "jsonTransport", value: "true" },
      { name: "streamTransport", value: "true" },
    ],
    vendor: "SMTP",
    source: "https://nodemailer.com/usage",
    checked: "2026-11-24",
    examples: {
      yes: [
        {
          path: "a.ts",
          text: 'import nodemailer from "nodemailer";\nawait nodemailer.createTransport({ host: process.env.SMTP_HOST }).sendMail({ to });',
        },
      ],
      no: [
        {
          path: "a.ts",
          text: 'import nodemailer from "nodemailer";\nnodemailer.createTransport({ jsonTransport: true }).sendMail(m);',
        },
        { path: "a.ts", text: "mailer.sendMail(m);" },
      ],
      handoff: [
        {
          path: "a.ts",
          text: 'import nodemailer from "nodemailer";\nnodemailer.createTransport({ host: process.env.SMTP_PROD_HOST }).sendMail(m);',
        },
      ],
    },
  },
  {
    id: "email/sendgrid",
    area: "email",
    does: "send e-mail through SendGrid",
    calls: ["sgMail.send", "sendgrid.send", "sg.send", "SendGridAPIClient.send", "sg.client.mail.send.post"],
    modules: ["@sendgrid/mail", "sendgrid"],
    posts: [
      { host: "api.sendgrid.com", path: "/v3/mail/send" },
      { host: "api.eu.sendgrid.com", path: "/v3/mail/send" },
    ],
    sandbox: ["sendgrid_sandbox"],
    sandboxOptions: [
      { name: "sandbox_mode", value: "true" },
      { name: "sandboxMode", value: "true" },
    ],
    vendor: "SENDGRID",
    source: "https://www.twilio.com/docs/sendgrid/for-developers/sending-email/sandbox-mode",
    checked: "2026-11-24",
    examples: {
      yes: [
        "from sendgrid import SendGridAPIClient\nsg = SendGridAPIClient(os.environ['SENDGRID_API_KEY'])\nsg.send(message)",
      ],
      no: [
        "from sendgrid import SendGridAPIClient\nmessage.mail_settings = MailSettings(sandbox_mode=SandBoxMode(enable=True))\nsg.send(message)",
        "import sendgrid",
      ],
    },
  },
  {
    id: "email/resend",
    area: "email",
    does: "send e-mail through Resend",
    calls: ["emails.send", "Emails.send", "batch.send"],
    modules: ["resend"],
    posts: [{ host: "api.resend.com", path: "/emails" }],
    sandbox: ["delivered@resend.dev"],
    vendor: "RESEND",
    source: "https://resend.com/docs/dashboard/emails/send-test-emails",
    checked: "2026-11-24",
    examples: {
      yes: [
        {
          path: "a.ts",
          text: 'import { Resend } from "resend";\nnew Resend(process.env.RESEND_API_KEY).emails.send({ to });',
        },
      ],
      no: [
        {
          path: "a.ts",
          text: 'import { Resend } from "resend";\nnew Resend(k).emails.send({ to: "delivered@resend.dev" });',
        },
      ],
    },
  },
  {
    id: "email/postmark",
    area: "email",
    does: "send e-mail through Postmark",
    calls: ["sendEmail", "sendEmailWithTemplate", "emails.send"],
    modules: ["postmark", "postmarker"],
    posts: [{ host: "api.postmarkapp.com", path: "/email" }],
    sandbox: ["postmark_api_test"],
    vendor: "POSTMARK",
    source: "https://postmarkapp.com/developer/user-guide/sandbox-mode",
    checked: "2026-11-24",
    examples: {
      yes: [{ path: "a.ts", text: 'import { ServerClient } from "postmark";\nnew ServerClient(t).sendEmail({ To });' }],
      no: [
        {
          path: "a.ts",
          text: 'import { ServerClient } from "postmark";\nnew ServerClient("POSTMARK_API_TEST").sendEmail({ To });',
        },
      ],
    },
  },
  {
    id: "email/mailgun",
    area: "email",
    does: "send e-mail through Mailgun",
    calls: ["messages.create"],
    modules: ["mailgun.js", "mailgun"],
    posts: [
      { host: "api.mailgun.net", path: "/v3/*/messages" },
      { host: "api.eu.mailgun.net", path: "/v3/*/messages" },
    ],
    sandbox: ["sandbox"],
    sandboxOptions: [
      { name: "o:testmode", value: "true" },
      { name: "o:testmode", value: "yes" },
    ],
    vendor: "MAILGUN",
    source: "https://documentation.mailgun.com/docs/mailgun/user-manual/sending-messages",
    checked: "2026-11-24",
    examples: {
      yes: ["requests.post(f'https://api.mailgun.net/v3/{domain}/messages', auth=a, data=d)"],
      no: ["requests.post('https://api.mailgun.net/v3/sandbox123.mailgun.org/messages', data=d)"],
    },
  },
  {
    id: "email/ses",
    area: "email",
    does: "send e-mail through Amazon SES",
    calls: [
      "send_email",
      "send_raw_email",
      "send_templated_email",
      "send_bulk_email",
      "SendEmailCommand",
      "SendRawEmailCommand",
      "SendBulkEmailCommand",
    ],
    modules: ["boto3", "@aws-sdk/client-ses", "@aws-sdk/client-sesv2", "aws-sdk"],
    sandbox: ["simulator.amazonses.com", "localhost:4566", "localstack"],
    vendor: "SES",
    source: "https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html",
    checked: "2026-11-24",
    examples: {
      yes: ["import boto3\nboto3.client('ses').send_email(Source=s, Destination=d, Message=m)"],
      no: [
        "import boto3\nboto3.client('ses').send_email(Destination={'ToAddresses': ['success@simulator.amazonses.com']})",
      ],
    },
  },
  {
    id: "email/graph",
    area: "email",
    does: "send e-mail through Microsoft 365",
    calls: ["sendMail.post", "send_mail.post", "me.send_mail", "users.sendMail"],
    modules: ["msgraph", "@microsoft/microsoft-graph-client"],
    posts: [
      { host: "graph.microsoft.com", path: "/v1.0/me/sendMail" },
      { host: "graph.microsoft.com", path: "/v1.0/users/*/sendMail" },
      { host: "graph.microsoft.com", path: "/v1.0/*/sendMail" },
    ],
    sandbox: [],
    source: "https://learn.microsoft.com/graph/api/user-sendmail",
    checked: "2026-11-24",
    examples: {
      yes: ["requests.post('https://graph.microsoft.com/v1.0/me/sendMail', json=m)"],
      no: [
        "requests.get('https://graph.microsoft.com/v1.0/me/messages')",
        "requests.post('https://graph.microsoft.com/v1.0/me/messages', json=draft)",
      ],
    },
  },
  {
    id: "email/gmail",
    area: "email",
    does: "send e-mail from a Gmail account",
    calls: ["messages.send", "drafts.send", "GmailApp.sendEmail", "MailApp.sendEmail"],
    modules: ["googleapiclient", "googleapiclient.discovery", "googleapis", "@googleapis/gmail", "gs:"],
    sandbox: [],
    source: "https://developers.google.com/workspace/gmail/api/reference/rest/v1/users.messages/send",
    checked: "2026-11-24",
    examples: {
      yes: [
        "from googleapiclient.discovery import build\nbuild('gmail', 'v1').users().messages().send(userId='me', body=b).execute()",
        { path: "Code.gs", text: "function go() { GmailApp.sendEmail(row[0], subject, text); }" },
      ],
      no: [
        "from googleapiclient.discovery import build\nbuild('gmail', 'v1').users().drafts().create(userId='me', body=b).execute()",
        { path: "Code.gs", text: "GmailApp.createDraft(to, s, t);" },
        { path: "Code.gs", text: "GmailApp.sendEmail(Session.getActiveUser().getEmail(), s, t);" },
      ],
    },
  },
  {
    id: "email/brevo",
    area: "email",
    does: "send e-mail through Brevo",
    calls: ["sendTransacEmail", "send_transac_email"],
    modules: ["@getbrevo/brevo", "sib_api_v3_sdk", "brevo_python"],
    posts: [
      { host: "api.brevo.com", path: "/v3/smtp/email" },
      { host: "api.sendinblue.com", path: "/v3/smtp/email" },
    ],
    sandbox: [],
    sandboxOptions: [{ name: "X-Sib-Sandbox", value: "drop" }],
    vendor: "BREVO",
    source: "https://developers.brevo.com/docs/using-sandbox-mode-to-send-an-email",
    checked: "2026-11-24",
    examples: {
      yes: ["requests.post('https://api.brevo.com/v3/smtp/email', json=m)"],
      no: ["requests.post('https://api.brevo.com/v3/smtp/email', headers={'X-Sib-Sandbox': 'drop'})"],
    },
  },
] as const satisfies readonly ActRecord[];
